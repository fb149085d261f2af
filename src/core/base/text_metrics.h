// Text measured from the bundled font's own advance widths, so that layout needs neither a browser nor a font engine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

// Generated from the subset font at build time, sorted by code point; advances in font units.
struct GlyphAdvance {
    char32_t codepoint;
    std::uint16_t regular;
    std::uint16_t semibold;
};
extern const GlyphAdvance glyph_advances[];
extern const int glyph_advance_count;
extern const int font_units_per_em;
extern const int font_ascent;   // above the baseline, positive
extern const int font_descent;  // below the baseline, negative

enum class Weight { Regular, Semibold };

// Advance width in the unit of `size`. Characters outside the bundled font count as their usual width in others.
float measure_text(std::string_view utf8, Weight weight, float size);

// Greedy line breaking at spaces and between ideographs; a word wider than `max_width` is broken inside.
// Never returns an empty list and never loses a character other than the spaces at breaks.
std::vector<std::string> wrap_text(std::string_view utf8, Weight weight, float size, float max_width);

}  // namespace throughline
