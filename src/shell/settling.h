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
    // … from now on.
    bool is_due(double time_ms) const { return is_moving_ && time_ms - changed_ms_ >= rest_ms; }

private:
    static constexpr double rest_ms = 120;

    float scale_ = 0;
    double changed_ms_ = -rest_ms;
    bool is_moving_ = false;
};

}  // namespace throughline
