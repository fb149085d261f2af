// What a content says of itself: who published it, the way out, where it is, what is left of a visit.
#include "core/content/parse.h"
#include "core/content/words.h"
#include "support.h"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("exit, content note and notes are optional, and the program has a way out of its own") {
    std::string json = small_json();
    json = with(json,
                ", \"content_note\": \"Nothing hard\",\n    \"exit\": { \"label\": \"Leave\", \"url\": "
                "\"https://example.org/\", \"limits\": \"Much\" }",
                "");
    json = with(json, "\"notes\": \"Say it.\", \"focus\": [\"a\"]", "\"focus\": [\"a\"]");
    const ParsedContent parsed = parse_content(json);
    CHECK(parsed.content.has_value());
    if (!parsed.content) return;
    CHECK(parsed.content->about.content_note.empty());
    CHECK(parsed.content->tour[0].notes.empty());
    CHECK(parsed.content->about.exit.label == words().exit_label);
    CHECK(parsed.content->about.exit.url.rfind("https://", 0) == 0);
    CHECK_FALSE(parsed.content->about.exit.limits.empty());
}

TEST_CASE("an exit leads to https only") {
    for (const char* address : {"http://example.org/", "javascript:alert(1)", "https://", "https://a\\\"b"}) {
        CHECK(contains(only_mistake(with(small_json(), "https://example.org/", address)),
                       "/about/exit/url: must be an address that starts with https://"));
    }
}

TEST_CASE("the site's address is optional, https and of 200 characters at most") {
    const auto with_address = [](const std::string& address) {
        return with(small_json(), "\"about\": {", "\"about\": { \"address\": \"" + address + "\", ");
    };
    CHECK(parse_content(small_json()).content->about.address.empty());
    CHECK(parse_content(with_address("https://example.org/brief/")).content->about.address ==
          "https://example.org/brief/");
    for (const char* address : {"http://example.org/", "example.org", "https://", "https://a b"}) {
        CHECK(contains(only_mistake(with_address(address)),
                       "/about/address: must be an address that starts with https://"));
    }
    CHECK(contains(only_mistake(with_address("https://example.org/" + std::string(181, 'x'))),
                   "/about/address: is 201 characters long; shorten it to 200"));
}

TEST_CASE("neutral words for previews are optional and whole") {
    const auto with_card = [](const std::string& card) {
        return with(small_json(), "\"about\": {", "\"about\": { \"card\": " + card + ", ");
    };
    const ParsedContent parsed = parse_content(with_card(R"({ "title": "A page", "text": "To read." })"));
    CHECK(parsed.content.has_value());
    if (parsed.content)
        CHECK((parsed.content->about.share.title + parsed.content->about.share.text) == "A pageTo read.");
    CHECK(small_content().about.share.title.empty());
    CHECK(contains(only_mistake(with_card(R"({ "title": "A page" })")), "/about/card: lacks the field ‘text’; add it"));
    CHECK(contains(only_mistake(with_card(R"("A page")")), "/about/card: must be an object, but is a text"));
    CHECK(contains(only_mistake(with_card(R"({ "title": " ", "text": "To read." })")), "/about/card/title: is empty"));
    CHECK(contains(only_mistake(with_card(R"({ "title": "A page", "text": "To read.", "image": "x" })")),
                   "/about/card/image: is no field known here"));
}

TEST_CASE("a content says what the browser's history gets to know, and without a word that is each view") {
    CHECK(load_brief().about.traces == Traces::Fewest);
    CHECK(load_example().about.traces == Traces::Views);
    const auto with_traces = [](const std::string& traces) {
        return with(small_json(), "\"publisher\"", "\"traces\": " + traces + ", \"publisher\"");
    };
    CHECK(parse_content(with_traces("\"views\"")).content->about.traces == Traces::Views);
    CHECK(parse_content(with_traces("\"fewest\"")).content->about.traces == Traces::Fewest);
    CHECK(contains(only_mistake(with_traces("\"none\"")), "/about/traces: ‘none’ is not known; write views or fewest"));
}

TEST_CASE("the emblem is one of the drawings that there are, and none unless it is asked for") {
    CHECK(load_brief().about.emblem == Emblem::Umbrella);
    CHECK(load_example().about.emblem == Emblem::None);
    const auto with_emblem = [](const std::string& emblem) {
        return with(small_json(), "\"publisher\"", "\"emblem\": " + emblem + ", \"publisher\"");
    };
    CHECK(parse_content(with_emblem("\"none\"")).content->about.emblem == Emblem::None);
    CHECK(parse_content(with_emblem("\"umbrella\"")).content->about.emblem == Emblem::Umbrella);
    CHECK(contains(only_mistake(with_emblem("\"<svg/>\"")),
                   "/about/emblem: ‘<svg/>’ is not known; write none or umbrella"));
}

TEST_CASE("a closing has both of its texts or is not there") {
    const auto with_closing = [](const std::string& closing) {
        return with(small_json(), "\"publisher\"", "\"closing\": " + closing + ", \"publisher\"");
    };
    CHECK(parse_content(with_closing("{ \"title\": \"Go on\", \"text\": \"Ask.\" }")).content->about.closing.text ==
          "Ask.");
    CHECK(contains(only_mistake(with_closing("{ \"title\": \"Go on\" }")), "/about/closing: lacks the field ‘text’"));
    CHECK(contains(only_mistake(with_closing("\"Go on\"")), "/about/closing: must be an object"));
}
