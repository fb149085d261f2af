// The two windows of a talk: what one tells the other, and what the speaker's shows beside the picture.
#include "core/content/words.h"
#include "core/state/camera.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace throughline;
using namespace throughline::testing;

namespace {

// Messages of two windows, each delivered in turn, until nobody says anything; false when they never stop.
bool exchange(Harness& audience, Harness& speaker) {
    for (int round = 0; round < 20; ++round) {
        const std::vector<std::string> led = speaker.take<ShareView>();
        for (const std::string& view : led) audience.send(FollowInput{view});
        const std::vector<std::string> answered = audience.take<ShareView>();
        for (const std::string& view : answered) speaker.send(FollowInput{view});
        if (led.empty() && answered.empty()) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("both windows show the same, whoever leads") {
    Harness audience(load_brief(), "mode=talk");
    Harness speaker(load_brief(), {.view = "mode=speaker", .stage_px = {708, 500}});
    const auto same = [&] { return audience.session.shared_view() == speaker.session.shared_view() + "&aspect=1.778"; };
    audience.key("PageDown");
    CHECK(exchange(audience, speaker));
    CHECK(speaker.view().step == 1);
    CHECK(same());
    for (const std::string key :
         {"PageDown", "t", "l", "ArrowRight", "b", "b", "End", "PageUp", "j", "1", "2", "Escape", "a", "Home"}) {
        CAPTURE(key);
        speaker.key(key);
        CHECK(exchange(audience, speaker));
        CHECK(same());
    }
    speaker.key("a");
    CHECK(exchange(audience, speaker));
    CHECK(audience.view().auto_secs == 20);
    audience.wait(20.1);
    CHECK(exchange(audience, speaker));
    CHECK(speaker.view().step == 1);
    // Both press at the same moment: the audience's window has the last word.
    audience.key("End");
    speaker.key("Home");
    CHECK(exchange(audience, speaker));
    CHECK(same());
    // Its own things stay its own.
    CHECK_FALSE(contains(speaker.address(), "aspect"));
    CHECK(contains(speaker.address(), "mode=speaker"));
}

TEST_CASE("the speaker's picture is the audience's in small, so that the pointer lies on the same card in both") {
    for (const Vec2 stage : {Vec2{708, 500}, Vec2{480, 380}, Vec2{480, 200}}) {
        Harness audience(load_brief(), {.view = "mode=talk&step=7&spot=0.5,0.6", .stage_px = {1024, 768}});
        Harness speaker(load_brief(), {.view = "mode=speaker", .stage_px = stage});
        audience.key("ArrowRight");
        CHECK(exchange(audience, speaker));
        const Rect frame = stage_frame(speaker.state());
        CHECK(frame.w / frame.h == doctest::Approx(1024.0 / 768).epsilon(0.001));
        CHECK(speaker.scene().drawing->cards.size() == audience.scene().drawing->cards.size());
        for (const SceneCard& card : audience.scene().drawing->cards) {
            const std::string node = audience.content()[card.node].id;
            const Vec2 large = audience.card_rect(node).center();
            const Vec2 small = frame_from_stage(speaker.state(), speaker.card_rect(node).center());
            CHECK(std::abs(small.x - large.x / 1024) < 0.01);
            CHECK(std::abs(small.y - large.y / 768) < 0.01);
        }
        CHECK_FALSE(audience.text("spot").empty());
        CHECK(speaker.text("spot") == audience.text("spot"));
    }
}

TEST_CASE("the speaker's window tells what comes, the time and how long it has been, also after a reload") {
    Harness speaker(load_brief(), "mode=speaker&step=2");
    speaker.tick();
    CHECK(speaker.text("clock") == "Time 17:00");
    speaker.wait(64);
    CHECK(speaker.text("timer") == "Since the start 1:04");
    CHECK(contains(speaker.text("coming"), speaker.content().tour[2].title));
    Harness again(load_brief(), speaker.address());
    again.started_wall_ms += 124'000;
    again.tick();
    CHECK(again.text("timer") == "Since the start 2:04");
    CHECK(again.view().step == 1);
    again.key("r");
    CHECK(again.text("timer") == "Since the start 0:00");
    again.key("End");
    CHECK(contains(again.text("coming"), words().last_step));
}
