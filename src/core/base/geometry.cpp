// See geometry.h.
#include "core/base/geometry.h"

#include <algorithm>

namespace throughline {

Transform fit_transform(Rect world, Vec2 box_px) {
    const float scale = std::min(box_px.x / world.w, box_px.y / world.h);
    return {scale, Vec2{box_px.x / 2, box_px.y / 2} - world.center() * scale};
}

}  // namespace throughline
