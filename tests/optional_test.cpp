// What a content leaves out is nowhere, and nothing stands empty in its place.
#include "core/content/parse.h"
#include "core/content/words.h"
#include "core/faces/handout.h"
#include "core/faces/html.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

// With nothing that is optional.
Content bare_content() {
    Content content = small_content();
    content.about.content_note.clear();
    for (TourStep& step : content.tour) step.notes.clear();
    for (Link& link : content.links) {
        if (link.basis == Basis::Inferred) link.sources.clear();
    }
    return content;
}

Content cards_alone() {
    Content content = bare_content();
    content.links.clear();
    content.tour.clear();
    return content;
}

Page page_at(const Content& content, const std::string& view) { return Harness(content, view).page(); }

// Headings without anything below them, paragraphs, lists and groups without words: told by what surrounds them.
void collect_empty(const std::vector<PageItem>& items, const std::string& where, std::vector<std::string>& empty) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const PageItem& item = items[i];
        const std::string here = where + " > " + (item.id.empty() ? item.part : item.id);
        const bool is_text = item.role == Role::Heading || item.role == Role::Paragraph || item.role == Role::List ||
                             item.role == Role::OrderedList || item.role == Role::ListItem;
        const bool is_last = i + 1 == items.size();
        const bool is_followed = !is_last && (items[i + 1].role != Role::Heading || items[i + 1].level > item.level);
        if (is_text && words_of(item).empty()) empty.push_back(here + ": no words");
        if (item.role == Role::Heading && item.level > 1 && !is_followed && !contains(where, "jump"))
            empty.push_back(here + ": nothing below ‘" + words_of(item) + "’");
        collect_empty(item.inside(), here, empty);
    }
}

std::vector<std::string> views(const Content& content) {
    std::vector<std::string> all{
        "",           "mode=talk", "mode=talk&step=1", "mode=talk&step=99", "mode=speaker", "mode=speaker&step=1",
        "mode=kiosk", "inspect"};
    for (std::size_t i = 0; i < content.tour.size(); ++i) all.push_back("step=" + std::to_string(i + 1));
    for (const Node& node : content.nodes) {
        all.push_back(node.id);
        all.push_back(node.id + "&mode=speaker");
    }
    return all;
}

}  // namespace

TEST_CASE("no heading, list or paragraph stands empty, in no view of a content without what is optional") {
    for (const Content& content : {small_content(), bare_content(), cards_alone()}) {
        for (const std::string& view : views(content)) {
            std::vector<std::string> empty;
            collect_empty(page_at(content, view).items, view, empty);
            for (const std::string& one : empty) CHECK_MESSAGE(one.empty(), one);
        }
        std::vector<std::string> empty;
        collect_empty(page_without_script(content).items, "whole text", empty);
        for (const std::string& one : empty) CHECK_MESSAGE(one.empty(), one);
    }
}

TEST_CASE("notes are spoken of where some step has any, and a step without says so") {
    const Words& w = words();
    for (const char* view : {"mode=talk&step=1", "mode=speaker&step=1"}) {
        const std::string bare = dump_page(page_at(bare_content(), view));
        const std::string whole = dump_page(page_at(small_content(), view));
        int met = 0;
        for (const std::string_view name : {w.notes, w.notes_here, w.print_notes, w.no_notes}) {
            CHECK_FALSE(contains(bare, '"' + std::string(name) + '"'));
            met += contains(whole, '"' + std::string(name) + '"');
        }
        CHECK(met > 0);
    }
    Content some = bare_content();
    some.tour[1].notes = "Say it.";
    Harness speaker(some, "mode=speaker&step=1");
    CHECK(speaker.text("notes") == std::string(w.notes) + " " + std::string(w.no_notes));
    speaker.press("Next");
    CHECK(speaker.text("notes") == std::string(w.notes) + " Say it.");
    const auto printed = [](const Content& content) {
        return write_markup(Harness(content, "mode=talk").session.handout(HandoutNotes::With));
    };
    CHECK_FALSE(contains(printed(bare_content()), "part-step-notes"));
    CHECK(count_of(printed(some), "part-step-notes-title") == 1);
    CHECK(contains(printed(some), "Say it."));
}

TEST_CASE("how lines are told apart is explained of those that there are") {
    const Words& w = words();
    Content stated = bare_content();
    stated.links.pop_back();
    const std::string page = dump_page(page_at(stated, ""));
    const auto says = [&page](std::string_view text) { return contains(page, '"' + std::string(text) + '"'); };
    CHECK(says(w.how_stated));
    CHECK_FALSE(says(w.how_inferred));
    CHECK_FALSE(says(w.inferred));
    CHECK_FALSE(says(w.connections_intro));
    CHECK(Harness(bare_content()).says(w.legend));
    CHECK_FALSE(Harness(cards_alone()).says(w.legend));
    CHECK_FALSE(Harness(cards_alone(), "c").has_button(w.link_in));
    CHECK(Harness(bare_content(), "c").has_button(w.link_in));
}

TEST_CASE("a lane without a node is remarked on and is nowhere") {
    const std::string added =
        R"({ "id": "nobody", "title": "A lane of nobody", "column": 1, "hue": "green", "shape": "ring" },)";
    const ParsedContent parsed = parse_content(with(example_json(), "\"lanes\": [", "\"lanes\": [" + added));
    REQUIRE(parsed.content.has_value());
    CHECK(parsed.remarks.count > 0);
    const Content without = load_example();
    CHECK(dump_page(page_at(*parsed.content, "mode=talk")) == dump_page(page_at(without, "mode=talk")));
    CHECK(dump_page(page_without_script(*parsed.content)) == dump_page(page_without_script(without)));
}

TEST_CASE("a speaker's timer is at its beginning until it has one") {
    Harness h(small_content(), "mode=speaker");
    CHECK(h.text("timer") == std::string(words().timer) + " 0:00");
    // The clock on the wall is not its beginning.
    h.tick();
    CHECK(h.text("clock") == std::string(words().clock) + " 17:00");
    CHECK(h.text("timer") == std::string(words().timer) + " 0:00");
}
