// What is said aloud, in words.
#pragma once

#include "core/brief/brief.h"
#include "core/state/state.h"

#include <string>

namespace throughline {

// For the one polite live region; empty while nothing is to be said.
std::string said_words(const Brief& brief, const State& state);

}  // namespace throughline
