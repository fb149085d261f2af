// Advance widths summed, and greedy wrapping.
#include "core/base/text_metrics.h"

#include "core/base/characters.h"

#include <algorithm>

namespace throughline {
namespace {

bool is_ideograph(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_zero_width(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F) ||
           c == 0x2060 || c == 0xFEFF;
}

float advance_em(char32_t c, Weight weight) {
    const GlyphAdvance* end = glyph_advances + glyph_advance_count;
    const GlyphAdvance* found = std::lower_bound(
        glyph_advances, end, c, [](const GlyphAdvance& glyph, char32_t wanted) { return glyph.codepoint < wanted; });
    if (found != end && found->codepoint == c) {
        return static_cast<float>(weight == Weight::Regular ? found->regular : found->semibold) /
               static_cast<float>(font_units_per_em);
    }
    if (is_zero_width(c)) return 0;
    if (is_ideograph(c) || c >= 0x1F000) return 1;
    return 0.64F;
}

}  // namespace

float measure_text(std::string_view utf8, Weight weight, float size) {
    float em = 0;
    for (std::size_t at = 0; at < utf8.size();) em += advance_em(decode_utf8(utf8, at), weight);
    return em * size;
}

std::vector<std::string> wrap_text(std::string_view utf8, Weight weight, float size, float max_width) {
    std::vector<std::string> lines;
    std::size_t line_start = 0;
    std::size_t last_break = 0;   // end of the line if it is broken there
    std::size_t after_break = 0;  // start of the next line then
    float width = 0;
    float width_after_break = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t start = at;
        const char32_t c = decode_utf8(utf8, at);
        const float advance = advance_em(c, weight) * size;
        if (is_ideograph(c) && start > line_start) {
            last_break = after_break = start;
            width_after_break = 0;
        }
        if (width + advance > max_width && c != U' ' && start > line_start) {
            const bool has_break = last_break > line_start;
            if (!has_break) {
                last_break = after_break = start;
                width_after_break = 0;
            }
            lines.emplace_back(utf8.substr(line_start, last_break - line_start));
            line_start = after_break;
            width = width_after_break;
        }
        width += advance;
        width_after_break += advance;
        if (c == U' ') {
            last_break = start;
            after_break = at;
            width_after_break = 0;
        } else if (c == U'-' || c == U'–' || c == U'—' || c == U'/') {
            last_break = after_break = at;
            width_after_break = 0;
        }
    }
    std::string rest(utf8.substr(line_start));
    while (rest.size() > 1 && rest.back() == ' ') rest.pop_back();
    lines.push_back(std::move(rest));
    return lines;
}

}  // namespace throughline
