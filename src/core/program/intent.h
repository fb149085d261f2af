// What a reader means by an input: pointers become pans, pinches and previews, keys and clicks become actions.
#pragma once

#include "core/content/graph.h"
#include "core/command/action.h"

#include <vector>

namespace throughline {

// Pointers that are down and what they turned into. A cancelled pointer leaves nothing behind.
struct Gesture {
    struct Touching {
        int pointer = 0;
        PointerKind kind = PointerKind::Mouse;
        Vec2 start_px;
        Vec2 pos_px;
    };
    std::vector<Touching> pointers;
    bool is_dragging = false;
    double swallows_click_until_ms = -1;  // the click that a browser may send after a drag selects nothing
};

struct Intent {
    std::vector<Action> actions;
    bool is_handled = false;  // the shell keeps the platform's default action when false
};

[[nodiscard]] Intent find_intent(const Content& content, const Layout& layout, const State& state, Gesture& gesture,
                                 const Input& input);

}  // namespace throughline
