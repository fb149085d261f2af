// Checks the fields of a file's objects one by one, whatever the objects mean, and tells what is wrong with them.
// Private to the reader.
#pragma once

#include "core/base/characters.h"
#include "core/base/suggestion.h"
#include "core/content/rules.h"
#include "core/json/json.h"
#include "core/json/mistakes.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

using Fields = std::vector<std::string_view>;

template <std::size_t N>
std::string list_words(const std::array<std::string_view, N>& words) {
    std::string out;
    for (std::size_t i = 0; i < N; ++i) out += (i == 0 ? "" : i + 1 == N ? " or " : ", ") + std::string(words[i]);
    return out;
}

inline bool is_identifier(std::string_view id) {
    if (id.empty() || id.size() > max_id_length || id[0] < 'a' || id[0] > 'z') return false;
    return std::all_of(id.begin(), id.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

inline std::string list_quoted(const std::vector<std::string_view>& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + quoted(names[i]);
    return out;
}

inline bool is_known(const std::map<std::string, std::size_t>& known, const std::string& id) {
    return known.count(id) != 0;
}

class FieldChecker {
protected:
    using Type = JsonValue::Type;

    // `mistakes` outlives it.
    explicit FieldChecker(MistakeList& mistakes) : mistakes_(mistakes) {}

    template <class Say>
    void mistake(std::size_t offset, const std::string& pointer, Say say) {
        mistakes_.add(Telling::Rule, offset, pointer, say);
    }

    bool check_type(const JsonValue& value, const std::string& pointer, Type type) {
        if (value.type == type) return true;
        mistake(value.offset, pointer,
                [&] { return std::string("must be ") + type_name(type) + ", but is " + type_name(value.type); });
        return false;
    }

    // The names of its fields: none unknown, none twice, none missing. A slip of a name that is missing is mended, so
    // that it is one mistake.
    bool check_object(JsonValue& value, const std::string& pointer, const Fields& fields, const Fields& required) {
        if (!check_type(value, pointer, Type::Object)) return false;
        std::set<std::string_view> seen;
        for (JsonValue::Member& member : value.members) {
            const std::string at = child_pointer(pointer, member.key);
            if (std::find(fields.begin(), fields.end(), member.key) == fields.end()) {
                const std::string_view meant =
                    value.members.size() > most_members_mended ? std::string_view() : find_nearest(member.key, fields);
                mistake(member.key_offset, at,
                        [&] { return "is no field known here; remove it or mend its name" + did_you_mean(meant); });
                if (!meant.empty() && value.find(meant) == nullptr && seen.insert(meant).second) member.key = meant;
            } else if (!seen.insert(*std::find(fields.begin(), fields.end(), member.key)).second) {
                mistake(member.key_offset, at, [] { return "stands twice in the same object; keep one of the two"; });
            }
        }
        Fields missing;
        std::copy_if(required.begin(), required.end(), std::back_inserter(missing),
                     [&value](std::string_view field) { return value.find(field) == nullptr; });
        if (missing.size() == 1)
            mistake(value.offset, pointer, [&] { return "lacks the field " + quoted(missing[0]) + "; add it"; });
        if (missing.size() > 1)
            mistake(value.offset, pointer, [&] { return "lacks the fields " + list_quoted(missing) + "; add them"; });
        return true;
    }
    bool check_object(JsonValue& value, const std::string& pointer, const Fields& required) {
        return check_object(value, pointer, required, required);
    }

    // A field of the wrong type is a mistake; one that is missing is not told here.
    JsonValue* find_field(JsonValue& object, const std::string& pointer, std::string_view key, Type type) {
        JsonValue* value = object.find(key);
        return value != nullptr && check_type(*value, child_pointer(pointer, key), type) ? value : nullptr;
    }

    void check_text(const JsonValue& value, const std::string& pointer, std::size_t max_characters) {
        const std::string& text = value.string;
        if (!has_ink(text)) {
            mistake(value.offset, pointer, [] { return "is empty; write something or remove what it belongs to"; });
            return;
        }
        const std::size_t count = count_characters(text);
        if (count > max_characters) {
            mistake(value.offset, pointer, [&] {
                return "is " + std::to_string(count) + " characters long; shorten it to " +
                       std::to_string(max_characters);
            });
        }
        if (const std::optional<char32_t> bad = find_refused(text)) {
            mistake(value.offset, pointer, [&] {
                return *bad < 0x20 ? "holds a line break, a tab or another control character (" + code_of(*bad) +
                                         "); use plain spaces"
                                   : "holds a character that no text may have (" + code_of(*bad) + "); remove it";
            });
        }
    }

    // The first character that would break a line or an SVG.
    static std::optional<char32_t> find_refused(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = decode_utf8(text, at);
            if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || is_noncharacter(c)) return c;
        }
        return std::nullopt;
    }

    std::string read_text(JsonValue& object, const std::string& pointer, std::string_view key,
                          std::size_t max_characters) {
        const JsonValue* value = find_field(object, pointer, key, Type::String);
        if (value == nullptr) return {};
        check_text(*value, child_pointer(pointer, key), max_characters);
        return value->string;
    }

    template <class Enum, std::size_t N>
    std::optional<Enum> read_word(JsonValue& object, const std::string& pointer, std::string_view key,
                                  const std::array<std::string_view, N>& words) {
        const JsonValue* value = find_field(object, pointer, key, Type::String);
        if (value == nullptr) return std::nullopt;
        const auto found = std::find(words.begin(), words.end(), value->string);
        if (found != words.end()) return static_cast<Enum>(found - words.begin());
        mistake(value->offset, child_pointer(pointer, key),
                [&] { return quoted(value->string) + " is not known; write " + list_words(words); });
        return std::nullopt;
    }

    // Calls `read_item` for each item, whatever its type.
    template <class ReadItem>
    void read_list(JsonValue& object, std::string_view key, std::size_t min_count, std::size_t max_count,
                   ReadItem read_item) {
        JsonValue* list = find_field(object, "", key, Type::Array);
        if (list == nullptr) return;
        const std::string pointer = child_pointer("", key);
        const std::size_t count = list->items.size();
        if (count < min_count) mistake(list->offset, pointer, [] { return "is empty; it needs at least one item"; });
        if (count > max_count) {
            mistake(list->offset, pointer, [&] {
                return "has " + std::to_string(count) + " items; more than " + std::to_string(max_count) +
                       " cannot be shown readably";
            });
        }
        for (std::size_t i = 0; i < count; ++i) read_item(list->items[i], child_pointer(pointer, i));
    }

    std::string read_new_id(JsonValue& object, const std::string& pointer,
                            const std::map<std::string, std::size_t>& taken) {
        const JsonValue* value = find_field(object, pointer, "id", Type::String);
        if (value == nullptr) return {};
        const std::string at = child_pointer(pointer, "id");
        if (!is_identifier(value->string)) {
            mistake(value->offset, at, [&] {
                return quoted(value->string) + " cannot be an id; use up to " + std::to_string(max_id_length) +
                       " small letters a to z, digits and hyphens, a letter first";
            });
        } else if (is_known(taken, value->string)) {
            mistake(value->offset, at,
                    [&] { return "the id " + quoted(value->string) + " is taken already; ids must differ"; });
        }
        return value->string;
    }

    // No reference is doubted while the list of what it could name is missing.
    std::optional<std::size_t> find_id(const JsonValue& value, const std::string& pointer,
                                       const std::map<std::string, std::size_t>& known, const char* what) {
        const auto found = known.find(value.string);
        if (found != known.end()) return found->second;
        if (known.empty()) return std::nullopt;
        mistake(value.offset, pointer, [&] {
            Fields ids;
            for (const auto& [id, index] : known) {
                if (ids.size() < max_links) ids.push_back(id);
            }
            return std::string("there is no ") + what + " with the id " + quoted(value.string) +
                   did_you_mean(find_nearest(value.string, ids));
        });
        return std::nullopt;
    }

    template <class AnyId>
    AnyId read_id(JsonValue& object, const std::string& pointer, std::string_view key,
                  const std::map<std::string, std::size_t>& known, const char* what) {
        const JsonValue* value = find_field(object, pointer, key, Type::String);
        const std::optional<std::size_t> index =
            value == nullptr ? std::nullopt : find_id(*value, child_pointer(pointer, key), known, what);
        return index ? AnyId(*index) : AnyId();
    }

private:
    static constexpr std::size_t most_members_mended = 64;  // of one object; beyond it nobody's pen slipped

    MistakeList& mistakes_;
};

}  // namespace throughline
