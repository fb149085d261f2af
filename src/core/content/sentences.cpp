// See sentences.h.
#include "core/content/sentences.h"

#include "core/content/words.h"

#include <algorithm>

namespace throughline {
namespace {

std::string_view sentence_pattern(LinkKind kind) {
    switch (kind) {
        case LinkKind::LeadsTo: return words().sentence_leads_to;
        case LinkKind::Answers: return words().sentence_answers;
        case LinkKind::Opposes: return words().sentence_opposes;
    }
    return words().sentence_leads_to;
}

}  // namespace

const Node& node_of(const Content& content, int node) { return content.nodes[static_cast<std::size_t>(node)]; }

const Lane& lane_of(const Content& content, int node) {
    return content.lanes[static_cast<std::size_t>(node_of(content, node).lane)];
}

bool has_basis(const Content& content, Basis basis) {
    return std::any_of(content.links.begin(), content.links.end(), [basis](const Link& link) { return link.basis == basis; });
}

std::vector<int> nodes_of_lane(const Content& content, int lane) {
    std::vector<int> nodes;
    for (std::size_t node = 0; node < content.nodes.size(); ++node) {
        if (content.nodes[node].lane == lane) nodes.push_back(static_cast<int>(node));
    }
    return nodes;
}

int other_end(const Link& link, int node) { return link.from == node ? link.to : link.from; }

std::vector<Relation> find_relations(const Content& content, const Graph& graph, int node) {
    const Words& w = words();
    // In pairs by LinkKind: from this node, to this node.
    std::vector<Relation> relations{
        {"out", w.leads_to, w.leads_to_count, {}},        {"in", w.comes_from, w.comes_from_count, {}},
        {"answers", w.answers, w.answers_count, {}},      {"answered", w.answered_by, w.answered_by_count, {}},
        {"opposes", w.opposes, w.opposes_count, {}},      {"opposed", w.opposed_by, w.opposed_by_count, {}},
    };
    const auto index = static_cast<std::size_t>(node);
    for (const auto* links : {&graph.links_out[index], &graph.links_in[index]}) {
        for (const int i : *links) {
            const Link& link = content.links[static_cast<std::size_t>(i)];
            const std::size_t pair = 2 * static_cast<std::size_t>(link.kind);
            relations[pair + (link.from == node ? 0 : 1)].links.push_back(i);
        }
    }
    for (Relation& relation : relations) std::sort(relation.links.begin(), relation.links.end());
    relations.erase(std::remove_if(relations.begin(), relations.end(),
                                   [](const Relation& relation) { return relation.links.empty(); }),
                    relations.end());
    return relations;
}

std::string count_relations(const Content& content, const Graph& graph, int node) {
    std::string counted;
    for (const Relation& relation : find_relations(content, graph, node)) {
        if (!counted.empty()) counted += words().counts_separator;
        counted += fill(relation.count_pattern, {std::to_string(relation.links.size())});
    }
    return counted.empty() ? std::string(words().no_links) : counted;
}

std::string source_line(const Content& content, const std::vector<std::string>& sources) {
    std::string labels;
    for (const std::string& source : sources) {
        if (!labels.empty()) labels += words().sources_separator;
        labels += content.locator_label(source);
    }
    return fill(words().source, {labels});
}

std::string link_sentence(const Content& content, const Link& link) {
    return fill(sentence_pattern(link.kind), {node_of(content, link.from).title, node_of(content, link.to).title});
}

std::vector<int> links_of(const Content& content, int node, Course course) {
    std::vector<int> lines;
    for (std::size_t i = 0; i < content.links.size(); ++i) {
        const Link& link = content.links[i];
        if (node == (course == Course::Along ? link.flow_from() : link.flow_to())) lines.push_back(static_cast<int>(i));
    }
    return lines;
}

std::string looked_at_sentence(const Content& content, int node, int link) {
    const Words& w = words();
    const Link& looked_at = content.links[static_cast<std::size_t>(link)];
    const bool is_out = looked_at.flow_from() == node;
    const std::vector<int> lines = links_of(content, node, is_out ? Course::Along : Course::Back);
    const auto place = std::find(lines.begin(), lines.end(), link) - lines.begin() + 1;
    return fill(w.looked_at_sentence, {link_sentence(content, looked_at), looked_at.basis == Basis::Stated ? w.stated : w.inferred,
                                  fill(is_out ? w.looked_at_out_of : w.looked_at_in_of, {std::to_string(place), std::to_string(lines.size())})});
}

}  // namespace throughline
