// See state.h.
#include "core/state/state.h"

#include <algorithm>

namespace throughline {

bool looks_same(const State& one, const State& other) {
    // Only a speaker's page shows what time it is.
    const bool has_same_time = one.view.mode != Mode::Speaker || one.clock.wall_ms == other.clock.wall_ms;
    return one.view == other.view && one.talk == other.talk && one.kiosk == other.kiosk && one.around == other.around &&
           one.motion == other.motion && one.hands == other.hands && one.files == other.files &&
           one.library == other.library && one.said == other.said && has_same_time;
}

SharedView shared_view(const State& state) {
    const Vec2 stage = state.around.stage_px;
    return {state.view, state.view.mode == Mode::Talk ? stage.x / stage.y : 0, state.brief()->content.fingerprint};
}

State fresh_state(const Content& content, const State& state) {
    State fresh;
    fresh.view.mode = state.view.mode;
    fresh.view.kiosk = state.view.kiosk;
    if (fresh.view.mode != Mode::Explore && !content.tour.empty()) fresh.view.step = 0;
    fresh.kiosk.health = state.kiosk.health;
    fresh.kiosk.restarts = state.kiosk.restarts;
    fresh.around = state.around;
    fresh.files.wait = state.files.wait;
    fresh.files.awaited_file = state.files.awaited_file;
    fresh.files.awaited_view = state.files.awaited_view;
    fresh.files.troubles = state.files.troubles;
    fresh.files.readings = state.files.readings;
    fresh.files.opened_file = state.files.opened_file;
    fresh.library = state.library;
    fresh.gesture = state.gesture;
    fresh.clock = state.clock;
    return fresh;
}

void forget_content(State& state) {
    state.view.selected = none;
    state.view.looked_at = none;
    state.view.step = none;
    state.hands.hovered = none;
    state.hands.focused = none;
    state.talk.jump = {};
    state.hands.trail.clear();
    state.motion.glides_from.reset();
}

void carry_view(State& state, const Content& from, const View& shown) {
    const Content& content = state.brief()->content;
    const View carried = decode_view(content, encode_shared_view(from, {shown, 0, ""}));
    state.view.selected = carried.selected;
    state.view.looked_at = carried.looked_at;
    if (shown.step == none || content.tour.empty()) return;
    const int closing = static_cast<int>(content.tour.size());
    state.view.step = shown.step == static_cast<int>(from.tour.size()) ? closing : std::min(shown.step, closing - 1);
}

KioskSettings kiosk_settings(const Content& content, const View& view) {
    const auto either = [](int asked, int usual) { return asked > 0 ? asked : usual; };
    const KioskSettings& asked = view.kiosk;
    return {either(asked.idle_secs, content.kiosk.idle_secs), either(asked.warning_secs, content.kiosk.warning_secs),
            either(asked.step_secs, content.kiosk.step_secs),
            asked.editions.empty() ? content.kiosk.editions : asked.editions};
}

}  // namespace throughline
