// How the mistakes of a file are told: where, in which order and how many.
#include "core/json/mistakes.h"
#include "core/base/characters.h"
#include "core/content/parse.h"
#include "support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("a mistake says file, line, column, pointer and how to mend it") {
    CHECK(only_mistake(
              with(small_json(), "\"to\": \"c\", \"kind\": \"leads_to\"", "\"to\": \"cc\", \"kind\": \"leads_to\"")) ==
          "f:26:26: /links/1/to: there is no node with the id ‘cc’; did you mean ‘c’?");
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
