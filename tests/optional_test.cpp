// What a content leaves out is nowhere, and nothing stands empty in its place.
#include "core/content/content.h"
#include "core/content/parse.h"
#include "core/content/words.h"
#include "core/faces/handout.h"
#include "core/faces/html.h"
#include "core/program/session.h"
#include "small_brief.h"
#include "support.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

// With nothing that is optional.
Content bare_brief() {
    Content content = small_brief();
    content.about.content_note.clear();
    for (TourStep& step : content.tour) step.notes.clear();
    for (Link& link : content.links) {
        if (link.basis == Basis::Inferred) link.sources.clear();
    }
    return content;
}

Content cards_alone() {
    Content content = bare_brief();
    content.links.clear();
    content.tour.clear();
    return content;
}

Page page_at(Content content, const std::string& view) {
    Session session(std::move(content));
    session.handle({0, EnvironmentInput{false, false, true}});
    session.handle({0, ResizeInput{{1280, 720}, 1, Form::Wide}});
    session.handle({0, RouteInput{view}});
    return session.frame().page;
}

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
        if (item.role == Role::Heading && item.level > 1 && !is_followed && where.find("jump") == std::string::npos)
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
    for (const Content& content : {small_brief(), bare_brief(), cards_alone()}) {
        for (const std::string& view : views(content)) {
            std::vector<std::string> empty;
            collect_empty(page_at(content, view).items, view, empty);
            for (const std::string& one : empty) CHECK_MESSAGE(one.empty(), one);
        }
        std::vector<std::string> empty;
        collect_empty(SmallView(content).page(Liveness::Static).items, "whole text", empty);
        for (const std::string& one : empty) CHECK_MESSAGE(one.empty(), one);
    }
}

TEST_CASE("notes are spoken of where some step has any, and a step without says so") {
    const Words& w = words();
    for (const char* view : {"mode=talk&step=1", "mode=speaker&step=1"}) {
        const std::string bare = dump_page(page_at(bare_brief(), view));
        for (const std::string_view name : {w.notes, w.notes_here, w.print_notes, w.no_notes})
            CHECK(bare.find('"' + std::string(name) + '"') == std::string::npos);
    }
    Content some = bare_brief();
    some.tour[1].notes = "SPEAKER NOTE";
    CHECK(words_of(find_item(page_at(some, "mode=speaker&step=1"), "notes")) ==
          std::string(w.notes) + " " + std::string(w.no_notes));
    CHECK(words_of(find_item(page_at(some, "mode=speaker&step=2"), "notes")) == std::string(w.notes) + " SPEAKER NOTE");
    const auto printed = [](const Content& content) {
        State state;
        state.view.mode = Mode::Talk;
        state.view.step = 0;
        return write_markup(make_handout(*open_brief(content), state, HandoutNotes::With));
    };
    CHECK(printed(bare_brief()).find("part-step-notes") == std::string::npos);
    const std::string one = printed(some);
    CHECK(one.find("part-step-notes-title") == one.rfind("part-step-notes-title"));
    CHECK(one.find("SPEAKER NOTE") != std::string::npos);
}

TEST_CASE("how lines are told apart is explained of those that there are") {
    const Words& w = words();
    Content stated = bare_brief();
    stated.links.pop_back();
    const std::string page = dump_page(page_at(stated, ""));
    const auto has = [&page](std::string_view text) {
        return page.find('"' + std::string(text) + '"') != std::string::npos;
    };
    CHECK(has(w.how_stated));
    CHECK_FALSE(has(w.how_inferred));
    CHECK_FALSE(has(w.inferred));
    CHECK_FALSE(has(w.connections_intro));
    CHECK(dump_page(page_at(cards_alone(), "")).find(std::string(w.legend)) == std::string::npos);
    CHECK(find_item(page_at(cards_alone(), "harm"), "link-in").text.empty());
    CHECK_FALSE(find_item(page_at(bare_brief(), "harm"), "link-in").text.empty());
}

TEST_CASE("a lane without a node is remarked on and is nowhere") {
    const std::string before = read_source_file("content/examples/night-buses.json");
    const std::string added =
        R"({ "id": "nobody", "title": "A lane of nobody", "column": 1, "hue": "green", "shape": "ring" },)";
    ParsedContent parsed = parse_content(with(before, "\"lanes\": [", "\"lanes\": [" + added));
    REQUIRE(parsed.content.has_value());
    CHECK(parsed.remarks.count > 0);
    const ParsedContent without = parse_content(before);
    CHECK(dump_page(page_at(*parsed.content, "mode=talk")) == dump_page(page_at(*without.content, "mode=talk")));
    CHECK(dump_page(SmallView(*parsed.content).page(Liveness::Static)) ==
          dump_page(SmallView(*without.content).page(Liveness::Static)));
}

TEST_CASE("a speaker's timer is at its beginning until it has one") {
    State state;
    state.view.mode = Mode::Speaker;
    state.view.step = 0;
    state.clock.wall_ms = 1764000000000.0;
    SmallView view;
    view.state = state;
    CHECK(words_of(find_item(view.page(), "timer")) == std::string(words().timer) + " 0:00");
}
