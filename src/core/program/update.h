// The only place where State changes. Pure: the same content, layout, state and action give the same result.
#pragma once

#include "core/content/graph.h"
#include "core/command/action.h"

#include <vector>

namespace throughline {

struct Update {
    State state;
    std::vector<Effect> effects;
};

// `layout` is the one that `state` is shown with now.
[[nodiscard]] Update update(const Content& content, const Graph& graph, const Layout& layout, State state,
                            const Action& action);

}  // namespace throughline
