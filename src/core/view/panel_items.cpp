// The panel beside the diagram: what is chosen, in words; and the list of mistakes of a file that was not taken.
#include "core/content/sentences.h"
#include "core/content/words.h"
#include "core/json/mistakes.h"
#include "core/view/items.h"
#include "core/view/view.h"

#include <string>
#include <utility>

namespace throughline {

namespace {

std::string go_id(std::string_view slot, const Node& node) { return "go:" + std::string(slot) + ":" + node.id; }

PageItem go_item(const Content& content, std::string_view slot, NodeId node) {
    const Node& written = content[node];
    PageItem item = link_item(lane_part("go shaped", content.lane_of(node)), written.title, "#" + written.id);
    item.id = go_id(slot, written);
    return item;
}

// How the link is known, and on request its sentence, where it stands and why we read it so.
PageItem proof_item(const Content& content, std::string_view slot, const Link& link) {
    const Words& w = words();
    const bool is_stated = link.basis == Basis::Stated;
    PageItem item;
    item.role = Role::Disclosure;
    item.id = "proof:" + std::string(slot) + ":" + content[link.from].id + "->" + content[link.to].id;
    item.part = is_stated ? "proof stated" : "proof inferred";
    item.text = is_stated ? w.stated_short : w.inferred_short;
    item.label = fill(w.proof, {is_stated ? w.stated : w.inferred});
    item.children.push_back(paragraph_item("", link_sentence(content, link)));
    if (!link.why.empty()) item.children.push_back(paragraph_item("why", fill(w.why, {link.why})));
    if (!link.sources.empty()) item.children.push_back(paragraph_item("source", source_line(content, link.sources)));
    return item;
}

PageItem list_of(std::vector<PageItem> items) {
    PageItem list;
    list.role = Role::List;
    list.part = "gos";
    list.children = std::move(items);
    return list;
}

void add_relations(std::vector<PageItem>& children, const Brief& brief, NodeId node) {
    for (const Relation& relation : find_relations(brief.content, brief.graph, node)) {
        std::vector<PageItem> items;
        for (const LinkId i : relation.links) {
            const Link& link = brief.content[i];
            items.push_back(list_item(items_of(go_item(brief.content, relation.slot, other_end(link, node)),
                                               proof_item(brief.content, relation.slot, link))));
            items.back().part = basis_part(link.basis);
        }
        children.push_back(heading_item(3, "", relation.title));
        children.push_back(list_of(std::move(items)));
    }
}

// What lies more than one link away, lane by lane.
void add_further(std::vector<PageItem>& children, const Content& content, const Closure& closure, Course course) {
    std::vector<std::vector<PageItem>> by_lane(content.lanes.size());
    for (const NodeId node : content.node_ids()) {
        const int distance = course == Course::Along ? closure.distance[node.index()] : -closure.distance[node.index()];
        if (!closure.has_node[node.index()] || distance <= 1) continue;
        by_lane[content[node].lane.index()].push_back(list_item(items_of(go_item(content, "far", node))));
    }
    const std::string_view pattern = course == Course::Along ? words().further_along : words().further_back;
    for (const LaneId lane : content.lane_ids()) {
        std::vector<PageItem>& items = by_lane[lane.index()];
        if (items.empty()) continue;
        children.push_back(heading_item(3, "", fill(pattern, {content[lane].title})));
        children.push_back(list_of(std::move(items)));
    }
}

// Where we are, and the way back from here.
PageItem panel_head(PageItem kicker, PageItem way_back) {
    return group_item("panel-head", items_of(std::move(kicker), std::move(way_back)));
}

PageItem tour_foot(const Situation& now) {
    return group_item("panel-foot", items_of(button_of(now, "tour-back"), button_of(now, "tour-next")));
}

// Nobody needs buttons at a card alone, unless one leads back from it.
bool has_walk(const Content& content, const State& state) {
    return !state.hands.trail.empty() || !links_of(content, state.view.selected, Course::Along).empty() ||
           !links_of(content, state.view.selected, Course::Back).empty();
}

// Step by step along the links: look at the next one, hear its sentence, go to its other end, and back.
PageItem walk_item(const Content& content, const State& state) {
    PageItem walk = group_item("walk", bar_items({content, state}, walk_bar));
    walk.label = words().link_walk;
    if (state.view.looked_at != none)
        walk.children.push_back(
            paragraph_item("looked-at", looked_at_sentence(content, state.view.selected, state.view.looked_at)));
    return walk;
}

std::vector<PageItem> node_panel(const Brief& brief, const State& state) {
    const Node& written = brief.content[state.view.selected];
    const Lane& lane = brief.content.lane_of(state.view.selected);
    PageItem way_back = button_of({brief.content, state}, state.view.step == none ? "whole" : "tour-resume");
    std::vector<PageItem> children =
        items_of(panel_head(paragraph_item(lane_part("kicker", lane), lane.title), std::move(way_back)),
                 heading_item(2, "", written.title), paragraph_item("", written.text));
    if (has_walk(brief.content, state)) children.push_back(walk_item(brief.content, state));
    add_relations(children, brief, state.view.selected);
    const Closure closure = find_closure(brief.content, brief.graph, state.view.selected);
    add_further(children, brief.content, closure, Course::Along);
    add_further(children, brief.content, closure, Course::Back);
    children.push_back(paragraph_item("source", source_line(brief.content, written.sources)));
    if (state.view.step != none) children.push_back(tour_foot({brief.content, state}));
    return children;
}

std::vector<PageItem> step_panel(const Content& content, const State& state) {
    const Words& w = words();
    const int step = state.view.step;
    const TourStep& written = content.tour[static_cast<std::size_t>(step)];
    std::vector<PageItem> items;
    for (const NodeId node : written.focus) items.push_back(list_item(items_of(go_item(content, "tour", node))));
    const std::string number = std::to_string(step + 1);
    const std::string count = std::to_string(content.tour.size());
    std::vector<PageItem> children = items_of(
        panel_head(paragraph_item("kicker", fill(w.step, {number, count})), button_of({content, state}, "tour-end")),
        heading_item(2, "", written.title));
    // Nobody is led into hard matters unwarned.
    if (step == 0 && !content.about.content_note.empty())
        children.push_back(paragraph_item("note", content.about.content_note));
    for (PageItem& item : items_of(paragraph_item("step-text", written.text), heading_item(3, "", w.in_this_step),
                                   list_of(std::move(items)), tour_foot({content, state}))) {
        children.push_back(std::move(item));
    }
    return children;
}

std::vector<PageItem> whole_panel(const Content& content, Liveness liveness) {
    const Words& w = words();
    std::vector<PageItem> lanes;
    for (const Lane& lane : content.lanes) {
        lanes.push_back(list_item(items_of(text_item(lane_part("shaped", lane), lane.title))));
    }
    std::vector<PageItem> children = items_of(paragraph_item("summary", content.summary));
    if (liveness == Liveness::Live) children.push_back(paragraph_item("hint", w.hint));
    children.push_back(heading_item(2, "", w.how_to_read));
    children.push_back(paragraph_item("", w.how_cards));
    children.push_back(list_of(std::move(lanes)));
    if (has_basis(content, Basis::Stated)) children.push_back(paragraph_item("line stated", w.how_stated));
    if (has_basis(content, Basis::Inferred)) children.push_back(paragraph_item("line inferred", w.how_inferred));
    PageItem about = paragraph_item("note", content.about.content_note);
    if (!about.text.empty()) about.text += ' ';
    about.children.push_back(link_item("", w.about_link, "#about"));
    children.push_back(std::move(about));
    return children;
}

}  // namespace

PageItem panel_item(const Brief& brief, const State& state, Liveness liveness) {
    PageItem panel;
    panel.role = Role::Region;
    panel.id = "panel";
    panel.part = "panel";
    panel.takes_focus = true;
    if (state.view.selected != none) {
        panel.children = node_panel(brief, state);
        panel.label = brief.content[state.view.selected].title;
    } else if (state.view.step != none) {
        panel.children = step_panel(brief.content, state);
        panel.label = brief.content.tour[static_cast<std::size_t>(state.view.step)].title;
    } else {
        panel.children = whole_panel(brief.content, liveness);
        panel.label = words().details;
    }
    return panel;
}

namespace {

PageItem listed_item(const Mistakes& mistakes) {
    PageItem list;
    list.role = Role::List;
    for (const Mistake& mistake : with_rest(mistakes)) {
        std::string where = std::to_string(mistake.line) + ":" + std::to_string(mistake.column);
        PageItem item = list_item(items_of(text_item("where", where)));
        if (!mistake.pointer.empty()) item.children.push_back(text_item("pointer", mistake.pointer));
        item.children.push_back(text_item("message", mistake.message));
        list.children.push_back(std::move(item));
    }
    return list;
}

std::string counted(std::string_view one, std::string_view several, const std::string& file_name, std::size_t count) {
    return count == 1 ? fill(one, {file_name}) : fill(several, {file_name, std::to_string(count)});
}

// A reader who opens a brief is in nobody's way: one line, and the list for whoever asks.
PageItem remarks_item(const FileReport& report, std::size_t place) {
    PageItem remarks;
    remarks.role = Role::Disclosure;
    remarks.id = "remarks:" + std::to_string(place);
    remarks.part = "remarks";
    remarks.text = counted(words().remarks_one, words().remarks_title, report.file_name, report.remarks.count);
    remarks.children = items_of(listed_item(report.remarks));
    return remarks;
}

}  // namespace

PageItem mistakes_item(const Content& content, const State& state) {
    const Words& w = words();
    PageItem alert;
    alert.role = Role::Alert;
    alert.id = "mistakes";
    alert.part = "mistakes";
    std::vector<PageItem> children;
    std::size_t refused = 0;
    for (std::size_t i = 0; i < state.files.reports.size(); ++i) {
        const FileReport& report = state.files.reports[i];
        if (!report.is_refused()) {
            // Remarks are for an author at work, not for an audience.
            if (state.view.mode == Mode::Explore) children.push_back(remarks_item(report, i));
            continue;
        }
        const bool is_second = report.mistakes.count == 0;
        const std::string title =
            is_second ? fill(w.refused_second, {report.file_name})
                      : counted(w.refused_one, w.refused_title, report.file_name, report.mistakes.count);
        children.push_back(heading_item(2, "", title));
        if (refused++ == 0)
            children.push_back(paragraph_item("", state.files.opened_beside.empty()
                                                      ? std::string(w.refused_kept)
                                                      : fill(w.refused_beside, {state.files.opened_beside})));
        children.push_back(is_second ? paragraph_item("", w.refused_second_why) : listed_item(report.mistakes));
    }
    if (state.files.refused > refused)
        children.push_back(paragraph_item("", fill(w.refused_more, {std::to_string(state.files.refused - refused)})));
    if (children.empty()) return alert;
    if (refused == 0) alert.part = "mistakes remarked";
    PageItem first = std::move(children.front());
    children.erase(children.begin());
    alert.children = items_of(
        group_item("mistakes-head", items_of(std::move(first), button_of({content, state}, "mistakes-dismiss"))));
    for (PageItem& child : children) alert.children.push_back(std::move(child));
    return alert;
}

}  // namespace throughline
