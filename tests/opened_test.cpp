// A content that the page did not come with: opened, opened again after an edit, refused, awaited.
#include "core/session.h"
#include "core/words.h"
#include "support.h"

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

Reaction drop(Session& session, const std::string& name, const std::string& json) { return send(session, "9 content " + percent_encode(name) + " " + percent_encode(json)); }

std::string selected_id(const Session& session) { return session.state().selected == none ? "" : session.content().nodes[static_cast<std::size_t>(session.state().selected)].id; }

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
std::string with_renamed_a() { return with(with(with(small_json(), "\"id\": \"a\"", "\"id\": \"aa\""), "\"from\": \"a\"", "\"from\": \"aa\""), "[\"a\"]", "[\"aa\"]"); }

// With a node before it and a step before the others, so that every index is another.
std::string with_more_before() {
    return with(with(small_json(), "    { \"id\": \"a\", \"lane\"", "    { \"id\": \"new\", \"lane\": \"starts\", \"title\": \"New\", \"text\": \"New.\", \"sources\": [\"p/1\"] },\n    { \"id\": \"a\", \"lane\""), "Text of c.", "Text of c, edited.");
}

}  // namespace

TEST_CASE("a file that is opened again after an edit keeps the card, the line, the zoom and the theme") {
    Session session = session_of(small_json(), "c&line=b.c&zoom=2&at=0.4,0.6&theme=dark");
    const Reaction reaction = drop(session, "mine.json", with_more_before());
    CHECK(selected_id(session) == "c");
    CHECK(session.content().links[static_cast<std::size_t>(session.state().line)].to == session.state().selected);
    CHECK(session.state().camera.zoom == doctest::Approx(2));
    CHECK(session.state().theme == Theme::Dark);
    CHECK(last<SetFragment>(reaction).rfind("c&line=b.c&zoom=2&at=0.4,", 0) == 0);
    CHECK(session.state().status == "Opened mine.json.");
    CHECK(dump_frame(session.frame()).find("Text of c, edited.") != std::string::npos);
}

TEST_CASE("a card that is gone is let go, in the address too") {
    Session session = session_of(small_json(), "a");
    const Reaction reaction = drop(session, "mine.json", with_renamed_a());
    CHECK(selected_id(session).empty());
    CHECK(last<SetFragment>(reaction).empty());
}

TEST_CASE("the step stays by its number, the last one where there are fewer, and the closing one is always the closing one") {
    const std::string shorter = with(small_json(), ",\n    { \"title\": \"Two\", \"text\": \"Second.\", \"notes\": \"Say it.\", \"focus\": [\"b\", \"c\"] }", "");
    Session tour = session_of(small_json(), "step=2");
    drop(tour, "mine.json", with_more_before());
    CHECK(tour.state().step == 1);
    drop(tour, "mine.json", shorter);
    CHECK(tour.state().step == 0);
    Session talk = session_of(small_json(), "mode=talk&step=2&text=2");
    drop(talk, "mine.json", shorter);
    CHECK(talk.state().step == 0);
    CHECK(talk.state().mode == Mode::Talk);
    CHECK(talk.state().text_step == 1);
    Session closing = session_of(small_json(), "mode=talk&step=3");
    const Reaction reaction = drop(closing, "mine.json", shorter);
    CHECK(closing.state().step == 1);
    CHECK(last<SetFragment>(reaction) == "mode=talk&step=2");
    CHECK(last<ShareView>(reaction).rfind("step=2", 0) == 0);
}

TEST_CASE("a translation keeps the view, another brief begins with its whole, or in a talk with its first step") {
    Session session = session_of(small_json(), "b&zoom=3");
    drop(session, "klein.json", with(with(small_json(), "\"en\"", "\"de\""), "Node b", "Knoten b"));
    CHECK(selected_id(session) == "b");
    CHECK(session.state().camera.zoom == doctest::Approx(3));
    const Reaction reaction = drop(session, "night-buses.json", read_source_file("content/examples/night-buses.json"));
    CHECK(selected_id(session).empty());
    CHECK(session.state().camera == Camera{});
    CHECK(last<SetFragment>(reaction).empty());
    Session talk = session_of(small_json(), "mode=talk&step=2");
    drop(talk, "night-buses.json", read_source_file("content/examples/night-buses.json"));
    CHECK(talk.state().mode == Mode::Talk);
    CHECK(talk.state().step == 0);
}

TEST_CASE("a refused file leaves the view as it was") {
    Session session = session_of(small_json(), "b&zoom=2&at=0.4,0.6");
    const Reaction reaction = drop(session, "mine.json", with(small_json(), "Text of c.", ""));
    CHECK(selected_id(session) == "b");
    CHECK(session.state().camera.zoom == doctest::Approx(2));
    CHECK(last<SetFragment>(reaction) == "?");
    CHECK(session.state().refused_file == "mine.json");
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
