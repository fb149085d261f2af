// The step after the last one: how whoever listened finds the content again.
#include "core/content/words.h"
#include "core/faces/html.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;
using namespace throughline::testing;

namespace {

constexpr const char* site = "https://example.org/talk/";

// A talk at its closing step, of a page that lies there; "": on a disk, as one file.
Harness closing_step(const Content& content, const std::string& address) {
    Harness h(content, "mode=talk");
    h.send(AddressInput{address});
    h.key("End");
    return h;
}

// The address that stands there as words.
std::string written_address(Harness& h) { return h.item("caption").children.back().children.front().text; }

}  // namespace

TEST_CASE(
    "the closing step has the content's address, else the page's, as words and as a code; one file on a disk says so") {
    Content content = load_brief();
    Harness disk = closing_step(content, "");
    CHECK_FALSE(disk.scene().code.has_value());
    CHECK(contains(disk.text("caption"), "Ask for a copy"));
    Harness h = closing_step(content, site);
    REQUIRE(h.scene().code.has_value());
    CHECK(h.scene().code->rect.w >= 150);
    CHECK(find_items(h.page(), Role::Link).back().href == site);
    CHECK(contains(h.item("code").text, site));
    CHECK(written_address(h) == site);
    content.about.address = "https://example.net/";
    Harness published = closing_step(content, site);
    CHECK(written_address(published) == "https://example.net/");
}

TEST_CASE(
    "the closing step offers no copy of a page that is no one file, and neither that nor the address of a page that an "
    "opened brief is not in") {
    Harness neither(load_example(), "mode=talk");
    neither.key("End");
    const std::string words_alone = neither.text("caption");
    CHECK(contains(words_alone, std::string(words().closing_end_title)));
    CHECK(contains(words_alone, load_example().title));
    CHECK_FALSE(contains(words_alone, "copy"));
    for (const char* address : {"", site}) {
        Harness opened(load_brief(), "mode=talk");
        opened.send(AddressInput{address});
        opened.drop("night-buses.json", example_json());
        opened.key("End");
        CHECK(opened.text("caption") == words_alone);
        CHECK_FALSE(opened.scene().code.has_value());
    }
    // Where the content says where it is, that is true of the opened file too.
    Harness published(load_brief(), "mode=talk");
    published.drop("night-buses.json",
                   with(example_json(), "\"publisher\"", "\"address\": \"https://example.net/\", \"publisher\""));
    published.key("End");
    CHECK(contains(published.text("caption"), "https://example.net/"));
    CHECK(published.scene().code.has_value());
}

TEST_CASE(
    "the closing step has the content's own words, on the stage, on paper and before it in the speaker's window") {
    Content content = load_example();
    content.about.closing = {"Go on", "Ask the council."};
    Harness h(content, "mode=talk");
    h.key("End");
    CHECK(contains(dump_scene(h.scene()), "Ask the council."));
    CHECK(contains(h.text("caption"), "Go on"));
    CHECK(contains(write_markup(h.session.handout()), "Ask the council."));
    h.send(AddressInput{""});
    CHECK(contains(h.text("caption"), "Ask the council. “" + content.title + "” is one file."));
    Harness speaker(content, "mode=speaker&step=" + std::to_string(content.tour.size()));
    CHECK(contains(speaker.text("coming"), "Go on"));
}
