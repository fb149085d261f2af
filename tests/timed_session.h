// A session with a clock of the test's own: time passes as a shell lets it pass, and nobody waits for it. Without
// doctest, because the week of a kiosk has none.
#pragma once

#include "core/program/session.h"

#include <algorithm>
#include <utility>

namespace throughline::testing {

inline constexpr double frame_ms = 16;

struct TimedSession {
    Session session;
    double now_ms = 0;
    double started_wall_ms = 0;  // what the clock on the wall said at 0, UTC
    int minutes_east_of_utc = 0;

    explicit TimedSession(Content content) : session(std::move(content)) {}

    // All inputs go this way, those of time too.
    virtual Reaction take_input(const Input& input) { return session.handle(input); }

    // At this very moment.
    template <class Event>
    Reaction handle(Event event) {
        return take_input({now_ms, std::move(event)});
    }

    Reaction tick() { return handle(TickInput{started_wall_ms + now_ms, minutes_east_of_utc}); }

    // As a shell waits: a tick whenever one is due, until the time is up.
    void wait(double secs) {
        const double end_ms = now_ms + secs * 1000;
        while (session.next_tick_ms() <= end_ms) {
            now_ms = std::max(now_ms, session.next_tick_ms());
            tick();
        }
        now_ms = end_ms;
    }

    // A frame later.
    const Frame& draw() {
        now_ms += frame_ms;
        handle(FrameInput{});
        return session.frame();
    }

    // Draws until nothing moves. How many frames that took; at most 1000, for what never rests.
    int rest() {
        int frames = 0;
        for (; session.wants_frame() && frames < 1000; ++frames) draw();
        return frames;
    }

protected:
    TimedSession(const TimedSession&) = default;
    TimedSession& operator=(const TimedSession&) = default;
    ~TimedSession() = default;
};

}  // namespace throughline::testing
