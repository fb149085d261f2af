// Pointers that are down and what they turned into. A cancelled pointer leaves nothing behind.
#pragma once

#include "core/base/geometry.h"

#include <vector>

namespace throughline {

enum class PointerKind { Mouse, Touch, Pen };

struct Gesture {
    struct Touching {
        int pointer = 0;
        PointerKind kind = PointerKind::Mouse;
        Vec2 start_px;
        Vec2 pos_px;
        friend bool operator==(const Touching&, const Touching&) = default;
    };
    std::vector<Touching> pointers;
    bool is_dragging = false;
    double swallows_click_until_ms = -1;  // the click that a browser may send after a drag selects nothing
    friend bool operator==(const Gesture&, const Gesture&) = default;
};

}  // namespace throughline
