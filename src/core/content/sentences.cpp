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

bool has_basis(const Content& content, Basis basis) {
    return std::any_of(content.links.begin(), content.links.end(),
                       [basis](const Link& link) { return link.basis == basis; });
}

std::vector<NodeId> nodes_of_lane(const Content& content, LaneId lane) {
    std::vector<NodeId> nodes;
    for (const NodeId node : content.node_ids()) {
        if (content[node].lane == lane) nodes.push_back(node);
    }
    return nodes;
}

NodeId other_end(const Link& link, NodeId node) { return link.from == node ? link.to : link.from; }

std::vector<Relation> find_relations(const Content& content, const Graph& graph, NodeId node) {
    const Words& w = words();
    // In pairs by LinkKind: from this node, to this node.
    std::vector<Relation> relations{
        {"out", w.leads_to, w.leads_to_count, {}},   {"in", w.comes_from, w.comes_from_count, {}},
        {"answers", w.answers, w.answers_count, {}}, {"answered", w.answered_by, w.answered_by_count, {}},
        {"opposes", w.opposes, w.opposes_count, {}}, {"opposed", w.opposed_by, w.opposed_by_count, {}},
    };
    for (const auto* links : {&graph.links_out[node.index()], &graph.links_in[node.index()]}) {
        for (const LinkId i : *links) {
            const Link& link = content[i];
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

std::string count_relations(const Content& content, const Graph& graph, NodeId node) {
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
    return fill(sentence_pattern(link.kind), {content[link.from].title, content[link.to].title});
}

std::vector<LinkId> links_of(const Content& content, NodeId node, Course course) {
    std::vector<LinkId> found;
    for (const LinkId link : content.link_ids()) {
        if (node == (course == Course::Along ? content[link].flow_from() : content[link].flow_to()))
            found.push_back(link);
    }
    return found;
}

std::string looked_at_sentence(const Content& content, NodeId node, LinkId link) {
    const Words& w = words();
    const Link& looked_at = content[link];
    const bool is_out = looked_at.flow_from() == node;
    const std::vector<LinkId> lines = links_of(content, node, is_out ? Course::Along : Course::Back);
    const auto place = std::find(lines.begin(), lines.end(), link) - lines.begin() + 1;
    return fill(
        w.looked_at_sentence,
        {link_sentence(content, looked_at), looked_at.basis == Basis::Stated ? w.stated : w.inferred,
         fill(is_out ? w.looked_at_out_of : w.looked_at_in_of, {std::to_string(place), std::to_string(lines.size())})});
}

}  // namespace throughline
