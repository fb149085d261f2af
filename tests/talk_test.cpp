// A talk as whoever gives it meets it: keys in, views and effects out. Its captions, its closing step, its speaker's
// window, its handout and its clock have files of their own.
#include "core/content/words.h"
#include "core/base/text_metrics.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("a clicker's keys walk through the steps to the closing one and stay there") {
    Harness h(load_brief(), "mode=talk");
    const int closing = static_cast<int>(h.content().tour.size());
    for (const auto& [on, back] :
         {std::pair("PageDown", "PageUp"), std::pair("ArrowRight", "ArrowLeft"), std::pair("ArrowDown", "ArrowUp"),
          std::pair("MediaTrackNext", "MediaTrackPrevious"), std::pair("n", "p"), std::pair("N", "P")}) {
        const std::string key = on;
        CAPTURE(key);
        h.key("Home");
        CHECK(h.view().step == 0);
        for (int step = 1; step <= closing; ++step) {
            h.key(key);
            CHECK(h.was_handled());
            CHECK(h.view().step == step);
            CHECK(h.address() == "mode=talk&step=" + std::to_string(step + 1));
        }
        h.key(key);
        CHECK(h.view().step == closing);
        h.key(back);
        CHECK(h.view().step == closing - 1);
    }
    h.key("End");
    CHECK(h.view().step == closing);
    h.key("Home");
    h.key(" ");
    CHECK(h.view().step == 1);
}

TEST_CASE("a key that is held down steps once and never lets the page scroll") {
    Harness h(load_brief(), "mode=talk");
    h.key("PageDown");
    for (int i = 0; i < 30; ++i) {
        h.hold("PageDown");
        CHECK(h.was_handled());
    }
    CHECK(h.view().step == 1);
    h.key("b");
    h.hold("b");
    CHECK(h.view().is_blank);
}

TEST_CASE("forward is where the reading goes: to the left in a right-to-left content") {
    Content content = load_brief();
    content.direction = Direction::RightToLeft;
    Harness h(std::move(content), "mode=talk");
    h.key("ArrowLeft");
    CHECK(h.view().step == 1);
    h.key("ArrowRight");
    CHECK(h.view().step == 0);
    h.key("ArrowDown");
    h.key("PageDown");
    CHECK(h.view().step == 2);
    // The caption stands at the right, its number at the left.
    const std::vector<PlacedText>& captions = h.scene().captions;
    CHECK(captions[0].text == "3 / 15");
    CHECK(captions[0].pos.x < 300);
    CHECK(captions[1].pos.x + measure_text(captions[1].text, Weight::Semibold, captions[1].size) ==
          doctest::Approx(1238));
}

TEST_CASE("blank shows nothing at all, and the same key, or the next step, brings the picture back") {
    Harness h(load_brief(), "mode=talk");
    for (const std::string key : {".", "b", "B"}) {
        CAPTURE(key);
        h.key(key);
        CHECK(h.scene().background == Paint(Swatch::Black));
        CHECK(h.scene().drawing->cards.empty());
        CHECK(h.scene().captions.empty());
        CHECK(h.text("blank") == words().status_blank);
        CHECK_FALSE(h.has_item("caption"));
        CHECK_FALSE(h.has_item("node:conflation"));
        CHECK(contains(h.address(), "&blank"));
        h.key(key);
        CHECK_FALSE(h.scene().drawing->cards.empty());
        CHECK_FALSE(contains(h.address(), "blank"));
    }
    h.key(".");
    h.key("PageDown");
    CHECK_FALSE(h.view().is_blank);
    h.key(".");
    h.key("Escape");
    CHECK_FALSE(h.view().is_blank);
    CHECK(h.root().mode == "talk");
}

TEST_CASE("letter keys are the talk's alone and can be turned off; a clicker's keys cannot") {
    Harness explore(load_brief());
    for (const char* key : {".", "j", "l", "t", "a", "s", "b"}) explore.key(key);
    CHECK_FALSE(explore.view().is_blank);
    CHECK_FALSE(explore.has_item("jump"));
    Harness h(load_brief(), "mode=talk&keys=off");
    for (const char* key : {".", "b", "n", "j", "l", "t", "+", "a", "f", "s"}) {
        const State before = h.state();
        h.key(key);
        CHECK_FALSE(h.was_handled());
        CHECK(h.effects().empty());
        CHECK(looks_same(h.state(), before));
    }
    h.press("Jump to…");
    h.key("1");
    CHECK(h.state().talk.jump == Jump{true, none});
    h.key("Escape");
    CHECK_FALSE(h.has_item("jump"));
    h.key("PageDown");
    CHECK(h.view().step == 1);
    h.press("Keys");
    h.key("b");
    CHECK(h.view().is_blank);
    CHECK_FALSE(contains(h.address(), "keys=off"));
}

TEST_CASE("every card is three presses away, and Escape or a button leads back to the step") {
    Harness h(load_brief(), "mode=talk&step=3");
    const Content content = h.content();
    const std::string keys = "123456789abcdefghijklmnopqrstuvwxyz";
    for (std::size_t lane = 0; lane < content.lanes.size(); ++lane) {
        std::size_t n = 0;
        for (const NodeId node : content.node_ids()) {
            if (content[node].lane != LaneId(lane)) continue;
            h.key("j");
            CHECK(contains(h.text("jump"), content.lanes[lane].title));
            h.key(keys.substr(lane, 1));
            CHECK(h.has_button(keys.substr(n, 1) + "  " + content[node].title));
            h.key(keys.substr(n, 1));
            CHECK(h.selected() == content[node].id);
            CHECK_FALSE(h.has_item("jump"));
            if (n % 2 == 0) h.key("Escape");
            if (n % 2 == 1) h.press("Back to step 3");
            CHECK(h.selected().empty());
            CHECK(h.view().step == 2);
            ++n;
        }
        CHECK(n > 0);
    }
    h.press("Jump to…");
    h.activate("jump-lane:states");
    h.key("z");
    CHECK(h.state().talk.jump == Jump{true, 2});
    h.activate("jump:raids");
    CHECK(h.selected() == "raids");
    h.key("PageDown");
    CHECK(h.selected().empty());
    CHECK(h.view().step == 3);
}

TEST_CASE("the jump's list closes by J, by its button, and step by step by Escape") {
    Harness h(load_brief(), "mode=talk");
    h.key("j");
    CHECK(h.has_item("jump"));
    h.key("j");
    CHECK_FALSE(h.has_item("jump"));
    h.key("j");
    h.key("3");
    h.key("Escape");
    CHECK(h.state().talk.jump == Jump{true, none});
    h.press("Close");
    CHECK_FALSE(h.has_item("jump"));
}

TEST_CASE("Escape undoes one thing at a time and never ends the talk") {
    Harness h(load_brief(), "mode=talk&step=4");
    for (const char* key : {"j", "1", "1", "l", "b"}) h.key(key);
    h.key("Escape");
    CHECK_FALSE(h.view().is_blank);
    CHECK(h.view().spot.has_value());
    h.key("Escape");
    CHECK_FALSE(h.view().spot.has_value());
    CHECK_FALSE(h.selected().empty());
    h.key("Escape");
    CHECK(h.selected().empty());
    for (int i = 0; i < 5; ++i) h.key("Escape");
    CHECK(h.root().mode == "talk");
    CHECK(h.view().step == 3);
}

TEST_CASE("the pointer follows mouse, finger and arrows, and is painted, said and in the address") {
    Harness h(load_brief(), "mode=talk");
    h.point(PointerPhase::Move, {640, 360});
    CHECK_FALSE(h.view().spot.has_value());
    h.key("l");
    CHECK(h.status() == words().status_spot);
    h.point(PointerPhase::Move, {320, 540});
    CHECK(h.address() == "mode=talk&step=1&spot=0.25,0.75");
    REQUIRE(h.scene().spot.has_value());
    CHECK(h.scene().spot->center.x == doctest::Approx(320));
    CHECK(h.scene().spot->center.y == doctest::Approx(540));
    CHECK(h.scene().spot->radius >= 26);
    CHECK(h.item("spot").rect->center().x == doctest::Approx(320));
    h.key("ArrowRight");
    h.hold("ArrowRight");
    h.key("ArrowUp");
    CHECK(h.view().spot->x == doctest::Approx(0.31F));
    CHECK(h.view().spot->y == doctest::Approx(0.72F));
    CHECK(h.view().step == 0);
    h.point(PointerPhase::Move, {64, 72}, PointerKind::Touch);
    CHECK(h.view().spot->x == doctest::Approx(0.05F));
    for (int i = 0; i < 60; ++i) h.hold("ArrowLeft");
    CHECK(h.view().spot->x == 0);
    h.key("PageDown");
    CHECK(h.view().step == 1);
    h.key("L");
    CHECK_FALSE(h.scene().spot.has_value());
    h.key("ArrowRight");
    CHECK(h.view().step == 2);
}

TEST_CASE("the text size goes round by its key, up and down by plus and minus, and is in the address") {
    Harness h(load_brief(), "mode=talk");
    const float usual = h.scene().captions[1].size;
    h.key("t");
    CHECK(h.address() == "mode=talk&step=1&text=2");
    CHECK(h.scene().captions[1].size > usual * 1.2F);
    h.key("+");
    CHECK(h.view().text_step == 2);
    h.key("+");
    CHECK(h.view().text_step == 2);
    h.key("-");
    CHECK(h.view().text_step == 1);
    h.key("t");
    h.key("t");
    CHECK(h.view().text_step == 0);
    CHECK(h.scene().captions[1].size == usual);
}

TEST_CASE("a talk starts where the tour stands and ends as the whole, in the theme it had") {
    Harness h(load_brief(), "step=5&theme=dark");
    h.press("Present");
    CHECK(h.address() == "mode=talk&step=5&theme=dark");
    h.key("b");
    h.key("t");
    h.press("End");
    CHECK(h.address() == "theme=dark");
    CHECK(h.view().text_step == 0);
    CHECK_FALSE(h.view().is_blank);
}

TEST_CASE("one message a step: its number, its title and its words") {
    Harness h(load_brief(), "mode=talk");
    h.key("a");
    h.key("PageDown");
    const TourStep& step = h.content().tour[1];
    CHECK(h.status() == "Step 2 of 15: " + step.title + ". " + step.text);
    h.key("End");
    CHECK(h.status() == words().status_closing);
}

TEST_CASE("notes are in the page only where they were asked for") {
    Harness h(load_brief(), "mode=talk");
    const std::string notes = h.content().tour[0].notes;
    const auto says_notes = [&] { return contains(dump_page(h.page()), notes.substr(0, 40)); };
    CHECK_FALSE(says_notes());
    h.press("Notes here");
    CHECK(says_notes());
    h.press("Notes here");
    CHECK_FALSE(says_notes());
    // What a window that was not opened answers; twice means no less.
    h.activate("notes");
    h.activate("notes");
    CHECK(says_notes());
    CHECK(h.status() == words().status_no_window);
    Harness speaker(load_brief(), "mode=speaker");
    CHECK(contains(speaker.text("notes"), notes));
}

TEST_CASE("the audience's stage asks for the other window once, with the step it stands at") {
    Harness h(load_brief(), "mode=talk&step=6");
    h.key("s");
    CHECK(h.effect_kinds() == std::vector<std::string>{"window"});
    CHECK(contains(h.effect<OpenWindow>(), "mode=speaker"));
    h.key("f");
    CHECK(h.effect_kinds() == std::vector<std::string>{"fullscreen"});
    Harness speaker(load_brief(), "mode=speaker");
    speaker.key("s");
    CHECK(speaker.effects().empty());
}
