#include "core/json.h"

#include <doctest/doctest.h>

using namespace throughline;

TEST_CASE("every value knows where it starts") {
    const std::string_view text = "{ \"a\": [1, -2.5 ,true],\n  \"b\" :\"x\" }";
    const ParsedJson parsed = parse_json(text, 8);
    CHECK(parsed.root.has_value());
    if (!parsed.root) return;
    const JsonValue* list = parsed.root->find("a");
    CHECK(text[list->offset] == '[');
    CHECK(text[list->items[0].offset] == '1');
    CHECK(text[list->items[1].offset] == '-');
    CHECK(list->items[1].number == -2.5);
    CHECK(text[list->items[2].offset] == 't');
    const TextPosition position = position_at(text, parsed.root->find("b")->offset);
    CHECK(position.line == 2);
    CHECK(position.column == 8);
    CHECK(position_at(text, parsed.root->members[1].key_offset).column == 3);
}

TEST_CASE("doubled keys are kept for whoever checks them") {
    const ParsedJson parsed = parse_json(R"({"a":1,"a":2})", 8);
    CHECK(parsed.root->members.size() == 2);
}

TEST_CASE("broken JSON, wrong UTF-8 and too deep nesting are errors with a place") {
    CHECK(parse_json("{\"a\":1,}", 8).error_offset == 7);
    CHECK_FALSE(parse_json("{\"a\":\"\xC3\x28\"}", 8).root.has_value());
    CHECK_FALSE(parse_json("", 8).root.has_value());
    CHECK_FALSE(parse_json("{} x", 8).root.has_value());
    CHECK(parse_json("[[[]]]", 3).root.has_value());
    CHECK_FALSE(parse_json("[[[]]]", 2).root.has_value());
}

TEST_CASE("quoted text reads back") {
    const std::string text = "a \"b\" \\ \n \x01 ü";
    const ParsedJson parsed = parse_json(quote_json(text), 1);
    CHECK(parsed.root.has_value());
    CHECK(parsed.root->string == text);
}
