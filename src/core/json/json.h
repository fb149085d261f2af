// JSON as a tree that remembers where each value stands in the file, so that a mistake can name its line. The parsing
// itself, and the word on what is JSON, is nlohmann_json's; no other file sees that library.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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
    JsonValue* find(std::string_view key) { return const_cast<JsonValue*>(std::as_const(*this).find(key)); }
};

struct JsonValue::Member {
    std::string key;
    std::size_t key_offset = 0;
    JsonValue value;
};

const char* type_name(JsonValue::Type type);

// Nothing unless nlohmann_json takes the bytes as JSON in UTF-8, values are nested at most `max_depth` deep, and no
// number is too large for a double; repair.h says what is wrong then. A UTF-8 mark at the start is allowed.
[[nodiscard]] std::optional<JsonValue> parse_json(std::string_view bytes, int max_depth);

// A string with its quotes, as JSON wants it.
std::string quote_json(std::string_view text);

// The JSON pointer (RFC 6901) of a member or an item of what `pointer` names.
std::string child_pointer(const std::string& pointer, std::string_view key);
std::string child_pointer(const std::string& pointer, std::size_t index);

}  // namespace throughline
