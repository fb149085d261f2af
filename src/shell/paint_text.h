// Everything written inside the diagram: lines of a scene laid into a Dear ImGui draw list, glyph by glyph, from its
// dynamic atlas. Knows the two typefaces and nothing of what the lines are for.
#pragma once

#include "core/scene.h"
#include "shell/fallback_glyphs.h"
#include "shell/viewport.h"

#include <string>
#include <string_view>

struct ImDrawList;
struct ImFont;

namespace throughline {

struct FontBytes {
    std::string_view regular;
    std::string_view semibold;
};

class TextPainter {
public:
    // Adds both typefaces to the current ImGui context; they are copied. What failed, or nothing.
    [[nodiscard]] std::string load(const FontBytes& fonts, Host& host);

    void paint(ImDrawList& list, const SceneText& text, const Transform& pixels_from_source, const Viewport& viewport);

    ImFont* font_of(Weight weight) const { return weight == Weight::Regular ? regular_ : semibold_; }

private:
    FallbackGlyphs fallback_;
    ImFont* regular_ = nullptr;
    ImFont* semibold_ = nullptr;
};

// The size to bake for a size that is passing by: the next one up of a fixed ladder.
float passing_size(float size_px);

}  // namespace throughline
