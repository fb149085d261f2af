// The loader's hooks, as Dear ImGui 1.92 calls them.
#include "shell/fallback_glyphs.h"

#include "shell/host.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <string>

namespace throughline {
namespace {

static_assert(sizeof(ImWchar) == 4, "Dear ImGui must be compiled with shell/imgui_config.h as IMGUI_USER_CONFIG");

// Above this size stb_truetype's glyphs are not drawn with finer columns either.
constexpr float largest_stretched_px = 36;

bool has_no_width(ImWchar codepoint) {
    char utf8[5];
    ImTextCharToUtf8(utf8, codepoint);
    return measure_text(utf8, Weight::Regular, 1) == 0;
}

// NOTE: It has every glyph and says so of none, or it would supply the typeface's ellipsis and replacement as well.
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return false; }

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint, ImFontGlyph* glyph, float* advance) {
    if (baked->LoadNoFallback) return false;
    const float density = baked->RasterizerDensity;
    const float size_px = em_size_of(baked->Size * density);
    const int stretch = size_px < largest_stretched_px ? 2 : 1;
    GlyphBitmap bitmap;
    if (!has_no_width(codepoint)) {
        auto& host = *static_cast<Host*>(source->FontLoaderData);
        bitmap = host.rasterise(codepoint, static_cast<Weight>(source->FontLoaderFlags), size_px, stretch);
    }
    if (advance != nullptr) {
        *advance = bitmap.advance_px / density;
        return true;
    }
    glyph->Codepoint = codepoint & 0x1FFFFF;
    glyph->AdvanceX = bitmap.advance_px / density;
    if (bitmap.rgba.empty()) return true;

    const ImFontAtlasRectId rect_id = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
    if (rect_id == ImFontAtlasRectId_Invalid) return false;
    const float column = 1 / (density * static_cast<float>(stretch));
    const float row = 1 / density;
    const float baseline = std::round(baked->Ascent);
    glyph->X0 = static_cast<float>(bitmap.left) * column;
    glyph->Y0 = static_cast<float>(bitmap.top) * row + baseline;
    glyph->X1 = static_cast<float>(bitmap.left + bitmap.width) * column;
    glyph->Y1 = static_cast<float>(bitmap.top + bitmap.height) * row + baseline;
    glyph->Visible = true;
    glyph->Colored = bitmap.is_colored;
    glyph->PackId = rect_id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, rect_id),
                                       bitmap.rgba.data(), ImTextureFormat_RGBA32, bitmap.width * 4);
    return true;
}

bool take_host(ImFontAtlas* atlas, ImFontConfig* source) {
    source->FontLoaderData = atlas->UserData;
    return true;
}

const ImFontLoader& fallback_loader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "platform glyphs";
        made.FontSrcInit = take_host;
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return loader;
}

float height_per_em() {
    return static_cast<float>(font_ascent - font_descent) / static_cast<float>(font_units_per_em);
}

}  // namespace

void add_fallback_glyphs(ImFontAtlas& atlas, Weight weight, Host& host) {
    atlas.UserData = &host;
    ImFontConfig config;
    config.MergeMode = true;
    config.FontLoader = &fallback_loader();
    config.FontLoaderFlags = static_cast<unsigned int>(weight);
    config.SizePixels = atlas.Fonts.back()->LegacySize;
    atlas.AddFont(&config);
}

float imgui_size_of(float em_size) { return em_size * height_per_em(); }
float em_size_of(float imgui_size) { return imgui_size / height_per_em(); }

}  // namespace throughline
