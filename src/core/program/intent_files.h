// What a file that comes in means: its content, or what is wrong with it.
#pragma once

#include "core/command/action.h"
#include "core/state/state.h"

#include <vector>

namespace throughline {

// One that somebody opened, or that the other window of a talk handed over.
Action open_file(const ContentInput& file);

// One of a kiosk's own.
std::vector<Action> open_edition(const State& state, const EditionInput& file);

// One of a kiosk's own that could not be read, for its staff.
Trouble unread_file(const State& state, const UnreadInput& event);

}  // namespace throughline
