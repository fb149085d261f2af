// The whole program without a platform: what inputs bring about in what is drawn and said.
#include "core/program/session.h"

#include "core/command/commands.h"
#include "core/faces/html.h"
#include "core/faces/svg.h"
#include "core/program/replay.h"
#include "every_page.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

const Opening desktop{.stage_px = {1046, 755}};
const Opening moving_desktop{.stage_px = {1046, 755}, .pace = Pace::Moving};

// Everything that can reach a reader, as text.
std::string everything(const Content& content) {
    std::string all = write_html(page_without_script(content), "");
    for (const Form form : {Form::Wide, Form::Tall}) {
        Harness h(content, {.stage_px = {1046, 755}, .form = form});
        all += dump_frame(h.frame()) + write_svg(content, h.scene(), SvgUse::Embedded, "x");
        all += write_markup(h.session.handout());
    }
    return all;
}

void check_can_be_drawn(Harness& h, const std::string& pressed) {
    CAPTURE(pressed);
    const Frame& frame = h.frame();
    CHECK(std::isfinite(frame.scene.stage_from_world.scale));
    CHECK(frame.scene.stage_from_world.scale > 0);
    for (const SceneCard& card : frame.scene.drawing->cards) {
        CHECK(card.node.index() < h.content().nodes.size());
        CHECK(std::isfinite(card.rect.x + card.rect.y + card.rect.w + card.rect.h));
    }
    // Wherever somebody is, there is a way on.
    CHECK(find_items(frame.page, Role::Heading).size() >= 1);
    const bool has_way_on =
        !find_items(frame.page, Role::Button).empty() || !find_items(frame.page, Role::Link).empty();
    CHECK(has_way_on);
}

}  // namespace

TEST_CASE("no frame is wanted while nothing changes") {
    Harness h(load_brief(), moving_desktop);
    CHECK(h.session.wants_frame());
    h.frame();
    CHECK_FALSE(h.session.wants_frame());
    h.draw();
    CHECK_FALSE(h.session.wants_frame());
    h.activate("node:raids");
    CHECK(h.session.wants_frame());
    h.frame();
    const int frames = h.rest();
    CHECK(frames > 5);
    CHECK(frames < 60);
}

TEST_CASE("an address shows the same place whatever sizes the stage had on the way to its own") {
    struct Size {
        Vec2 stage_px;
        Form form = Form::Tall;
    };
    const Size own{{390, 1094.7F}};
    // As a phone's page does it: the stage takes the height of what it shows, one frame later.
    const Size of_whole{{390, 1822.7F}};
    const Size of_side{{844, 300}, Form::Wide};
    const auto frame_after = [](const Size& first, const std::string& view, const std::vector<Size>& then) {
        Harness h(load_brief(), {.stage_px = first.stage_px, .form = first.form});
        h.open(view);
        for (const Size& size : then) h.resize(size.stage_px, size.form);
        return dump_frame(h.frame());
    };
    for (const std::string view :
         {"raids&zoom=2&at=0.4,0.6", "step=3&zoom=2&at=0.4,0.6", "zoom=1.5&at=0.1,0.9", "raids&zoom=3&at=0,1"}) {
        const std::string told = frame_after(own, view, {});
        const bool is_same_after_whole = frame_after(of_whole, view, {own}) == told;
        const bool is_same_after_side = frame_after(of_side, view, {own}) == told;
        const bool is_same_after_turn = frame_after(own, view, {of_side, own}) == told;
        CHECK_MESSAGE(is_same_after_whole, view);
        CHECK_MESSAGE(is_same_after_side, view);
        CHECK_MESSAGE(is_same_after_turn, view);
    }
}

TEST_CASE("an action that changes nothing wants no frame") {
    Harness h(load_brief(), desktop);
    for (int i = 0; i < 40; ++i) h.wheel({500, 300}, -200);
    h.frame();
    h.wheel({500, 300}, -200);
    CHECK_FALSE(h.session.wants_frame());
    h.point(PointerPhase::Leave, {0, 0});
    CHECK_FALSE(h.session.wants_frame());
}

TEST_CASE("one frame after the click shows the path lit and the rest quiet") {
    Harness h(load_brief(), desktop);
    h.activate("node:raids");
    int lit = 0;
    int quiet = 0;
    for (const SceneCard& card : h.scene().drawing->cards) {
        CHECK((card.emphasis == Emphasis::Selected) == (card.node == h.node("raids")));
        lit += card.emphasis == Emphasis::Lit ? 1 : 0;
        quiet += card.emphasis == Emphasis::Quiet ? 1 : 0;
    }
    CHECK(lit >= 5);
    CHECK(quiet >= 5);
    CHECK(h.root().selected == "raids");
}

TEST_CASE(
    "of files that are dropped together one is shown, each other one is answered, and what is said is true of all") {
    struct File {
        std::string name;
        std::string json;
    };
    const File buses{"buses.json", example_json()};
    const File brief{"brief.json", read_source_file("content/brief.json")};
    const File notes{"notes.txt", "hello"};
    const auto after = [](const std::vector<File>& files) {
        Harness h(load_brief());
        for (std::size_t i = 0; i < files.size(); ++i)
            h.drop(files[i].name, files[i].json, i == 0 ? FileOrder::First : FileOrder::Next);
        return h;
    };
    Harness bad_first = after({notes, buses});
    CHECK(bad_first.status() == "Opened buses.json. notes.txt was not opened: mistakes found: 1.");
    CHECK(bad_first.says("The page shows buses.json, which was opened together with it."));
    CHECK_FALSE(bad_first.says("The page keeps what it had."));
    Harness two = after({buses, brief});
    CHECK(two.status() == "Opened buses.json. brief.json was not opened.");
    CHECK(two.says("The page shows one brief at a time: open this one by itself."));
    CHECK_FALSE(two.says("1 mistake"));
    Harness refused = after({notes, {"more.txt", "hello"}});
    CHECK(refused.status() == "Files that were not opened: 2.");
    CHECK(refused.says("The page keeps what it had."));
    Harness many = after(std::vector<File>(25, notes));
    CHECK(many.status() == "Files that were not opened: 25.");
    CHECK(many.says("More files that were not opened: 5"));
}

TEST_CASE("another content replaces the first one whole; a bad one changes nothing") {
    Harness h(load_brief());
    h.activate("node:raids");
    const std::string before = h.root().title;
    h.drop("bad.json", with(example_json(), "\"kind\"", "\"kinds\""));
    CHECK(h.says("bad.json was not opened"));
    CHECK(h.content().find_node("raids").has_value());
    CHECK(h.root().title == before);
    CHECK(h.root().selected == "raids");
    h.drop("good.json", example_json());
    CHECK(h.item("mistakes").children.empty());
    CHECK(h.selected().empty());
    CHECK(h.content().nodes.size() == 12);
    CHECK(h.scene().drawing->cards.size() == 12);
    CHECK(h.root().title == h.content().title);
    CHECK_FALSE(h.says("raids"));
}

TEST_CASE("a node deleted from the JSON is gone from the scene, the page, the HTML and the SVG") {
    const std::string marked = with(with(small_json(), "Node c", "Zebra crossing"), "Text of c.", "Zebra text.");
    const std::string all = everything(content_of(marked));
    CHECK(contains(all, "card 2 "));
    CHECK(contains(all, "Zebra crossing"));
    CHECK(contains(all, "Zebra text."));
    std::string json =
        with(marked,
             "    { \"id\": \"c\", \"lane\": \"harms\", \"title\": \"Zebra crossing\", \"text\": \"Zebra "
             "text.\", \"sources\": [\"p/2\"] },\n",
             "");
    json = with(json,
                "    { \"from\": \"b\", \"to\": \"c\", \"kind\": \"leads_to\", \"basis\": \"stated\", \"sources\": "
                "[\"p/1\"] },\n",
                "");
    json = with(json, "\"from\": \"d\", \"to\": \"c\"", "\"from\": \"d\", \"to\": \"b\"");
    json = with(json, "\"focus\": [\"b\", \"c\"]", "\"focus\": [\"b\"]");
    CHECK_FALSE(contains(everything(content_of(json)), "Zebra"));
}

TEST_CASE("the tall picture shows one path, and everything when asked") {
    Harness h(load_brief(), {.stage_px = {390, 1800}, .form = Form::Tall});
    const std::size_t all = h.content().nodes.size();
    CHECK(h.scene().drawing->cards.size() == all);
    h.activate("node:raids");
    CHECK(h.scene().drawing->cards.size() < all);
    CHECK(h.effect<ScrollToItem>() == "node:raids");
    h.press("show everything");
    CHECK(h.scene().drawing->cards.size() == all);
    h.press("Back to the whole");
    CHECK(h.scene().drawing->cards.size() == all);
}

TEST_CASE("a phone's picture that the text edition lit keeps every card until another view is chosen") {
    Harness h(load_brief(), {.stage_px = {390, 1800}, .form = Form::Tall});
    const auto cards = [&h] { return h.scene().drawing->cards.size(); };
    const std::size_t all = h.content().nodes.size();
    h.send(TakeOverInput{"raids"});
    CHECK(h.selected() == "raids");
    CHECK(cards() == all);
    // Nor does it grow a line that would push the picture down.
    CHECK_FALSE(h.has_item("extent"));
    h.resize({390, 1700}, Form::Tall);
    CHECK(cards() == all);
    h.apply(SelectNode{0});
    CHECK(cards() < all);
    CHECK(h.has_item("extent"));
}

// Presses each of a page's controls from that page, and so on what has not been pressed anywhere before.
void press_all(Harness& h, std::set<std::string>& pressed) {
    for (const PageItem& button : find_items(h.page(), Role::Button)) {
        const bool is_new = pressed.insert(button.id).second;
        Harness after = h;
        after.activate(button.id);
        check_can_be_drawn(after, button.id);
        if (is_new) press_all(after, pressed);
    }
}

TEST_CASE("every control of every mode can be pressed, and leaves a session that can be drawn") {
    std::set<std::string> pressed;
    for (Harness& h : every_page()) press_all(h, pressed);
    CHECK(pressed.contains("node:last-bus"));
    for (const Command& command : all_commands()) {
        // The whole text is a link; some commands are keys alone.
        if (command.id.empty() || command.id == "read-text") continue;
        CHECK_MESSAGE(pressed.contains(std::string(command.id)), command.id);
    }
}

TEST_CASE("from a card picked during the tour one press leads back to the step") {
    Harness h(load_brief());
    h.press("Take the tour");
    h.press("Next");
    h.activate("node:raids");
    h.press("Back to step 2");
    CHECK(h.selected().empty());
    CHECK(h.view().step == 1);
    CHECK_FALSE(h.has_button("Back to step 2"));
}

TEST_CASE("the frames are the golden ones") {
    Harness h(load_example(), desktop);
    check_golden("frame-night-buses-whole.txt", dump_frame(h.frame()));
    h.open(h.content().nodes[4].id);
    check_golden("frame-night-buses-selected.txt", dump_frame(h.frame()));
    h.send(ResizeInput{{390, 1200}, 2, Form::Tall});
    check_golden("frame-night-buses-selected-tall.txt", dump_frame(h.frame()));
    h.open("step=2&theme=dark");
    check_golden("frame-night-buses-tour-dark-tall.txt", dump_frame(h.frame()));
}

TEST_CASE("the picture in the README is the one that the tool writes now") {
    Harness h(load_brief(), desktop);
    h.open("third-parties");
    check_golden("brief-third-parties.svg", write_svg(h.content(), h.scene(), SvgUse::Standalone));
}

TEST_CASE("a recording replays, and a line that is none is reported") {
    const std::string out =
        replay(small_content(), "0 resize 1000 700 1 wide 1\n1 activate node:b\nnonsense\n17 frame\n");
    CHECK(contains(out, "2 fragment b\n"));
    CHECK(contains(out, "line 3 is no input\n"));
    CHECK(contains(out, "4 frame "));
    CHECK(contains(out, "card 1 "));
}
