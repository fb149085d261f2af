// The pages of a talk and of whoever gives it: what is on them besides the picture of exploring.
#include "core/content/sentences.h"
#include "core/content/words.h"
#include "core/state/camera.h"
#include "core/state/caption.h"
#include "core/state/jump.h"
#include "core/view/items.h"
#include "core/view/view.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace throughline {
namespace {

// First the lanes, then the cards of one; each with the key that chooses it.
PageItem jump_item(const Content& content, const State& state) {
    const Words& w = words();
    std::vector<PageItem> choices;
    const auto add = [&](const std::string& id, std::string_view part, const std::string& title, int n) {
        const std::string_view key = state.view.has_letter_keys ? jump_key(n) : std::string_view();
        PageItem choice = button_item(id, part, key.empty() ? title : fill(w.jump_key, {key, title}));
        if (!key.empty()) choice.description = fill(w.key_hint, {key});
        choices.push_back(list_item(items_of(std::move(choice))));
    };
    if (state.talk.jump.lane == none) {
        for (std::size_t i = 0; i < content.lanes.size(); ++i)
            add("jump-lane:" + content.lanes[i].id, lane_part("jump-choice", content.lanes[i]), content.lanes[i].title,
                static_cast<int>(i));
    } else {
        const std::vector<NodeId> nodes = nodes_of_lane(content, state.talk.jump.lane);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            add("jump:" + content[nodes[i]].id, "jump-choice", content[nodes[i]].title, static_cast<int>(i));
    }
    PageItem list;
    list.role = Role::List;
    list.part = "jump-choices";
    list.children = std::move(choices);
    PageItem jump = region_of(
        "jump", "jump", w.jump_title,
        items_of(heading_item(2, "",
                              state.talk.jump.lane == none ? w.jump_title
                                                           : std::string_view(content[state.talk.jump.lane].title)),
                 std::move(list)));
    jump.takes_focus = true;
    PageItem close = button_of({content, state}, "talk-jump-close");
    PageItem buttons = group_item("jump-buttons", {});
    if (state.talk.jump.lane != none) {
        buttons.children.push_back(button_of({content, state}, "jump-lanes"));
        close.description.clear();  // the key goes back first
    }
    buttons.children.push_back(std::move(close));
    jump.children.push_back(std::move(buttons));
    return jump;
}

bool has_any_notes(const Content& content) {
    return std::any_of(content.tour.begin(), content.tour.end(),
                       [](const TourStep& step) { return !step.notes.empty(); });
}

PageItem notes_item(const Content& content, const State& state) {
    const bool is_step = state.view.selected == none && state.view.step != none && !is_closing(content, state);
    const std::string written = is_step ? content.tour[static_cast<std::size_t>(state.view.step)].notes : "";
    PageItem notes = region_of("notes", "notes", words().notes, items_of(heading_item(2, "", words().notes)));
    notes.children.push_back(paragraph_item("", written.empty() ? words().no_notes : std::string_view(written)));
    notes.scrolls = true;
    if (state.view.mode == Mode::Talk) notes.children.push_back(button_of({content, state}, "print-notes"));
    return notes;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string time_of_day(const State& state) {
    const long long minutes = static_cast<long long>(state.clock.wall_ms / 60000) + state.clock.minutes_east_of_utc;
    const int of_day = static_cast<int>(((minutes % 1440) + 1440) % 1440);
    return two_digits(of_day / 60) + ":" + two_digits(of_day % 60);
}

std::string time_since(const State& state) {
    // Before the first tick of a window that has just opened nothing has run yet.
    const double since_ms = state.view.since_ms == 0 ? state.clock.wall_ms : state.view.since_ms;
    const int secs = static_cast<int>(std::max(0.0, state.clock.wall_ms - since_ms) / 1000);
    const std::string hours = secs >= 3600 ? std::to_string(secs / 3600) + ":" : "";
    return hours + (hours.empty() ? std::to_string(secs / 60) : two_digits(secs / 60 % 60)) + ":" +
           two_digits(secs % 60);
}

PageItem time_item(std::string_view id, std::string_view time, std::string_view name) {
    PageItem item = group_item(id, items_of(text_item("time-name", name), text_item("time", time)));
    item.id = id;
    return item;
}

// The card that the pointer lies on.
std::string spot_words(const Content& content, const Layout& layout, const State& state) {
    const Vec2 pos_world = stage_from_world(content, layout, state).invert(stage_from_frame(state, *state.view.spot));
    for (const CardBox& card : layout.cards) {
        if (card.rect.contains(pos_world)) return fill(words().spot_label, {content[card.node].title});
    }
    return std::string(words().spot_nowhere);
}

}  // namespace

std::vector<PageItem> caption_items(const Content& content, const Layout& layout, const State& state) {
    std::vector<PageItem> items;
    if (state.view.is_blank) {
        items.push_back(paragraph_item("blank", words().status_blank));
        items.back().id = "blank";
        items.back().rect = Rect{0, 0, state.around.stage_px.x, state.around.stage_px.y};
        return items;
    }
    const Caption caption = caption_of(content, state);
    const PlacedCaption placed = place_caption(content, state);
    PageItem words_of_step = group_item("caption", {});
    words_of_step.id = "caption";
    words_of_step.rect = placed.caption_px;
    if (!caption.position.empty()) words_of_step.children.push_back(text_item("", caption.position));
    words_of_step.children.push_back(heading_item(2, "", caption.title));
    words_of_step.children.push_back(paragraph_item("", caption.text));
    if (!caption.address.empty()) {
        PageItem address = paragraph_item("", "");
        // In a talk whoever has the page open may follow it; on a kiosk's loop there is nowhere to go.
        address.children.push_back(link_item("", caption.address, caption.address));
        words_of_step.children.push_back(std::move(address));
    }
    items.push_back(std::move(words_of_step));
    if (!caption.address.empty()) {
        PageItem code = paragraph_item("code", fill(words().code_label, {caption.address}));
        code.id = "code";
        code.rect = placed.code_px;
        items.push_back(std::move(code));
    }
    if (state.view.spot) {
        PageItem spot = paragraph_item("spot", spot_words(content, layout, state));
        spot.id = "spot";
        const Vec2 center = stage_from_frame(state, *state.view.spot);
        const float radius = spot_radius * stage_unit(state);
        spot.rect = Rect{center.x - radius, center.y - radius, 2 * radius, 2 * radius};
        items.push_back(std::move(spot));
    }
    return items;
}

PageItem talk_item(const Content& content, const State& state) {
    PageItem talk = group_item("talk-dock", {});
    if (state.talk.jump.is_open) talk.children.push_back(jump_item(content, state));
    if (state.talk.has_notes && has_any_notes(content)) talk.children.push_back(notes_item(content, state));
    talk.children.push_back(
        region_of("talk", "talk", words().talk,
                  bar_items({content, state}, state.view.mode == Mode::Talk ? audience_bar : speaker_bar)));
    return talk;
}

PageItem speaker_item(const Content& content, const State& state) {
    const Words& w = words();
    PageItem dock = group_item("speaker", {});
    PageItem times = group_item("speaker-times", {});
    const std::string position = caption_of(content, state).position;
    if (!position.empty()) times.children.push_back(time_item("progress", position, w.progress));
    times.children.push_back(time_item("clock", time_of_day(state), w.clock));
    times.children.push_back(time_item("timer", time_since(state), w.timer));
    times.children.push_back(button_of({content, state}, "talk-timer"));
    times.children.push_back(text_item(state.talk.is_connected ? "connected" : "not-connected",
                                       state.talk.is_connected ? w.connected : w.not_connected));
    dock.children.push_back(std::move(times));
    const int next = state.view.step + 1;
    const Caption closing = closing_caption(content, state);
    std::vector<PageItem> coming = items_of(heading_item(2, "", w.next_step));
    if (next < static_cast<int>(content.tour.size())) {
        coming.push_back(heading_item(3, "", content.tour[static_cast<std::size_t>(next)].title));
        coming.push_back(paragraph_item("", content.tour[static_cast<std::size_t>(next)].text));
    } else {
        coming.push_back(paragraph_item(
            "", next == static_cast<int>(content.tour.size()) ? std::string_view(closing.title) : w.last_step));
    }
    if (state.talk.jump.is_open) dock.children.push_back(jump_item(content, state));
    if (has_any_notes(content)) dock.children.push_back(notes_item(content, state));
    dock.children.push_back(region_of("coming", "coming", w.next_step, std::move(coming)));
    dock.children.back().scrolls = true;
    dock.children.push_back(
        region_of("talk", "talk", words().talk,
                  bar_items({content, state}, state.view.mode == Mode::Talk ? audience_bar : speaker_bar)));
    return dock;
}

}  // namespace throughline
