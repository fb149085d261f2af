#include "core/base/characters.h"
#include "core/content/parse.h"
#include "core/content/words.h"
#include "core/json/mistakes.h"
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
    CHECK(parsed.mistakes.count == 1);
    const std::vector<Mistake>& listed = parsed.mistakes.listed;
    for (std::size_t i = 1; i < listed.size(); ++i) MESSAGE(format_mistake("also", listed[i]));
    return listed.empty() ? "" : format_mistake("f", listed[0]);
}

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
        if (content[node.lane].id != "calls") continue;
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
            const Node& from = content[link.from];
            const Node& to = content[link.to];
            for (const std::string& source : link.sources) {
                const auto rests_on = [&source](const Node& node) {
                    return std::find(node.sources.begin(), node.sources.end(), source) != node.sources.end();
                };
                CHECK_MESSAGE((rests_on(from) || rests_on(to)), from.id << " -> " << to.id << " rests on " << source);
            }
        }
    }
}

TEST_CASE("the tour shows every card, and its texts are short enough to be read from a distance") {
    for (const Content& content : {load_brief(), load_example()}) {
        std::set<NodeId> shown;
        for (const TourStep& step : content.tour) {
            shown.insert(step.focus.begin(), step.focus.end());
            CHECK_MESSAGE(characters_of(step.text) < 400, step.title);
        }
        for (std::size_t i = 0; i < content.nodes.size(); ++i)
            CHECK_MESSAGE(shown.count(NodeId(i)) == 1, content.nodes[i].id);
    }
}

TEST_CASE("no two cards share a title, for a link's sentence names nothing else") {
    for (const Content& content : {load_brief(), load_example()}) {
        std::set<std::string> titles;
        for (const Node& node : content.nodes) CHECK_MESSAGE(titles.insert(node.title).second, node.title);
    }
}

TEST_CASE("a mistake says file, line, column, pointer and how to mend it") {
    CHECK(only_mistake(
              with(small_json(), "\"to\": \"c\", \"kind\": \"leads_to\"", "\"to\": \"cc\", \"kind\": \"leads_to\"")) ==
          "f:26:26: /links/1/to: there is no node with the id ‘cc’; did you mean ‘c’?");
}

TEST_CASE("a missing field is named") {
    const std::string mistake = only_mistake(with(small_json(), "\"title\": \"Node a\", ", ""));
    CHECK(contains(mistake, "f:18:5: /nodes/0: lacks the field ‘title’"));
}

TEST_CASE("an unknown field is named with what was probably meant") {
    CHECK(contains(only_mistake(with(small_json(), "\"summary\": \"Five points.\",",
                                     "\"summary\": \"Five points.\", \"sumary\": \"x\",")),
                   "/sumary: is no field known here; remove it or mend its name; did you mean ‘summary’?"));
}

TEST_CASE("a doubled field is named at its second place") {
    CHECK(contains(
        only_mistake(with(small_json(), "\"language\": \"en\",", "\"language\": \"en\", \"language\": \"de\",")),
        "f:2:21: /language: stands twice in the same object"));
}

TEST_CASE("a wrong type is named with both types") {
    CHECK(contains(only_mistake(with(small_json(), "\"Text of b.\"", "17")),
                   "/nodes/1/text: must be a text, but is a number"));
    CHECK(contains(only_mistake(with(small_json(), "\"column\": 2", "\"column\": \"2\"")),
                   "/lanes/2/column: must be a number, but is a text"));
}

TEST_CASE("a doubled id is named") {
    // The link that meant the other node is a mistake of its own.
    const ParsedContent parsed =
        parse_content(with(small_json(), "\"id\": \"e\", \"lane\"", "\"id\": \"a\", \"lane\""));
    CHECK(parsed.mistakes.count == 2);
    CHECK(contains(format_mistake("f", parsed.mistakes.listed[0]), "/nodes/4/id: the id ‘a’ is taken already"));
}

TEST_CASE("an id that the page itself uses is refused") {
    const std::string json =
        with(with(small_json(), "\"id\": \"d\"", "\"id\": \"panel\""), "\"from\": \"d\"", "\"from\": \"panel\"");
    CHECK(contains(only_mistake(json),
                   "/nodes/3/id: ‘panel’ is an id that the page itself uses; choose another, such as ‘my-panel’"));
}

TEST_CASE("a bad basis is named with the good ones") {
    CHECK(contains(only_mistake(with(small_json(), "\"basis\": \"stated\", \"sources\": [\"p/2\"]",
                                     "\"basis\": \"guessed\", \"sources\": [\"p/2\"]")),
                   "/links/2/basis: ‘guessed’ is not known; write stated or inferred"));
}

TEST_CASE("an inferred link says why, a stated one does not") {
    CHECK(contains(only_mistake(with(small_json(), ", \"why\": \"Because.\"", "")),
                   "/links/3: is inferred and lacks ‘why’"));
    CHECK(contains(only_mistake(with(small_json(), "\"sources\": [\"p/1\"] },\n    { \"from\": \"e\"",
                                     "\"sources\": [\"p/1\"], \"why\": \"x\" },\n    { \"from\": \"e\"")),
                   "/links/1/why: belongs to inferred links only"));
}

TEST_CASE("the author writes links in any order; the stated ones come first, each kind as it was written") {
    const ParsedContent parsed = parse_content(with(small_json(), "\"links\": [", R"("links": [
      { "from": "d", "to": "b", "kind": "answers", "basis": "inferred", "why": "First of ours." },)"));
    CHECK(parsed.content.has_value());
    if (!parsed.content) return;
    std::string order;
    for (const Link& link : parsed.content->links)
        order += (link.basis == Basis::Stated ? "stated " : "inferred ") + (*parsed.content)[link.from].id + " ";
    CHECK(order == "stated a stated b stated e inferred d inferred d ");
    CHECK(parsed.content->links[3].why == "First of ours.");
}

TEST_CASE("an own reading needs no source, what the brief states does") {
    CHECK(
        parse_content(with(small_json(), "\"basis\": \"inferred\", \"sources\": [\"p/2\"]", "\"basis\": \"inferred\""))
            .content.has_value());
    CHECK(parse_content(with(small_json(), "\"basis\": \"inferred\", \"sources\": [\"p/2\"]",
                             "\"basis\": \"inferred\", \"sources\": []"))
              .content.has_value());
    CHECK(
        contains(only_mistake(with(small_json(), "\"kind\": \"opposes\", \"basis\": \"stated\", \"sources\": [\"p/2\"]",
                                   "\"kind\": \"opposes\", \"basis\": \"stated\"")),
                 "/links/2: is stated and lacks ‘sources’; name the locators"));
    CHECK(
        contains(only_mistake(with(small_json(), "\"kind\": \"opposes\", \"basis\": \"stated\", \"sources\": [\"p/2\"]",
                                   "\"kind\": \"opposes\", \"basis\": \"stated\", \"sources\": []")),
                 "/links/2/sources: is empty"));
}

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

TEST_CASE("links join two different nodes once; two between the same nodes are told with both places") {
    CHECK(contains(only_mistake(with(small_json(), "\"from\": \"a\", \"to\": \"b\"", "\"from\": \"b\", \"to\": \"b\"")),
                   "/links/0: leads from a node to itself"));
    const std::string second = with(small_json(), "\"from\": \"e\", \"to\": \"b\", \"kind\": \"opposes\"",
                                    "\"from\": \"a\", \"to\": \"b\", \"kind\": \"leads_to\"");
    CHECK(contains(
        only_mistake(second),
        "f:27:5: /links/2: joins the same two nodes as /links/0 at 25:5; write one link, with the ‘sources’ of both"));
    CHECK(contains(only_mistake(with(second, "\"kind\": \"leads_to\"", "\"kind\": \"opposes\"")),
                   "/links/2: joins the same two nodes as /links/0 at 25:5; keep the kind that says most"));
}

TEST_CASE("a circle is told once, with all its members in order") {
    const std::string circle = with(small_json(), "\"from\": \"e\", \"to\": \"b\", \"kind\": \"opposes\"",
                                    "\"from\": \"c\", \"to\": \"a\", \"kind\": \"leads_to\"");
    CHECK(contains(
        only_mistake(circle),
        "f:27:5: /links/2: closes a circle: ‘a’ → ‘b’ → ‘c’ → ‘a’ (/links/0, /links/1, /links/2), so nothing in "
        "it comes first; remove or turn one of these links"));
    const std::string pair = with(small_json(), "\"from\": \"e\", \"to\": \"b\", \"kind\": \"opposes\"",
                                  "\"from\": \"b\", \"to\": \"a\", \"kind\": \"opposes\"");
    CHECK(contains(only_mistake(pair), "/links/2: closes a circle: ‘a’ → ‘b’ → ‘a’ (/links/0, /links/2)"));
    // Another mistake does not hide it.
    const ParsedContent both = parse_content(with(circle, "\"column\": 2", "\"column\": 99"));
    CHECK(both.mistakes.count == 2);
}

TEST_CASE("an unused locator is a dropped claim") {
    CHECK(contains(only_mistake(with(
                       small_json(), "{ \"id\": \"p/2\", \"label\": \"Page two\" }",
                       "{ \"id\": \"p/2\", \"label\": \"Page two\" }, { \"id\": \"p/3\", \"label\": \"Page three\" }")),
                   "/locators/2: no node or link rests on ‘p/3’"));
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

TEST_CASE("control characters and empty texts are mistakes") {
    CHECK(
        contains(only_mistake(with(small_json(), "Text of c.", "Text\\nof c.")), "/nodes/2/text: holds a line break"));
    CHECK(contains(only_mistake(with(small_json(), "Text of c.", "  ")), "/nodes/2/text: is empty"));
}

TEST_CASE("a text longer than its limit is a mistake that names both lengths") {
    CHECK(contains(only_mistake(with(small_json(), "Node c", std::string(81, 'x'))),
                   "/nodes/2/title: is 81 characters long; shorten it to 80"));
    CHECK(parse_content(with(small_json(), "Node c", "ääääääääääääääääääääääääääääääääääääääääääääääää"))
              .content.has_value());
}

TEST_CASE("a file that is empty, is not UTF-8 or is too large is refused whole") {
    CHECK(contains(only_mistake(" \n"), "f:1:1: : the file is empty"));
    CHECK(contains(only_mistake("[]"), "f:1:1: : must be an object, but is a list"));
    CHECK(contains(
        only_mistake(with(small_json(), "Node c", "Node \xFF")),
        "f:20:50: : this file is not UTF-8 (byte FF here): it was probably saved as Windows-1252; save it anew "
        "as UTF-8"));
    CHECK(contains(only_mistake(std::string(5 * 1024 * 1024, ' ')),
                   "f:1:1: : the file is 5.0 MB; the most a content file may have is 4 MB"));
    CHECK(contains(only_mistake(std::string(500'000, '[')),
                   "f:1:17: : values are nested deeper than 16 levels here; a content file needs 4"));
}

TEST_CASE("of a file that was not read whole the true size is told") {
    const ParsedContent parsed = parse_content(small_json(), 49 * 1024 * 1024);
    CHECK_FALSE(parsed.content.has_value());
    CHECK(parsed.mistakes.listed.at(0).message == "the file is 49.0 MB; the most a content file may have is 4 MB");
}

TEST_CASE("a limit that is passed is one mistake, whatever refers to what lies beyond it") {
    std::string lanes;
    for (int i = 0; i < 36; ++i)
        lanes += "{ \"id\": \"more-" + std::to_string(i) +
                 "\", \"title\": \"More\", \"column\": 5, \"hue\": \"blue\", \"shape\": \"ring\" },\n";
    const std::string json = with(small_json(), "\"lanes\": [", "\"lanes\": [" + lanes);
    CHECK(contains(only_mistake(json), "/lanes: has 41 items; more than 40 cannot be shown readably"));
    std::string locators;
    for (int i = 0; i < 400; ++i) locators += "{ \"id\": \"q/" + std::to_string(i) + "\", \"label\": \"Page\" }, ";
    const ParsedContent parsed = parse_content(with(small_json(), "\"locators\": [", "\"locators\": [" + locators));
    for (const Mistake& mistake : parsed.mistakes.listed) CHECK_FALSE(contains(mistake.message, "there is no locator"));
    std::string focus = "\"a\"";
    for (int i = 0; i < 12; ++i) focus += ", \"a\"";
    const ParsedContent crowded = parse_content(with(small_json(), "\"focus\": [\"a\"]", "\"focus\": [" + focus + "]"));
    CHECK(crowded.mistakes.count == 13);
    CHECK(contains(crowded.mistakes.listed.at(0).message,
                   "names 13 nodes; more than 12 cannot be read from a distance: split the step"));
    CHECK(contains(crowded.mistakes.listed.at(1).message, "the node ‘a’ stands twice in this list; keep one"));
}

TEST_CASE("a slip in the name of a field is one mistake") {
    CHECK(contains(only_mistake(with(small_json(), "\"id\": \"b\"", "\"idd\": \"b\"")),
                   "/nodes/1/idd: is no field known here; remove it or mend its name; did you mean ‘id’?"));
    CHECK(contains(only_mistake(with(small_json(), "\"nodes\"", "\"node\"")),
                   "/node: is no field known here; remove it or mend its name; did you mean ‘nodes’?"));
}

TEST_CASE("what an object lacks is one mistake") {
    const std::string mistake =
        only_mistake(with(small_json(), "\"id\": \"e\", \"lane\": \"back\", \"title\": \"Node e\", ",
                          "\"id\": \"e\", \"lane\": \"back\", "));
    CHECK(contains(mistake, "/nodes/4: lacks the field ‘title’; add it"));
    CHECK(contains(
        only_mistake(R"({ "language": "en" })"),
        ": lacks the fields ‘title’, ‘summary’, ‘about’, ‘locators’, ‘lanes’, ‘nodes’, ‘links’ and ‘tour’; add them"));
}

TEST_CASE("places are right with a UTF-8 mark, with each kind of line end, and after letters of several bytes") {
    const auto place = [](const std::string& json) {
        return only_mistake(
                   with(json, "\"to\": \"c\", \"kind\": \"leads_to\"", "\"to\": \"cc\", \"kind\": \"leads_to\""))
            .substr(0, 8);
    };
    const auto with_line_ends = [](const std::string& ends) {
        std::string json;
        for (const char c : small_json()) json += c == '\n' ? ends : std::string(1, c);
        return json;
    };
    CHECK(place(small_json()) == "f:26:26:");
    CHECK(place("\xEF\xBB\xBF" + small_json()) == "f:26:26:");
    CHECK(place(with_line_ends("\r\n")) == "f:26:26:");
    CHECK(place(with_line_ends("\r")) == "f:26:26:");
    CHECK(contains(only_mistake(with("\xEF\xBB\xBF{ \"é\": 1 }", "é", "é")), "f:1:1: : this is JSON of another kind"));
    const std::string wide =
        with(with(small_json(), "\"title\": \"Node a\"", "\"title\": \"Nœud «é»\""),
             "\"sources\": [\"p/1\"] },\n    { \"id\": \"b\"", "\"sources\": [\"p/9\"] },\n    { \"id\": \"b\"");
    CHECK(contains(only_mistake(wide), "f:18:91: /nodes/0/sources/0: there is no locator with the id ‘p/9’"));
}

TEST_CASE("texts of invisible characters are empty, and what no picture may hold is refused") {
    for (const char* nothing :
         {"\xC2\xA0", "\xE2\x80\x8B\xE2\x80\x8B", "\xE3\x80\x80", "\xE3\x85\xA4", "\\u2060 \\u00ad"})
        CHECK(contains(only_mistake(with(small_json(), "Text of c.", nothing)), "/nodes/2/text: is empty"));
    for (const char* refused :
         {"U\\ufffe", "U\xEF\xBF\xBF", "U\\ud83f\\udffe", "U\xE2\x80\xA8", "U\\u0085", "U\\u0000"})
        CHECK(contains(only_mistake(with(small_json(), "Text of c.", refused)), "/nodes/2/text: holds "));
    CHECK(parse_content(with(small_json(), "Text of c.", "می‌خواهم e\xCC\x81")).content.has_value());
}

TEST_CASE("each mistake is one line of well-formed text, whatever the file holds") {
    const ParsedContent parsed = parse_content(
        "{\"ti\\ntle\":1,\"lang\\u001b[2Juage\":2,\"a\\u202eb\xE2\x80\xA8\":3,\"\xFF\":4,\"language\":\"\\u0000\"}");
    CHECK(parsed.mistakes.count >= 5);
    for (const std::string& line : format_mistakes("f", parsed.mistakes)) {
        for (std::size_t at = 0; at < line.size(); at += std::max<std::size_t>(utf8_length(line, at), 1)) {
            CHECK(utf8_length(line, at) > 0);
            CHECK(static_cast<unsigned char>(line[at]) >= 0x20);
            CHECK(line.compare(at, 3, "\xE2\x80\xA8") != 0);
        }
    }
}

TEST_CASE("a file of many mistakes lists a hundred and counts the rest, and makes no message that it does not list") {
    std::string json = small_json();
    std::string nodes;
    for (int i = 0; i < 20'000; ++i) nodes += "{ \"id\": 1 },\n";
    const ParsedContent parsed = parse_content(with(json, "\"nodes\": [", "\"nodes\": [" + nodes));
    CHECK(parsed.mistakes.listed.size() == max_listed_mistakes);
    CHECK(parsed.mistakes.count == 40'001);
    CHECK(format_mistakes("f", parsed.mistakes).back() ==
          "f:1:1: : and 39901 more; mend these first, then open or check the file again");
    MistakeList list;
    int made = 0;
    for (std::size_t i = 0; i < 100'000; ++i) {
        list.add(Telling::Rule, i, "", [&made] {
            ++made;
            return std::string("m");
        });
    }
    CHECK(made == static_cast<int>(max_listed_mistakes));
}

TEST_CASE("the most telling mistakes come first: the whole file, the syntax, the rules") {
    const std::string json = with(with(with(small_json(), "\"hue\": \"violet\"", "\"hue\": \"mauve\""),
                                       "\"Node c\", \"text\"", "\"Node c\" \"text\""),
                                  "Text of e", "Text \xE9");
    const ParsedContent parsed = parse_content(json);
    CHECK(parsed.mistakes.count == 3);
    if (parsed.mistakes.count != 3) return;
    CHECK(contains(parsed.mistakes.listed[0].message, "this file is not UTF-8 (byte E9 here)"));
    CHECK(contains(parsed.mistakes.listed[1].message, "a comma is missing here"));
    CHECK(contains(parsed.mistakes.listed[2].message, "‘mauve’ is not known"));
}

TEST_CASE("remarks refuse nothing: empty lanes, nodes alone, what is too long or said twice") {
    CHECK(parse_content(small_json()).remarks.count == 0);
    const auto remark_of = [](const std::string& json) {
        const ParsedContent parsed = parse_content(json);
        CHECK(parsed.content.has_value());
        CHECK(parsed.remarks.count == 1);
        return parsed.remarks.listed.empty() ? "" : format_remarks("f", parsed.remarks)[0];
    };
    CHECK(contains(
        remark_of(with(small_json(), "\"lanes\": [",
                       "\"lanes\": [ { \"id\": \"none\", \"title\": \"None\", \"column\": 1, \"hue\": \"blue\", "
                       "\"shape\": \"ring\" },")),
        "/lanes/0: remark: the lane ‘none’ has no node"));
    CHECK(contains(remark_of(with(small_json(), "\"nodes\": [",
                                  "\"nodes\": [ { \"id\": \"z\", \"lane\": \"harms\", \"title\": \"Node z\", \"text\": "
                                  "\"Text.\", \"sources\": [\"p/1\"] },")),
                   "/nodes/0: remark: no link joins the node ‘z’ to another"));
    CHECK(contains(remark_of(with(small_json(), "Node c", std::string(48, 'm'))),
                   "/nodes/2/title: remark: takes 5 lines of its card; 3 fit well"));
    CHECK(contains(remark_of(with(small_json(), "Node c", "Node b")),
                   "/nodes/2/title: remark: is the title of the node ‘b’ too"));
    CHECK(contains(remark_of(with(small_json(), "Text of c.", std::string(601, 'x'))),
                   "/nodes/2/text: remark: is 601 characters long; up to 600 leave room for translations"));
    CHECK(contains(remark_of(with(small_json(), "Second.", std::string(401, 'x'))),
                   "/tour/1/text: remark: is 401 characters long; up to 400 can be read from a distance"));
    CHECK(contains(remark_of(with(small_json(), "Text of c.", "Node c")),
                   "/nodes/2/text: remark: says only what the title says"));
    CHECK(contains(remark_of(with(small_json(), "\"blue\", \"shape\": \"square\"", "\"blue\", \"shape\": \"ring\"")),
                   "/lanes/2/shape: remark: is the shape of the lane ‘starts’ too"));
    // The example uses every shape; another lane then needs another hue.
    const std::string buses = read_source_file("content/examples/night-buses.json");
    const auto with_lane = [&buses](const std::string& look) {
        const std::string lane =
            R"("nodes": [{ "id": "of-six", "lane": "six", "title": "Of six", "text": "It says so.", "sources": ["club/1"] },)";
        return with(with(buses, "\"nodes\": [", lane), "\"lanes\": [",
                    R"("lanes": [{ "id": "six", "title": "Six", "column": 4, )" + look + " },");
    };
    const auto about_shapes = [&](const std::string& look) {
        std::string told;
        for (const Mistake& remark : parse_content(with_lane(look)).remarks.listed) {
            if (contains(remark.pointer, "/shape")) told += remark.pointer + ": " + remark.message;
        }
        return told;
    };
    CHECK(about_shapes(R"("hue": "amber", "shape": "ring")").empty());
    CHECK(contains(about_shapes(R"("hue": "violet", "shape": "ring")"),
                   "/lanes/1/shape: is the shape and the hue of the lane ‘six’ too"));
    // A colour may come again with another shape.
    CHECK(parse_content(with(small_json(), "\"hue\": \"blue\"", "\"hue\": \"violet\"")).remarks.count == 0);
}

TEST_CASE("what a right file holds is counted in one line") {
    const ParsedContent parsed = parse_content(small_json());
    CHECK(format_counts(*parsed.content, parsed.remarks) == "no mistakes: 5 cards, 4 links, 2 steps, 0 remarks");
    Content one;
    one.nodes.resize(1);
    one.links.resize(1);
    one.tour.resize(1);
    CHECK(format_counts(one, {{}, 1}) == "no mistakes: 1 card, 1 link, 1 step, 1 remark");
}

TEST_CASE("all mistakes come at once, in the order of the file") {
    std::string json = small_json();
    json = with(json, "\"hue\": \"blue\"", "\"hue\": \"mauve\"");
    json = with(json, "\"lane\": \"deeds\"", "\"lane\": \"deed\"");
    json = with(json, "\"focus\": [\"a\"]", "\"focus\": []");
    const ParsedContent parsed = parse_content(json);
    CHECK(parsed.mistakes.count == 3);
    if (parsed.mistakes.count != 3) return;
    CHECK(parsed.mistakes.listed[0].pointer == "/lanes/2/hue");
    CHECK(parsed.mistakes.listed[1].pointer == "/nodes/1/lane");
    CHECK(parsed.mistakes.listed[2].pointer == "/tour/0/focus");
}

TEST_CASE("any single byte of a content may be destroyed without harm") {
    const std::string good = small_json();
    for (std::size_t i = 0; i < good.size(); i += 7) {
        for (const char byte : {'\0', '"', '}', '\xFF'}) {
            std::string bad = good;
            bad[i] = byte;
            const ParsedContent parsed = parse_content(bad);
            CHECK(parsed.content.has_value() == (parsed.mistakes.count == 0));
        }
        CHECK(parse_content(std::string_view(good).substr(0, i)).mistakes.count == 1);
    }
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
