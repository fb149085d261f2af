// A change of scale soon after another one is a movement.
#include "shell/settling.h"

namespace throughline {

Sharpness Settling::observe(float scale, double time_ms) {
    if (scale != scale_) {
        is_moving_ = time_ms - changed_ms_ < movement_ms;
        scale_ = scale;
        changed_ms_ = time_ms;
        frames_unchanged_ = 0;
    } else if (time_ms - changed_ms_ >= rest_ms) {
        is_moving_ = false;
    }
    return is_moving_ ? Sharpness::Moving : Sharpness::Exact;
}

}  // namespace throughline
