// What keys and controls mean on a stage and in a kiosk. Private to intent.
#pragma once

#include "core/action.h"
#include "core/content.h"
#include "core/input.h"
#include "core/state.h"

#include <string_view>
#include <vector>

namespace throughline {

// A button that is held down sends itself again and again; only the pointer may run.
bool is_held_down(const State& state, const KeyInput& event);

// What a key does in a talk, in either of its windows; nothing when it is not the talk's.
std::vector<Action> talk_key(const Content& content, const State& state, const KeyInput& event);

// What pressing a control of a talk or a kiosk does; nothing when the item is none of them.
std::vector<Action> stage_activation(const Content& content, const State& state, std::string_view item);

// What ends a kiosk's loop or question: whatever somebody does, but for the loop's own pause.
// What staff read of a file that could not be read.
Trouble unread_file(const State& state, const UnreadInput& event);

std::vector<Action> kiosk_wake(const State& state, std::string_view item);

// The key that chooses the n-th of a list, from 0; nothing past those there are.
std::string_view jump_key(int n);

// The nodes of a lane, in reading order.
std::vector<int> nodes_of_lane(const Content& content, int lane);

}  // namespace throughline
