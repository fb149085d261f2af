// What a state has lit.
#pragma once

#include "core/brief/brief.h"
#include "core/state/state.h"

#include <optional>

namespace throughline {

// What is lit in this state: the selected node's closure or the tour step's focus; nothing when all is plain.
std::optional<Closure> lit_closure(const Brief& brief, const State& state);

}  // namespace throughline
