// What time alone brings about: the next step of a talk that goes on by itself, a kiosk's attract loop, its question
// and its start over. It reads no clock: State::clock has the times that came with the inputs.
#pragma once

#include "core/command/action.h"
#include "core/state/state.h"

#include <vector>

namespace throughline {

// Now, which is State::clock's.
std::vector<Action> due_actions(const State& state);

// When a TickInput should come at the latest, in milliseconds since start; infinity when nothing is waited for.
double next_tick_ms(const State& state);

}  // namespace throughline
