// See word.h.
#include "core/json/word.h"

#include "core/base/characters.h"
#include "core/base/suggestion.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace throughline {
namespace {

using Type = JsonValue::Type;
using Text = std::string;

// As RFC 8259 writes one.
bool is_json_number(std::string_view text) {
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t before = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        return at > before;
    };
    if (at < text.size() && text[at] == '-') ++at;
    const bool has_zero = at < text.size() && text[at] == '0';
    if (has_zero ? (++at, false) : !digits()) return false;
    if (at < text.size() && text[at] == '.' && (++at, !digits())) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        if (!digits()) return false;
    }
    return at == text.size();
}

std::size_t bare_end(const JsonScan& scan, Place place) {
    const auto is_over = [&](std::size_t at) {
        if (is_line_end(scan.text[at]) || Text(",;{}[]\"").find(scan.text[at]) != Text::npos) return true;
        if (place == Place::Name) return !is_word(scan.text[at]);
        return scan.starts_comment(at) && is_blank(scan.text[at - 1]);
    };
    std::size_t end = scan.at;
    while (end < scan.text.size() && !is_over(end)) end += mark_at(scan.text, end).length;
    while (end > scan.at && is_blank(scan.text[end - 1])) --end;
    return end;
}

void read_number(JsonScan& scan, JsonValue& value, const Text& word) {
    value.type = Type::Number;
    value.number = std::strtod(word.c_str(), nullptr);
    if (!is_json_number(word)) {
        scan.add_text(scan.at, [word] {
            return quoted(word) + " is no number as JSON writes one: digits, and a point where it has a fraction";
        });
    } else if (!std::isfinite(value.number)) {
        scan.add_text(scan.at, [word] { return "the number " + quoted(word) + " is too large"; });
    }
    if (!std::isfinite(value.number)) value.number = 0;
}

}  // namespace

std::string read_bare_name(JsonScan& scan) {
    const std::size_t start = scan.at;
    const std::size_t end = std::max(bare_end(scan, Place::Name), scan.at + 1);
    const Text name(scan.text.substr(start, end - start));
    scan.at = end;
    if (scan.here().meant == '"') {
        scan.at += scan.here().length;
        scan.add(start, "the opening quote \" of this name is missing here");
    } else {
        scan.add_text(start, [name] {
            return "the name " + quoted(name) + " stands without quotes; write \"" + one_line(name.substr(0, 60)) +
                   "\"";
        });
    }
    scan.last_end = scan.at;
    return name;
}

void read_bare_value(JsonScan& scan, JsonValue& value, Place place) {
    const std::size_t end = std::max(bare_end(scan, place), scan.at + mark_at(scan.text, scan.at).length);
    const Text word(scan.text.substr(scan.at, end - scan.at));
    const std::size_t quote = scan.quote_from(scan.at);
    if (!is_json_number(word) && quote < scan.line_end_from(scan.at) && closes_text(scan, quote + 1, place) &&
        !scan.is_name_ahead(quote)) {
        scan.add(scan.at, "the opening quote \" of this text is missing here");
        value.type = Type::String;
        value.string = decode_text(scan, scan.at, quote);
        scan.at = scan.last_end = quote + 1;
        return;
    }
    if (end >= scan.text.size() && !scan.open.empty()) {
        scan.is_cut = true;
        scan.at = scan.last_end = end;
        return;
    }
    Text small = word;
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    const auto literal = [&](Type type, double number, const char* written) {
        value.type = type;
        value.number = number;
        if (word == written) return;
        scan.add_text(scan.at,
                      [word, written] { return quoted(word) + " is not how JSON writes it; write " + written; });
    };
    if (small == "true") {
        literal(Type::Boolean, 1, "true");
    } else if (small == "false") {
        literal(Type::Boolean, 0, "false");
    } else if (small == "null" || small == "none" || small == "undefined" || small == "nil") {
        literal(Type::Null, 0, "null");
    } else if (is_digit(word[0]) || ((word[0] == '-' || word[0] == '+' || word[0] == '.') && word.size() > 1)) {
        read_number(scan, value, word);
    } else {
        value.type = Type::String;
        value.string = decode_text(scan, scan.at, end);
        scan.add_text(scan.at, [word] { return quoted(word) + " stands without quotes; write \"…\" around a text"; });
    }
    scan.at = scan.last_end = end;
}

}  // namespace throughline
