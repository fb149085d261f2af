// Which picture a state needs, and how that picture stands in the stage.
#pragma once

#include "core/brief/brief.h"
#include "core/layout/layout.h"
#include "core/state/state.h"

namespace throughline {

// The nodes that stand in the picture for this state, and in which form.
LayoutRequest layout_request(const Brief& brief, const State& state);

// The zoom at which a card's words can be read with ease, and at least max_zoom.
float most_zoom(const Content& content, const Layout& layout, const State& state);

// The camera with its centre moved so that no more than needed of the stage shows what is beside the picture.
Camera clamp_camera(const Content& content, const Layout& layout, const State& state, Camera camera);

// The part of the stage, in its pixels, that a staged view fills: all of it, but the speaker's window shows the
// audience's stage in its own proportions, so that a place means the same in both.
Rect stage_frame(const State& state);

// A place of the stage as fractions of that frame, and back.
Vec2 frame_from_stage(const State& state, Vec2 pos_px);
Vec2 stage_from_frame(const State& state, Vec2 fractions);

// The part of the stage, in its pixels, that the picture is fitted into: what a caption leaves free.
Rect picture_box(const Content& content, const State& state);

// Pixels of the stage from world units, with the camera as it is shown now.
Transform stage_from_world(const Content& content, const Layout& layout, const State& state);

}  // namespace throughline
