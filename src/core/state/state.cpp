// See state.h.
#include "core/state/state.h"

namespace throughline {

State fresh_state(const Content& content, const State& state) {
    State fresh;
    fresh.mode = state.mode;
    fresh.kiosk = state.kiosk;
    fresh.health = state.health;
    fresh.address = state.address;
    fresh.is_one_file = state.is_one_file;
    fresh.opened_file = state.opened_file;
    fresh.wait = state.wait;
    fresh.awaited_file = state.awaited_file;
    fresh.troubles = state.troubles;
    fresh.readings = state.readings;
    fresh.stage_px = state.stage_px;
    fresh.device_pixel_ratio = state.device_pixel_ratio;
    fresh.form = state.form;
    fresh.text_scale = state.text_scale;
    fresh.prefers_dark = state.prefers_dark;
    fresh.prefers_contrast = state.prefers_contrast;
    fresh.prefers_reduced_motion = state.prefers_reduced_motion;
    if (fresh.mode != Mode::Explore && !content.tour.empty()) fresh.step = 0;
    return fresh;
}

KioskSettings kiosk_settings(const Content& content, const State& state) {
    const auto either = [](int asked, int usual) { return asked > 0 ? asked : usual; };
    return {either(state.kiosk.idle_secs, content.kiosk.idle_secs), either(state.kiosk.warning_secs, content.kiosk.warning_secs),
            either(state.kiosk.step_secs, content.kiosk.step_secs), state.kiosk.editions.empty() ? content.kiosk.editions : state.kiosk.editions};
}

}  // namespace throughline
