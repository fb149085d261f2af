#include "core/json/json.h"

#include "core/content/parse.h"
#include "core/json/mistakes.h"
#include "core/json/repair.h"
#include "support.h"

#include <doctest/doctest.h>

#include <array>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

struct Repaired {
    RepairedJson json;
    std::vector<Mistake> mistakes;
};

Repaired repair(std::string_view text, int max_depth = 16) {
    MistakeList list;
    RepairedJson json = repair_json(text, 0, text.size(), max_depth, list);
    return {std::move(json), list.list(text)};
}

// The mistakes as `column: message`, all of one line.
std::string told(std::string_view text) {
    std::string out;
    for (const Mistake& mistake : repair(text).mistakes)
        out += (out.empty() ? "" : " | ") + std::to_string(mistake.column) + ": " + mistake.message;
    return out;
}

bool is_same(const JsonValue& a, const JsonValue& b) {
    if (a.type != b.type || a.offset != b.offset || a.number != b.number || a.string != b.string ||
        a.items.size() != b.items.size() || a.members.size() != b.members.size())
        return false;
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        if (!is_same(a.items[i], b.items[i])) return false;
    }
    for (std::size_t i = 0; i < a.members.size(); ++i) {
        const JsonValue::Member& one = a.members[i];
        const JsonValue::Member& other = b.members[i];
        if (one.key != other.key || one.key_offset != other.key_offset || !is_same(one.value, other.value))
            return false;
    }
    return true;
}

// The tree that a broken text is meant to be.
void check_meant(std::string_view broken, std::string_view meant) {
    const std::optional<JsonValue> wanted = parse_json(meant, 16);
    const Repaired repaired = repair(broken);
    CHECK(wanted.has_value());
    CHECK_MESSAGE(repaired.json.root.has_value(), std::string(broken));
    if (!wanted || !repaired.json.root) return;
    const auto text_of = [](const auto& self, const JsonValue& value) -> std::string {
        std::string out =
            std::to_string(static_cast<int>(value.type)) + value.string + std::to_string(value.number) + "[";
        for (const JsonValue& item : value.items) out += self(self, item) + ",";
        for (const JsonValue::Member& member : value.members) out += member.key + ":" + self(self, member.value) + ",";
        return out + "]";
    };
    CHECK_MESSAGE(text_of(text_of, *repaired.json.root) == text_of(text_of, *wanted), std::string(broken));
}

// What the library takes the reader must take without a word and as the same tree; what the library refuses it must
// mend.
void check_agreement(std::string_view text) {
    const std::optional<JsonValue> root = parse_json(text, 16);
    const std::size_t start = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    MistakeList list;
    const RepairedJson repaired = repair_json(text, start, text.size(), 16, list);
    // Bytes that are no UTF-8 are told as a mistake of the whole file.
    bool is_utf8 = true;
    for (std::size_t at = 0; at < text.size(); ++at) is_utf8 = is_utf8 && (static_cast<unsigned char>(text[at]) < 0x80);
    if (root) {
        CHECK_MESSAGE(list.count() == 0, std::string(text));
        CHECK_MESSAGE((repaired.root && is_same(*root, *repaired.root)), std::string(text));
    } else if (is_utf8 && text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
        CHECK_MESSAGE(list.count() > 0, std::string(text));
    }
}

}  // namespace

TEST_CASE("every value knows where it starts") {
    const std::string_view text = "{ \"a\": [1, -2.5 ,true],\n  \"b\" :\"x\" }";
    const std::optional<JsonValue> root = parse_json(text, 8);
    CHECK(root.has_value());
    if (!root) return;
    const JsonValue* list = root->find("a");
    CHECK(text[list->offset] == '[');
    CHECK(text[list->items[0].offset] == '1');
    CHECK(text[list->items[1].offset] == '-');
    CHECK(list->items[1].number == -2.5);
    CHECK(text[list->items[2].offset] == 't');
    const std::vector<TextPosition> positions = positions_at(text, {root->find("b")->offset});
    CHECK(positions[0].line == 2);
    CHECK(positions[0].column == 8);
    CHECK(positions_at(text, {root->members[1].key_offset})[0].column == 3);
}

TEST_CASE("doubled keys are kept for whoever checks them") {
    CHECK(parse_json(R"({"a":1,"a":2})", 8)->members.size() == 2);
}

TEST_CASE("broken JSON, wrong UTF-8, a NUL, too large numbers and too deep nesting are no JSON") {
    for (const char* text : {"{\"a\":1,}", "{\"a\":\"\xC3\x28\"}", "", "{} x", "1e999"})
        CHECK_FALSE(parse_json(text, 8).has_value());
    CHECK_FALSE(parse_json(std::string_view("{}\0garbage", 10), 8).has_value());
    CHECK(parse_json("[[[]]]", 3).has_value());
    CHECK_FALSE(parse_json("[[[]]]", 2).has_value());
    CHECK(repair("[[[]]]", 2).mistakes.size() == 1);
}

TEST_CASE("quoted text reads back") {
    const std::string text = "a \"b\" \\ \n \x01 ü";
    const std::optional<JsonValue> root = parse_json(quote_json(text), 1);
    CHECK(root.has_value());
    CHECK(root->string == text);
}

TEST_CASE("a missing comma is told where it belongs, one too many where it stands") {
    CHECK(told(R"({"a": 1 "b": 2})") == "8: a comma is missing here, after this value");
    CHECK(told(R"(["a"  "b"])") == "5: a comma is missing here, after this value");
    CHECK(told(R"({"a": [1] "b": {} "c": 3})") ==
          "10: a comma is missing here, after this value | 18: a comma is missing here, after this value");
    CHECK(told(R"({"a": 1,})") == "8: this comma has nothing after it; remove it");
    CHECK(told(R"([1,, 2])") == "4: this comma is one too many; remove it");
    CHECK(told(R"({"a": 1; "b": 2})") == "8: ; (a semicolon) stands where JSON needs a comma");
    CHECK(told("{\"a\": 1\n\"b\": 2}") == "8: a comma is missing here, after this value");
    check_meant(R"({"a": 1 "b": 2,, "c": ["x" "y",],})", R"({"a": 1, "b": 2, "c": ["x", "y"]})");
}

TEST_CASE("a missing quote is told where it belongs") {
    const std::string closing = ": the closing quote \" of this text is missing here";
    CHECK(told("{\"a\": \"x,\n\"b\": \"y\"}") == "9" + closing);
    CHECK(told(R"({"a": "x, "b": "y"})") == "9" + closing);
    CHECK(told(R"({"a": "x", "b": "y})") == "19" + closing);
    CHECK(told(R"({"a": ["x, "y"]})") == "10" + closing);
    CHECK(told("{\"a\": [{\"b\": \"x }],\n\"c\": 1}") == "16" + closing);
    CHECK(told(R"({"a: "x"})") == "4" + closing);
    CHECK(told(R"({a": "x"})") == "2: the opening quote \" of this name is missing here");
    CHECK(told(R"({"a": x", "b": 1})") == "7: the opening quote \" of this text is missing here");
    CHECK(
        told(R"({a: x})") ==
        "2: the name ‘a’ stands without quotes; write \"a\" | 5: ‘x’ stands without quotes; write \"…\" around a text");
    check_meant("{\"a\": \"x,\n\"b\": \"y\"}", R"({"a": "x", "b": "y"})");
    check_meant(R"({"a": "x, "b": "y"})", R"({"a": "x", "b": "y"})");
    check_meant(R"({"a: "x", b": y", c: z})", R"({"a": "x", "b": "y", "c": "z"})");
}

TEST_CASE("other quotes are named, and that the editor changes them by itself") {
    CHECK(told(R"({"a": “x”})") ==
          "7: the quotes “ (U+201C, a curly quote) and ” (U+201D, a curly quote) where JSON needs a straight \"; write "
          "that, and switch off “smart quotes” in your editor: it changes quotes by itself");
    CHECK(told("{\"a\": \"x”,\n\"b\": 1}") ==
          "9: the quote ” (U+201D, a curly quote) where JSON needs a straight \"; write that, and switch off “smart "
          "quotes” in your editor: it changes quotes by itself");
    CHECK(told(R"({'a': 'it's'})") ==
          "2: the quote ' (a single one) where JSON needs a straight \"; write that | 7: the quote ' (a single one) "
          "where JSON needs a straight \"; write that");
    check_meant(R"({“a”: “x”, „b“: «y», "c": "z”, "d": "“no” and ‘yes’", 'e': 'it's'})",
                R"({"a": "x", "b": "y", "c": "z", "d": "“no” and ‘yes’", "e": "it's"})");
}

TEST_CASE("a straight quote within a text does not end it") {
    CHECK(told(R"({"a": "they said "no" and left", "b": 1})") ==
          "18: a straight \" within a text ends it; write “ or ” in its place, or \\\" | 21: a straight \" within a "
          "text ends it; write “ or ” in its place, or \\\"");
    check_meant(R"({"a": "they said "no", and left", "b": ["x "y" z"]})",
                R"({"a": "they said \"no\", and left", "b": ["x \"y\" z"]})");
}

TEST_CASE("brackets that are missing, wrong or too many are told where they belong") {
    CHECK(told(R"({"a": [{"b": 1}, {"b": 2})") == "26: the file ends here without ] }; add it");
    CHECK(told(R"([{"b": 1, {"b": 2}])") == "9: the } that closes the object before is missing here");
    CHECK(told(R"({"a": ["x", "b": 1})") == "11: the ] that closes this list is missing here");
    CHECK(told(R"({"a": {"b": [1 }, "c": 2})") == "15: the ] that closes this list is missing here");
    CHECK(told(R"({"a": [{"b": 1]})") == "15: the } that closes this object is missing here");
    CHECK(told(R"({"a": [{"b": 1}}, {"b": 2}]})") == "16: this } closes nothing; remove it");
    CHECK(told(R"({"a": 1}, "b": 2})") == "8: this } closes the content too early; remove it");
    CHECK(told(R"({"a": [1}, "b": 2})") == "9: this } stands where ] belongs");
    CHECK(told(R"({"a": [{"b": 1}, "b": 2}, {"b": 3}]})") == "18: the { that opens this object is missing here");
    CHECK(told(R"({"a": 1} x)") == "10: something stands after the end of the content; remove it");
    check_meant(R"([{"b": 1, {"b": 2}])", R"([{"b": 1}, {"b": 2}])");
    check_meant(R"({"a": ["x", "b": 1})", R"({"a": ["x"], "b": 1})");
    check_meant(R"({"a": [{"b": 1}}, {"b": 2}], "c": 3}, "d": 4})", R"({"a": [{"b": 1}, {"b": 2}], "c": 3, "d": 4})");
    check_meant(R"({"a": [{"b": 1}, "b": 2}, {"b": 3}]})", R"({"a": [{"b": 1}, {"b": 2}, {"b": 3}]})");
}

TEST_CASE("comments, colons, unseen characters, escapes, numbers and words are told in plain words") {
    CHECK(told("[1 // one\n, 2]") == "4: a comment stands here, and JSON has none; remove it");
    CHECK(told("[1 /* one */, 2 # two\n]") ==
          "4: a comment stands here, and JSON has none; remove it | 17: a comment stands here, and JSON has none; "
          "remove it");
    CHECK(told(R"({"a" 1})") == "5: a colon is missing here, after the name");
    CHECK(told(R"({"a" = 1})") == "6: = (an equals sign) stands where JSON needs a colon");
    CHECK(told(R"({"a": , "b": 2})") == "6: the value of ‘a’ is missing here; write : and the value after the name");
    CHECK(told("[1,\xC2\xA0 2]") ==
          "4: a character that nobody sees stands here: no-break space (U+00A0); delete it, or type the spaces here "
          "anew");
    CHECK(told("[\"a\tb\"]") == "4: a tab (U+0009) stands within a text; use plain spaces");
    CHECK(told("[\"a\nb c\"]") == "4: a line break stands within a text; write the text on one line");
    CHECK(told(R"(["a\q"])") ==
          "4: a backslash stands here that means nothing in JSON; write \\\\ for a backslash, or remove it");
    CHECK(told(R"(["\ud800"])") == "3: this escape is half a character; write the character itself");
    CHECK(told("[01]") == "2: ‘01’ is no number as JSON writes one: digits, and a point where it has a fraction");
    CHECK(told("[1e999]") == "2: the number ‘1e999’ is too large");
    CHECK(told("[True]") == "2: ‘True’ is not how JSON writes it; write true");
    check_meant("{\"a\": True, \"b\": None, \"c\": .5, \"d\": \"x\ny\"}",
                R"({"a": true, "b": null, "c": 0.5, "d": "x y"})");
}

TEST_CASE("a file that is cut off is one mistake, wherever it was cut") {
    const std::string whole = small_json();
    for (std::size_t end = 1; end < whole.size(); ++end)
        CHECK_MESSAGE(parse_content(std::string_view(whole).substr(0, end)).mistakes.count == 1, whole.substr(0, end));
}

namespace {

// JSON and what is nearly that.
constexpr std::array<std::string_view, 62> cases{"[]",
                                                 "{}",
                                                 "[[]]",
                                                 "null",
                                                 "true",
                                                 "0",
                                                 "-0",
                                                 "-0.0",
                                                 "1.5e+3",
                                                 "1E-2",
                                                 "[1e5]",
                                                 "\"\"",
                                                 "\"\\u00e9\\ud83d\\ude00\"",
                                                 " [ 1 , 2 ] ",
                                                 "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                                                 "\"\x7F\"",
                                                 "\xEF\xBB\xBF[1]",
                                                 "{\"a\":1,\"a\":2}",
                                                 "{\"\":0}",
                                                 "[\"a\",\"\"]",
                                                 "[\"\",\"\"]",
                                                 "[\"a,\",\":\"]",
                                                 "{\"a\":\"b: \\\"c\\\"\"}",
                                                 "{\"a, b\":\"}\"}",
                                                 "[\"]\",\"}\"]",
                                                 "[\"//\",\"#\"]",
                                                 "[\"a\" , \"b\"]",
                                                 "[1,]",
                                                 "[,1]",
                                                 "[1 2]",
                                                 "{\"a\"}",
                                                 "{\"a\":}",
                                                 "{a:1}",
                                                 "[1",
                                                 "{",
                                                 "]",
                                                 "\"a",
                                                 "[\"a]",
                                                 "[\"\\x\"]",
                                                 "[\"\\u12\"]",
                                                 "[\"\\ud800\"]",
                                                 "[\"\\udc00\"]",
                                                 "[\"\t\"]",
                                                 "[01]",
                                                 "[1.]",
                                                 "[.5]",
                                                 "[+1]",
                                                 "[0x1]",
                                                 "[1e]",
                                                 "[NaN]",
                                                 "[-]",
                                                 "[--1]",
                                                 "tru",
                                                 "[True]",
                                                 "['a']",
                                                 "[1]x",
                                                 "[1],",
                                                 "{} {}",
                                                 "[/**/]",
                                                 "[1e400]",
                                                 "\xE2\x80\x9C",
                                                 "[\"a\":1]"};

}  // namespace

TEST_CASE("library and reader agree on what is JSON") {
    for (const std::string_view text : cases) check_agreement(text);
    // A content with marks removed, doubled or put in, one and two at a time: at every place some of them, and all
    // within five.
    const std::string good = small_json();
    constexpr std::array<std::string_view, 14> pieces{"",  ",",  "\"", ":", "}", "]", "{",
                                                      "[", "\n", "\\", "1", "a", "'", "“"};
    std::size_t turn = 0;
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (std::size_t piece = at % 5; piece < pieces.size(); piece += 5) {
            std::string bad = good;
            bad.replace(at, turn % 3 == 0 ? 0 : 1, pieces[piece]);
            if (turn++ % 5 == 0) bad.replace((at * 7 + 13) % bad.size(), 1, pieces[turn % pieces.size()]);
            check_agreement(bad);
        }
    }
}
