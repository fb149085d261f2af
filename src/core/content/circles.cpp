// The circles of a graph: its strongly connected components, and one walk around each.
#include "core/content/graph.h"

#include <algorithm>

namespace throughline {
namespace {

class CircleFinder {
public:
    explicit CircleFinder(const Content& content)
        : content_(content), out_(content.nodes.size()), number_(content.nodes.size()), low_(content.nodes.size()),
          component_(content.nodes.size(), none_yet), came_by_(content.nodes.size(), none_yet) {
        for (std::size_t i = 0; i < content.links.size(); ++i) {
            const Link& link = content.links[i];
            if (link.from < 0 || link.to < 0 || link.from == link.to) continue;
            out_[static_cast<std::size_t>(link.flow_from())].push_back(static_cast<int>(i));
        }
    }

    std::vector<std::vector<int>> find() {
        for (int node = 0; node < static_cast<int>(out_.size()); ++node) {
            if (number_[index(node)] == 0) find_components(node);
        }
        std::vector<std::vector<int>> members(static_cast<std::size_t>(component_count_));
        for (int node = 0; node < static_cast<int>(out_.size()); ++node) members[index(component_[index(node)])].push_back(node);
        std::sort(members.begin(), members.end());
        std::vector<std::vector<int>> circles;
        for (const std::vector<int>& nodes : members) {
            if (nodes.size() > 1) circles.push_back(walk_around(nodes));
        }
        return circles;
    }

private:
    static constexpr int none_yet = -1;
    static std::size_t index(int node) { return static_cast<std::size_t>(node); }
    int end_of(int link) const { return content_.links[static_cast<std::size_t>(link)].flow_to(); }

    struct Visit {
        int node;
        std::size_t next_link;
    };

    // Tarjan, Depth-First Search and Linear Graph Algorithms, 1972; without recursion, because a file may be one long chain.
    void find_components(int root) {
        std::vector<Visit> visits{{root, 0}};
        enter(root);
        while (!visits.empty()) {
            const int node = visits.back().node;
            if (visits.back().next_link < out_[index(node)].size()) {
                const int next = end_of(out_[index(node)][visits.back().next_link++]);
                if (number_[index(next)] == 0) {
                    enter(next);
                    visits.push_back({next, 0});
                } else if (component_[index(next)] == none_yet) {
                    low_[index(node)] = std::min(low_[index(node)], number_[index(next)]);
                }
                continue;
            }
            visits.pop_back();
            if (!visits.empty()) low_[index(visits.back().node)] = std::min(low_[index(visits.back().node)], low_[index(node)]);
            if (low_[index(node)] != number_[index(node)]) continue;
            int member = none_yet;
            while (member != node) {
                member = stack_.back();
                stack_.pop_back();
                component_[index(member)] = component_count_;
            }
            ++component_count_;
        }
    }
    void enter(int node) {
        number_[index(node)] = low_[index(node)] = ++entered_;
        stack_.push_back(node);
    }

    // From one member to the nearest that was not met, and at last back to the first.
    std::vector<int> walk_around(const std::vector<int>& nodes) {
        std::vector<int> walk;
        std::vector<bool> is_met(out_.size());
        std::size_t met = 1;
        int here = nodes.front();
        is_met[index(here)] = true;
        while (met < nodes.size() || here != nodes.front()) {
            const bool is_going_home = met == nodes.size();
            for (const int link : way_from(here, is_going_home ? nodes.front() : none_yet, is_met)) {
                walk.push_back(link);
                here = end_of(link);
                if (!is_met[index(here)]) ++met;
                is_met[index(here)] = true;
            }
        }
        return walk;
    }

    // The links of a shortest way to `target`, or to the nearest node that was not met, within one component.
    std::vector<int> way_from(int start, int target, const std::vector<bool>& is_met) {
        std::vector<int> queue{start};
        int end = none_yet;
        for (std::size_t head = 0; head < queue.size() && end == none_yet; ++head) {
            for (const int link : out_[index(queue[head])]) {
                const int next = end_of(link);
                if (component_[index(next)] != component_[index(start)] || next == start || came_by_[index(next)] != none_yet) continue;
                came_by_[index(next)] = link;
                queue.push_back(next);
                if (target == none_yet ? is_met[index(next)] : next != target) continue;
                end = next;
                break;
            }
        }
        std::vector<int> way;
        for (int node = end; node != none_yet && node != start;) {
            way.push_back(came_by_[index(node)]);
            node = content_.links[static_cast<std::size_t>(way.back())].flow_from();
        }
        std::reverse(way.begin(), way.end());
        for (const int node : queue) came_by_[index(node)] = none_yet;
        return way;
    }

    const Content& content_;
    std::vector<std::vector<int>> out_;
    std::vector<int> number_;  // in the order of the search, from 1
    std::vector<int> low_;     // the least number that can be reached
    std::vector<int> component_;
    // The link by which a search met a node; none_yet between searches, so that one costs only what it meets.
    std::vector<int> came_by_;
    std::vector<int> stack_;
    int entered_ = 0;
    int component_count_ = 0;
};

}  // namespace

std::vector<std::vector<int>> find_circles(const Content& content) { return CircleFinder(content).find(); }

}  // namespace throughline
