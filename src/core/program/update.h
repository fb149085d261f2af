// The only place where State changes. Pure: the same layout, state and action give the same result.
#pragma once

#include "core/command/action.h"

#include <vector>

namespace throughline {

struct Update {
    State state;
    std::vector<Effect> effects;
};

// `layout` is the one that `state` is shown with now; of a state that waits for a content it is empty.
[[nodiscard]] Update update(const Layout& layout, const State& state, const Action& action);

}  // namespace throughline
