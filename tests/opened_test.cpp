// A content that the page did not come with: opened, opened again after an edit, refused, awaited.
#include "core/content/parse.h"
#include "core/content/words.h"
#include "core/faces/html.h"
#include "core/program/session.h"
#include "support.h"
#include "core/view/status.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

Reaction send(Session& session, const std::string& line) {
    const std::optional<Input> input = parse_input(line);
    CHECK_MESSAGE(input.has_value(), line);
    return input ? session.handle(*input) : Reaction{};
}

Reaction drop(Session& session, const std::string& name, const std::string& json) {
    return send(session, "9 content " + percent_encode(name) + " " + percent_encode(json));
}

std::string selected_id(const Session& session) {
    return session.state().view.selected == none ? "" : session.content()[session.state().view.selected].id;
}

// The last one; "?" when there is none.
template <class E>
std::string last(const Reaction& reaction) {
    std::string value = "?";
    for (const Effect& effect : reaction.effects) {
        if (std::holds_alternative<E>(effect)) value = describe(effect).value;
    }
    return value;
}

Session session_of(const std::string& json, const std::string& view) {
    Session session(*parse_content(json).content);
    send(session, "0 environment light still plain");
    send(session, "0 resize 1280 720 1 wide 1");
    send(session, "0 route " + percent_encode(view));
    return session;
}

// As an author renames a node: the old id is gone.
std::string with_renamed_a() {
    return with(with(with(small_json(), "\"id\": \"a\"", "\"id\": \"aa\""), "\"from\": \"a\"", "\"from\": \"aa\""),
                "[\"a\"]", "[\"aa\"]");
}

// With a node before it and a step before the others, so that every index is another.
std::string with_more_before() {
    return with(with(small_json(), "    { \"id\": \"a\", \"lane\"",
                     "    { \"id\": \"new\", \"lane\": \"starts\", \"title\": \"New\", \"text\": \"New.\", "
                     "\"sources\": [\"p/1\"] },\n    { \"id\": \"a\", \"lane\""),
                "Text of c.", "Text of c, edited.");
}

}  // namespace

TEST_CASE("a file that is opened again after an edit keeps the card, the line, the zoom and the theme") {
    Session session = session_of(small_json(), "c&line=b.c&zoom=2&at=0.4,0.6&theme=dark");
    const Reaction reaction = drop(session, "mine.json", with_more_before());
    CHECK(selected_id(session) == "c");
    CHECK(session.content()[session.state().view.looked_at].to == session.state().view.selected);
    CHECK(session.state().view.camera.zoom == doctest::Approx(2));
    CHECK(session.state().view.theme == Theme::Dark);
    CHECK(last<SetFragment>(reaction).rfind("c&line=b.c&zoom=2&at=0.4,", 0) == 0);
    CHECK(said_words(session.brief(), session.state()) == "Opened mine.json.");
    CHECK(dump_frame(session.frame()).find("Text of c, edited.") != std::string::npos);
}

TEST_CASE("a card that is gone is let go, in the address too") {
    Session session = session_of(small_json(), "a");
    const Reaction reaction = drop(session, "mine.json", with_renamed_a());
    CHECK(selected_id(session).empty());
    CHECK(last<SetFragment>(reaction).empty());
}

TEST_CASE(
    "the step stays by its number, the last one where there are fewer, and the closing one is always the closing one") {
    const std::string shorter = with(
        small_json(),
        ",\n    { \"title\": \"Two\", \"text\": \"Second.\", \"notes\": \"Say it.\", \"focus\": [\"b\", \"c\"] }", "");
    Session tour = session_of(small_json(), "step=2");
    drop(tour, "mine.json", with_more_before());
    CHECK(tour.state().view.step == 1);
    drop(tour, "mine.json", shorter);
    CHECK(tour.state().view.step == 0);
    Session talk = session_of(small_json(), "mode=talk&step=2&text=2");
    drop(talk, "mine.json", shorter);
    CHECK(talk.state().view.step == 0);
    CHECK(talk.state().view.mode == Mode::Talk);
    CHECK(talk.state().view.text_step == 1);
    Session closing = session_of(small_json(), "mode=talk&step=3");
    const Reaction reaction = drop(closing, "mine.json", shorter);
    CHECK(closing.state().view.step == 1);
    CHECK(last<SetFragment>(reaction) == "mode=talk&step=2");
    CHECK(last<ShareView>(reaction).rfind("step=2", 0) == 0);
}

TEST_CASE("a translation keeps the view, another brief begins with its whole, or in a talk with its first step") {
    Session session = session_of(small_json(), "b&zoom=3");
    drop(session, "klein.json", with(with(small_json(), "\"en\"", "\"de\""), "Node b", "Knoten b"));
    CHECK(selected_id(session) == "b");
    CHECK(session.state().view.camera.zoom == doctest::Approx(3));
    const Reaction reaction = drop(session, "night-buses.json", read_source_file("content/examples/night-buses.json"));
    CHECK(selected_id(session).empty());
    CHECK(session.state().view.camera == Camera{});
    CHECK(last<SetFragment>(reaction).empty());
    Session talk = session_of(small_json(), "mode=talk&step=2");
    drop(talk, "night-buses.json", read_source_file("content/examples/night-buses.json"));
    CHECK(talk.state().view.mode == Mode::Talk);
    CHECK(talk.state().view.step == 0);
}

TEST_CASE("a refused file leaves the view as it was") {
    Session session = session_of(small_json(), "b&zoom=2&at=0.4,0.6");
    const Reaction reaction = drop(session, "mine.json", with(small_json(), "Text of c.", ""));
    CHECK(selected_id(session) == "b");
    CHECK(session.state().view.camera.zoom == doctest::Approx(2));
    CHECK(last<SetFragment>(reaction) == "?");
    CHECK(session.state().files.reports.at(0).file_name == "mine.json");
}

TEST_CASE("files of one brief share half of their ids, and any change of a byte gives another fingerprint") {
    const Content small = small_content();
    CHECK(is_same_brief(small, *parse_content(with_renamed_a()).content));
    CHECK(is_same_brief(small, *parse_content(with_more_before()).content));
    CHECK_FALSE(is_same_brief(small, load_example()));
    CHECK_FALSE(is_same_brief(load_brief(), load_example()));
    CHECK(small.fingerprint.size() == 16);
    CHECK(small.fingerprint == small_content().fingerprint);
    CHECK(small.fingerprint != parse_content(small_json() + "\n").content->fingerprint);
    CHECK(small.fingerprint != parse_content(with_renamed_a()).content->fingerprint);
}

namespace {

bool says(Session& session, std::string_view words) {
    return dump_frame(session.frame()).find(words) != std::string::npos;
}

// Nothing of a content by any way: what is drawn, written, spoken, printed, told to another window.
std::string everything(Session& session) {
    return dump_frame(session.frame()) + write_markup(session.handout()) + session.shared_view();
}
bool shows_small_brief(Session& session) {
    const std::string all = everything(session);
    for (const char* part : {"A small brief", "Node a", "Text of b.", "First.", "Say it.", "Somebody", "card "}) {
        if (all.find(part) != std::string::npos) return true;
    }
    return false;
}

std::string example() { return read_source_file("content/examples/night-buses.json"); }

}  // namespace

TEST_CASE("a page whose file is awaited shows nothing of the content that it came with, and says which file it wants") {
    Session session(small_content());
    send(session, "0 environment light still plain");
    send(session, "0 await night-buses.json");
    send(session, "0 resize 1280 720 1 wide 1");
    for (const char* view : {"last-bus&zoom=2", "step=2", "mode=talk&step=2", "mode=speaker&step=2",
                             "mode=talk&step=3&blank", "a&inspect"}) {
        const Reaction reaction = send(session, std::string("1 route ") + percent_encode(view));
        CHECK_MESSAGE(last<SetFragment>(reaction) == "?", view);
        CHECK_MESSAGE(last<ShareView>(reaction) == "?", view);
        CHECK_MESSAGE(says(session, "night-buses.json"), view);
        CHECK_MESSAGE(says(session, "open-brief"), view);
        CHECK_FALSE_MESSAGE(shows_small_brief(session), view);
        CHECK(session.frame().page.attributes.is_own);
    }
    // Whatever somebody presses, there is nothing to be shown.
    for (const char* line :
         {"2 key PageDown plain -", "2 key j plain -", "2 key 1 plain -", "2 activate tour", "2 activate present",
          "2 activate zoom-in", "2 pointer move mouse 1 300 300", "2 wheel 300 300 -90 control", "2 follow step=2",
          "2 focus node:a", "2 presence -", "3 tick 1764000000000 0", "4 resize 390 800 2 tall 1", "5 frame"}) {
        send(session, line);
        CHECK_FALSE_MESSAGE(shows_small_brief(session), line);
    }
}

TEST_CASE("the awaited file resumes the very view, whatever it is called, and another one begins with its own") {
    const auto waiting = [](const std::string& view) {
        Session session(small_content());
        send(session, "0 environment light still plain");
        send(session, "0 await night-buses.json");
        send(session, "0 resize 1280 720 1 wide 1");
        send(session, "0 route " + percent_encode(view));
        return session;
    };
    Session card = waiting("last-bus&zoom=2&at=0.4,0.5&theme=dark");
    const Reaction reaction = drop(card, "copy.json", example());
    CHECK(selected_id(card) == "last-bus");
    CHECK(card.state().view.camera.zoom == doctest::Approx(2));
    CHECK(card.state().files.wait == Wait::None);
    CHECK(last<SetFragment>(reaction) == "last-bus&zoom=2&at=0.4,0.5&theme=dark");
    CHECK(last<KeepContent>(reaction) == "copy.json");
    Session talk = waiting("mode=talk&step=3&text=2");
    drop(talk, "night-buses.json", example());
    CHECK(talk.state().view.mode == Mode::Talk);
    CHECK(talk.state().view.step == 2);
    CHECK(talk.state().view.text_step == 1);
    Session refused = waiting("mode=talk&step=3");
    drop(refused, "night-buses.json", with(example(), "\"kind\"", "\"kinds\""));
    CHECK(refused.state().files.wait == Wait::File);
    CHECK(says(refused, "was not opened"));
    CHECK_FALSE(shows_small_brief(refused));
    drop(refused, "night-buses.json", example());
    CHECK(refused.state().view.step == 2);
}

TEST_CASE(
    "a content is told to be kept and shared before any view of it; one that was handed over is not shared back, and "
    "does not lead") {
    const auto kinds = [](const Reaction& reaction) {
        std::vector<std::string> list;
        for (const Effect& effect : reaction.effects) list.emplace_back(describe(effect).kind);
        return list;
    };
    Session talk = session_of(small_json(), "mode=talk&step=2");
    CHECK(kinds(drop(talk, "night-buses.json", example())) ==
          std::vector<std::string>{"keep", "share-content", "fragment", "share"});
    Session speaker = session_of(small_json(), "mode=speaker&step=2");
    CHECK(kinds(drop(speaker, "night-buses.json", example())) ==
          std::vector<std::string>{"keep", "share-content", "fragment", "share"});
    Session led = session_of(small_json(), "mode=speaker&step=2");
    CHECK(kinds(send(led, "9 handed night-buses.json " + percent_encode(example()))) ==
          std::vector<std::string>{"keep", "fragment"});
    // The audience's window answers with what it shows now.
    Session audience = session_of(small_json(), "mode=talk&step=2");
    CHECK(kinds(send(audience, "9 handed night-buses.json " + percent_encode(example()))) ==
          std::vector<std::string>{"keep", "fragment", "share"});
}

TEST_CASE("a window follows only views of the content that it shows") {
    Session audience = session_of(small_json(), "mode=talk&step=1");
    Session speaker = session_of(small_json(), "mode=speaker&step=1");
    send(audience, "1 key PageDown plain -");
    send(speaker, "1 follow " + percent_encode(audience.shared_view()));
    CHECK(speaker.state().view.step == 1);
    drop(audience, "mine.json", with_more_before());
    send(audience, "10 key PageUp plain -");
    send(speaker, "10 follow " + percent_encode(audience.shared_view()));
    CHECK(speaker.state().view.step == 1);
    send(speaker, "10 follow step=1");
    CHECK(speaker.state().view.step == 1);
    send(speaker, "11 handed mine.json " + percent_encode(with_more_before()));
    send(speaker, "12 follow " + percent_encode(audience.shared_view()));
    CHECK(speaker.state().view.step == 0);
}

TEST_CASE("a speaker's window that waits for the audience's shows no notes until it has the content") {
    Session speaker(small_content());
    send(speaker, "0 await -");
    send(speaker, "0 resize 900 500 1 wide 1");
    send(speaker, "0 route " + percent_encode("mode=speaker&step=2&since=1764000000"));
    CHECK(speaker.state().files.wait == Wait::OtherWindow);
    CHECK_FALSE(shows_small_brief(speaker));
    send(speaker, "1 handed night-buses.json " + percent_encode(example()));
    CHECK(speaker.state().view.step == 1);
    CHECK(speaker.state().view.since_ms == doctest::Approx(1764000000000.0));
    CHECK(says(speaker, speaker.content().tour[1].notes));
}
