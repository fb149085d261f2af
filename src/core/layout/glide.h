// Between two steps of a talk, cards that stay glide from where they stood, so that the eye keeps hold of them.
// Geometry only; what is said and pressed stands at its new place from the first moment on.
#pragma once

#include "core/base/geometry.h"
#include "core/content/content.h"
#include "core/layout/layout.h"

namespace throughline {

// A picture and how it stood on the stage.
struct Placed {
    const Layout& layout;
    Transform stage_from_world;
};

// `to` with its cards as far on the way as `progress` says, from 0 to 1, and the ends of their links with them. A place
// is not looked for in it: what is pressed stands where it is going.
[[nodiscard]] Layout glide_layout(const Content& content, const Placed& from, const Layout& to,
                                  const Transform& stage_from_to, float progress);

}  // namespace throughline
