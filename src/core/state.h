// Everything a view depends on besides the content: one value, changed only by update().
#pragma once

#include "core/content.h"
#include "core/geometry.h"
#include "core/graph.h"
#include "core/layout.h"
#include "core/palette.h"

#include <string>
#include <vector>

namespace throughline {

enum class Theme { System, Light, Dark, Contrast };

// What the picture shows of the whole; a phone shows one path at a time unless asked for everything.
enum class Extent { Path, Everything };

// Relative to the fitted picture: zoom 1 is the fit, and `center` is the world point in the middle of the stage
// as a fraction of the layout's bounds, so that it means the same in both forms and at every size.
struct Camera {
    float zoom = 1;
    Vec2 center{0.5F, 0.5F};
    friend bool operator==(const Camera&, const Camera&) = default;
};

inline constexpr float min_zoom = 1;
inline constexpr float max_zoom = 8;
inline constexpr float reveal_secs = 0.35F;
inline constexpr float camera_secs = 0.25F;

inline constexpr int none = -1;  // no node, no step

struct State {
    int selected = none;  // index into Content::nodes
    int hovered = none;
    int focused = none;
    int step = none;  // index into Content::tour
    int line = none;         // index into Content::links: the selected node's link that is being looked at
    std::vector<int> trail;  // the nodes that links were followed from, the last one at the end
    Camera camera;
    Theme theme = Theme::System;
    Extent extent = Extent::Path;
    bool inspector = false;

    Vec2 stage_px{1046, 755};
    float device_pixel_ratio = 1;
    Form form = Form::Wide;
    float text_scale = 1;  // the reader's usual text size over the browser's
    bool prefers_dark = false;
    bool prefers_contrast = false;
    bool prefers_reduced_motion = false;

    // Running motion. `reveal` grows to 1 as lit links draw themselves; `camera_shown` follows `camera`.
    float reveal = 1;
    Camera camera_from;
    Camera camera_shown;
    float camera_progress = 1;

    std::string status;  // the last thing said, for the one polite live region
    std::string refused_file;
    std::vector<Mistake> refused;  // why a dropped file was not taken; empty when nothing was refused

    bool is_moving() const { return reveal < 1 || camera_progress < 1; }
    friend bool operator==(const State&, const State&) = default;
    Look look() const {
        if (theme == Theme::System) return prefers_contrast ? Look::Contrast : prefers_dark ? Look::Dark : Look::Light;
        return theme == Theme::Light ? Look::Light : theme == Theme::Dark ? Look::Dark : Look::Contrast;
    }
};

// The nodes that stand in the picture for this state, and in which form.
LayoutRequest layout_request(const Content& content, const Graph& graph, const State& state);

// The camera with its centre moved so that no more than needed of the stage shows what is beside the picture.
Camera clamp_camera(const Layout& layout, Vec2 stage_px, Camera camera);

// Pixels of the stage from world units, with the camera as it is shown now.
Transform stage_from_world(const Layout& layout, const State& state);

}  // namespace throughline
