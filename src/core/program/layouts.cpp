// See layouts.h.
#include "core/program/layouts.h"

#include "core/layout/glide.h"
#include "core/state/camera.h"

#include <memory>
#include <utility>

namespace throughline {

LayoutPtr Layouts::of(const State& state) {
    if (state.files.wait != Wait::None) return empty_;
    const BriefPtr& brief = state.brief();
    LayoutRequest request = layout_request(*brief, state);
    for (std::size_t i = 0; i < made_.size(); ++i) {
        if (made_[i].brief != brief || made_[i].request != request) continue;
        if (i > 0) std::swap(made_[0], made_[i]);
        return made_[0].layout;
    }
    auto layout = std::make_shared<const Layout>(compute_layout(brief->content, request));
    made_[1] = std::exchange(made_[0], {brief, std::move(request), layout});
    return layout;
}

LayoutPtr Layouts::on_its_way(const State& state) {
    LayoutPtr layout = of(state);
    if (!state.motion.glides_from || state.motion.reveal >= 1) return layout;
    const Content& content = state.brief()->content;
    State before = state;
    before.view = *state.motion.glides_from;
    const LayoutPtr from = of(before);
    before.motion.camera_shown = clamp_camera(content, *from, before, before.view.camera);
    const Placed placed{*from, stage_from_world(content, *from, before)};
    of(state);  // the newest again
    return std::make_shared<const Layout>(
        glide_layout(content, placed, *layout, stage_from_world(content, *layout, state), state.motion.reveal));
}

}  // namespace throughline
