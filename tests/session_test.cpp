#include "core/program/session.h"
#include "core/view/view.h"
#include "core/view/status.h"

#include "core/content/parse.h"
#include "core/faces/html.h"
#include "core/faces/svg.h"
#include "core/program/replay.h"
#include "support.h"

#include <doctest/doctest.h>

#include <set>
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

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Everything that can reach a reader, as text.
std::string everything(const Content& content) {
    Session session(content);
    State state;
    std::string all = dump_frame(session.frame());
    for (const Form form : {Form::Wide, Form::Tall}) {
        state.around.form = form;
        const BriefPtr brief = open_brief(content);
        const Layout layout = compute_layout(content, whole_request(content, form));
        all += write_svg(content,
                         view_scene(*brief, layout, state, view_drawing(*brief, layout, state, Lettering::Picture)),
                         SvgUse::Embedded, "x");
        all += write_html(view_page(*brief, layout, state, Liveness::Static), "");
    }
    return all;
}

void collect_controls(const std::vector<PageItem>& items, std::vector<std::string>& ids) {
    for (const PageItem& item : items) {
        if (item.role == Role::Button && !item.id.empty()) ids.push_back(item.id);
        collect_controls(item.inside(), ids);
    }
}

std::vector<std::string> controls_of(const std::vector<PageItem>& items) {
    std::vector<std::string> ids;
    collect_controls(items, ids);
    return ids;
}

}  // namespace

TEST_CASE("no frame is wanted while nothing changes") {
    Session session(load_brief());
    CHECK(session.wants_frame());
    session.frame();
    CHECK_FALSE(session.wants_frame());
    send(session, "10 frame");
    CHECK_FALSE(session.wants_frame());
    send(session, "20 activate node:raids");
    CHECK(session.wants_frame());
    session.frame();
    int frames = 0;
    for (int time = 36; session.wants_frame() && frames < 1000; time += 16) {
        send(session, std::to_string(time) + " frame");
        session.frame();
        ++frames;
    }
    CHECK(frames > 5);
    CHECK(frames < 60);
}

TEST_CASE("an address shows the same place whatever sizes the stage had on the way to its own") {
    const std::string size = "1 resize 390 1094.7 3 tall 1";
    // As a phone's page does it: the stage takes the height of what it shows, one frame later.
    const std::string size_of_whole = "1 resize 390 1822.7 3 tall 1";
    const std::string size_of_side = "1 resize 844 300 3 wide 1";
    const auto frame_after = [](const std::vector<std::string>& lines) {
        Session session(load_brief());
        send(session, "0 environment light still plain");
        for (const std::string& line : lines) send(session, line);
        return dump_frame(session.frame());
    };
    for (const char* view :
         {"raids&zoom=2&at=0.4,0.6", "step=3&zoom=2&at=0.4,0.6", "zoom=1.5&at=0.1,0.9", "raids&zoom=3&at=0,1"}) {
        const std::string route = std::string("2 route ") + view;
        const std::string told = frame_after({size, route});
        const bool is_same_after_whole = frame_after({size_of_whole, route, size}) == told;
        const bool is_same_after_side = frame_after({size_of_side, route, size}) == told;
        const bool is_same_after_turn = frame_after({size, route, size_of_side, size}) == told;
        CHECK_MESSAGE(is_same_after_whole, view);
        CHECK_MESSAGE(is_same_after_side, view);
        CHECK_MESSAGE(is_same_after_turn, view);
    }
}

TEST_CASE("an action that changes nothing wants no frame") {
    Session session(load_brief());
    for (int i = 0; i < 40; ++i) send(session, "1 wheel 500 300 -200 plain");
    session.frame();
    send(session, "2 wheel 500 300 -200 plain");
    CHECK_FALSE(session.wants_frame());
    send(session, "3 pointer leave mouse 1 0 0");
    CHECK_FALSE(session.wants_frame());
}

TEST_CASE("one frame after the click shows the path lit and the rest quiet") {
    Session session(load_brief());
    send(session, "0 environment light still plain");
    send(session, "1 activate node:raids");
    int lit = 0;
    int quiet = 0;
    for (const SceneCard& card : session.frame().scene.drawing->cards) {
        if (card.emphasis == Emphasis::Selected) CHECK(session.content()[card.node].id == "raids");
        lit += card.emphasis == Emphasis::Lit ? 1 : 0;
        quiet += card.emphasis == Emphasis::Quiet ? 1 : 0;
    }
    CHECK(lit >= 5);
    CHECK(quiet >= 5);
    CHECK(session.frame().page.attributes.selected == "raids");
}

TEST_CASE(
    "of files that are dropped together one is shown, each other one is answered, and what is said is true of all") {
    const std::string buses = percent_encode(read_source_file("content/examples/night-buses.json"));
    const std::string brief = percent_encode(read_source_file("content/brief.json"));
    const auto told = [](const std::vector<std::string>& files) {
        Session session(load_brief());
        for (std::size_t i = 0; i < files.size(); ++i)
            send(session, "1 content " + files[i] + " 0 " + (i == 0 ? "first" : "next"));
        return said_words(session.brief(), session.state()) + "\n" + dump_page(session.frame().page);
    };
    const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
    const std::string bad_first = told({"notes.txt hello", "buses.json " + buses});
    CHECK(has(bad_first, "Opened buses.json. notes.txt was not opened: mistakes found: 1.\n"));
    CHECK(has(bad_first, "The page shows buses.json, which was opened together with it."));
    CHECK_FALSE(has(bad_first, "The page keeps what it had."));
    const std::string two = told({"buses.json " + buses, "brief.json " + brief});
    CHECK(has(two, "Opened buses.json. brief.json was not opened.\n"));
    CHECK(has(two, "The page shows one brief at a time: open this one by itself."));
    CHECK_FALSE(has(two, "1 mistake"));
    const std::string refused = told({"notes.txt hello", "more.txt hello"});
    CHECK(has(refused, "Files that were not opened: 2.\n"));
    CHECK(has(refused, "The page keeps what it had."));
    const std::string many = told(std::vector<std::string>(25, "notes.txt hello"));
    CHECK(has(many, "Files that were not opened: 25.\n"));
    CHECK(has(many, "More files that were not opened: 5"));
}

TEST_CASE("another content replaces the first one whole; a bad one changes nothing") {
    Session session(load_brief());
    send(session, "1 activate node:raids");
    const std::string before = session.frame().page.attributes.title;
    send(session, "2 content bad.json " + percent_encode(with(read_source_file("content/examples/night-buses.json"),
                                                              "\"kind\"", "\"kinds\"")));
    CHECK(session.state().files.reports.size() == 1);
    CHECK(session.content().find_node("raids").has_value());
    CHECK(session.frame().page.attributes.title == before);
    CHECK(session.frame().page.attributes.selected == "raids");
    send(session, "3 content good.json " + percent_encode(read_source_file("content/examples/night-buses.json")));
    CHECK(session.state().files.reports.empty());
    CHECK(session.state().view.selected == none);
    CHECK(session.content().nodes.size() == 12);
    CHECK(session.frame().scene.drawing->cards.size() == 12);
    CHECK(session.frame().page.attributes.title == session.content().title);
    CHECK_FALSE(has(dump_frame(session.frame()), "raids"));
}

TEST_CASE("a node deleted from the JSON is gone from the scene, the page, the HTML and the SVG") {
    const std::string marked = with(with(small_json(), "Node c", "Zebra crossing"), "Text of c.", "Zebra text.");
    const std::string all = everything(*parse_content(marked).content);
    CHECK(has(all, "card 2 "));
    CHECK(has(all, "Zebra crossing"));
    CHECK(has(all, "Zebra text."));
    std::string json = with(marked,
                            "    { \"id\": \"c\", \"lane\": \"harms\", \"title\": \"Zebra crossing\", \"text\": "
                            "\"Zebra text.\", \"sources\": [\"p/2\"] },\n",
                            "");
    json = with(json,
                "    { \"from\": \"b\", \"to\": \"c\", \"kind\": \"leads_to\", \"basis\": \"stated\", \"sources\": "
                "[\"p/1\"] },\n",
                "");
    json = with(json, "\"from\": \"d\", \"to\": \"c\"", "\"from\": \"d\", \"to\": \"b\"");
    json = with(json, "\"focus\": [\"b\", \"c\"]", "\"focus\": [\"b\"]");
    const ParsedContent without = parse_content(json);
    CHECK(without.content.has_value());
    if (!without.content) return;
    CHECK_FALSE(has(everything(*without.content), "Zebra"));
}

TEST_CASE("the tall picture shows one path, and everything when asked") {
    Session session(load_brief());
    send(session, "0 resize 390 1800 2 tall 1");
    const std::size_t all = session.content().nodes.size();
    CHECK(session.frame().scene.drawing->cards.size() == all);
    const Reaction reaction = send(session, "1 activate node:raids");
    CHECK(session.frame().scene.drawing->cards.size() < all);
    bool is_followed = false;
    for (const Effect& effect : reaction.effects) {
        const auto* scroll = std::get_if<ScrollToItem>(&effect);
        is_followed = is_followed || (scroll != nullptr && scroll->item == "node:raids");
    }
    CHECK(is_followed);
    send(session, "2 activate extent");
    CHECK(session.frame().scene.drawing->cards.size() == all);
    send(session, "3 activate whole");
    CHECK(session.frame().scene.drawing->cards.size() == all);
}

// Every control that a page has in any of these states is pressed in that state; none may break what is drawn and said.
TEST_CASE("every control of every mode can be pressed, and leaves a session that can be drawn") {
    const char* const routes[] = {"",
                                  "raids",
                                  "raids&line=raids.violence",
                                  "step=2",
                                  "theme=dark&zoom=2&at=0.5,0.5",
                                  "mode=talk&step=3",
                                  "mode=talk&step=3&blank",
                                  "raids&mode=talk&step=3",
                                  "mode=speaker&step=2",
                                  "mode=kiosk"};
    const Content content = load_brief();
    std::set<std::string> pressed;
    for (const char* form : {"1440 800 1 wide 1", "390 1800 2 tall 1"}) {
        for (const char* route : routes) {
            Session session(content);
            send(session, "0 environment light still plain");
            send(session, std::string("0 resize ") + form);
            const auto start = [&] {
                send(session, std::string("1 route ") + (*route == '\0' ? "-" : percent_encode(route)));
            };
            start();
            for (const std::string& id : controls_of(session.frame().page.items)) {
                pressed.insert(id.substr(0, id.find(':')));
                send(session, "2 activate " + percent_encode(id));
                const Frame& frame = session.frame();
                CHECK_MESSAGE(!frame.page.items.empty(), id);
                for (const SceneCard& card : frame.scene.drawing->cards)
                    CHECK_MESSAGE(card.node.index() < content.nodes.size(), id);
                start();
            }
        }
    }
    for (const std::string kind :
         {"node", "tour", "tour-next", "zoom-in", "theme", "contrast", "extent", "whole", "link-out", "link-follow",
          "talk-spot", "print-steps", "start-over", "talk-jump", "talk-blank", "talk-end", "wake", "present"})
        CHECK_MESSAGE(pressed.count(kind) == 1, kind);
}

TEST_CASE("from a card picked during the tour one press leads back to the step") {
    Session session(load_brief());
    send(session, "1 activate tour");
    send(session, "2 activate tour-next");
    send(session, "3 activate node:raids");
    CHECK(has(dump_page(session.frame().page), "tour-resume"));
    send(session, "4 activate tour-resume");
    CHECK(session.state().view.selected == none);
    CHECK(session.state().view.step == 1);
    CHECK_FALSE(has(dump_page(session.frame().page), "tour-resume"));
}

TEST_CASE("the frames are the golden ones") {
    Session session(load_example());
    send(session, "0 environment light still plain");
    check_golden("frame-night-buses-whole.txt", dump_frame(session.frame()));
    send(session, "1 route " + session.content().nodes[4].id);
    check_golden("frame-night-buses-selected.txt", dump_frame(session.frame()));
    send(session, "2 resize 390 1200 2 tall 1");
    check_golden("frame-night-buses-selected-tall.txt", dump_frame(session.frame()));
    send(session, "3 route step=2&theme=dark");
    check_golden("frame-night-buses-tour-dark-tall.txt", dump_frame(session.frame()));
}

TEST_CASE("the picture in the README is the one that the tool writes now") {
    Session session(load_brief());
    send(session, "0 environment light still plain");
    send(session, "1 route third-parties");
    check_golden("brief-third-parties.svg", write_svg(session.content(), session.frame().scene, SvgUse::Standalone));
}

TEST_CASE("a recording replays, and a line that is none is reported") {
    const std::string out =
        replay(small_content(), "0 resize 1000 700 1 wide 1\n1 activate node:b\nnonsense\n17 frame\n");
    CHECK(has(out, "2 fragment b\n"));
    CHECK(has(out, "line 3 is no input\n"));
    CHECK(has(out, "4 frame "));
    CHECK(has(out, "card 1 "));
}
