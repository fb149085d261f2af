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

std::string link_pointer(LinkId link) { return child_pointer("/links", link.index()); }
std::size_t link_offset(const JsonValue& root, LinkId link) { return root.find("links")->items[link.index()].offset; }

std::string place_of(std::string_view bytes, std::size_t offset) {
    const TextPosition at = positions_at(bytes, {offset}).front();
    return std::to_string(at.line) + ":" + std::to_string(at.column);
}

// All its nodes in the order of the flow, and the links between them.
std::string tell_circle(const Content& content, const std::vector<LinkId>& circle) {
    std::string nodes;
    std::string links;
    bool has_answer = false;
    for (std::size_t step = 0; step < circle.size(); ++step) {
        const LinkId i = circle[step];
        const Link& link = content[i];
        has_answer = has_answer || link.kind == LinkKind::Answers;
        if (step == most_told) nodes += "… → ", links += " …";
        if (step >= most_told) continue;
        nodes += quoted(content[link.flow_from()].id) + " → ";
        links += (links.empty() ? "" : ", ") + link_pointer(i);
    }
    nodes += quoted(content[content[circle.front()].flow_from()].id);
    return "closes a circle: " + nodes + " (" + links +
           "), so nothing in it comes first; remove or turn one of these links" +
           (has_answer ? "; an answer comes after what it answers" : "");
}

void check_circles(const Content& content, const JsonValue& root, MistakeList& mistakes) {
    for (const std::vector<LinkId>& circle : find_circles(content)) {
        const LinkId last = *std::max_element(circle.begin(), circle.end());
        mistakes.add(Telling::Rule, link_offset(root, last), link_pointer(last),
                     [&] { return tell_circle(content, circle); });
    }
}

// Those that run against each other are a circle, and told as one.
void check_pairs(const Content& content, const JsonValue& root, std::string_view bytes, MistakeList& mistakes) {
    std::map<std::pair<NodeId, NodeId>, LinkId> firsts;
    for (const LinkId i : content.link_ids()) {
        const Link& link = content[i];
        if (link.from == none || link.to == none || link.from == link.to) continue;
        const auto [found, is_new] = firsts.emplace(std::pair(link.flow_from(), link.flow_to()), i);
        if (is_new) continue;
        const LinkId first = found->second;
        const bool is_same = content[first].kind == link.kind;
        mistakes.add(Telling::Rule, link_offset(root, i), link_pointer(i), [&] {
            return "joins the same two nodes as " + link_pointer(first) + " at " +
                   place_of(bytes, link_offset(root, first)) + "; " +
                   (is_same ? "write one link, with the ‘sources’ of both"
                            : "keep the kind that says most, with the ‘sources’ of both, and tell the other in the "
                              "‘text’ of a node");
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
            return "no node or link rests on " + quoted(id) +
                   ": a claim of the brief is missing; use it in ‘sources’ or remove it";
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
