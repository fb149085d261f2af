// What keys and controls mean in a talk and in a kiosk. Private to intent.
#pragma once

#include "core/command/action.h"
#include "core/command/input.h"
#include "core/content/content.h"
#include "core/state/state.h"

#include <string_view>
#include <vector>

namespace throughline {

// A button that is held down sends itself again and again; only the pointer may run.
bool is_held_down(const State& state, const KeyInput& event);

// What a key does in a talk, in either of its windows; nothing when it is not the talk's.
std::vector<Action> talk_key(const Content& content, const State& state, const KeyInput& event);

// What pressing a choice of the list of cards does; nothing when the item is none.
std::vector<Action> choose_in_jump(const Content& content, std::string_view item);

// What ends a kiosk's loop or question: whatever somebody does, but for the loop's own pause.
std::vector<Action> kiosk_wake(const State& state, std::string_view item);

}  // namespace throughline
