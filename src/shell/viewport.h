// Where in the framebuffer the stage is drawn, and how finely.
#pragma once

#include "core/base/geometry.h"

#include <cmath>

namespace throughline {

// Exact: whole device pixels and text baked at its very size. Moving: nothing snaps, and text takes a near size, so
// that a zoom neither trembles nor bakes every glyph anew in every frame.
enum class Sharpness { Exact, Moving };

struct Viewport {
    Vec2 framebuffer_px;  // device pixels, whole
    Vec2 stage_px;        // the stage's top left corner in it, device pixels
    float device_pixel_ratio = 1;
    Sharpness sharpness = Sharpness::Exact;

    bool is_empty() const { return framebuffer_px.x < 1 || framebuffer_px.y < 1; }

    // Device pixels from world units, given the stage's own transform in CSS pixels.
    Transform pixels_from(const Transform& stage_from_source) const {
        Transform pixels{stage_from_source.scale * device_pixel_ratio,
                         stage_from_source.offset * device_pixel_ratio + stage_px};
        if (sharpness == Sharpness::Exact) {
            pixels.offset.x = std::round(pixels.offset.x);
            pixels.offset.y = std::round(pixels.offset.y);
        }
        return pixels;
    }
};

}  // namespace throughline
