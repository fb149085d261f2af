// What time alone brings about: the next step of a talk that goes on by itself, a kiosk's attract loop, its question and its
// start over. It reads no clock: times come with the inputs, in milliseconds since start.
#pragma once

#include "core/content/content.h"
#include "core/command/action.h"
#include "core/state/state.h"

#include <vector>

namespace throughline {

class Clockwork {
public:
    // Somebody did something.
    void note_activity(double now_ms) { active_ms_ = now_ms; }
    // What the new state waits for is counted from now on.
    void note_change(const State& before, const State& after, double now_ms);
    void note_tick(double now_ms) { ticked_ms_ = now_ms; }

    std::vector<Action> due(const Content& content, const State& state, double now_ms) const;

    // When a TickInput should come at the latest; infinity when nothing is waited for.
    double next_ms(const Content& content, const State& state) const;

private:
    double active_ms_ = 0;
    double begun_ms_ = 0;  // the present step, or the warning
    double ticked_ms_ = -1000;  // a speaker's first one comes at once
};

}  // namespace throughline
