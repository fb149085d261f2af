// JSON as a tree that remembers where each value stands in the file, so that a mistake can name its line.
// The parsing itself is nlohmann_json's; no other file sees that library.
#pragma once

#include "core/content.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

struct JsonValue {
    enum class Type { Null, Boolean, Number, String, Array, Object };
    struct Member;

    Type type = Type::Null;
    std::size_t offset = 0;  // of its first byte
    double number = 0;
    std::string string;
    std::vector<JsonValue> items;
    std::vector<Member> members;  // in file order, doubled keys kept

    const JsonValue* find(std::string_view key) const;
};

struct JsonValue::Member {
    std::string key;
    std::size_t key_offset = 0;
    JsonValue value;
};

const char* type_name(JsonValue::Type type);

struct ParsedJson {
    std::optional<JsonValue> root;
    std::size_t error_offset = 0;
    std::string error;  // set exactly when there is no root
};

// Values nested deeper than `max_depth` are an error. Ill-formed UTF-8 is one too.
[[nodiscard]] ParsedJson parse_json(std::string_view bytes, int max_depth);

// A string with its quotes, as JSON wants it.
std::string quote_json(std::string_view text);

// The JSON pointer (RFC 6901) of a member or an item of what `pointer` names.
std::string child_pointer(const std::string& pointer, std::string_view key);
std::string child_pointer(const std::string& pointer, std::size_t index);

struct TextPosition {
    int line = 1;
    int column = 1;
};
TextPosition position_at(std::string_view bytes, std::size_t offset);

}  // namespace throughline
