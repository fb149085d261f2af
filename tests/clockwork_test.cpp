// What time alone brings about, with a clock of the test's own.
#include "core/program/session.h"

#include "core/state/address.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace throughline;
using namespace throughline::testing;

namespace {

constexpr const char* kiosk_view = "mode=kiosk&idle=60&warning=20&pace=10";

Harness kiosk() { return Harness(small_content(), kiosk_view); }

Harness visited_kiosk() {
    Harness h = kiosk();
    h.send(PresenceInput{});
    h.wait(1);
    return h;
}

KioskPhase phase_of(const Harness& h) { return h.state().kiosk.phase; }

}  // namespace

TEST_CASE("while nobody explores a kiosk or gives a talk, no time is waited for") {
    CHECK(std::isinf(Harness().session.next_tick_ms()));
}

TEST_CASE("the attract loop goes from step to step and begins anew") {
    Harness h = kiosk();
    CHECK(phase_of(h) == KioskPhase::Attract);
    CHECK(h.view().step == 0);
    h.wait(9.9);
    CHECK(h.view().step == 0);
    h.wait(0.2);
    CHECK(h.view().step == 1);
    h.wait(10);
    CHECK(h.view().step == 0);
    CHECK(h.status().empty());
}

TEST_CASE("the attract loop pauses, and goes on by itself when whoever paused it is gone") {
    Harness h = kiosk();
    h.press("Pause");
    CHECK(phase_of(h) == KioskPhase::Attract);
    h.wait(59);
    CHECK(h.view().step == 0);
    h.wait(2);
    CHECK_FALSE(h.state().kiosk.is_paused);
    h.wait(10);
    CHECK(h.view().step == 1);
}

TEST_CASE("the first touch or key only wakes, whatever it lands on") {
    for (const std::string event : {"presence wake", "presence -", "key a plain -", "key Tab plain -", "activate wake",
                                    "activate node:c", "activate tour"}) {
        CAPTURE(event);
        Harness h = kiosk();
        h.send_line(event);
        CHECK(h.was_handled());
        CHECK(phase_of(h) == KioskPhase::Visit);
        CHECK(h.selected().empty());
        CHECK(h.view().step == none);
        // The click that a browser makes of the same touch.
        h.activate("node:c");
        CHECK(h.was_handled());
        CHECK((h.selected().empty() || event.starts_with("activate")));
    }
}

TEST_CASE("a quiet minute brings a question, any answer ends it, and silence starts over") {
    Harness h = visited_kiosk();
    h.press("Node c");
    h.press("Dark theme");
    h.wait(59);
    CHECK(phase_of(h) == KioskPhase::Visit);
    h.wait(2);
    CHECK(phase_of(h) == KioskPhase::Warning);
    CHECK(h.state().kiosk.secs_left == 19);
    h.send(PresenceInput{});
    CHECK(phase_of(h) == KioskPhase::Visit);
    CHECK(h.selected() == "c");
    h.wait(61);
    CHECK(phase_of(h) == KioskPhase::Warning);
    h.wait(18);
    CHECK(phase_of(h) == KioskPhase::Warning);
    CHECK(h.state().kiosk.secs_left == 1);
    CHECK(h.session.restarts() == 0);
    h.wait(1.5);
    CHECK(phase_of(h) == KioskPhase::Attract);
    CHECK(h.session.restarts() == 1);
    Harness fresh = kiosk();
    // But for the time and how often it has come to this.
    State over = h.state();
    over.kiosk.restarts = 0;
    over.clock = fresh.state().clock;
    over.library = fresh.state().library;
    CHECK(over == fresh.state());
    CHECK(dump_frame(h.frame()) == dump_frame(fresh.frame()));
}

TEST_CASE("moving, pressing and turning count as somebody being there; frames, ticks and sizes do not") {
    const auto counts = [](const std::string& event) {
        Harness h = visited_kiosk();
        h.wait(50);
        h.send_line(event);
        h.wait(20);
        return phase_of(h) == KioskPhase::Visit;
    };
    for (const std::string event :
         {"pointer move mouse 1 10 10", "wheel 10 10 1 plain", "presence panel", "key x plain -"})
        CHECK_MESSAGE(counts(event), event);
    for (const std::string event : {"frame", "tick 0 0", "resize 1280 720 1 wide 1", "focus -"})
        CHECK_MESSAGE(!counts(event), event);
}

TEST_CASE("a tick that comes late, as after a night asleep, starts over at once") {
    Harness h = visited_kiosk();
    h.now_ms += 60'000;
    h.tick();
    CHECK(phase_of(h) == KioskPhase::Warning);
    h.now_ms += 8 * 3'600'000.0;
    h.tick();
    CHECK(phase_of(h) == KioskPhase::Attract);
}

TEST_CASE("start over takes the visitor back to the beginning and keeps the kiosk awake") {
    Harness h = visited_kiosk();
    h.press("Node c");
    h.press("Zoom in");
    h.press("Start over");
    CHECK(phase_of(h) == KioskPhase::Visit);
    CHECK(h.selected().empty());
    CHECK(h.view().camera == Camera{});
}

TEST_CASE("a kiosk's address tells its settings and nothing of its visitors") {
    Harness h(small_content(), "mode=kiosk&idle=90&editions=brief.fr.json");
    h.send(UnreadInput{"brief.fr.json", "404"});
    CHECK(encode_view(h.content(), h.view()) == "mode=kiosk&idle=90&editions=brief.fr.json");
    Harness visited(small_content(), "mode=kiosk&idle=90");
    visited.send(PresenceInput{});
    visited.wait(1);
    visited.press("Node c");
    CHECK(visited.effect<SetFragment>() == "none");
    CHECK(encode_view(visited.content(), visited.view()) == "mode=kiosk&idle=90");
}

TEST_CASE("a talk goes on by itself until somebody does something, and stops at its end") {
    Harness talk(small_content(), "mode=talk&auto=5");
    CHECK(talk.view().step == 0);
    talk.wait(5.1);
    CHECK(talk.view().step == 1);
    talk.wait(60);
    CHECK(talk.view().step == 2);
    CHECK(std::isinf(talk.session.next_tick_ms()));
    Harness paused(small_content(), "mode=talk&auto=5");
    paused.wait(3);
    paused.key("PageUp");
    paused.wait(60);
    CHECK(paused.view().step == 0);
    CHECK(paused.view().auto_secs == 0);
}

TEST_CASE("it goes on by itself as long as nobody does anything, and stops at the end") {
    Harness h(load_brief(), "mode=talk");
    h.key("a");
    CHECK(h.address() == "mode=talk&step=1&auto=20");
    CHECK(h.session.next_tick_ms() == doctest::Approx(h.now_ms + 20000));
    h.wait(19);
    CHECK(h.view().step == 0);
    h.wait(1.1);
    CHECK(h.view().step == 1);
    h.wait(20);
    CHECK(h.view().step == 2);
    h.key("b");
    CHECK(h.view().auto_secs == 0);
    h.wait(60);
    CHECK(h.view().step == 2);
    h.press("Auto");
    CHECK(h.view().auto_secs == 20);
    h.press("Back");
    CHECK(h.view().auto_secs == 0);
    CHECK(h.view().step == 1);
    h.key("a");
    h.key("a");
    CHECK(h.view().auto_secs == 0);
    h.key("End");
    h.key("a");
    CHECK(std::isinf(h.session.next_tick_ms()));
}

TEST_CASE("the speaker's clock and timer go on second by second") {
    Harness h(small_content(), "mode=speaker&step=1");
    h.tick();
    CHECK(h.text("clock") == "Time 17:00");
    for (int second = 1; second <= 75; ++second) {
        CHECK(h.session.next_tick_ms() == doctest::Approx(h.now_ms + 1000));
        h.wait(1);
    }
    CHECK(h.text("timer") == "Since the start 1:15");
    CHECK(h.text("clock") == "Time 17:01");
}
