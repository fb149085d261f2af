#include "support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace throughline;
using namespace throughline::testing;

namespace {

// The one mistake of a text, formatted; the test fails when there is another number of them.
std::string only_mistake(const std::string& json) {
    const ParsedContent parsed = parse_content(json);
    CHECK_FALSE(parsed.content.has_value());
    CHECK(parsed.mistakes.size() == 1);
    for (std::size_t i = 1; i < parsed.mistakes.size(); ++i) MESSAGE(format_mistake("also", parsed.mistakes[i]));
    return parsed.mistakes.empty() ? "" : format_mistake("f", parsed.mistakes[0]);
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// As a reader counts them.
auto characters_of(const std::string& utf8) {
    return std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

}  // namespace

TEST_CASE("the shipped contents have no mistake") {
    CHECK(load_brief().nodes.size() >= 30);
    const std::size_t links = load_brief().links.size();
    CHECK(links >= 70);
    CHECK(links <= 110);
    CHECK(load_example().nodes.size() == 12);
}

TEST_CASE("the brief's ten recommendations are numbered as in the brief") {
    const Content content = load_brief();
    int number = 0;
    for (const Node& node : content.nodes) {
        if (content.lanes[static_cast<std::size_t>(node.lane)].id != "calls") continue;
        ++number;
        CHECK(node.title.rfind(std::to_string(number) + " ", 0) == 0);
        CHECK(node.sources == std::vector<std::string>{"recommendation/" + std::to_string(number)});
    }
    CHECK(number == 10);
}

TEST_CASE("the brief uses every locator, and exactly those of the brief") {
    const Content content = load_brief();
    CHECK(content.locators.size() == 33);
    std::set<std::string> used;
    for (const Node& node : content.nodes) used.insert(node.sources.begin(), node.sources.end());
    for (const Link& link : content.links) used.insert(link.sources.begin(), link.sources.end());
    for (const Locator& locator : content.locators) CHECK_MESSAGE(used.count(locator.id) == 1, locator.id);
}

// What the authors' guide asks for beyond the format, of the contents that authors learn from.
TEST_CASE("each claim is on a card, and what a link states is told by one of its two cards") {
    for (const Content& content : {load_brief(), load_example()}) {
        std::set<std::string> told;
        for (const Node& node : content.nodes) told.insert(node.sources.begin(), node.sources.end());
        for (const Locator& locator : content.locators) CHECK_MESSAGE(told.count(locator.id) == 1, locator.id);
        for (const Link& link : content.links) {
            if (link.basis != Basis::Stated) continue;
            const Node& from = content.nodes[static_cast<std::size_t>(link.from)];
            const Node& to = content.nodes[static_cast<std::size_t>(link.to)];
            for (const std::string& source : link.sources) {
                const auto rests_on = [&source](const Node& node) { return std::find(node.sources.begin(), node.sources.end(), source) != node.sources.end(); };
                CHECK_MESSAGE((rests_on(from) || rests_on(to)), from.id << " -> " << to.id << " rests on " << source);
            }
        }
    }
}

TEST_CASE("the tour shows every card, and its texts are short enough to be read from a distance") {
    for (const Content& content : {load_brief(), load_example()}) {
        std::set<int> shown;
        for (const TourStep& step : content.tour) {
            shown.insert(step.focus.begin(), step.focus.end());
            CHECK_MESSAGE(characters_of(step.text) < 400, step.title);
        }
        for (std::size_t i = 0; i < content.nodes.size(); ++i) CHECK_MESSAGE(shown.count(static_cast<int>(i)) == 1, content.nodes[i].id);
    }
}

TEST_CASE("no two cards share a title, for a link's sentence names nothing else") {
    for (const Content& content : {load_brief(), load_example()}) {
        std::set<std::string> titles;
        for (const Node& node : content.nodes) CHECK_MESSAGE(titles.insert(node.title).second, node.title);
    }
}

TEST_CASE("a mistake says file, line, column, pointer and how to mend it") {
    CHECK(only_mistake(with(small_json(), "\"to\": \"c\", \"kind\": \"leads_to\"", "\"to\": \"cc\", \"kind\": \"leads_to\"")) ==
          "f:26:26: /links/1/to: there is no node with the id ‘cc’; did you mean ‘c’?");
}

TEST_CASE("a missing field is named") {
    const std::string mistake = only_mistake(with(small_json(), "\"title\": \"Node a\", ", ""));
    CHECK(has(mistake, "f:18:5: /nodes/0: lacks the field ‘title’"));
}

TEST_CASE("an unknown field is named with what was probably meant") {
    CHECK(has(only_mistake(with(small_json(), "\"summary\": \"Five points.\",", "\"summary\": \"Five points.\", \"sumary\": \"x\",")), "/sumary: is no field known here; remove it or mend its name; did you mean ‘summary’?"));
}

TEST_CASE("a doubled field is named at its second place") {
    CHECK(has(only_mistake(with(small_json(), "\"language\": \"en\",", "\"language\": \"en\", \"language\": \"de\",")), "f:2:21: /language: stands twice in the same object"));
}

TEST_CASE("a wrong type is named with both types") {
    CHECK(has(only_mistake(with(small_json(), "\"Text of b.\"", "17")), "/nodes/1/text: must be a text, but is a number"));
    CHECK(has(only_mistake(with(small_json(), "\"column\": 2", "\"column\": \"2\"")), "/lanes/2/column: must be a number, but is a text"));
}

TEST_CASE("a doubled id is named") {
    // The link that meant the other node is a mistake of its own.
    const ParsedContent parsed = parse_content(with(small_json(), "\"id\": \"e\", \"lane\"", "\"id\": \"a\", \"lane\""));
    CHECK(parsed.mistakes.size() == 2);
    CHECK(has(format_mistake("f", parsed.mistakes[0]), "/nodes/4/id: the id ‘a’ is taken already"));
}

TEST_CASE("an id that the page itself uses is refused") {
    const std::string json = with(with(small_json(), "\"id\": \"d\"", "\"id\": \"panel\""), "\"from\": \"d\"", "\"from\": \"panel\"");
    CHECK(has(only_mistake(json), "/nodes/3/id: ‘panel’ is an id that the page itself uses"));
}

TEST_CASE("a bad basis is named with the good ones") {
    CHECK(has(only_mistake(with(small_json(), "\"basis\": \"stated\", \"sources\": [\"p/2\"]", "\"basis\": \"guessed\", \"sources\": [\"p/2\"]")), "/links/2/basis: ‘guessed’ is not known; write stated or inferred"));
}

TEST_CASE("an inferred link says why, a stated one does not") {
    CHECK(has(only_mistake(with(small_json(), ", \"why\": \"Because.\"", "")), "/links/3: is inferred and lacks ‘why’"));
    CHECK(has(only_mistake(with(small_json(), "\"sources\": [\"p/1\"] },\n    { \"from\": \"e\"", "\"sources\": [\"p/1\"], \"why\": \"x\" },\n    { \"from\": \"e\"")), "/links/1/why: belongs to inferred links only"));
}

TEST_CASE("stated links come before the first inferred one") {
    std::string json = small_json();
    json = with(json, "\"kind\": \"leads_to\", \"basis\": \"stated\", \"sources\": [\"p/1\"] },\n    { \"from\": \"b\"", "\"kind\": \"leads_to\", \"basis\": \"inferred\", \"sources\": [\"p/1\"], \"why\": \"w\" },\n    { \"from\": \"b\"");
    const ParsedContent parsed = parse_content(json);
    CHECK(parsed.mistakes.size() == 2);
    CHECK(has(parsed.mistakes[0].message, "stands after an inferred link"));
}

TEST_CASE("links join two different nodes once and close no circle") {
    CHECK(has(only_mistake(with(small_json(), "\"from\": \"a\", \"to\": \"b\"", "\"from\": \"b\", \"to\": \"b\"")), "from a node to itself"));
    CHECK(has(only_mistake(with(small_json(), "\"from\": \"e\", \"to\": \"b\"", "\"from\": \"b\", \"to\": \"a\"")), "joins the same two nodes as /links/0"));
    CHECK(has(only_mistake(with(small_json(), "\"from\": \"e\", \"to\": \"b\", \"kind\": \"opposes\"", "\"from\": \"c\", \"to\": \"a\", \"kind\": \"leads_to\"")), "/links/2: closes a circle"));
}

TEST_CASE("an unused locator is a dropped claim") {
    CHECK(has(only_mistake(with(small_json(), "{ \"id\": \"p/2\", \"label\": \"Page two\" }", "{ \"id\": \"p/2\", \"label\": \"Page two\" }, { \"id\": \"p/3\", \"label\": \"Page three\" }")), "/locators/2: no node or link rests on ‘p/3’"));
}

TEST_CASE("an exit leads to https only") {
    for (const char* address : {"http://example.org/", "javascript:alert(1)", "https://", "https://a\\\"b"}) {
        CHECK(has(only_mistake(with(small_json(), "https://example.org/", address)), "/about/exit/url: must be an address that starts with https://"));
    }
}

TEST_CASE("the site's address is optional, https and of 200 characters at most") {
    const auto with_address = [](const std::string& address) { return with(small_json(), "\"about\": {", "\"about\": { \"address\": \"" + address + "\", "); };
    CHECK(parse_content(small_json()).content->about.address.empty());
    CHECK(parse_content(with_address("https://example.org/brief/")).content->about.address == "https://example.org/brief/");
    for (const char* address : {"http://example.org/", "example.org", "https://", "https://a b"}) {
        CHECK(has(only_mistake(with_address(address)), "/about/address: must be an address that starts with https://"));
    }
    CHECK(has(only_mistake(with_address("https://example.org/" + std::string(181, 'x'))), "/about/address: is 201 characters long; shorten it to 200"));
}

TEST_CASE("neutral words for previews are optional and whole") {
    const auto with_card = [](const std::string& card) { return with(small_json(), "\"about\": {", "\"about\": { \"card\": " + card + ", "); };
    const ParsedContent parsed = parse_content(with_card(R"({ "title": "A page", "text": "To read." })"));
    CHECK(parsed.content.has_value());
    if (parsed.content) CHECK((parsed.content->about.card.title + parsed.content->about.card.text) == "A pageTo read.");
    CHECK(small_content().about.card.title.empty());
    CHECK(has(only_mistake(with_card(R"({ "title": "A page" })")), "/about/card: lacks the field ‘text’; add it"));
    CHECK(has(only_mistake(with_card(R"("A page")")), "/about/card: must be an object, but is a text"));
    CHECK(has(only_mistake(with_card(R"({ "title": " ", "text": "To read." })")), "/about/card/title: is empty"));
    CHECK(has(only_mistake(with_card(R"({ "title": "A page", "text": "To read.", "image": "x" })")), "/about/card/image: is no field known here"));
}

TEST_CASE("control characters and empty texts are mistakes") {
    CHECK(has(only_mistake(with(small_json(), "Text of c.", "Text\\nof c.")), "/nodes/2/text: holds a line break"));
    CHECK(has(only_mistake(with(small_json(), "Text of c.", "  ")), "/nodes/2/text: is empty"));
}

TEST_CASE("a text longer than its limit is a mistake that names both lengths") {
    CHECK(has(only_mistake(with(small_json(), "Node c", std::string(49, 'x'))), "/nodes/2/title: is 49 characters long; shorten it to 48"));
    CHECK(parse_content(with(small_json(), "Node c", "ääääääääääääääääääääääääääääääääääääääääääääääää")).content.has_value());
}

TEST_CASE("a file that is no JSON, is empty, is not UTF-8 or is too large is refused whole") {
    CHECK(has(only_mistake("PK\x03\x04"), "f:1:1: : the JSON breaks here"));
    CHECK(has(only_mistake(" \n"), "f:1:1: : the file is empty"));
    CHECK(has(only_mistake("[]"), "f:1:1: : must be an object, but is a list"));
    CHECK(has(only_mistake(with(small_json(), "Node c", "Node \xFF")), "UTF-8"));
    CHECK(has(only_mistake(std::string(3 * 1024 * 1024, ' ')), "f:1:1: : the file is 3.0 MB; the most a content file may have is 1 MB"));
    CHECK(has(only_mistake(std::string(500'000, '[')), "nested deeper than 16 levels"));
}

TEST_CASE("all mistakes come at once, in the order of the file") {
    std::string json = small_json();
    json = with(json, "\"hue\": \"blue\"", "\"hue\": \"mauve\"");
    json = with(json, "\"lane\": \"deeds\"", "\"lane\": \"deed\"");
    json = with(json, "\"focus\": [\"a\"]", "\"focus\": []");
    const ParsedContent parsed = parse_content(json);
    CHECK(parsed.mistakes.size() == 3);
    if (parsed.mistakes.size() != 3) return;
    CHECK(parsed.mistakes[0].pointer == "/lanes/2/hue");
    CHECK(parsed.mistakes[1].pointer == "/nodes/1/lane");
    CHECK(parsed.mistakes[2].pointer == "/tour/0/focus");
}

TEST_CASE("any single byte of a content may be destroyed without harm") {
    const std::string good = small_json();
    for (std::size_t i = 0; i < good.size(); i += 7) {
        for (const char byte : {'\0', '"', '}', '\xFF'}) {
            std::string bad = good;
            bad[i] = byte;
            const ParsedContent parsed = parse_content(bad);
            CHECK(parsed.content.has_value() == parsed.mistakes.empty());
        }
        CHECK(parse_content(std::string_view(good).substr(0, i)).mistakes.size() == 1);
    }
}

TEST_CASE("the emblem is one of the drawings that there are, and none unless it is asked for") {
    CHECK(load_brief().about.emblem == Emblem::Umbrella);
    CHECK(load_example().about.emblem == Emblem::None);
    const auto with_emblem = [](const std::string& emblem) { return with(small_json(), "\"publisher\"", "\"emblem\": " + emblem + ", \"publisher\""); };
    CHECK(parse_content(with_emblem("\"none\"")).content->about.emblem == Emblem::None);
    CHECK(parse_content(with_emblem("\"umbrella\"")).content->about.emblem == Emblem::Umbrella);
    CHECK(has(only_mistake(with_emblem("\"<svg/>\"")), "/about/emblem: ‘<svg/>’ is not known; write none or umbrella"));
}

TEST_CASE("a closing has both of its texts or is not there") {
    const auto with_closing = [](const std::string& closing) { return with(small_json(), "\"publisher\"", "\"closing\": " + closing + ", \"publisher\""); };
    CHECK(parse_content(with_closing("{ \"title\": \"Go on\", \"text\": \"Ask.\" }")).content->about.closing.text == "Ask.");
    CHECK(has(only_mistake(with_closing("{ \"title\": \"Go on\" }")), "/about/closing: lacks the field ‘text’"));
    CHECK(has(only_mistake(with_closing("\"Go on\"")), "/about/closing: must be an object"));
}
