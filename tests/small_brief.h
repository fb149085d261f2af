// A content of three lanes with every kind of link, made in code, for the tests of what a page says.
#pragma once

#include "core/brief/brief.h"
#include "core/layout/layout.h"
#include "core/state/camera.h"
#include "core/view/view.h"

#include <string>
#include <utility>

namespace throughline {

// cause -> harm -> worse; answer answers harm (inferred); foe opposes cause.
inline Content small_brief() {
    Content content;
    content.language = "en";
    content.title = "A small brief";
    content.summary = "How one thing leads to another.";
    content.about = {"Its publisher",
                     "What it is",
                     "What is ours",
                     "A note",
                     {"Leave", "https://example.org/", "What cannot be hidden", "", ""},
                     "",
                     {},
                     Emblem::None,
                     Traces::Views,
                     {}};
    content.locators = {{"one/1", "Part one, paragraph 1"}, {"two/1", "Part two, paragraph 1"}};
    content.lanes = {{"origins", "Origins", 1, Hue::Violet, Shape::Ring},
                     {"harms", "Harms", 2, Hue::Crimson, Shape::Triangle},
                     {"answers", "Answers", 3, Hue::Green, Shape::Check}};
    content.nodes = {{"cause", 0, "The cause", "Where it starts.", {"one/1"}},
                     {"foe", 0, "The foe", "Who pushes back.", {"one/1"}},
                     {"harm", 1, "The harm", "What it does.", {"one/1", "two/1"}},
                     {"worse", 1, "Worse harm", "What it does then.", {"two/1"}},
                     {"answer", 2, "The answer", "What to do.", {"two/1"}}};
    content.links = {{0, 2, LinkKind::LeadsTo, Basis::Stated, {"one/1"}, ""},
                     {2, 3, LinkKind::LeadsTo, Basis::Stated, {"two/1"}, ""},
                     {1, 0, LinkKind::Opposes, Basis::Stated, {"one/1"}, ""},
                     {4, 2, LinkKind::Answers, Basis::Inferred, {"two/1"}, "Because it fits."}};
    content.tour = {{"First step", "It begins.", "SPEAKER NOTE", {0, 1}},
                    {"Last step", "It ends.", "SPEAKER NOTE", {4}}};
    return content;
}

struct SmallView {
    Content content;
    State state;

    explicit SmallView(Content of = small_brief()) : content(std::move(of)) {}

    Page page(Liveness liveness = Liveness::Live) const {
        const BriefPtr brief = open_brief(content);
        return view_page(*brief, compute_layout(content, layout_request(*brief, state)), state, liveness);
    }
};

// The diagram as a screen has it.
inline Scene scene_of(const Content& content, const State& state) {
    const BriefPtr brief = open_brief(content);
    const Layout layout = compute_layout(content, layout_request(*brief, state));
    return view_scene(*brief, layout, state, view_drawing(*brief, layout, state, Lettering::Screen));
}

// Calls `visit` with every item of the page, parents before children.
template <typename Visit>
void visit_items(const std::vector<PageItem>& items, const Visit& visit) {
    for (const PageItem& item : items) {
        visit(item);
        visit_items(item.inside(), visit);
    }
}

// The same with where each stands on the stage, if it stands anywhere.
template <typename Visit>
void visit_placed(const std::vector<PageItem>& items, const Visit& visit, const Transform& stage_from_items = {}) {
    for (const PageItem& item : items) {
        if (item.rect) visit(item, stage_from_items.apply(*item.rect));
        visit_placed(item.inside(), visit, item.stage_from_children.value_or(stage_from_items));
    }
}

inline Rect rect_on_stage(const Page& page, std::string_view id) {
    Rect found;
    visit_placed(page.items, [&](const PageItem& item, Rect rect) {
        if (item.id == id) found = rect;
    });
    return found;
}

inline std::vector<PageItem> find_items(const Page& page, Role role) {
    std::vector<PageItem> found;
    visit_items(page.items, [&](const PageItem& item) {
        if (item.role == role) found.push_back(item);
    });
    return found;
}

inline PageItem find_item(const Page& page, std::string_view id) {
    PageItem found;
    visit_items(page.items, [&](const PageItem& item) {
        if (item.id == id) found = item;
    });
    return found;
}

// All that is written in an item and below it.
inline std::string words_of(const PageItem& item) {
    std::string text = item.text;
    for (const PageItem& child : item.inside()) text += (text.empty() ? "" : " ") + words_of(child);
    return text;
}

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace throughline
