// When words may be painted at their very size. A zoom under way is painted from near sizes, and once more, exactly,
// when it has come to rest; a single jump is exact at once.
#pragma once

#include "shell/viewport.h"

namespace throughline {

class Settling {
public:
    // Called once for each painted frame with the scale it has.
    Sharpness observe(float scale, double time_ms);

    // The last frame was painted moving, so one more will be wanted …
    bool is_waiting() const { return is_moving_; }
    // … now. Asked once in each frame that has nothing new: where a frame takes long, more than time must have passed
    // between two steps of a movement, or each would be painted exactly.
    bool is_due(double time_ms) {
        return is_moving_ && ++frames_unchanged_ > rest_frames && time_ms - changed_ms_ >= rest_ms;
    }

private:
    static constexpr double movement_ms =
        400;  // two changes within this are one movement, also at three frames a second
    static constexpr double rest_ms = 120;
    static constexpr int rest_frames = 2;

    float scale_ = 0;
    double changed_ms_ = -movement_ms;
    int frames_unchanged_ = 0;
    bool is_moving_ = false;
};

}  // namespace throughline
