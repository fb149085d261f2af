// See whole.h.
#include "core/content/whole.h"

#include "core/base/suggestion.h"
#include "core/content/graph.h"
#include "core/content/rules.h"
#include "core/json/mistakes.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace throughline {
namespace {

constexpr std::size_t most_told = 60;  // nodes of a circle

const std::string& id_of(const Content& content, int node) { return content.nodes[static_cast<std::size_t>(node)].id; }
std::string link_pointer(int link) { return child_pointer("/links", static_cast<std::size_t>(link)); }
std::size_t link_offset(const JsonValue& root, int link) { return root.find("links")->items[static_cast<std::size_t>(link)].offset; }

std::string place_of(std::string_view bytes, std::size_t offset) {
    const TextPosition at = positions_at(bytes, {offset}).front();
    return std::to_string(at.line) + ":" + std::to_string(at.column);
}

// All its nodes in the order of the flow, and the links between them.
std::string tell_circle(const Content& content, const std::vector<int>& circle) {
    std::string nodes;
    std::string links;
    bool has_answer = false;
    for (std::size_t step = 0; step < circle.size(); ++step) {
        const int i = circle[step];
        const Link& link = content.links[static_cast<std::size_t>(i)];
        has_answer = has_answer || link.kind == LinkKind::Answers;
        if (step == most_told) nodes += "… → ", links += " …";
        if (step >= most_told) continue;
        nodes += quoted(id_of(content, link.flow_from())) + " → ";
        links += (links.empty() ? "" : ", ") + link_pointer(i);
    }
    nodes += quoted(id_of(content, content.links[static_cast<std::size_t>(circle.front())].flow_from()));
    return "closes a circle: " + nodes + " (" + links + "), so nothing in it comes first; remove or turn one of these links" +
           (has_answer ? "; an answer comes after what it answers" : "");
}

void check_circles(const Content& content, const JsonValue& root, MistakeList& mistakes) {
    for (const std::vector<int>& circle : find_circles(content)) {
        const int last = *std::max_element(circle.begin(), circle.end());
        mistakes.add(Telling::Rule, link_offset(root, last), link_pointer(last), [&] { return tell_circle(content, circle); });
    }
}

// Those that run against each other are a circle, and told as one.
void check_pairs(const Content& content, const JsonValue& root, std::string_view bytes, MistakeList& mistakes) {
    std::map<std::pair<int, int>, int> firsts;
    for (int i = 0; i < static_cast<int>(content.links.size()); ++i) {
        const Link& link = content.links[static_cast<std::size_t>(i)];
        if (link.from < 0 || link.to < 0 || link.from == link.to) continue;
        const auto [found, is_new] = firsts.emplace(std::pair(link.flow_from(), link.flow_to()), i);
        if (is_new) continue;
        const int first = found->second;
        const bool is_same = content.links[static_cast<std::size_t>(first)].kind == link.kind;
        mistakes.add(Telling::Rule, link_offset(root, i), link_pointer(i), [&] {
            return "joins the same two nodes as " + link_pointer(first) + " at " + place_of(bytes, link_offset(root, first)) + "; " +
                   (is_same ? "write one link, with the ‘sources’ of both" : "keep the kind that says most, with the ‘sources’ of both, and tell the other in the ‘text’ of a node");
        });
    }
}

void check_locators(const Content& content, const JsonValue& root, MistakeList& mistakes) {
    std::set<std::string_view> used;
    for (const Node& node : content.nodes) used.insert(node.sources.begin(), node.sources.end());
    for (const Link& link : content.links) used.insert(link.sources.begin(), link.sources.end());
    const JsonValue* locators = root.find("locators");
    for (std::size_t i = 0; i < content.locators.size(); ++i) {
        const std::string& id = content.locators[i].id;
        if (id.empty() || used.count(id) != 0) continue;
        mistakes.add(Telling::Rule, locators->items[i].offset, child_pointer("/locators", i), [&] {
            return "no node or link rests on " + quoted(id) + ": a claim of the brief is missing; use it in ‘sources’ or remove it";
        });
    }
}

}  // namespace

void check_whole(const ReadContent& read, const JsonValue& root, std::string_view bytes, MistakeList& mistakes) {
    const Content& content = read.content;
    const bool has_lists = root.find("nodes") != nullptr && root.find("links") != nullptr;
    if (read.has_whole_sources && has_lists) check_locators(content, root, mistakes);
    if (!read.has_whole_ids || content.nodes.size() > max_nodes || content.links.size() > max_links) return;
    check_pairs(content, root, bytes, mistakes);
    check_circles(content, root, mistakes);
}

}  // namespace throughline
