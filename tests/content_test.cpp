// The rules of the format, each broken once.
#include "core/content/parse.h"
#include "core/json/mistakes.h"
#include "support.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

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

TEST_CASE("texts of invisible characters are empty, and what no picture may hold is refused") {
    for (const char* nothing :
         {"\xC2\xA0", "\xE2\x80\x8B\xE2\x80\x8B", "\xE3\x80\x80", "\xE3\x85\xA4", "\\u2060 \\u00ad"})
        CHECK(contains(only_mistake(with(small_json(), "Text of c.", nothing)), "/nodes/2/text: is empty"));
    for (const char* refused :
         {"U\\ufffe", "U\xEF\xBF\xBF", "U\\ud83f\\udffe", "U\xE2\x80\xA8", "U\\u0085", "U\\u0000"})
        CHECK(contains(only_mistake(with(small_json(), "Text of c.", refused)), "/nodes/2/text: holds "));
    CHECK(parse_content(with(small_json(), "Text of c.", "می‌خواهم e\xCC\x81")).content.has_value());
}
