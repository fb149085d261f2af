// What a reader means by an input: pointers become pans, pinches and previews, keys and clicks become actions, files
// become contents or what is wrong with them.
#pragma once

#include "core/command/action.h"
#include "core/layout/layout.h"

#include <vector>

namespace throughline {

struct Intent {
    std::vector<Action> actions;
    bool is_handled = false;  // the shell keeps the platform's default action when false
};

// Somebody is there.
bool is_activity(const Input& input);

// `layout` is the one that `state` is shown with now, whose clock has the input's time already.
[[nodiscard]] Intent find_intent(const Layout& layout, const State& state, const Input& input);

}  // namespace throughline
