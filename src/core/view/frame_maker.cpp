// See frame_maker.h.
#include "core/view/frame_maker.h"

#include "core/state/camera.h"
#include "core/view/view.h"

namespace throughline {

Frame FrameMaker::make(const LayoutPtr& layout, const LayoutPtr& drawn, const State& state) {
    const BriefPtr& brief = state.brief();
    if (state.files.wait != Wait::None) {
        *this = {};
        return {view_scene(*brief, *layout, state, std::make_shared<const Drawing>()),
                view_page(*brief, *layout, state, Liveness::Live)};
    }
    Shown shown{brief,
                drawn,
                state.view.selected,
                state.view.step,
                state.view.looked_at,
                state.hands.hovered,
                state.hands.focused,
                state.around.form,
                state.fills_stage(),
                state.view.is_blank,
                has_bars(*brief, *drawn, state)};
    if (shown != shown_) {
        drawing_ = view_drawing(*brief, *drawn, state, Lettering::Screen);
        shown_ = std::move(shown);
    }
    const bool is_for_fingers = state.view.mode == Mode::Kiosk;
    const float scale = is_for_fingers ? stage_from_world(brief->content, *layout, state).scale : 0;
    Pressed pressed{brief, layout, state.view.selected, is_for_fingers, scale};
    if (pressed != pressed_) {
        card_buttons_ = view_card_buttons(*brief, *layout, state);
        pressed_ = std::move(pressed);
    }
    return {view_scene(*brief, *drawn, state, drawing_),
            view_page(*brief, *layout, state, Liveness::Live, &card_buttons_)};
}

}  // namespace throughline
