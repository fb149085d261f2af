// See whole_text.h.
#include "core/page/whole_text.h"

#include "core/content/sentences.h"
#include "core/content/words.h"
#include "core/page/items.h"

#include <utility>

namespace throughline {

namespace {

constexpr const char* connections_id = "text:connections";
constexpr const char* tour_id = "text:tour";
constexpr const char* about_id = "about";

std::string lane_id(const Lane& lane) { return "lane:" + lane.id; }

PageItem region(std::string_view id, std::string_view part, std::vector<PageItem> children) {
    PageItem item = group_item(part, std::move(children));
    item.role = Role::Region;
    item.id = id;
    return item;
}

PageItem links_to(const Content& content, const Relation& relation, NodeId node) {
    PageItem list;
    list.role = Role::List;
    for (const LinkId i : relation.links) {
        const Link& link = content[i];
        const Node& other = content[other_end(link, node)];
        PageItem item = list_item(items_of(link_item("", other.title, "#" + other.id)));
        if (link.basis == Basis::Inferred) {
            item.part = basis_part(link.basis);
            item.children.push_back(text_item("", words().inferred_aside));
        }
        list.children.push_back(std::move(item));
    }
    PageItem links = group_item("relation", items_of(std::move(list)));
    links.text = relation.title;
    return links;
}

PageItem node_section(const Content& content, const Graph& graph, NodeId node) {
    const Node& written = content[node];
    std::vector<PageItem> children = items_of(heading_item(3, "", written.title), paragraph_item("", written.text));
    for (const Relation& relation : find_relations(content, graph, node)) {
        children.push_back(links_to(content, relation, node));
    }
    children.push_back(paragraph_item("source", source_line(content, written.sources)));
    return region(written.id, "node", std::move(children));
}

PageItem lane_section(const Content& content, const Graph& graph, LaneId lane) {
    const Lane& written = content[lane];
    std::vector<PageItem> children = items_of(heading_item(2, "", written.title));
    // Lanes by nodes, 40 by 1,000 at most, once when a content is opened.
    for (const NodeId node : content.node_ids()) {
        if (content[node].lane == lane) children.push_back(node_section(content, graph, node));
    }
    return region(lane_id(written), lane_part("lane", written), std::move(children));
}

PageItem connection(const Content& content, const Link& link) {
    PageItem item = list_item(items_of(text_item("", link.basis == Basis::Stated ? words().stated : words().inferred)));
    item.text = link_sentence(content, link) + " ";
    item.part = basis_part(link.basis);
    item.link = content[link.from].id + "->" + content[link.to].id;
    if (!link.why.empty()) item.children.push_back(paragraph_item("", fill(words().why, {link.why})));
    if (!link.sources.empty()) item.children.push_back(paragraph_item("", source_line(content, link.sources)));
    return item;
}

PageItem connections_section(const Content& content) {
    PageItem list;
    list.role = Role::List;
    for (const Link& link : content.links) list.children.push_back(connection(content, link));
    std::vector<PageItem> children = items_of(heading_item(2, "", words().connections_title));
    if (has_basis(content, Basis::Stated) && has_basis(content, Basis::Inferred))
        children.push_back(paragraph_item("", words().connections_intro));
    children.push_back(std::move(list));
    return region(connections_id, "connections", std::move(children));
}

// To the steps beside one.
PageItem step_links(const Content& content, std::size_t step) {
    PageItem links = group_item("step-links", {});
    if (step > 0) links.children.push_back(link_item("", words().back, "#" + step_id(step - 1)));
    if (step + 1 < content.tour.size()) links.children.push_back(link_item("", words().next, "#" + step_id(step + 1)));
    return links;
}

PageItem tour_section(const Content& content, Liveness liveness) {
    PageItem steps;
    steps.role = Role::OrderedList;
    for (std::size_t i = 0; i < content.tour.size(); ++i) {
        const TourStep& step = content.tour[i];
        PageItem focus = paragraph_item("focus", words().tour_focus);
        for (std::size_t k = 0; k < step.focus.size(); ++k) {
            const Node& node = content[step.focus[k]];
            if (k > 0) focus.children.push_back(text_item("", words().sources_separator));
            focus.children.push_back(link_item("", node.title, "#" + node.id));
        }
        PageItem stop =
            list_item(items_of(heading_item(3, "", step.title), paragraph_item("", step.text), std::move(focus)));
        if (liveness == Liveness::Static) {
            stop.id = step_id(i);
            stop.part = "stop";
            stop.children.push_back(step_links(content, i));
        }
        steps.children.push_back(std::move(stop));
    }
    std::vector<PageItem> children =
        items_of(heading_item(2, "", words().tour_title), paragraph_item("", words().tour_intro));
    if (!content.about.content_note.empty()) children.push_back(paragraph_item("note", content.about.content_note));
    children.push_back(std::move(steps));
    return region(tour_id, "tour-text", std::move(children));
}

PageItem contents_navigation(const Content& content) {
    PageItem list;
    list.role = Role::List;
    const auto add = [&list](std::string_view part, std::string_view title, std::string_view id) {
        list.children.push_back(list_item(items_of(link_item(part, title, "#" + std::string(id)))));
    };
    for (const Lane& lane : content.lanes) add(lane_part("shaped", lane), lane.title, lane_id(lane));
    if (!content.links.empty()) add("", words().connections_title, connections_id);
    if (!content.tour.empty()) add("", words().tour_title, tour_id);
    add("", words().about_title, about_id);
    PageItem navigation =
        group_item("contents", items_of(paragraph_item("contents-title", words().contents), std::move(list)));
    navigation.role = Role::Navigation;
    navigation.label = words().contents;
    return navigation;
}

}  // namespace

std::string step_id(std::size_t step) { return "step=" + std::to_string(step + 1); }

PageItem whole_text_item(const Content& content, const Graph& graph, Liveness liveness) {
    std::vector<PageItem> sections = items_of(group_item(
        "text-head", items_of(heading_item(2, "", words().text_title), paragraph_item("summary", content.summary),
                              link_item("to-diagram", words().back_to_diagram, "#stage"))));
    for (const LaneId lane : content.lane_ids()) {
        sections.push_back(lane_section(content, graph, lane));
    }
    if (!content.links.empty()) sections.push_back(connections_section(content));
    if (!content.tour.empty()) sections.push_back(tour_section(content, liveness));
    PageItem text =
        group_item("text", items_of(contents_navigation(content), group_item("sections", std::move(sections))));
    text.id = "text";
    text.takes_focus = true;
    return text;
}

PageItem about_item(const Content& content, Liveness liveness) {
    const Words& w = words();
    const About& about = content.about;
    PageItem item = group_item("about", items_of(heading_item(2, "", w.about_title)));
    item.role = Role::ContentInfo;
    item.id = about_id;
    const auto add = [&item](std::string_view title, std::string_view text) {
        if (text.empty()) return;
        item.children.push_back(
            group_item("about-entry", items_of(heading_item(3, "", title), paragraph_item("", text))));
    };
    add(w.about_publisher, about.publisher);
    add(w.about_brief, about.brief);
    add(w.about_explainer, about.explainer);
    add(w.about_content, about.content_note);
    add(w.about_exit, about.exit.limits);
    // Without scripts nobody listens to keys, so nothing is promised there.
    if (liveness == Liveness::Live && !about.exit.limits.empty())
        item.children.back().children.push_back(paragraph_item("", w.about_exit_keys));
    return item;
}

}  // namespace throughline
