// See frame_maker.h.
#include "core/view/frame_maker.h"

#include "core/state/camera.h"
#include "core/view/view.h"

namespace throughline {

Frame FrameMaker::make(const BriefPtr& brief, const LayoutPtr& layout, const LayoutPtr& drawn, const State& state, const std::vector<BriefPtr>& editions) {
    if (state.wait != Wait::None) {
        *this = {};
        return {view_scene(*brief, *layout, state, std::make_shared<const Drawing>()), view_page(*brief, *layout, state, Liveness::Live, editions)};
    }
    Shown shown{brief, drawn, state.selected, state.step, state.looked_at, state.hovered, state.focused, state.look(), state.form,
                state.fills_stage(), state.is_blank, has_bars(*brief, *drawn, state), state.reveal};
    if (shown != shown_) {
        drawing_ = view_drawing(*brief, *drawn, state, Lettering::Screen);
        shown_ = std::move(shown);
    }
    const bool is_for_fingers = state.mode == Mode::Kiosk;
    const float scale = is_for_fingers ? stage_from_world(brief->content, *layout, state).scale : 0;
    Pressed pressed{brief, layout, state.selected, is_for_fingers, scale};
    if (pressed != pressed_) {
        card_buttons_ = view_card_buttons(*brief, *layout, state);
        pressed_ = std::move(pressed);
    }
    return {view_scene(*brief, *drawn, state, drawing_), view_page(*brief, *layout, state, Liveness::Live, editions, &card_buttons_)};
}

}  // namespace throughline
