// Characters that the bundled font lacks, drawn by the platform into Dear ImGui's atlas: a font loader to merge into
// each typeface. A line whose script needs shaping or runs from right to left is drawn whole, as one character.
#pragma once

#include "core/base/text_metrics.h"
#include "shell/host.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

struct ImFontAtlas;
struct ImFontBaked;
struct ImFontGlyph;

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

    // Gives a character its place in the atlas, or, if `advance` is set, tells only that. False when there is no room.
    bool load(ImFontAtlas& atlas, char32_t character, Weight weight, ImFontBaked& baked, ImFontGlyph* glyph,
              float* advance);

    // Draws into the bound texture what was loaded since the last call, or, where the texture has none of it,
    // everything.
    enum class Missing { New, All };
    void draw(ImFontAtlas& atlas, Missing missing);

private:
    struct PlacedGlyph {
        int rect_id;  // ImFontAtlasRectId: keeps its meaning when the atlas packs anew
        PlatformText text;
        PlatformExtent extent;
    };

    std::string text_of(char32_t character) const;

    struct ShapedLine {
        std::string text;
        std::string character;  // UTF-8
    };

    Host* host_ = nullptr;
    std::vector<ShapedLine> lines_;     // the first stands behind U+E000
    std::vector<std::size_t> by_text_;  // their places, in the order of their texts: each frame asks for every line
    std::vector<PlacedGlyph> placed_;
    std::size_t drawn_ = 0;  // of placed_, from its start
};

// True where letters join, reorder, combine or run from right to left: Dear ImGui does none of that.
bool needs_shaping(std::string_view line);

// Dear ImGui sizes a font by its height from ascent to descent, everybody else by its em.
float imgui_size_of(float em_size);
float em_size_of(float imgui_size);

}  // namespace throughline
