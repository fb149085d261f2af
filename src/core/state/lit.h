// What a state has lit.
#pragma once

#include "core/content/graph.h"
#include "core/state/state.h"

#include <optional>

namespace throughline {

// What is lit in this state: the selected node's closure or the tour step's focus; nothing when all is plain.
std::optional<Closure> lit_closure(const Content& content, const Graph& graph, const State& state);

}  // namespace throughline
