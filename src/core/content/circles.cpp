// The circles of a graph: its strongly connected components, and one walk around each.
#include "core/content/graph.h"

#include <algorithm>

namespace throughline {
namespace {

class CircleFinder {
public:
    explicit CircleFinder(const Content& content)
        : content_(content),
          out_(content.nodes.size()),
          number_(content.nodes.size()),
          low_(content.nodes.size()),
          component_(content.nodes.size(), none_yet),
          came_by_(content.nodes.size()) {
        for (const LinkId id : content.link_ids()) {
            const Link& link = content[id];
            if (link.from == none || link.to == none || link.from == link.to) continue;
            out_[link.flow_from().index()].push_back(id);
        }
    }

    std::vector<std::vector<LinkId>> find() {
        for (const NodeId node : content_.node_ids()) {
            if (number_[node.index()] == 0) find_components(node);
        }
        std::vector<std::vector<NodeId>> members(static_cast<std::size_t>(component_count_));
        for (const NodeId node : content_.node_ids())
            members[static_cast<std::size_t>(component_[node.index()])].push_back(node);
        std::sort(members.begin(), members.end());
        std::vector<std::vector<LinkId>> circles;
        for (const std::vector<NodeId>& nodes : members) {
            if (nodes.size() > 1) circles.push_back(walk_around(nodes));
        }
        return circles;
    }

private:
    static constexpr int none_yet = -1;
    NodeId end_of(LinkId link) const { return content_[link].flow_to(); }

    struct Visit {
        NodeId node;
        std::size_t next_link;
    };

    // Tarjan, Depth-First Search and Linear Graph Algorithms, 1972; without recursion, because a file may be one long
    // chain.
    void find_components(NodeId root) {
        std::vector<Visit> visits{{root, 0}};
        enter(root);
        while (!visits.empty()) {
            const NodeId node = visits.back().node;
            if (visits.back().next_link < out_[node.index()].size()) {
                const NodeId next = end_of(out_[node.index()][visits.back().next_link++]);
                if (number_[next.index()] == 0) {
                    enter(next);
                    visits.push_back({next, 0});
                } else if (component_[next.index()] == none_yet) {
                    low_[node.index()] = std::min(low_[node.index()], number_[next.index()]);
                }
                continue;
            }
            visits.pop_back();
            if (!visits.empty())
                low_[visits.back().node.index()] = std::min(low_[visits.back().node.index()], low_[node.index()]);
            if (low_[node.index()] != number_[node.index()]) continue;
            NodeId member;
            while (member != node) {
                member = stack_.back();
                stack_.pop_back();
                component_[member.index()] = component_count_;
            }
            ++component_count_;
        }
    }
    void enter(NodeId node) {
        number_[node.index()] = low_[node.index()] = ++entered_;
        stack_.push_back(node);
    }

    // From one member to the nearest that was not met, and at last back to the first.
    std::vector<LinkId> walk_around(const std::vector<NodeId>& nodes) {
        std::vector<LinkId> walk;
        std::vector<bool> is_met(out_.size());
        std::size_t met = 1;
        NodeId here = nodes.front();
        is_met[here.index()] = true;
        while (met < nodes.size() || here != nodes.front()) {
            const bool is_going_home = met == nodes.size();
            for (const LinkId link : way_from(here, is_going_home ? nodes.front() : NodeId(), is_met)) {
                walk.push_back(link);
                here = end_of(link);
                if (!is_met[here.index()]) ++met;
                is_met[here.index()] = true;
            }
        }
        return walk;
    }

    // The links of a shortest way to `target`, or to the nearest node that was not met, within one component.
    std::vector<LinkId> way_from(NodeId start, NodeId target, const std::vector<bool>& is_met) {
        std::vector<NodeId> queue{start};
        NodeId end;
        for (std::size_t head = 0; head < queue.size() && end == none; ++head) {
            for (const LinkId link : out_[queue[head].index()]) {
                const NodeId next = end_of(link);
                if (component_[next.index()] != component_[start.index()] || next == start ||
                    came_by_[next.index()] != none)
                    continue;
                came_by_[next.index()] = link;
                queue.push_back(next);
                if (target == none ? is_met[next.index()] : next != target) continue;
                end = next;
                break;
            }
        }
        std::vector<LinkId> way;
        for (NodeId node = end; node != none && node != start;) {
            way.push_back(came_by_[node.index()]);
            node = content_[way.back()].flow_from();
        }
        std::reverse(way.begin(), way.end());
        for (const NodeId node : queue) came_by_[node.index()] = none;
        return way;
    }

    const Content& content_;
    std::vector<std::vector<LinkId>> out_;
    std::vector<int> number_;  // in the order of the search, from 1
    std::vector<int> low_;     // the least number that can be reached
    std::vector<int> component_;
    // The link by which a search met a node; none between searches, so that one costs only what it meets.
    std::vector<LinkId> came_by_;
    std::vector<NodeId> stack_;
    int entered_ = 0;
    int component_count_ = 0;
};

}  // namespace

std::vector<std::vector<LinkId>> find_circles(const Content& content) { return CircleFinder(content).find(); }

}  // namespace throughline
