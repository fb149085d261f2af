// Both typefaces in Dear ImGui's dynamic atlas: any character at any size is baked when it is first asked for.
// OPTIMIZATION: Of ImGui the diagram needs the atlas alone; without its context, widgets and draw lists, the page's
// module is 63 KB (brotli) smaller.
#pragma once

#include "core/base/text_metrics.h"
#include "shell/fallback_glyphs.h"

#include <memory>
#include <string>
#include <string_view>

struct ImFont;
struct ImFontAtlas;
struct ImFontBaked;
struct ImTextureData;

namespace throughline {

struct FontBytes {
    std::string_view regular;
    std::string_view semibold;
};

// A typeface at one size. Its measures are whole pixels of that size's rounding; `scale` brings them to device pixels.
struct SizedFace {
    ImFontBaked* baked = nullptr;
    float scale = 1;
};

class GlyphAtlas {
public:
    GlyphAtlas();
    ~GlyphAtlas();

    // What failed, or nothing. The bytes are copied; the host must outlive the atlas.
    [[nodiscard]] std::string load(const FontBytes& fonts, Host& host);

    // What was not asked for lately may go from now on.
    void begin_frame();

    // Valid until the next frame. Glyphs are baked for `baked_px` and measured for `size_px`, both ems in device
    // pixels.
    SizedFace face(Weight weight, float size_px, float baked_px);

    std::string_view stand_in(std::string_view line) { return fallback_.stand_in(line); }

    // Another one as soon as a glyph has made the atlas grow; then every glyph has moved.
    const ImTextureData* texture() const;

    // Brings what was baked to the GL texture and binds it. The texture coordinates of this frame are good for it.
    void bind();

    // Forgets the GL textures.
    void release();

private:
    std::unique_ptr<ImFontAtlas> atlas_;
    FallbackGlyphs fallback_;
    ImFont* regular_ = nullptr;
    ImFont* semibold_ = nullptr;
    int frame_ = 0;
};

}  // namespace throughline
