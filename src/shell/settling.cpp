// A change of scale soon after another one is a movement.
#include "shell/settling.h"

namespace throughline {

Sharpness Settling::observe(float scale, double time_ms) {
    const bool is_soon = time_ms - changed_ms_ < rest_ms;
    if (scale != scale_) {
        is_moving_ = is_soon;
        scale_ = scale;
        changed_ms_ = time_ms;
    } else if (!is_soon) {
        is_moving_ = false;
    }
    return is_moving_ ? Sharpness::Moving : Sharpness::Exact;
}

}  // namespace throughline
