// What is said of a file that has no mistake.
#include "core/content/parse.h"
#include "core/json/mistakes.h"
#include "support.h"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;
using namespace throughline::testing;

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
    const std::string buses = example_json();
    const auto with_lane = [&buses](const std::string& look) {
        const std::string lane =
            R"("nodes": [{ "id": "of-six", "lane": "six", "title": "Of six", "text": "It says so.", )"
            R"("sources": ["club/1"] },)";
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
