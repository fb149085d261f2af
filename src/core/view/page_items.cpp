// State to Page: what is written, spoken and operated around the diagram. The parts that are long have files of their
// own.
#include "core/content/sentences.h"
#include "core/content/words.h"
#include "core/state/camera.h"
#include "core/state/address.h"
#include "core/page/whole_text.h"
#include "core/view/status.h"
#include "core/view/items.h"
#include "core/view/palette.h"
#include "core/view/view.h"
#include "core/view/waiting.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace throughline {

namespace {

constexpr float kiosk_target_px = 60;
constexpr std::array<const char*, 3> phase_words{"attract", "visit", "warning"};  // in the order of the enumerators

// Nobody leaves a kiosk for another site; its visitors start over.
PageItem way_out_item(const Content& content, const State& state, Liveness liveness) {
    if (state.view.mode == Mode::Kiosk) return button_of({content, state}, "start-over");
    PageItem leave = link_item("leave", content.about.exit.label, content.about.exit.url);
    leave.id = "leave";
    if (liveness == Liveness::Live) leave.description = words().leave_keys;
    return leave;
}

// Takes the way out's place in a frame that keeps the page from leaving the tab.
PageItem way_out_of_frame_item() {
    PageItem alone = link_item("leave leave-alone", words().leave_alone, "#main");
    alone.id = "leave-alone";
    alone.is_hidden = true;
    return alone;
}

// Said by the page while one press of Escape more leaves it, with or without an engine.
PageItem leave_soon_item() {
    PageItem soon;
    soon.role = Role::Alert;
    soon.id = "leave-soon";
    soon.part = "leave-soon";
    soon.text = words().leave_soon;
    soon.is_hidden = true;
    return soon;
}

PageItem banner_item(const Content& content, const State& state, Liveness liveness) {
    const Words& w = words();
    PageItem skip = link_item("skip", w.skip, "#text");
    skip.id = "skip";
    PageItem title = heading_item(1, "title", content.title);
    title.id = "title";
    PageItem banner = group_item("header", {});
    if (!state.view.is_talk()) banner.children.push_back(std::move(skip));
    if (content.about.emblem == Emblem::Umbrella) banner.children.push_back(text_item("emblem umbrella", ""));
    banner.children.push_back(std::move(title));
    if (state.library.editions.size() > 1) banner.children.push_back(languages_item(content, state.library.editions));
    banner.children.push_back(way_out_item(content, state, liveness));
    if (state.view.mode != Mode::Kiosk) banner.children.push_back(way_out_of_frame_item());
    banner.role = Role::Banner;
    if (liveness == Liveness::Live && find_command({content, state}, "extent") != nullptr) {
        const std::string_view shown = state.view.extent == Extent::Path ? w.showing_path : w.showing_everything;
        banner.children.push_back(
            group_item("extent", items_of(text_item("", shown), button_of({content, state}, "extent"))));
    }
    return banner;
}

// Cards as a finger finds them: each grown to `wanted` where there is room, no further than the middle of a gap. All in
// world units. Cards that stand above each other begin at the same x.
std::vector<Rect> touch_areas(const std::vector<CardBox>& cards, float wanted) {
    std::vector<Rect> areas;
    std::vector<std::size_t> downwards;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        areas.push_back(cards[i].rect);
        downwards.push_back(i);
    }
    std::sort(downwards.begin(), downwards.end(), [&cards](std::size_t a, std::size_t b) {
        return std::pair(cards[a].rect.x, cards[a].rect.y) < std::pair(cards[b].rect.x, cards[b].rect.y);
    });
    for (std::size_t place = 0; place < downwards.size(); ++place) {
        const Rect& card = cards[downwards[place]].rect;
        const auto neighbour = [&](std::size_t other) {
            return other < downwards.size() && cards[downwards[other]].rect.x == card.x ? &cards[downwards[other]].rect
                                                                                        : nullptr;
        };
        const float missing = std::max(0.0F, wanted - card.h);
        const Rect* before = neighbour(place - 1);
        const Rect* after = neighbour(place + 1);
        const float above = before != nullptr ? std::min(missing, (card.y - before->bottom()) / 2) : missing;
        const float below = after != nullptr ? std::min(missing, (after->y - card.bottom()) / 2) : missing;
        // What one side has no room for, the other may have.
        const float up = std::min(above, std::max(missing / 2, missing - below));
        areas[downwards[place]] = {card.x, card.y - up, card.w, card.h + up + std::min(below, missing - up)};
    }
    return areas;
}

}  // namespace

PageItem view_card_buttons(const Brief& brief, const Layout& layout, const State& state) {
    const float wanted =
        state.view.mode == Mode::Kiosk ? kiosk_target_px / stage_from_world(brief.content, layout, state).scale : 0;
    const std::vector<Rect> areas = touch_areas(layout.cards, wanted);
    PageItem nodes = group_item("nodes", {});
    LaneId lane;
    for (std::size_t i = 0; i < layout.cards.size(); ++i) {
        const CardBox& card = layout.cards[i];
        const Node& node = brief.content[card.node];
        if (nodes.children.empty() || node.lane != lane) {
            lane = node.lane;
            nodes.children.push_back(group_item("", {}));
            nodes.children.back().label = brief.content[lane].title;
        }
        PageItem button = button_item("node:" + node.id, "node-button", node.title);
        button.node = node.id;
        button.description = brief.link_counts[card.node.index()];
        button.is_pressed = state.view.selected == card.node;
        button.rect = areas[i];
        nodes.children.back().children.push_back(std::move(button));
    }
    nodes.share_children();
    return nodes;
}

PageItem stage_item(const Brief& brief, const Layout& layout, const State& state, Liveness liveness,
                    const PageItem* card_buttons) {
    PageItem picture;
    picture.role = Role::Picture;
    picture.id = "picture";
    picture.part = "picture";
    if (liveness == Liveness::Live && !state.fills_stage()) picture.rect = Rect{0, 0, layout.bounds.w, layout.bounds.h};
    PageItem stage = group_item("stage", items_of(std::move(picture)));
    stage.role = Role::Region;
    stage.id = "stage";
    stage.label = words().diagram;
    stage.takes_focus = true;
    if (state.fills_stage()) {
        for (PageItem& item : caption_items(brief.content, layout, state)) stage.children.push_back(std::move(item));
    }
    if (liveness == Liveness::Live && !state.view.is_blank) {
        stage.children.push_back(card_buttons != nullptr ? *card_buttons : view_card_buttons(brief, layout, state));
        stage.children.back().stage_from_children = stage_from_world(brief.content, layout, state);
    }
    return stage;
}

namespace {

PageItem tools_item(const Situation& now) {
    const State& state = now.state;
    PageItem zoom = group_item("zoom", bar_items(now, zoom_bar));
    zoom.label = words().zoom;
    PageItem tools =
        group_item("tools", items_of(std::move(zoom), button_of(now, "theme"), button_of(now, "contrast")));
    if (state.view.mode == Mode::Kiosk) return tools;
    if (find_command(now, "fold") != nullptr) tools.children.push_back(button_of(now, "fold"));
    tools.children.push_back(button_of(now, "print"));
    if (find_command(now, "copy-link") != nullptr) {
        tools.children.push_back(button_of(now, "copy-link"));
        if (state.hands.has_copied_link) tools.children.back().part += " copied";
    }
    tools.children.push_back(button_of(now, "present"));
    PageItem open = button_item("open-brief", "open", words().open_brief);
    open.role = Role::FileInput;
    tools.children.push_back(std::move(open));
    return tools;
}

PageItem link_field_item(const State& state) {
    PageItem field;
    field.role = Role::Field;
    field.id = "link-field";
    field.part = "link-field";
    field.text = words().link_field;
    field.value = state.hands.link;
    return field;
}

PageItem controls_item(const Content& content, const Layout& layout, const State& state, Liveness liveness) {
    const Words& w = words();
    const Situation now{content, state, most_zoom(content, layout, state)};
    PageItem controls = group_item("controls", {});
    controls.role = Role::Region;
    controls.id = "controls";
    controls.label = w.controls;
    if (!content.tour.empty()) {
        PageItem tour = button_of(now, "tour");
        if (liveness == Liveness::Static) {
            tour.role = Role::Link;
            tour.href = "#" + step_id(0);
        }
        controls.children.push_back(std::move(tour));
    }
    PageItem legend = group_item("legend", {});
    if (has_basis(content, Basis::Stated)) legend.children.push_back(text_item("line stated", w.stated));
    if (has_basis(content, Basis::Inferred)) legend.children.push_back(text_item("line inferred", w.inferred));
    legend.label = w.legend;
    if (!legend.children.empty()) controls.children.push_back(std::move(legend));
    if (liveness == Liveness::Live) controls.children.push_back(tools_item(now));
    PageItem read = button_of(now, "read-text");
    read.role = Role::Link;
    read.href = "#text";
    controls.children.push_back(std::move(read));
    if (!state.hands.link.empty()) controls.children.push_back(link_field_item(state));
    return controls;
}

PageItem dock_item(const Brief& brief, const Layout& layout, const State& state, Liveness liveness) {
    PageItem dock = group_item("dock", {});
    dock.id = "dock";
    if (liveness == Liveness::Live) dock.children.push_back(button_of({brief.content, state}, "sheet"));
    dock.children.push_back(controls_item(brief.content, layout, state, liveness));
    if (state.has_panel()) dock.children.push_back(panel_item(brief, state, liveness));
    return dock;
}

PageItem status_item(const Brief& brief, const State& state) {
    PageItem status;
    status.role = Role::Status;
    status.id = "status";
    status.part = "status";
    status.text = said_words(brief, state);
    return status;
}

// In place of everything once the reader has left and no other page can come.
PageItem neutral_item(const Content& content) {
    const Exit& exit = content.about.exit;
    const auto either = [](const std::string& written, std::string_view usual) {
        return written.empty() ? usual : std::string_view(written);
    };
    PageItem neutral =
        group_item("neutral", items_of(heading_item(1, "", either(exit.neutral_title, words().neutral_title)),
                                       paragraph_item("", either(exit.neutral_text, words().neutral_text))));
    neutral.id = "neutral";
    neutral.is_hidden = true;
    return neutral;
}

// In place of everything where an opened content cannot be shown, because there is no engine: the whole text is
// another's.
PageItem absent_item() {
    PageItem absent =
        group_item("absent", items_of(heading_item(1, "", words().absent_title), paragraph_item("", words().absent)));
    absent.id = "absent";
    absent.is_hidden = true;
    return absent;
}

PageAttributes attributes_of(const Content& content, const State& state, Liveness liveness) {
    PageAttributes attributes;
    attributes.language = content.language;
    attributes.direction = content.direction == Direction::RightToLeft ? "rtl" : "ltr";
    // Two windows of one page are told apart by their names.
    attributes.title = state.view.mode == Mode::Speaker ? fill(words().speaker_title, {content.title}) : content.title;
    attributes.mode = mode_name(state.view.mode);
    if (state.view.selected != none) attributes.selected = content[state.view.selected].id;
    if (state.view.step != none) attributes.step = std::to_string(state.view.step + 1);
    attributes.is_own = state.files.wait != Wait::None || !state.files.opened_file.empty();
    attributes.theme = liveness == Liveness::Static ? "auto" : look_name(state.look());
    if (content.about.traces == Traces::Fewest) attributes.traces = "fewest";
    if (liveness == Liveness::Live) attributes.form = state.around.form == Form::Wide ? "wide" : "tall";
    if (liveness == Liveness::Live && state.view.mode == Mode::Kiosk)
        attributes.phase = phase_words[static_cast<std::size_t>(state.kiosk.phase)];
    return attributes;
}

// The stage stays, because the canvas is in it.
Page waiting_page(const Brief& brief, const State& state) {
    const Content& content = brief.content;
    PageItem banner = group_item("header", {});
    banner.role = Role::Banner;
    if (state.view.mode != Mode::Kiosk)
        banner.children = items_of(way_out_item(content, state, Liveness::Live), way_out_of_frame_item());
    PageItem fallback = paragraph_item("fallback", words().fallback);
    fallback.id = "fallback";
    PageItem picture;
    picture.role = Role::Picture;
    picture.id = "picture";
    picture.part = "picture";
    PageItem stage = group_item("stage", items_of(std::move(picture)));
    stage.role = Role::Region;
    stage.id = "stage";
    PageItem app = group_item("app", items_of(std::move(stage)));
    app.id = "diagram";
    PageItem main = group_item("main", items_of(std::move(fallback), std::move(app), waiting_item(state)));
    main.role = Role::Main;
    main.id = "main";
    Page page{attributes_of(content, state, Liveness::Live),
              items_of(std::move(banner), status_item(brief, state), mistakes_item(content, state), std::move(main),
                       absent_item(), neutral_item(content))};
    if (state.view.mode != Mode::Kiosk) page.items.push_back(leave_soon_item());
    if (state.kiosk.shows_staff) {
        for (PageItem& item : kiosk_items(content, state)) page.items.push_back(std::move(item));
    }
    return page;
}

// From what the style alone has lit (web/alive.css).
PageItem way_back_item(const Content& content, const State& state) {
    PageItem back = button_of({content, state}, "whole");
    back.role = Role::Link;
    back.href = "#" + back.id;
    back.part = "way-back";
    return back;
}

}  // namespace

Page view_page(const Brief& brief, const Layout& layout, const State& state, Liveness liveness,
               const PageItem* card_buttons) {
    if (state.files.wait != Wait::None) return waiting_page(brief, state);
    PageItem fallback = paragraph_item("fallback", words().fallback);
    fallback.id = "fallback";
    PageItem app = group_item("app", items_of(stage_item(brief, layout, state, liveness, card_buttons)));
    app.id = "diagram";
    if (!state.view.is_talk() && !state.has_panel()) app.part += " folded";
    if (state.view.mode == Mode::Talk) app.children.push_back(talk_item(brief.content, state));
    if (state.view.mode == Mode::Speaker) app.children.push_back(speaker_item(brief.content, state));
    if (!state.view.is_talk()) app.children.push_back(dock_item(brief, layout, state, liveness));
    PageItem main = group_item("main", items_of(std::move(fallback), std::move(app)));
    if (liveness == Liveness::Static) main.children.push_back(way_back_item(brief.content, state));
    main.role = Role::Main;
    main.id = "main";
    Page page{attributes_of(brief.content, state, liveness),
              items_of(banner_item(brief.content, state, liveness), status_item(brief, state),
                       mistakes_item(brief.content, state))};
    // On a stage nothing but the step is to be seen or read.
    if (!state.view.is_talk()) {
        main.children.push_back(liveness == Liveness::Live ? brief.whole_text
                                                           : whole_text_item(brief.content, brief.graph, liveness));
    }
    page.items.push_back(std::move(main));
    if (!state.view.is_talk())
        page.items.push_back(about_item(brief.content, state.view.mode == Mode::Kiosk ? Liveness::Static : liveness));
    if (state.view.mode != Mode::Kiosk) page.items.push_back(leave_soon_item());
    page.items.push_back(absent_item());
    page.items.push_back(neutral_item(brief.content));
    for (PageItem& item : kiosk_items(brief.content, state)) page.items.push_back(std::move(item));
    return page;
}

}  // namespace throughline
