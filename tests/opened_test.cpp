// A content that the page did not come with: opened, opened again after an edit, refused, awaited.
#include "core/brief/brief.h"
#include "core/content/words.h"
#include "core/faces/html.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

// As an author renames a node: the old id is gone.
std::string with_renamed_a() {
    return with(with(with(small_json(), "\"id\": \"a\"", "\"id\": \"aa\""), "\"from\": \"a\"", "\"from\": \"aa\""),
                "[\"a\"]", "[\"aa\"]");
}

// With a node before it, so that every index is another.
std::string with_more_before() {
    return with(
        with(small_json(), "    { \"id\": \"a\", \"lane\"",
             "    { \"id\": \"new\", \"lane\": \"starts\", \"title\": \"New\", \"text\": \"New.\", \"sources\": "
             "[\"p/1\"] },\n    { \"id\": \"a\", \"lane\""),
        "Text of c.", "Text of c, edited.");
}

// With its first step alone.
std::string with_one_step() {
    return with(
        small_json(),
        ",\n    { \"title\": \"Two\", \"text\": \"Second.\", \"notes\": \"Say it.\", \"focus\": [\"b\", \"c\"] }", "");
}

// Nothing of a content by any way: what is drawn, written, spoken, printed, told to another window.
bool shows_small_brief(Harness& h) {
    const std::string all = dump_frame(h.frame()) + write_markup(h.session.handout()) + h.session.shared_view();
    for (const char* part : {"A small brief", "Node a", "Text of b.", "First.", "Say it.", "Somebody", "card "}) {
        if (contains(all, part)) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a file that is opened again after an edit keeps the card, the line, the zoom and the theme") {
    Harness h(small_content(), "c&line=b.c&zoom=2&at=0.4,0.6&theme=dark");
    h.drop("mine.json", with_more_before());
    CHECK(h.selected() == "c");
    CHECK(h.content()[h.view().looked_at].to == h.view().selected);
    CHECK(h.view().camera.zoom == doctest::Approx(2));
    CHECK(h.root().theme == "dark");
    CHECK(h.effect<SetFragment>().starts_with("c&line=b.c&zoom=2&at=0.4,"));
    CHECK(h.status() == "Opened mine.json.");
    CHECK(h.says("Text of c, edited."));
}

TEST_CASE("a card that is gone is let go, in the address too") {
    Harness h(small_content(), "a");
    h.drop("mine.json", with_renamed_a());
    CHECK(h.selected().empty());
    CHECK(h.effect<SetFragment>().empty());
}

TEST_CASE(
    "the step stays by its number, the last one where there are fewer, and the closing one is always the closing one") {
    Harness tour(small_content(), "step=2");
    tour.drop("mine.json", with_more_before());
    CHECK(tour.view().step == 1);
    tour.drop("mine.json", with_one_step());
    CHECK(tour.view().step == 0);
    Harness talk(small_content(), "mode=talk&step=2&text=2");
    talk.drop("mine.json", with_one_step());
    CHECK(talk.view().step == 0);
    CHECK(talk.root().mode == "talk");
    CHECK(talk.view().text_step == 1);
    Harness closing(small_content(), "mode=talk&step=3");
    closing.drop("mine.json", with_one_step());
    CHECK(closing.view().step == 1);
    CHECK(closing.effect<SetFragment>() == "mode=talk&step=2");
    CHECK(closing.effect<ShareView>().starts_with("step=2"));
}

TEST_CASE("a translation keeps the view, another brief begins with its whole, or in a talk with its first step") {
    Harness h(small_content(), "b&zoom=3");
    h.drop("klein.json", with(with(small_json(), "\"en\"", "\"de\""), "Node b", "Knoten b"));
    CHECK(h.selected() == "b");
    CHECK(h.view().camera.zoom == doctest::Approx(3));
    h.drop("night-buses.json", example_json());
    CHECK(h.selected().empty());
    CHECK(h.view().camera == Camera{});
    CHECK(h.effect<SetFragment>().empty());
    Harness talk(small_content(), "mode=talk&step=2");
    talk.drop("night-buses.json", example_json());
    CHECK(talk.root().mode == "talk");
    CHECK(talk.view().step == 0);
}

TEST_CASE("a refused file leaves the view as it was") {
    Harness h(small_content(), "b&zoom=2&at=0.4,0.6");
    h.drop("mine.json", with(small_json(), "Text of c.", ""));
    CHECK(h.selected() == "b");
    CHECK(h.view().camera.zoom == doctest::Approx(2));
    CHECK(h.effect<SetFragment>() == "none");
    CHECK(contains(h.text("mistakes"), "mine.json"));
}

TEST_CASE("files of one brief share half of their ids, and any change of a byte gives another fingerprint") {
    const Content small = small_content();
    CHECK(is_same_brief(small, content_of(with_renamed_a())));
    CHECK(is_same_brief(small, content_of(with_more_before())));
    CHECK_FALSE(is_same_brief(small, load_example()));
    CHECK_FALSE(is_same_brief(load_brief(), load_example()));
    CHECK(small.fingerprint.size() == 16);
    CHECK(small.fingerprint == small_content().fingerprint);
    CHECK(small.fingerprint != content_of(small_json() + "\n").fingerprint);
    CHECK(small.fingerprint != content_of(with_renamed_a()).fingerprint);
}

TEST_CASE("a page whose file is awaited shows nothing of the content that it came with, and says which file it wants") {
    Harness h(small_content(), {.awaited = "night-buses.json"});
    for (const std::string view : {"last-bus&zoom=2", "step=2", "mode=talk&step=2", "mode=speaker&step=2",
                                   "mode=talk&step=3&blank", "a&inspect"}) {
        CAPTURE(view);
        h.open(view);
        CHECK(h.effect<SetFragment>() == "none");
        CHECK(h.effect<ShareView>() == "none");
        CHECK(h.says("night-buses.json"));
        CHECK(h.has(Role::FileInput, words().open_brief));
        CHECK_FALSE(shows_small_brief(h));
        CHECK(h.root().is_own);
    }
    // Whatever somebody presses, there is nothing to be shown.
    for (const std::string line :
         {"key PageDown plain -", "key j plain -", "key 1 plain -", "activate tour", "activate present",
          "activate zoom-in", "pointer move mouse 1 300 300", "wheel 300 300 -90 control", "follow step=2",
          "focus node:a", "presence -", "tick 1764000000000 0", "resize 390 800 2 tall 1", "frame"}) {
        h.send_line(line);
        CHECK_FALSE_MESSAGE(shows_small_brief(h), line);
    }
}

TEST_CASE("the awaited file resumes the very view, whatever it is called, and another one begins with its own") {
    Harness card(small_content(), {.view = "last-bus&zoom=2&at=0.4,0.5&theme=dark", .awaited = "night-buses.json"});
    card.drop("copy.json", example_json());
    CHECK(card.selected() == "last-bus");
    CHECK(card.view().camera.zoom == doctest::Approx(2));
    CHECK(card.state().files.wait == Wait::None);
    CHECK(card.effect<SetFragment>() == "last-bus&zoom=2&at=0.4,0.5&theme=dark");
    CHECK(card.effect<KeepContent>() == "copy.json");
    Harness talk(small_content(), {.view = "mode=talk&step=3&text=2", .awaited = "night-buses.json"});
    talk.drop("night-buses.json", example_json());
    CHECK(talk.root().mode == "talk");
    CHECK(talk.view().step == 2);
    CHECK(talk.view().text_step == 1);
    Harness refused(small_content(), {.view = "mode=talk&step=3", .awaited = "night-buses.json"});
    refused.drop("night-buses.json", with(example_json(), "\"kind\"", "\"kinds\""));
    CHECK(refused.state().files.wait == Wait::File);
    CHECK(refused.says("was not opened"));
    CHECK_FALSE(shows_small_brief(refused));
    refused.drop("night-buses.json", example_json());
    CHECK(refused.view().step == 2);
}

TEST_CASE(
    "a content is told to be kept and shared before any view of it; one that was handed over is not shared back, and "
    "does not lead") {
    using Kinds = std::vector<std::string>;
    for (const char* view : {"mode=talk&step=2", "mode=speaker&step=2"}) {
        Harness h(small_content(), view);
        h.drop("night-buses.json", example_json());
        CHECK(h.effect_kinds() == Kinds{"keep", "share-content", "fragment", "share"});
    }
    Harness led(small_content(), "mode=speaker&step=2");
    led.send(ContentInput{"night-buses.json", example_json(), true});
    CHECK(led.effect_kinds() == Kinds{"keep", "fragment"});
    // The audience's window answers with what it shows now.
    Harness audience(small_content(), "mode=talk&step=2");
    audience.send(ContentInput{"night-buses.json", example_json(), true});
    CHECK(audience.effect_kinds() == Kinds{"keep", "fragment", "share"});
}

TEST_CASE("a window follows only views of the content that it shows") {
    Harness audience(small_content(), "mode=talk&step=1");
    Harness speaker(small_content(), "mode=speaker&step=1");
    audience.press("Next");
    speaker.send(FollowInput{audience.session.shared_view()});
    CHECK(speaker.view().step == 1);
    audience.drop("mine.json", with_more_before());
    audience.press("Back");
    speaker.send(FollowInput{audience.session.shared_view()});
    CHECK(speaker.view().step == 1);
    speaker.send(FollowInput{"step=1"});
    CHECK(speaker.view().step == 1);
    speaker.send(ContentInput{"mine.json", with_more_before(), true});
    speaker.send(FollowInput{audience.session.shared_view()});
    CHECK(speaker.view().step == 0);
}

TEST_CASE("a speaker's window that waits for the audience's shows no notes until it has the content") {
    Harness speaker(small_content(),
                    {.view = "mode=speaker&step=2&since=1764000000", .stage_px = {900, 500}, .awaited = ""});
    CHECK(speaker.state().files.wait == Wait::OtherWindow);
    CHECK_FALSE(shows_small_brief(speaker));
    speaker.send(ContentInput{"night-buses.json", example_json(), true});
    CHECK(speaker.view().step == 1);
    CHECK(speaker.view().since_ms == doctest::Approx(1764000000000.0));
    CHECK(contains(speaker.text("notes"), speaker.content().tour[1].notes));
}
