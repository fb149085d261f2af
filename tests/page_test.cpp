// What the page says in each state, found by role, name and words.
#include "core/page/page.h"

#include "core/content/rules.h"
#include "core/content/sentences.h"
#include "core/content/words.h"
#include "every_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

constexpr Vec2 phone{390, 844};

std::vector<std::string> node_buttons(const Page& page) {
    std::vector<std::string> nodes;
    for (const PageItem& button : find_items(page, Role::Button)) {
        if (!button.node.empty()) nodes.push_back(button.node);
    }
    return nodes;
}

Content with_second_source() {
    return content_of(
        with(small_json(), "Text of c.\", \"sources\": [\"p/2\"]", "Text of c.\", \"sources\": [\"p/1\", \"p/2\"]"));
}

// Every state of exploring that changes what the page is made of.
std::vector<Harness> explored() {
    std::vector<Harness> all;
    for (const char* view : {"", "c", "step=1", "d&step=2"}) all.emplace_back(small_content(), view);
    all.emplace_back(small_content(), Opening{.view = "c", .stage_px = phone, .form = Form::Tall});
    all.emplace_back().drop("mine.json", "{");
    return all;
}

}  // namespace

TEST_CASE("each drawn card has one toggle button with its place, in reading order") {
    Harness h;
    CHECK(node_buttons(h.page()) == std::vector<std::string>{"a", "e", "b", "c", "d"});
    const PageItem button = h.button("Node c");
    CHECK(button.id == "node:c");
    CHECK(button.description == "comes from 1, answered by 1");
    CHECK(button.is_pressed == false);
    CHECK(button.rect.has_value());
}

TEST_CASE("the button of the selected node is pressed and no other") {
    Harness h;
    h.press("Node c");
    for (const PageItem& button : find_items(h.page(), Role::Button)) {
        if (!button.node.empty()) CHECK(*button.is_pressed == (button.node == "c"));
    }
}

TEST_CASE("on a phone the buttons are those of the path that is drawn") {
    Harness h(small_content(), {.view = "a", .stage_px = phone, .form = Form::Tall});
    CHECK(node_buttons(h.page()) == std::vector<std::string>{"a", "b", "c", "d"});
    h.press(words().show_everything);
    CHECK(node_buttons(h.page()).size() == 5);
    h.press(words().show_path);
    CHECK(node_buttons(h.page()).size() == 4);
    h.resize({1046, 755}, Form::Wide);
    CHECK_FALSE(h.has_button(words().show_everything));
    CHECK_FALSE(h.has_button(words().show_path));
}

TEST_CASE("before any script there is nothing that needs one") {
    const Page page = page_without_script(small_content());
    CHECK(find_items(page, Role::Button).empty());
    CHECK(find_items(page, Role::FileInput).empty());
    CHECK(page.attributes.theme == "auto");
    CHECK(page.attributes.form.empty());
    CHECK(find_item(page, "tour").href == "#step=1");
}

// Without what the tour is walked by where there is no engine.
PageItem without_step_links(PageItem item) {
    if (item.part == "stop") {
        item.id.clear();
        item.part.clear();
        CHECK(item.children.back().part == "step-links");
        item.children.pop_back();
    }
    for (PageItem& child : item.children) child = without_step_links(std::move(child));
    return item;
}

TEST_CASE("the whole text is the same before any script and in every state after it") {
    const PageItem text = find_item(page_without_script(small_content()), "text");
    CHECK(text.inside().size() == 2);
    PageItem live = without_step_links(text);
    CHECK(live != text);
    live.share_children();  // as a brief's text has them
    for (Harness& h : explored()) CHECK(h.item("text") == live);
}

TEST_CASE("each node has one section under its own id with title, text, relations and source") {
    const Page page = page_without_script(with_second_source());
    const PageItem section = find_item(page, "c");
    CHECK(section.role == Role::Region);
    CHECK(words_of(section) ==
          "Node c Text of c. Comes from Node b Answered by 1 Node d  (our reading) Source: Page one; Page two");
    CHECK(words_of(find_item(page, "b")) ==
          "Node b Text of b. Leads to Node c Comes from Node a Opposed by Node e Source: Page one");
    CHECK(find_item(page, "lane:harms").inside().size() == 2);
}

TEST_CASE("each link is told once as a sentence with its basis, its source and why it is our reading") {
    std::vector<std::pair<std::string, std::string>> told;
    for (const PageItem& item : find_items(page_without_script(small_content()), Role::ListItem)) {
        if (!item.link.empty()) told.emplace_back(item.link, words_of(item));
    }
    CHECK(told.size() == 4);
    CHECK(told[0].first == "a->b");
    CHECK(told[0].second == "“Node a” leads to “Node b”.  stated in the brief Source: Page one");
    CHECK(told[3].first == "d->c");
    CHECK(told[3].second == "“1 Node d” answers “Node c”.  our reading Why we read it so: Because. Source: Page two");
}

TEST_CASE("a link's sentence runs as its author wrote it") {
    const Content content = small_content();
    CHECK(link_sentence(content, content.links[2]) == "“Node e” opposes “Node b”.");
    CHECK(link_sentence(content, content.links[3]) == "“1 Node d” answers “Node c”.");
}

TEST_CASE("what is stated and what is inferred differ in word and in look wherever they are told") {
    Harness h(small_content(), "c");
    for (const Page& page : {h.page(), page_without_script(small_content())}) {
        int stated = 0;
        int inferred = 0;
        visit_items(page.items, [&](const PageItem& item) {
            const bool is_item = item.role == Role::ListItem && !item.part.empty() && item.part != "stop";
            if (item.role != Role::Disclosure && !is_item) return;
            const bool says_inferred =
                contains(words_of(item), words().inferred) || contains(words_of(item), words().inferred_short);
            CHECK(says_inferred == contains(item.part, "inferred"));
            CHECK(says_inferred != contains(item.part, "stated"));
            (says_inferred ? inferred : stated) += 1;
        });
        CHECK(stated > 0);
        CHECK(inferred > 0);
    }
}

TEST_CASE("the panel of a node lists its direct links first and then what lies further, lane by lane") {
    Harness h;
    const auto headings = [&h] {
        std::vector<std::string> all;
        visit_items(h.item("panel").children, [&all](const PageItem& item) {
            if (item.role == Role::Heading) all.push_back(item.text);
        });
        return all;
    };
    h.press("Node a");
    CHECK(h.item("panel").label == "Node a");
    CHECK(headings() == std::vector<std::string>{"Node a", "Leads to", "Further along: Harms", "Further along: Calls"});
    CHECK(h.item("go:out:b").href == "#b");
    CHECK(h.item("go:far:d").text == "1 Node d");
    CHECK(h.text("proof:out:a->b") == "stated “Node a” leads to “Node b”. Source: Page one");
    h.press("Node b");
    CHECK(headings() ==
          std::vector<std::string>{"Node b", "Leads to", "Comes from", "Opposed by", "Further along: Calls"});
}

TEST_CASE("a tour step has its number, its words, its nodes and ways on and back") {
    Harness h;
    h.press("Take the tour");
    CHECK(contains(h.text("panel"), "Step 1 of 2"));
    CHECK(contains(h.text("panel"), "One Nothing hard First."));
    CHECK(h.item("go:tour:a").text == "Node a");
    CHECK(h.button("Back").is_disabled);
    CHECK_FALSE(h.button("Next").is_disabled);
    CHECK(h.has_button("End the tour"));
    CHECK(h.root().step == "1");
    h.press("Next");
    CHECK(h.button("Next").is_disabled);
    CHECK_FALSE(h.button("Back").is_disabled);
    // A node picked on the way does not lose the way.
    h.press("Node a");
    CHECK(h.item("panel").label == "Node a");
    CHECK(h.has_button("Back"));
}

TEST_CASE("the speaker's notes are nowhere in the page") {
    CHECK(contains(small_json(), "Say it."));
    for (Harness& h : explored()) CHECK_FALSE(h.says("Say it."));
    CHECK_FALSE(contains(dump_page(page_without_script(small_content())), "Say it."));
}

TEST_CASE("ids are unique, and those that a node could have are reserved, on every page that there is") {
    struct Shown {
        Page page;
        Content content;
    };
    std::vector<Shown> all{{page_without_script(load_example()), load_example()}};
    for (Harness& h : every_page()) all.push_back({h.page(), h.content()});
    for (const Shown& shown : all) {
        std::set<std::string> ids;
        visit_items(shown.page.items, [&](const PageItem& item) {
            const std::string& id = item.id;
            if (id.empty()) return;
            CHECK_MESSAGE(ids.insert(id).second, id);
            const bool is_node = shown.content.find_node(id).has_value();
            // No id of a node has a colon or an equals sign.
            CHECK_MESSAGE((id.find_first_of(":=") != std::string::npos || is_node != is_reserved_id(id)), id);
        });
    }
}

TEST_CASE("the mistakes of a refused file are all listed, and the rest of the page is untouched but for what is said") {
    Harness h;
    const Page before = h.page();
    h.apply(RefuseContent{"mine.json", {{{3, 7, "/nodes/1", "an id twice"}, {9, 1, "", "no end"}}, 12}});
    Page after = h.page();
    const PageItem alert = find_item(after, "mistakes");
    CHECK(alert.role == Role::Alert);
    CHECK(contains(words_of(alert), "mine.json was not opened: 12 mistakes"));
    CHECK(contains(words_of(alert), "3:7 /nodes/1 an id twice"));
    CHECK(contains(words_of(alert), "9:1 no end"));
    CHECK(contains(words_of(alert), "1:1 and 10 more; mend these first"));
    CHECK(find_item(after, "mistakes-dismiss").role == Role::Button);
    for (PageItem& item : after.items) {
        if (item.role == Role::Alert) item.children.clear();
        if (item.role == Role::Status) item.text.clear();
    }
    CHECK(after == before);
}

TEST_CASE("remarks on a brief that is open stand in one line of their own, folded, and not before an audience") {
    Harness h;
    h.drop("mine.json", with(small_json(), "Node c", "Node b"));
    CHECK(h.item("mistakes").part == "mistakes remarked");
    const std::vector<PageItem> remarks = find_items(h.page(), Role::Disclosure);
    CHECK(remarks.size() == 1);
    if (remarks.empty()) return;
    CHECK(remarks[0].text == "mine.json is open, with 1 remark for its author");
    CHECK(contains(words_of(remarks[0]), "/nodes/2/title is the title of the node ‘b’ too"));
    CHECK(h.item("mistakes-dismiss").role == Role::Button);
    for (const std::string mode : {"mode=talk", "mode=speaker", "mode=kiosk"}) {
        CAPTURE(mode);
        Harness shown(small_content(), mode);
        shown.apply(
            AcceptContent{"mine.json", open_brief(small_content()), false, {{{3, 7, "/nodes/1", "a card alone"}}, 1}});
        CHECK(shown.state().files.reports.size() == 1);
        CHECK(shown.item("mistakes").children.empty());
    }
}

TEST_CASE("each of the files that were dropped together is told of") {
    Harness h;
    h.drop("picture.png", "\x89PNG\r\n\x1A\n....");
    h.drop("mine.json", "{", FileOrder::Next);
    CHECK(contains(h.text("mistakes"), "picture.png was not opened: 1 mistake"));
    CHECK(contains(h.text("mistakes"), "mine.json was not opened: 1 mistake"));
    CHECK(contains(h.text("mistakes"), "The page keeps what it had."));
}

TEST_CASE("what is said stands in the one polite live region") {
    Harness h(small_content(), "mode=talk");
    h.press("End");
    CHECK(find_items(h.page(), Role::Status).size() == 1);
    CHECK(h.status() == words().status_talk_ended);
}

TEST_CASE("the exit goes where the content says, as the second stop of the page") {
    const Page page = page_without_script(small_content());
    const std::vector<PageItem> links = find_items(page, Role::Link);
    CHECK(links[1].id == "leave");
    CHECK(links[1].text == "Leave");
    CHECK(links[1].href == "https://example.org/");
    CHECK(contains(words_of(find_item(page, "about")), "Much"));
}

TEST_CASE("a node that is taken out of the content is gone from the whole page") {
    Content without = small_content();
    std::erase_if(without.nodes, [](const Node& node) { return node.id == "e"; });
    std::erase_if(without.links, [](const Link& link) { return link.kind == LinkKind::Opposes; });
    Harness whole;
    Harness h(without);
    for (const std::string trace : {"Node e", "node:e", "#e", "e->b"}) {
        CHECK(contains(dump_page(whole.page()), trace));
        CHECK_FALSE(contains(dump_page(h.page()), trace));
    }
}

TEST_CASE("the root tells language, direction, selection, theme and form") {
    Content content = small_content();
    content.language = "ar";
    content.direction = Direction::RightToLeft;
    Harness h(content, {.view = "d&theme=dark", .stage_px = phone, .form = Form::Tall});
    CHECK(h.root().language == "ar");
    CHECK(h.root().direction == "rtl");
    CHECK(h.root().selected == "d");
    CHECK(h.root().step.empty());
    CHECK(h.root().theme == "dark");
    CHECK(h.root().form == "tall");
    CHECK(h.root().mode == "explore");
}

TEST_CASE("a pattern is filled where it has values and kept where it has none") {
    CHECK(fill("{1} before {0}", {"a", "b"}) == "b before a");
    CHECK(fill("{2} {x} {", {"a"}) == "{2} {x} {");
}

TEST_CASE(
    "a link to the view is offered where it would show the same: not of an opened content without an address, not in a "
    "kiosk") {
    const auto offers_link = [](Harness& h) { return h.has_button("Copy a link to this view"); };
    Harness h;
    CHECK(offers_link(h));
    h.drop("mine.json", small_json());
    CHECK_FALSE(offers_link(h));
    h.drop("mine.json", with(small_json(), "\"publisher\"", "\"address\": \"https://example.org/\", \"publisher\""));
    CHECK(offers_link(h));
    h.open("mode=kiosk");
    h.send(PresenceInput{});
    CHECK_FALSE(offers_link(h));
}

TEST_CASE("the root says where the view is kept, before any script too") {
    Content content = small_content();
    for (const auto& [traces, told] : {std::pair(Traces::Views, ""), std::pair(Traces::Fewest, "fewest")}) {
        content.about.traces = traces;
        CHECK(Harness(content).root().traces == told);
        CHECK(page_without_script(content).attributes.traces == told);
    }
}

TEST_CASE("an emblem stands beside the title only where the content asks for one") {
    Content content = small_content();
    CHECK_FALSE(contains(dump_page(Harness(content).page()), "umbrella"));
    content.about.emblem = Emblem::Umbrella;
    CHECK(contains(dump_page(Harness(content).page()), "umbrella"));
}
