// A talk as whoever gives it meets it: keys in, views and effects out.
#include "core/content/words.h"
#include "core/faces/handout.h"
#include "core/faces/html.h"
#include "core/faces/svg.h"
#include "core/program/session.h"
#include "core/state/camera.h"
#include "core/state/caption.h"
#include "small_brief.h"
#include "support.h"
#include "core/view/status.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

// A window of a talk: the newest fragment and what it last told the other window.
struct Window {
    Session session;
    double time_ms = 0;
    std::string fragment;
    std::vector<std::string> shared;
    std::vector<std::string> asked;  // other effects, by kind
    std::string asked_value;         // of the last of them
    bool was_handled = false;

    explicit Window(Content content, const std::string& view = "mode=talk", Vec2 stage_px = {1280, 720})
        : session(std::move(content)) {
        take({0, EnvironmentInput{false, false, true}});
        take({0, ResizeInput{stage_px, 1, Form::Wide}});
        take({0, RouteInput{view}});
        shared.clear();
        asked.clear();
    }

    void take(const Input& input) {
        const Reaction reaction = session.handle(input);
        was_handled = reaction.is_handled;
        for (const Effect& effect : reaction.effects) {
            if (const auto* set = std::get_if<SetFragment>(&effect)) {
                fragment = set->fragment;
            } else if (const auto* share = std::get_if<ShareView>(&effect)) {
                shared.push_back(share->fragment);
            } else {
                asked.emplace_back(describe(effect).kind);
                asked_value = describe(effect).value;
            }
        }
    }
    void press(const std::string& key, bool is_repeat = false) {
        take({++time_ms, KeyInput{key, false, is_repeat, ""}});
    }
    void activate(const std::string& item) { take({time_ms += 1000, ActivateInput{item}}); }
    void move(Vec2 pos_px, PointerKind kind = PointerKind::Mouse) {
        take({++time_ms, PointerInput{PointerPhase::Move, kind, 1, pos_px}});
    }
    void tick(double at_ms) { take({time_ms = at_ms, TickInput{1764000000000.0 + at_ms, 60}}); }

    const State& state() const { return session.state(); }
    std::string selected() const {
        return state().view.selected == none ? "" : session.content()[state().view.selected].id;
    }
};

// Messages of two windows, each delivered in turn, until nobody says anything; false when they never stop.
bool exchange(Window& audience, Window& speaker) {
    for (int round = 0; round < 20; ++round) {
        if (audience.shared.empty() && speaker.shared.empty()) return true;
        for (const std::string& view : std::exchange(speaker.shared, {}))
            audience.take({audience.time_ms, FollowInput{view}});
        for (const std::string& view : std::exchange(audience.shared, {}))
            speaker.take({speaker.time_ms, FollowInput{view}});
    }
    return false;
}

const std::vector<Vec2> projectors{{1280, 720}, {1024, 768}, {1920, 1080}, {1440, 900},
                                   {1280, 800}, {800, 600},  {1366, 768},  {3840, 2160}};

float smallest_title(const Scene& scene) {
    float smallest = 1000;
    for (const SceneCard& card : scene.drawing->cards) {
        for (const PlacedText& line : card.lines)
            smallest = std::min(smallest, line.size * scene.stage_from_world.scale);
    }
    return smallest;
}

}  // namespace

TEST_CASE("a clicker's keys walk through the steps to the closing one and stay there") {
    Window window(load_brief());
    const int closing = static_cast<int>(window.session.content().tour.size());
    for (const auto& keys :
         {std::pair("PageDown", "PageUp"), std::pair("ArrowRight", "ArrowLeft"), std::pair("ArrowDown", "ArrowUp"),
          std::pair("MediaTrackNext", "MediaTrackPrevious"), std::pair("n", "p"), std::pair("N", "P")}) {
        const char* key = keys.first;
        const char* back = keys.second;
        CAPTURE(key);
        window.press("Home");
        CHECK(window.state().view.step == 0);
        for (int step = 1; step <= closing; ++step) {
            window.press(key);
            CHECK(window.was_handled);
            CHECK(window.state().view.step == step);
            CHECK(window.fragment == "mode=talk&step=" + std::to_string(step + 1));
        }
        window.press(key);
        CHECK(window.state().view.step == closing);
        window.press(back);
        CHECK(window.state().view.step == closing - 1);
    }
    window.press("End");
    CHECK(window.state().view.step == closing);
    window.press("Home");
    window.press(" ");
    CHECK(window.state().view.step == 1);
}

TEST_CASE("a key that is held down steps once and never lets the page scroll") {
    Window window(load_brief());
    window.press("PageDown");
    for (int i = 0; i < 30; ++i) {
        window.press("PageDown", true);
        CHECK(window.was_handled);
    }
    CHECK(window.state().view.step == 1);
    window.press("b");
    window.press("b", true);
    CHECK(window.state().view.is_blank);
}

TEST_CASE("forward is where the reading goes: to the left in a right-to-left content") {
    Content content = load_brief();
    content.direction = Direction::RightToLeft;
    Window window(std::move(content));
    window.press("ArrowLeft");
    CHECK(window.state().view.step == 1);
    window.press("ArrowRight");
    CHECK(window.state().view.step == 0);
    window.press("ArrowDown");
    window.press("PageDown");
    CHECK(window.state().view.step == 2);
    // The caption stands at the right, its number at the left.
    const Scene& scene = window.session.frame().scene;
    CHECK(scene.captions[0].text == "3 / 15");
    CHECK(scene.captions[0].pos.x < 300);
    CHECK(scene.captions[1].pos.x + measure_text(scene.captions[1].text, Weight::Semibold, scene.captions[1].size) ==
          doctest::Approx(1240));
}

TEST_CASE("blank shows nothing at all, and the same key, or the next step, brings the picture back") {
    Window window(load_brief());
    for (const char* key : {".", "b", "B"}) {
        CAPTURE(key);
        window.press(key);
        const Frame blank = window.session.frame();
        CHECK(blank.scene.background == Paint(Swatch::Black));
        CHECK(blank.scene.drawing->cards.empty());
        CHECK(blank.scene.captions.empty());
        CHECK(find_item(blank.page, "blank").text == words().status_blank);
        CHECK(find_item(blank.page, "caption").id.empty());
        CHECK(find_item(blank.page, "node:conflation").id.empty());
        CHECK(contains(window.fragment, "&blank"));
        window.press(key);
        CHECK_FALSE(window.session.frame().scene.drawing->cards.empty());
        CHECK_FALSE(contains(window.fragment, "blank"));
    }
    window.press(".");
    window.press("PageDown");
    CHECK_FALSE(window.state().view.is_blank);
    window.press(".");
    window.press("Escape");
    CHECK_FALSE(window.state().view.is_blank);
    CHECK(window.state().view.mode == Mode::Talk);
}

TEST_CASE("letter keys are the talk's alone and can be turned off; a clicker's keys cannot") {
    Window explore(load_brief(), "");
    for (const char* key : {".", "j", "l", "t", "a", "s"}) explore.press(key);
    explore.press("b");
    CHECK_FALSE(explore.state().view.is_blank);
    CHECK_FALSE(explore.state().talk.jump.is_open);
    Window window(load_brief(), "mode=talk&keys=off");
    for (const char* key : {".", "b", "n", "j", "l", "t", "+", "a", "f", "s"}) {
        const State before = window.state();
        window.press(key);
        CHECK_FALSE(window.was_handled);
        CHECK(looks_same(window.state(), before));
    }
    CHECK(window.asked.empty());
    window.activate("talk-jump");
    window.press("1");
    CHECK(window.state().talk.jump.lane == none);
    window.press("Escape");
    CHECK_FALSE(window.state().talk.jump.is_open);
    window.press("PageDown");
    CHECK(window.state().view.step == 1);
    window.activate("talk-keys");
    window.press("b");
    CHECK(window.state().view.is_blank);
    CHECK_FALSE(contains(window.fragment, "keys=off"));
}

TEST_CASE("every card is three presses away, and Escape or a button leads back to the step") {
    Window window(load_brief(), "mode=talk&step=3");
    const Content& content = window.session.content();
    const std::string keys = "123456789abcdefghijklmnopqrstuvwxyz";
    for (std::size_t lane = 0; lane < content.lanes.size(); ++lane) {
        const std::vector<std::size_t> nodes = [&] {
            std::vector<std::size_t> found;
            for (std::size_t node = 0; node < content.nodes.size(); ++node) {
                if (content.nodes[node].lane == static_cast<int>(lane)) found.push_back(node);
            }
            return found;
        }();
        for (std::size_t n = 0; n < nodes.size(); ++n) {
            window.press("j");
            CHECK(contains(words_of(find_item(window.session.frame().page, "jump")), content.lanes[lane].title));
            window.press(keys.substr(lane, 1));
            CHECK(contains(words_of(find_item(window.session.frame().page, "jump")),
                           keys.substr(n, 1) + "  " + content.nodes[nodes[n]].title));
            window.press(keys.substr(n, 1));
            CHECK(window.selected() == content.nodes[nodes[n]].id);
            CHECK(find_item(window.session.frame().page, "jump").id.empty());
            if (n % 2 == 0) window.press("Escape");
            if (n % 2 == 1) window.activate("tour-resume");
            CHECK(window.state().view.selected == none);
            CHECK(window.state().view.step == 2);
        }
    }
    window.activate("talk-jump");
    window.activate("jump-lane:states");
    window.press("z");
    CHECK(window.state().talk.jump.lane == 2);
    window.activate("jump:raids");
    CHECK(window.selected() == "raids");
    window.press("PageDown");
    CHECK(window.selected().empty());
    CHECK(window.state().view.step == 3);
}

TEST_CASE("the jump's list closes by J, by its button, and step by step by Escape") {
    Window window(load_brief());
    window.press("j");
    window.press("j");
    CHECK_FALSE(window.state().talk.jump.is_open);
    window.press("j");
    window.press("3");
    window.press("Escape");
    CHECK(window.state().talk.jump == Jump{true, none});
    window.activate("talk-jump-close");
    CHECK_FALSE(window.state().talk.jump.is_open);
}

TEST_CASE("Escape undoes one thing at a time and never ends the talk") {
    Window window(load_brief(), "mode=talk&step=4");
    window.press("j");
    window.press("1");
    window.press("1");
    window.press("l");
    window.press("b");
    window.press("Escape");
    CHECK_FALSE(window.state().view.is_blank);
    CHECK(window.state().view.spot.has_value());
    window.press("Escape");
    CHECK_FALSE(window.state().view.spot.has_value());
    CHECK(window.state().view.selected != none);
    window.press("Escape");
    CHECK(window.state().view.selected == none);
    for (int i = 0; i < 5; ++i) window.press("Escape");
    CHECK(window.state().view.mode == Mode::Talk);
    CHECK(window.state().view.step == 3);
}

TEST_CASE("the pointer follows mouse, finger and arrows, and is painted, said and in the address") {
    Window window(load_brief());
    window.move({640, 360});
    CHECK_FALSE(window.state().view.spot.has_value());
    window.press("l");
    CHECK(said_words(window.session.brief(), window.state()) == words().status_spot);
    window.move({320, 540});
    CHECK(window.fragment == "mode=talk&step=1&spot=0.25,0.75");
    const Frame& frame = window.session.frame();
    REQUIRE(frame.scene.spot.has_value());
    CHECK(frame.scene.spot->center.x == doctest::Approx(320));
    CHECK(frame.scene.spot->center.y == doctest::Approx(540));
    CHECK(frame.scene.spot->radius >= 26);
    CHECK(find_item(frame.page, "spot").rect->center().x == doctest::Approx(320));
    window.press("ArrowRight");
    window.press("ArrowRight", true);
    window.press("ArrowUp");
    CHECK(window.state().view.spot->x == doctest::Approx(0.31F));
    CHECK(window.state().view.spot->y == doctest::Approx(0.72F));
    CHECK(window.state().view.step == 0);
    window.move({64, 72}, PointerKind::Touch);
    CHECK(window.state().view.spot->x == doctest::Approx(0.05F));
    for (int i = 0; i < 60; ++i) window.press("ArrowLeft", true);
    CHECK(window.state().view.spot->x == 0);
    window.press("PageDown");
    CHECK(window.state().view.step == 1);
    window.press("L");
    CHECK_FALSE(window.session.frame().scene.spot.has_value());
    window.press("ArrowRight");
    CHECK(window.state().view.step == 2);
}

TEST_CASE("the text size goes round by its key, up and down by plus and minus, and is in the address") {
    Window window(load_brief());
    const float usual = window.session.frame().scene.captions[1].size;
    window.press("t");
    CHECK(window.fragment == "mode=talk&step=1&text=2");
    CHECK(window.session.frame().scene.captions[1].size > usual * 1.2F);
    window.press("+");
    CHECK(window.state().view.text_step == 2);
    window.press("+");
    CHECK(window.state().view.text_step == 2);
    window.press("-");
    CHECK(window.state().view.text_step == 1);
    window.press("t");
    window.press("t");
    CHECK(window.state().view.text_step == 0);
    CHECK(window.session.frame().scene.captions[1].size == usual);
}

TEST_CASE("it goes on by itself as long as nobody does anything, and stops at the end") {
    Window window(load_brief());
    window.press("a");
    CHECK(window.fragment == "mode=talk&step=1&auto=20");
    CHECK(window.session.next_tick_ms() == doctest::Approx(window.time_ms + 20000));
    window.tick(19000);
    CHECK(window.state().view.step == 0);
    window.tick(20100);
    CHECK(window.state().view.step == 1);
    window.tick(41000);
    CHECK(window.state().view.step == 2);
    window.press("b");
    CHECK(window.state().view.auto_secs == 0);
    window.tick(90000);
    CHECK(window.state().view.step == 2);
    window.activate("talk-auto");
    CHECK(window.state().view.auto_secs == 20);
    window.activate("tour-back");
    CHECK(window.state().view.auto_secs == 0);
    CHECK(window.state().view.step == 1);
    window.press("a");
    window.press("a");
    CHECK(window.state().view.auto_secs == 0);
    window.press("End");
    window.press("a");
    CHECK(std::isinf(window.session.next_tick_ms()));
}

TEST_CASE("a talk starts where the tour stands and ends as the whole, in the theme it had") {
    Window window(load_brief(), "step=5&theme=dark");
    window.activate("present");
    CHECK(window.fragment == "mode=talk&step=5&theme=dark");
    window.press("b");
    window.press("t");
    window.activate("talk-end");
    CHECK(window.fragment == "theme=dark");
    CHECK(window.state().view.text_step == 0);
    CHECK_FALSE(window.state().view.is_blank);
}

TEST_CASE("one message a step: its number, its title and its words") {
    Window window(load_brief());
    window.press("a");
    window.press("PageDown");
    const TourStep& step = window.session.content().tour[1];
    CHECK(said_words(window.session.brief(), window.state()) == "Step 2 of 15: " + step.title + ". " + step.text);
    window.press("End");
    CHECK(said_words(window.session.brief(), window.state()) == words().status_closing);
}

TEST_CASE(
    "the closing step has the content's address, else the page's, as words and as a code; one file on a disk says so") {
    Content content = load_brief();
    const int last = static_cast<int>(content.tour.size()) + 1;
    const std::string view = "mode=talk&step=" + std::to_string(last);
    Window disk(content, view);
    disk.take({1, AddressInput{""}});
    CHECK_FALSE(disk.session.frame().scene.code.has_value());
    CHECK(contains(words_of(find_item(disk.session.frame().page, "caption")), "Ask for a copy"));
    Window site(content, view);
    site.take({1, AddressInput{"https://example.org/talk/"}});
    const Frame& frame = site.session.frame();
    REQUIRE(frame.scene.code.has_value());
    CHECK(frame.scene.code->rect.w >= 150);
    CHECK(find_items(frame.page, Role::Link).back().href == "https://example.org/talk/");
    CHECK(contains(find_item(frame.page, "code").text, "https://example.org/talk/"));
    CHECK(find_item(frame.page, "caption").children.back().children.front().text == "https://example.org/talk/");
    content.about.address = "https://example.net/";
    Window published(content, view);
    published.take({1, AddressInput{"https://example.org/talk/"}});
    CHECK(find_item(published.session.frame().page, "caption").children.back().children.front().text ==
          "https://example.net/");
}

TEST_CASE(
    "the closing step offers no copy of a page that is no one file, and neither that nor the address of a page that an "
    "opened brief is not in") {
    const std::string example = read_source_file("content/examples/night-buses.json");
    const auto closing_of = [](Window& window) {
        window.press("End");
        return words_of(find_item(window.session.frame().page, "caption"));
    };
    Window neither(load_example());
    const std::string words_alone = closing_of(neither);
    CHECK(contains(words_alone, std::string(words().closing_end_title)));
    CHECK(contains(words_alone, load_example().title));
    CHECK_FALSE(contains(words_alone, "copy"));
    for (const char* address : {"", "https://example.org/talk/"}) {
        Window opened(load_brief());
        opened.take({1, AddressInput{address}});
        opened.take({2, ContentInput{"night-buses.json", example}});
        CHECK(closing_of(opened) == words_alone);
        CHECK_FALSE(opened.session.frame().scene.code.has_value());
    }
    // Where the content says where it is, that is true of the opened file too.
    Window published(load_brief());
    published.take({2, ContentInput{"night-buses.json", with(example, "\"publisher\"",
                                                             "\"address\": \"https://example.net/\", \"publisher\"")}});
    CHECK(contains(closing_of(published), "https://example.net/"));
    CHECK(published.session.frame().scene.code.has_value());
}

TEST_CASE(
    "the closing step has the content's own words, on the stage, on paper and before it in the speaker's window") {
    Content content = load_example();
    content.about.closing = {"Go on", "Ask the council."};
    Window talk(content, "mode=talk");
    talk.press("End");
    CHECK(contains(dump_scene(talk.session.frame().scene), "Ask the council."));
    CHECK(contains(words_of(find_item(talk.session.frame().page, "caption")), "Go on"));
    CHECK(contains(write_markup(talk.session.handout()), "Ask the council."));
    talk.take({90, AddressInput{""}});
    CHECK(contains(words_of(find_item(talk.session.frame().page, "caption")),
                   "Ask the council. “" + content.title + "” is one file."));
    Window speaker(content, "mode=speaker&step=" + std::to_string(content.tour.size()));
    CHECK(contains(words_of(find_item(speaker.session.frame().page, "coming")), "Go on"));
}

TEST_CASE("notes are in the page only where they were asked for") {
    Window window(load_brief());
    const std::string& notes = window.session.content().tour[0].notes;
    const auto says_notes = [&] { return contains(dump_page(window.session.frame().page), notes.substr(0, 40)); };
    CHECK_FALSE(says_notes());
    window.activate("talk-notes");
    CHECK(says_notes());
    window.activate("talk-notes");
    CHECK_FALSE(says_notes());
    // What a window that was not opened answers; twice means no less.
    window.activate("notes");
    window.activate("notes");
    CHECK(says_notes());
    CHECK(said_words(window.session.brief(), window.state()) == words().status_no_window);
    Window speaker(load_brief(), "mode=speaker");
    CHECK(contains(words_of(find_item(speaker.session.frame().page, "notes")), notes));
}

TEST_CASE("both windows show the same, whoever leads") {
    Window audience(load_brief());
    Window speaker(load_brief(), "mode=speaker", {708, 500});
    const auto same = [&] { return audience.session.shared_view() == speaker.session.shared_view() + "&aspect=1.778"; };
    audience.press("PageDown");
    CHECK(exchange(audience, speaker));
    CHECK(speaker.state().view.step == 1);
    CHECK(same());
    for (const char* key :
         {"PageDown", "t", "l", "ArrowRight", "b", "b", "End", "PageUp", "j", "1", "2", "Escape", "a", "Home"}) {
        CAPTURE(key);
        speaker.press(key);
        CHECK(exchange(audience, speaker));
        CHECK(same());
    }
    speaker.press("a");
    CHECK(exchange(audience, speaker));
    CHECK(audience.state().view.auto_secs == 20);
    audience.tick(audience.time_ms + 20100);
    CHECK(exchange(audience, speaker));
    CHECK(speaker.state().view.step == 1);
    // Both press at the same moment: the audience's window has the last word.
    audience.press("End");
    speaker.press("Home");
    CHECK(exchange(audience, speaker));
    CHECK(same());
    // Its own things stay its own.
    CHECK_FALSE(contains(speaker.fragment, "aspect"));
    CHECK(contains(speaker.fragment, "mode=speaker"));
}

TEST_CASE("the speaker's picture is the audience's in small, so that the pointer lies on the same card in both") {
    for (const Vec2 stage : {Vec2{708, 500}, Vec2{480, 380}, Vec2{480, 200}}) {
        Window audience(load_brief(), "mode=talk&step=7&spot=0.5,0.6", {1024, 768});
        Window speaker(load_brief(), "mode=speaker", stage);
        audience.press("ArrowRight");
        CHECK(exchange(audience, speaker));
        const Frame large = audience.session.frame();
        const Frame small = speaker.session.frame();
        const Rect frame = stage_frame(speaker.state());
        CHECK(frame.w / frame.h == doctest::Approx(1024.0 / 768).epsilon(0.001));
        CHECK(small.scene.drawing->cards.size() == large.scene.drawing->cards.size());
        for (const SceneCard& card : large.scene.drawing->cards) {
            const Rect shown = large.scene.stage_from_world.apply(card.rect);
            const auto found = std::find_if(small.scene.drawing->cards.begin(), small.scene.drawing->cards.end(),
                                            [&](const SceneCard& other) { return other.node == card.node; });
            REQUIRE(found != small.scene.drawing->cards.end());
            const Vec2 center =
                frame_from_stage(speaker.state(), small.scene.stage_from_world.apply(found->rect).center());
            CHECK(std::abs(center.x - shown.center().x / 1024) < 0.01);
            CHECK(std::abs(center.y - shown.center().y / 768) < 0.01);
        }
        CHECK(find_item(small.page, "spot").text == find_item(large.page, "spot").text);
    }
}

TEST_CASE("the speaker's window tells what comes, the time and how long it has been, also after a reload") {
    Window speaker(load_brief(), "mode=speaker&step=2");
    speaker.tick(1000);
    CHECK(words_of(find_item(speaker.session.frame().page, "clock")) == "Time 17:00");
    speaker.tick(65000);
    CHECK(words_of(find_item(speaker.session.frame().page, "timer")) == "Since the start 1:04");
    CHECK(
        contains(words_of(find_item(speaker.session.frame().page, "coming")), speaker.session.content().tour[2].title));
    Window again(load_brief(), speaker.fragment);
    again.tick(125000);
    CHECK(words_of(find_item(again.session.frame().page, "timer")) == "Since the start 2:04");
    CHECK(again.state().view.step == 1);
    again.press("r");
    CHECK(words_of(find_item(again.session.frame().page, "timer")) == "Since the start 0:00");
    again.press("End");
    CHECK(contains(words_of(find_item(again.session.frame().page, "coming")), words().last_step));
}

TEST_CASE("the audience's stage asks for the other window once, with the step it stands at") {
    Window window(load_brief(), "mode=talk&step=6");
    window.press("s");
    CHECK(window.asked == std::vector<std::string>{"window"});
    window.press("f");
    CHECK(window.asked.back() == "fullscreen");
    Window speaker(load_brief(), "mode=speaker");
    speaker.press("s");
    CHECK(speaker.asked.empty());
}

TEST_CASE("captions leave the picture alone, and neither leaves the stage") {
    for (const Content& content : {load_brief(), load_example()}) {
        for (const Vec2 stage : {Vec2{1280, 720}, Vec2{1024, 768}, Vec2{1920, 1080}, Vec2{1440, 900}, Vec2{800, 600},
                                 Vec2{390, 844}, Vec2{844, 390}, Vec2{3440, 1440}}) {
            Window window(content, "mode=talk", stage);
            window.take({0, AddressInput{"https://example.org/a/long/enough/address/"}});
            for (int text = 0; text < (stage.y < 500 ? 1 : text_steps); ++text) {
                for (std::size_t step = 0; step <= content.tour.size(); ++step) {
                    CAPTURE(stage.x);
                    CAPTURE(step);
                    CAPTURE(text);
                    window.take({0, RouteInput{"mode=talk&step=" + std::to_string(step + 1) +
                                               "&text=" + std::to_string(text + 1)}});
                    const Scene& scene = window.session.frame().scene;
                    float bottom = 0;
                    for (const PlacedText& line : scene.captions) {
                        CHECK(line.pos.x >= 0);
                        CHECK(line.pos.x + measure_text(line.text, line.weight, line.size) <= stage.x);
                        bottom = std::max(bottom, line.pos.y + line.size * 0.25F);
                    }
                    const Rect picture = scene.stage_from_world.apply(scene.drawing->bounds);
                    CHECK(picture.y >= bottom - 0.5F);
                    CHECK(picture.bottom() <= stage.y + 0.5F);
                    CHECK(picture.x >= -0.5F);
                    CHECK(picture.right() <= stage.x + 0.5F);
                    if (!scene.code) continue;
                    CHECK(scene.code->rect.x >= picture.right() - 0.5F);
                    CHECK(scene.code->rect.right() <= stage.x);
                    CHECK(scene.code->rect.y >= bottom - 0.5F);
                    CHECK(scene.code->rect.bottom() <= stage.y);
                }
            }
        }
    }
}

TEST_CASE("titles are 28 pixels or more for every step of the brief on every usual projector") {
    const Content content = load_brief();
    for (const Vec2 stage : projectors) {
        Window window(content, "mode=talk", stage);
        for (std::size_t step = 0; step < content.tour.size(); ++step) {
            CAPTURE(stage.x);
            CAPTURE(stage.y);
            CAPTURE(step + 1);
            window.take({0, RouteInput{"mode=talk&step=" + std::to_string(step + 1)}});
            const Scene& scene = window.session.frame().scene;
            const float wanted = stage.x >= 1024 ? 28 : 28 * stage.x / 1024;
            CHECK(smallest_title(scene) >= wanted - 0.001F);
            CHECK(scene.captions[1].size >= wanted);
        }
    }
}

TEST_CASE("the picture of a talk in a file has its captions, its code and its pointer") {
    Window window(load_brief(), "mode=talk&step=2&spot=0.5,0.5");
    const std::string svg = write_svg(window.session.content(), window.session.frame().scene, SvgUse::Standalone);
    CHECK(contains(svg, "viewBox=\"0 0 1280 720\""));
    CHECK(contains(svg, ">An old idea</text>"));
    CHECK(contains(svg, "<circle cx=\"640\" cy=\"360\""));
    window.take({1, AddressInput{"https://example.org/"}});
    window.press("End");
    CHECK(contains(write_svg(window.session.content(), window.session.frame().scene, SvgUse::Standalone),
                   "shape-rendering=\"crispEdges\""));
}

TEST_CASE("the presenter's handout has one page a step, and notes only if they are wanted") {
    Window window(load_brief());
    const Content& content = window.session.content();
    for (const bool with_notes : {false, true}) {
        window.activate(with_notes ? "print-notes" : "print-steps");
        CHECK(window.asked.back() == "print");
        CHECK(window.asked_value == (with_notes ? "notes" : ""));
        const Element handout = window.session.handout(with_notes ? HandoutNotes::With : HandoutNotes::Without);
        CHECK(handout.children.size() == content.tour.size() + 1);
        for (std::size_t step = 0; step < content.tour.size(); ++step) {
            const std::vector<Element>& parts = handout.children[step].children;
            CHECK(parts[1].text == content.tour[step].title);
            CHECK(parts[2].text == content.tour[step].text);
            CHECK((parts.back().text == content.tour[step].notes) == with_notes);
        }
    }
}

TEST_CASE(
    "between two steps a card that stays glides from its old place to its new one; under reduced motion it stands") {
    Window window(load_brief(), "mode=talk&step=3");
    const NodeId node = *window.session.content().find_node("conflation");
    const auto center = [&] {
        const Scene& scene = window.session.frame().scene;
        for (const SceneCard& card : scene.drawing->cards) {
            if (card.node == node) return scene.stage_from_world.apply(card.rect).center();
        }
        return Vec2{};
    };
    const Vec2 third = center();
    window.press("PageUp");
    const Vec2 second = center();
    CHECK(std::abs(second.y - third.y) + std::abs(second.x - third.x) > 20);
    window.take({10, EnvironmentInput{false, false, false}});
    window.time_ms = 20;
    window.press("PageDown");
    CHECK(center().x == doctest::Approx(second.x).epsilon(0.01));
    CHECK(center().y == doctest::Approx(second.y).epsilon(0.01));
    // Whoever presses it finds it at its new place at once.
    CHECK(rect_on_stage(window.session.frame().page, "node:conflation").center().y ==
          doctest::Approx(third.y).epsilon(0.01));
    float last = std::abs(center().y - third.y);
    for (int time = 36; window.session.wants_frame() && time < 2000; time += 16) {
        window.take({static_cast<double>(time), FrameInput{}});
        const float away = std::abs(center().y - third.y);
        CHECK(away <= last + 0.01F);
        last = away;
        const Scene& scene = window.session.frame().scene;
        for (const SceneLink& link : scene.drawing->links) CHECK(std::isfinite(link.points.front().x));
    }
    CHECK(center() == third);
}

TEST_CASE(
    "however long the way out is labelled, a step's title has half of its row and its text stands below the label") {
    for (const char* label :
         {"Exit", "Leave this site", "Diese Seite sofort verlassen", "Lasciare subito questo sito e aprirne un altro",
          "Rindfleischetikettierungsueberwachungsaufgabenue"}) {
        for (const float width : {320.0F, 390.0F, 768.0F, 1280.0F, 1920.0F}) {
            CAPTURE(label);
            CAPTURE(width);
            Content content = load_brief();
            content.about.exit.label = label;
            State state;
            state.view.mode = Mode::Talk;
            state.view.step = 1;
            state.around.stage_px = {width, width < 700 ? 844.0F : width * 9 / 16};
            const PlacedCaption text = place_caption(content, state);
            CHECK(text.lines[1].max_width >= width / 2 - 2 * text.lines[1].pos.x);
            const PlacedText& first = text.lines[1 + text.title_lines];
            const bool is_below = first.pos.y - first.size * 0.75F >= 12 + 44;
            CHECK(is_below);
        }
    }
}
