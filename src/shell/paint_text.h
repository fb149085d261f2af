// Everything written inside the diagram: lines of a scene as glyphs of Dear ImGui's atlas, all of a layer in one
// instanced call. Knows nothing of what the lines are for.
#pragma once

#include "core/view/palette.h"
#include "core/view/scene.h"
#include "shell/gl.h"
#include "shell/glyph_atlas.h"
#include "shell/viewport.h"

#include <string>
#include <vector>

namespace throughline {

// As text.vert reads it: a glyph's corners in device pixels and in the texture.
struct GlyphInstance {
    Vec2 low;
    Vec2 high;
    Vec2 texture_low;
    Vec2 texture_high;
    Color color;
};

class TextPainter {
public:
    // What failed, or nothing. The fonts are copied; the host must outlive the painter.
    [[nodiscard]] std::string load(const FontBytes& fonts, Host& host) { return atlas_.load(fonts, host); }
    // The GL objects, again after the context was lost.
    [[nodiscard]] std::string build();
    void release();

    // Colours are looked up in `palette`, which must live until the last paint() of the frame.
    void begin_frame(const Palette& palette) {
        palette_ = &palette;
        atlas_.begin_frame();
    }

    // Adds a line to those that the next paint() paints; it must live until then.
    void add(const PlacedText& line, const Transform& pixels_from_source) {
        lines_.push_back({&line, pixels_from_source});
    }
    void paint(const Viewport& viewport);

private:
    struct PlacedLine {
        const PlacedText* text = nullptr;
        Transform pixels_from_source;
    };

    void lay(const PlacedLine& line, const Viewport& viewport);

    const Palette* palette_ = nullptr;
    GlyphAtlas atlas_;
    Program program_;
    GLint framebuffer_px_ = -1;
    InstanceStream stream_;
    std::vector<PlacedLine> lines_;
    std::vector<GlyphInstance> instances_;
};

// The size to bake for a size that is passing by: the next one up of a fixed ladder.
float passing_size(float size_px);

}  // namespace throughline
