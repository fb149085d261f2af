// Characters that the bundled font lacks, drawn by the platform into Dear ImGui's atlas: a font loader to merge into
// each typeface. A line whose script needs shaping or runs from right to left is drawn whole, as one character.
#pragma once

#include "core/text_metrics.h"
#include "shell/host.h"

#include <string>
#include <string_view>
#include <vector>

struct ImFontAtlas;

namespace throughline {

class FallbackGlyphs {
public:
    FallbackGlyphs() = default;
    FallbackGlyphs(const FallbackGlyphs&) = delete;
    FallbackGlyphs& operator=(const FallbackGlyphs&) = delete;

    // Merges the host's glyphs into the font added last. Host and this object must outlive the atlas.
    void merge_into(ImFontAtlas& atlas, Weight weight, Host& host);

    // What to ask the atlas for in place of this line: the line itself, or one private character that stands for it.
    std::string_view stand_in(std::string_view line);

    GlyphBitmap draw(char32_t character, Weight weight, float size_px, int stretch) const;

private:
    struct ShapedLine {
        std::string text;
        std::string character;  // UTF-8
    };

    Host* host_ = nullptr;
    std::vector<ShapedLine> lines_;  // the first stands behind U+E000
};

// True where letters join, reorder, combine or run from right to left: Dear ImGui does none of that.
bool needs_shaping(std::string_view line);

// Dear ImGui sizes a font by its height from ascent to descent, everybody else by its em.
float imgui_size_of(float em_size);
float em_size_of(float imgui_size);

}  // namespace throughline
