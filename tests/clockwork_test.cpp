// What time alone brings about, with a clock of the test's own.
#include "core/program/session.h"

#include "small_brief.h"
#include "support.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace throughline;

namespace {

struct Screen {
    Session session;
    double now_ms = 0;

    explicit Screen(const std::string& fragment = "mode=kiosk&idle=60&warning=20&pace=10") : session(small_brief()) {
        send("environment light still plain");
        send("resize 1280 720 1 wide 1");
        send("route " + percent_encode(fragment));
    }

    Reaction send(const std::string& event) {
        const std::optional<Input> input = parse_input(std::to_string(now_ms) + " " + event);
        CHECK_MESSAGE(input.has_value(), event);
        return input ? session.handle(*input) : Reaction{};
    }

    // As a shell does: a tick whenever one is due, until the time is up.
    void wait(double secs) {
        const double end_ms = now_ms + secs * 1000;
        while (session.next_tick_ms() <= end_ms) {
            now_ms = std::max(now_ms, session.next_tick_ms());
            send("tick 0 0");
        }
        now_ms = end_ms;
    }

    KioskPhase phase() const { return session.state().kiosk.phase; }
    int step() const { return session.state().view.step; }
};

}  // namespace

TEST_CASE("while nobody explores a kiosk or gives a talk, no time is waited for") {
    Session session(small_brief());
    CHECK(std::isinf(session.next_tick_ms()));
}

TEST_CASE("the attract loop goes from step to step and begins anew") {
    Screen kiosk;
    CHECK(kiosk.phase() == KioskPhase::Attract);
    CHECK(kiosk.step() == 0);
    kiosk.wait(9.9);
    CHECK(kiosk.step() == 0);
    kiosk.wait(0.2);
    CHECK(kiosk.step() == 1);
    kiosk.wait(10);
    CHECK(kiosk.step() == 0);
    CHECK(kiosk.session.state().said == Said{});
}

TEST_CASE("the attract loop pauses, and goes on by itself when whoever paused it is gone") {
    Screen kiosk;
    kiosk.send("activate attract-pause");
    CHECK(kiosk.phase() == KioskPhase::Attract);
    kiosk.wait(59);
    CHECK(kiosk.step() == 0);
    kiosk.wait(2);
    CHECK_FALSE(kiosk.session.state().kiosk.is_paused);
    kiosk.wait(10);
    CHECK(kiosk.step() == 1);
}

TEST_CASE("the first touch or key only wakes, whatever it lands on") {
    for (const char* event : {"presence wake", "presence -", "key a plain -", "key Tab plain -", "activate wake",
                              "activate node:harm", "activate tour"}) {
        Screen kiosk;
        CHECK_MESSAGE(kiosk.send(event).is_handled, event);
        CHECK_MESSAGE(kiosk.phase() == KioskPhase::Visit, event);
        CHECK(kiosk.session.state().view.selected == none);
        CHECK(kiosk.step() == none);
        // The click that a browser makes of the same touch.
        CHECK(kiosk.send("activate node:harm").is_handled);
        CHECK_MESSAGE((kiosk.session.state().view.selected == none || std::string(event).substr(0, 8) == "activate"),
                      event);
    }
}

TEST_CASE("a quiet minute brings a question, any answer ends it, and silence starts over") {
    Screen kiosk;
    kiosk.send("presence -");
    kiosk.now_ms += 1000;
    kiosk.send("activate node:harm");
    kiosk.send("activate theme");
    kiosk.wait(59);
    CHECK(kiosk.phase() == KioskPhase::Visit);
    kiosk.wait(2);
    CHECK(kiosk.phase() == KioskPhase::Warning);
    CHECK(kiosk.session.state().kiosk.secs_left == 19);
    kiosk.send("presence -");
    CHECK(kiosk.phase() == KioskPhase::Visit);
    CHECK(kiosk.session.state().view.selected == 2);
    kiosk.wait(61);
    CHECK(kiosk.phase() == KioskPhase::Warning);
    kiosk.wait(18);
    CHECK(kiosk.phase() == KioskPhase::Warning);
    CHECK(kiosk.session.state().kiosk.secs_left == 1);
    CHECK(kiosk.session.restarts() == 0);
    kiosk.wait(1.5);
    CHECK(kiosk.phase() == KioskPhase::Attract);
    CHECK(kiosk.session.restarts() == 1);
    Screen fresh;
    // But for the time and how often it has come to this.
    State over = kiosk.session.state();
    over.kiosk.restarts = 0;
    over.clock = fresh.session.state().clock;
    over.library = fresh.session.state().library;
    CHECK(over == fresh.session.state());
    CHECK(dump_frame(kiosk.session.frame()) == dump_frame(fresh.session.frame()));
}

TEST_CASE("moving, pressing and turning count as somebody being there; frames, ticks and sizes do not") {
    const auto counts = [](const char* event) {
        Screen kiosk;
        kiosk.send("presence -");
        kiosk.wait(50);
        kiosk.send(event);
        kiosk.wait(20);
        return kiosk.phase() == KioskPhase::Visit;
    };
    for (const char* event : {"pointer move mouse 1 10 10", "wheel 10 10 1 plain", "presence panel", "key x plain -"})
        CHECK_MESSAGE(counts(event), event);
    for (const char* event : {"frame", "tick 0 0", "resize 1280 720 1 wide 1", "focus -"})
        CHECK_MESSAGE(!counts(event), event);
}

TEST_CASE("a tick that comes late, as after a night asleep, starts over at once") {
    Screen kiosk;
    kiosk.send("presence -");
    kiosk.now_ms += 60'000;
    kiosk.send("tick 0 0");
    CHECK(kiosk.phase() == KioskPhase::Warning);
    kiosk.now_ms += 8 * 3'600'000.0;
    kiosk.send("tick 0 0");
    CHECK(kiosk.phase() == KioskPhase::Attract);
}

TEST_CASE("start over takes the visitor back to the beginning and keeps the kiosk awake") {
    Screen kiosk;
    kiosk.send("presence -");
    kiosk.now_ms += 1000;
    kiosk.send("activate node:harm");
    kiosk.send("activate zoom-in");
    kiosk.send("activate start-over");
    CHECK(kiosk.phase() == KioskPhase::Visit);
    CHECK(kiosk.session.state().view.selected == none);
    CHECK(kiosk.session.state().view.camera == Camera{});
}

TEST_CASE("a kiosk's address tells its settings and nothing of its visitors") {
    Screen kiosk("mode=kiosk&idle=90&editions=brief.fr.json");
    kiosk.send("presence -");
    kiosk.now_ms += 1000;
    for (const Effect& effect : kiosk.send("activate node:harm").effects)
        CHECK(std::string(describe(effect).kind) != "fragment");
    CHECK(encode_view(kiosk.session.content(), kiosk.session.state().view) ==
          "mode=kiosk&idle=90&editions=brief.fr.json");
}

TEST_CASE("a talk goes on by itself until somebody does something, and stops at its end") {
    Screen talk("mode=talk&auto=5");
    CHECK(talk.step() == 0);
    talk.wait(5.1);
    CHECK(talk.step() == 1);
    talk.wait(60);
    CHECK(talk.step() == 2);
    CHECK(std::isinf(talk.session.next_tick_ms()));
    Screen paused("mode=talk&auto=5");
    paused.wait(3);
    paused.send("key PageUp plain -");
    paused.wait(60);
    CHECK(paused.step() == 0);
    CHECK(paused.session.state().view.auto_secs == 0);
}

TEST_CASE("the speaker's clock and timer go on second by second") {
    Screen speaker("mode=speaker&step=1");
    speaker.send("tick 3600000 60");
    CHECK(dump_page(speaker.session.frame().page).find("02:00") != std::string::npos);
    for (int second = 1; second <= 75; ++second) {
        CHECK(speaker.session.next_tick_ms() == doctest::Approx(speaker.now_ms + 1000));
        speaker.now_ms += 1000;
        speaker.send("tick " + std::to_string(3600000 + second * 1000) + " 60");
    }
    const std::string page = dump_page(speaker.session.frame().page);
    CHECK(page.find("1:15") != std::string::npos);
    CHECK(page.find("02:01") != std::string::npos);
}
