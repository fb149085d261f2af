// What the parts of the page are made of.
#include "core/page_parts.h"

#include "core/palette.h"
#include "core/view.h"
#include "core/words.h"

#include <algorithm>
#include <utility>

namespace throughline {

namespace {

const char* shape_name(Shape shape) {
    switch (shape) {
        case Shape::Ring: return "ring";
        case Shape::Square: return "square";
        case Shape::Triangle: return "triangle";
        case Shape::Check: return "check";
        case Shape::Chevron: return "chevron";
    }
    return "ring";
}

std::string_view sentence_pattern(LinkKind kind) {
    switch (kind) {
        case LinkKind::LeadsTo: return words().sentence_leads_to;
        case LinkKind::Answers: return words().sentence_answers;
        case LinkKind::Opposes: return words().sentence_opposes;
    }
    return words().sentence_leads_to;
}

PageItem plain_item(Role role, std::string_view part, std::string_view text) {
    PageItem item;
    item.role = role;
    item.part = part;
    item.text = text;
    return item;
}

}  // namespace

PageItem group_item(std::string_view part, std::vector<PageItem> children) {
    PageItem item = plain_item(Role::Group, part, "");
    item.children = std::move(children);
    return item;
}

PageItem heading_item(int level, std::string_view part, std::string_view text) {
    PageItem item = plain_item(Role::Heading, part, text);
    item.level = level;
    return item;
}

PageItem paragraph_item(std::string_view part, std::string_view text) {
    return plain_item(Role::Paragraph, part, text);
}

PageItem text_item(std::string_view part, std::string_view text) { return plain_item(Role::Text, part, text); }

PageItem link_item(std::string_view part, std::string_view text, std::string_view href) {
    PageItem item = plain_item(Role::Link, part, text);
    item.href = href;
    return item;
}

PageItem button_item(std::string_view id, std::string_view part, std::string_view text) {
    PageItem item = plain_item(Role::Button, part, text);
    item.id = id;
    return item;
}

PageItem list_item(std::vector<PageItem> children) {
    PageItem item = plain_item(Role::ListItem, "", "");
    item.children = std::move(children);
    return item;
}

std::string lane_part(std::string_view part, const Lane& lane) {
    return std::string(part) + " " + css_hue_name(lane.hue) + " " + shape_name(lane.shape);
}

const char* basis_part(Basis basis) { return basis == Basis::Stated ? "stated" : "inferred"; }

const Node& node_of(const Content& content, int node) { return content.nodes[static_cast<std::size_t>(node)]; }

const Lane& lane_of(const Content& content, int node) {
    return content.lanes[static_cast<std::size_t>(node_of(content, node).lane)];
}

bool has_basis(const Content& content, Basis basis) {
    return std::any_of(content.links.begin(), content.links.end(), [basis](const Link& link) { return link.basis == basis; });
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

std::vector<int> lines_of(const Content& content, int node, Course course) {
    std::vector<int> lines;
    for (std::size_t i = 0; i < content.links.size(); ++i) {
        const Link& link = content.links[i];
        if (node == (course == Course::Along ? link.flow_from() : link.flow_to())) lines.push_back(static_cast<int>(i));
    }
    return lines;
}

std::string line_sentence(const Content& content, int node, int link) {
    const Words& w = words();
    const Link& looked_at = content.links[static_cast<std::size_t>(link)];
    const bool is_out = looked_at.flow_from() == node;
    const std::vector<int> lines = lines_of(content, node, is_out ? Course::Along : Course::Back);
    const auto place = std::find(lines.begin(), lines.end(), link) - lines.begin() + 1;
    return fill(w.line_sentence, {link_sentence(content, looked_at), looked_at.basis == Basis::Stated ? w.stated : w.inferred,
                                  fill(is_out ? w.line_out_of : w.line_in_of, {std::to_string(place), std::to_string(lines.size())})});
}

}  // namespace throughline
