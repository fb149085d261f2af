// What the page says in each state, found by role, id and words.
#include "core/page/page.h"

#include "core/content/rules.h"
#include "core/content/sentences.h"
#include "core/content/words.h"
#include "small_brief.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace throughline;

namespace {

std::vector<std::string> node_buttons(const Page& page) {
    std::vector<std::string> nodes;
    for (const PageItem& button : find_items(page, Role::Button)) {
        if (!button.node.empty()) nodes.push_back(button.node);
    }
    return nodes;
}

// Every state that changes what the page is made of.
std::vector<SmallView> views() {
    std::vector<SmallView> all(6);
    all[1].state.view.selected = 2;
    all[2].state.view.step = 0;
    all[3].state.view.step = 1;
    all[3].state.view.selected = 4;
    all[4].state.around.form = Form::Tall;
    all[4].state.view.selected = 2;
    all[5].state.files.reports = {{"mine.json", {{{3, 7, "/nodes/1", "an id twice"}}, 1}, {}}};
    return all;
}

}  // namespace

TEST_CASE("each drawn card has one toggle button with its place, in reading order") {
    const SmallView view;
    const Page page = view.page();
    CHECK(node_buttons(page) == std::vector<std::string>{"cause", "foe", "harm", "worse", "answer"});
    const PageItem button = find_item(page, "node:harm");
    CHECK(button.text == "The harm");
    CHECK(button.description == "leads to 1, comes from 1, answered by 1");
    CHECK(button.is_pressed == false);
    CHECK(button.rect.has_value());
}

TEST_CASE("the button of the selected node is pressed and no other") {
    SmallView view;
    view.state.view.selected = 2;
    for (const PageItem& button : find_items(view.page(), Role::Button)) {
        if (!button.node.empty()) CHECK(*button.is_pressed == (button.node == "harm"));
    }
}

TEST_CASE("on a phone the buttons are those of the path that is drawn") {
    SmallView view;
    view.state.around.form = Form::Tall;
    view.state.view.selected = 4;
    CHECK(node_buttons(view.page()) == std::vector<std::string>{"cause", "foe", "harm", "answer"});
    CHECK(find_item(view.page(), "extent").text == words().show_everything);
    view.state.view.extent = Extent::Everything;
    CHECK(node_buttons(view.page()).size() == 5);
    CHECK(find_item(view.page(), "extent").text == words().show_path);
    view.state.around.form = Form::Wide;
    CHECK(find_item(view.page(), "extent").id.empty());
}

TEST_CASE("before any script there is nothing that needs one") {
    const Page page = SmallView().page(Liveness::Static);
    CHECK(find_items(page, Role::Button).empty());
    CHECK(find_items(page, Role::FileInput).empty());
    CHECK(node_buttons(page).empty());
    CHECK(page.attributes.theme == "auto");
    CHECK(page.attributes.form.empty());
    CHECK(find_item(page, "tour").href == "#text:tour");
}

TEST_CASE("the whole text is the same before any script and in every state after it") {
    const PageItem text = find_item(SmallView().page(Liveness::Static), "text");
    CHECK(text.inside().size() == 2);
    for (const SmallView& view : views()) CHECK(find_item(view.page(), "text") == text);
}

TEST_CASE("each node has one section under its own id with title, text, relations and source") {
    const Page page = SmallView().page(Liveness::Static);
    const PageItem harm = find_item(page, "harm");
    CHECK(harm.role == Role::Region);
    CHECK(words_of(harm) ==
          "The harm What it does. Leads to Worse harm Comes from The cause Answered by The answer  (our reading) "
          "Source: Part one, paragraph 1; Part two, paragraph 1");
    CHECK(find_item(page, "lane:harms").inside().size() == 3);
}

TEST_CASE("each link is told once as a sentence with its basis, its source and why it is our reading") {
    std::vector<std::pair<std::string, std::string>> told;
    for (const PageItem& item : find_items(SmallView().page(Liveness::Static), Role::ListItem)) {
        if (!item.link.empty()) told.emplace_back(item.link, words_of(item));
    }
    CHECK(told.size() == 4);
    CHECK(told[0].first == "cause->harm");
    CHECK(told[0].second == "“The cause” leads to “The harm”.  stated in the brief Source: Part one, paragraph 1");
    CHECK(told[3].first == "answer->harm");
    CHECK(told[3].second ==
          "“The answer” answers “The harm”.  our reading Why we read it so: Because it fits. Source: Part two, "
          "paragraph 1");
}

TEST_CASE("a link's sentence runs as its author wrote it") {
    const Content content = small_brief();
    CHECK(link_sentence(content, content.links[2]) == "“The foe” opposes “The cause”.");
    CHECK(link_sentence(content, content.links[3]) == "“The answer” answers “The harm”.");
}

TEST_CASE("what is stated and what is inferred differ in word and in look wherever they are told") {
    for (const Liveness liveness : {Liveness::Static, Liveness::Live}) {
        SmallView view;
        view.state.view.selected = 2;
        int stated = 0;
        int inferred = 0;
        visit_items(view.page(liveness).items, [&](const PageItem& item) {
            const bool is_item = item.role == Role::ListItem && !item.part.empty();
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
    SmallView view;
    view.state.view.selected = 0;
    const PageItem panel = find_item(view.page(), "panel");
    CHECK(panel.label == "The cause");
    std::vector<std::string> headings;
    visit_items(panel.children, [&](const PageItem& item) {
        if (item.role == Role::Heading) headings.push_back(item.text);
    });
    CHECK(headings == std::vector<std::string>{"The cause", "Leads to", "Opposed by", "Further along: Harms",
                                               "Further along: Answers"});
    CHECK(find_item(view.page(), "go:out:harm").href == "#harm");
    CHECK(find_item(view.page(), "go:far:worse").text == "Worse harm");
    const PageItem proof = find_item(view.page(), "proof:out:cause->harm");
    CHECK(words_of(proof) == "stated “The cause” leads to “The harm”. Source: Part one, paragraph 1");
}

TEST_CASE("a tour step has its number, its words, its nodes and ways on and back") {
    SmallView view;
    view.state.view.step = 0;
    const PageItem panel = find_item(view.page(), "panel");
    CHECK(contains(words_of(panel), "Step 1 of 2"));
    CHECK(contains(words_of(panel), "First step A note It begins."));
    CHECK(find_item(view.page(), "go:tour:foe").text == "The foe");
    CHECK(find_item(view.page(), "tour-back").is_disabled);
    CHECK(!find_item(view.page(), "tour-next").is_disabled);
    CHECK(find_item(view.page(), "tour-end").role == Role::Button);
    CHECK(view.page().attributes.step == "1");
    view.state.view.step = 1;
    CHECK(find_item(view.page(), "tour-next").is_disabled);
    // A node picked on the way does not lose the way.
    view.state.view.selected = 0;
    CHECK(find_item(view.page(), "panel").label == "The cause");
    CHECK(find_item(view.page(), "tour-back").role == Role::Button);
}

TEST_CASE("the speaker's notes are nowhere in the page") {
    for (const SmallView& view : views()) {
        for (const Liveness liveness : {Liveness::Static, Liveness::Live}) {
            CHECK(!contains(dump_page(view.page(liveness)), "SPEAKER NOTE"));
        }
    }
}

TEST_CASE("ids are unique, and those that a node could have are reserved") {
    for (const SmallView& view : views()) {
        for (const Liveness liveness : {Liveness::Static, Liveness::Live}) {
            std::set<std::string> ids;
            visit_items(view.page(liveness).items, [&](const PageItem& item) {
                if (item.id.empty()) return;
                CHECK_MESSAGE(ids.insert(item.id).second, item.id);
                const bool is_node = view.content.find_node(item.id).has_value();
                const bool is_reserved =
                    std::find(std::begin(reserved_ids), std::end(reserved_ids), item.id) != std::end(reserved_ids);
                CHECK_MESSAGE((contains(item.id, ":") || is_node != is_reserved), item.id);
            });
        }
    }
}

TEST_CASE("the mistakes of a refused file are all listed, and the rest of the page is untouched") {
    SmallView view;
    const Page before = view.page();
    view.state.files.reports = {{"mine.json", {{{3, 7, "/nodes/1", "an id twice"}, {9, 1, "", "no end"}}, 12}, {}}};
    Page after = view.page();
    const PageItem alert = find_item(after, "mistakes");
    CHECK(alert.role == Role::Alert);
    CHECK(contains(words_of(alert), "mine.json was not opened: 12 mistakes"));
    CHECK(contains(words_of(alert), "3:7 /nodes/1 an id twice"));
    CHECK(contains(words_of(alert), "9:1 no end"));
    CHECK(contains(words_of(alert), "1:1 and 10 more; mend these first"));
    CHECK(find_item(after, "mistakes-dismiss").role == Role::Button);
    for (PageItem& item : after.items) {
        if (item.role == Role::Alert) item.children.clear();
    }
    CHECK(after == before);
}

TEST_CASE("remarks on a brief that is open stand in one line of their own, folded, and not before an audience") {
    SmallView view;
    view.state.files.reports = {{"mine.json", {}, {{{3, 7, "/nodes/1", "a card alone"}}, 1}}};
    const PageItem box = find_item(view.page(), "mistakes");
    const std::vector<PageItem> remarks = find_items(view.page(), Role::Disclosure);
    CHECK(box.part == "mistakes remarked");
    CHECK(remarks.size() == 1);
    if (remarks.empty()) return;
    CHECK(remarks[0].text == "mine.json is open, with 1 remark for its author");
    CHECK(contains(words_of(remarks[0]), "3:7 /nodes/1 a card alone"));
    CHECK(find_item(view.page(), "mistakes-dismiss").role == Role::Button);
    for (const Mode mode : {Mode::Talk, Mode::Speaker, Mode::Kiosk}) {
        view.state.view.mode = mode;
        CHECK(find_item(view.page(), "mistakes").children.empty());
    }
}

TEST_CASE("each of the files that were dropped together is told of") {
    SmallView view;
    view.state.files.reports = {{"picture.png", {{{1, 1, "", "a picture"}}, 1}, {}},
                                {"mine.json", {{{3, 7, "", "no end"}}, 1}, {}}};
    const std::string told = words_of(find_item(view.page(), "mistakes"));
    CHECK(contains(told, "picture.png was not opened: 1 mistake"));
    CHECK(contains(told, "mine.json was not opened: 1 mistake"));
    CHECK(contains(told, "The page keeps what it had."));
}

TEST_CASE("what is said stands in the one polite live region") {
    SmallView view;
    view.state.said = Saying::TalkEnded;
    CHECK(find_items(view.page(), Role::Status).size() == 1);
    CHECK(find_items(view.page(), Role::Status)[0].text == words().status_talk_ended);
}

TEST_CASE("the exit goes where the content says, as the second stop of the page") {
    const Page page = SmallView().page(Liveness::Static);
    const std::vector<PageItem> links = find_items(page, Role::Link);
    CHECK(links[1].id == "leave");
    CHECK(links[1].text == "Leave");
    CHECK(links[1].href == "https://example.org/");
    CHECK(contains(words_of(find_item(page, "about")), "What cannot be hidden"));
}

TEST_CASE("a node that is taken out of the content is gone from the whole page") {
    Content content = small_brief();
    content.nodes.pop_back();
    content.links.pop_back();
    content.tour.pop_back();
    const SmallView view(std::move(content));
    for (const std::string trace : {"The answer", "node:answer", "#answer", "answer->harm"}) {
        CHECK(contains(dump_page(SmallView().page()), trace));
        CHECK(!contains(dump_page(view.page()), trace));
    }
}

TEST_CASE("the root tells language, direction, selection, theme and form") {
    SmallView view;
    view.content.language = "ar";
    view.content.direction = Direction::RightToLeft;
    view.state.view.selected = 3;
    view.state.view.theme = Theme::Dark;
    view.state.around.form = Form::Tall;
    const PageAttributes attributes = view.page().attributes;
    CHECK(attributes.language == "ar");
    CHECK(attributes.direction == "rtl");
    CHECK(attributes.selected == "worse");
    CHECK(attributes.step.empty());
    CHECK(attributes.theme == "dark");
    CHECK(attributes.form == "tall");
    CHECK(attributes.mode == "explore");
}

TEST_CASE("a pattern is filled where it has values and kept where it has none") {
    CHECK(fill("{1} before {0}", {"a", "b"}) == "b before a");
    CHECK(fill("{2} {x} {", {"a"}) == "{2} {x} {");
}

TEST_CASE(
    "a link to the view is offered where it would show the same: not of an opened content without an address, not in a "
    "kiosk") {
    SmallView view;
    const auto is_offered = [&view] { return !find_item(view.page(), "copy-link").id.empty(); };
    CHECK(is_offered());
    view.state.files.opened_file = "mine.json";
    CHECK_FALSE(is_offered());
    view.content.about.address = "https://example.org/brief/";
    CHECK(is_offered());
    view.state.view.mode = Mode::Kiosk;
    CHECK_FALSE(is_offered());
}

TEST_CASE("the root says where the view is kept, before any script too") {
    SmallView view;
    for (const Liveness liveness : {Liveness::Live, Liveness::Static}) {
        view.content.about.traces = Traces::Views;
        CHECK(view.page(liveness).attributes.traces.empty());
        view.content.about.traces = Traces::Fewest;
        CHECK(view.page(liveness).attributes.traces == "fewest");
    }
}

TEST_CASE("an emblem stands beside the title only where the content asks for one") {
    const auto has_emblem = [](const SmallView& view) {
        return dump_page(view.page()).find("umbrella") != std::string::npos;
    };
    SmallView view;
    CHECK_FALSE(has_emblem(view));
    view.content.about.emblem = Emblem::Umbrella;
    CHECK(has_emblem(view));
}
