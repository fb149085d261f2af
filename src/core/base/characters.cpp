// A table of what cannot be seen, and three walks over text.
#include "core/base/characters.h"

#include <algorithm>
#include <array>

namespace throughline {
namespace {

struct Unseen {
    char32_t first;
    char32_t last;
    std::string_view name;
};

// In order of the codes.
constexpr std::array<Unseen, 36> unseen{{
    {0x00, 0x00, "NUL"},
    {0x01, 0x08, "control character"},
    {0x09, 0x09, "tab"},
    {0x0A, 0x0D, "line break"},
    {0x0E, 0x1F, "control character"},
    {0x7F, 0x84, "control character"},
    {0x85, 0x85, "line break"},
    {0x86, 0x9F, "control character"},
    {0xA0, 0xA0, "no-break space"},
    {0xAD, 0xAD, "soft hyphen"},
    {0x034F, 0x034F, "grapheme joiner"},
    {0x061C, 0x061C, "direction mark"},
    {0x115F, 0x1160, "Hangul filler"},
    {0x1680, 0x1680, "wide or narrow space"},
    {0x17B4, 0x17B5, "unseen vowel"},
    {0x180B, 0x180F, "Mongolian separator"},
    {0x2000, 0x200A, "wide or narrow space"},
    {0x200B, 0x200B, "zero-width space"},
    {0x200C, 0x200C, "zero-width non-joiner"},
    {0x200D, 0x200D, "zero-width joiner"},
    {0x200E, 0x200F, "direction mark"},
    {0x2028, 0x2029, "line break"},
    {0x202A, 0x202E, "direction mark"},
    {0x202F, 0x202F, "narrow no-break space"},
    {0x205F, 0x205F, "wide or narrow space"},
    {0x2060, 0x2060, "word joiner"},
    {0x2061, 0x2064, "unseen operator"},
    {0x2065, 0x206F, "direction mark"},
    {0x2800, 0x2800, "blank braille cell"},
    {0x3000, 0x3000, "wide space"},
    {0x3164, 0x3164, "Hangul filler"},
    {0xFE00, 0xFE0F, "variation selector"},
    {0xFEFF, 0xFEFF, "byte order mark"},
    {0xFFA0, 0xFFA0, "Hangul filler"},
    {0xFFF9, 0xFFFB, "annotation mark"},
    {0xE0000, 0xE0FFF, "tag"},
}};

// Unseen, and yet part of how a word or a sentence is written.
bool is_part_of_writing(char32_t c) {
    return c == 0xA0 || c == 0x200C || c == 0x200D || c == 0x202F || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_continuation(std::string_view bytes, std::size_t at, unsigned char low = 0x80, unsigned char high = 0xBF) {
    return at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= low &&
           static_cast<unsigned char>(bytes[at]) <= high;
}

}  // namespace

std::size_t utf8_length(std::string_view bytes, std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    if (first < 0xE0) return is_continuation(bytes, at + 1) ? 2 : 0;
    // Neither overlong forms, nor halves of UTF-16 pairs, nor what lies beyond U+10FFFF.
    const unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (!is_continuation(bytes, at + 1, low, high) || !is_continuation(bytes, at + 2)) return 0;
    if (first < 0xF0) return 3;
    return is_continuation(bytes, at + 3) ? 4 : 0;
}

char32_t decode_utf8(std::string_view utf8, std::size_t& offset) {
    const std::size_t length = utf8_length(utf8, offset);
    char32_t codepoint = static_cast<unsigned char>(utf8[offset]);
    if (length == 0) codepoint = 0xFFFD;
    // The first byte of two has five bits of the character, of three four, of four three.
    if (length > 1) codepoint &= 0x7FU >> length;
    for (std::size_t i = 1; i < length; ++i)
        codepoint = codepoint << 6 | (static_cast<unsigned char>(utf8[offset + i]) & 0x3FU);
    offset += std::max<std::size_t>(length, 1);
    return codepoint;
}

std::string_view unseen_name(char32_t c) {
    const auto found = std::lower_bound(unseen.begin(), unseen.end(), c,
                                        [](const Unseen& range, char32_t wanted) { return range.last < wanted; });
    return found != unseen.end() && found->first <= c ? found->name : std::string_view();
}

std::string code_of(char32_t c) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string digits;
    for (; c != 0 || digits.size() < 4; c >>= 4) digits.insert(digits.begin(), hex[c & 15]);
    return "U+" + digits;
}

bool is_noncharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

bool has_ink(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decode_utf8(text, at);
        if (c != U' ' && unseen_name(c).empty()) return true;
    }
    return false;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_length(text, at);
        if (length == 0) {
            out += "\xEF\xBF\xBD";
            ++at;
            continue;
        }
        std::size_t end = at;
        const char32_t c = decode_utf8(text, end);
        const bool is_shown = !is_noncharacter(c) && (unseen_name(c).empty() || is_part_of_writing(c));
        out += is_shown ? std::string(text.substr(at, length)) : "<" + code_of(c) + ">";
        at += length;
    }
    return out;
}

}  // namespace throughline
