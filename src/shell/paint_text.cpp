// ImGui's own AddText puts every line on whole pixels and bakes whole sizes only; a diagram that zooms smoothly needs
// neither rule, so glyphs are placed here and only taken from its atlas.
#include "shell/paint_text.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace throughline {
namespace {

constexpr float reference_size = 16;
constexpr float ladder_step = 1.25F;
constexpr float stem_weight = 1.2F;  // unhinted stems spread over two pixels look paler than they are

// ImGui asserts on anything else.
bool is_font(std::string_view bytes) {
    constexpr std::string_view true_type("\0\1\0\0", 4);
    return bytes.size() > 100 && (bytes.substr(0, 4) == true_type || bytes.substr(0, 4) == "OTTO");
}

ImFont* add_typeface(ImFontAtlas& atlas, std::string_view bytes) {
    if (!is_font(bytes)) return nullptr;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.Flags = ImFontFlags_NoLoadError;
    config.RasterizerMultiply = stem_weight;
    return atlas.AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()), reference_size, &config);
}

ImU32 imgui_color(Color color) { return IM_COL32(color.r, color.g, color.b, color.a); }

float width_of(ImFontBaked& baked, std::string_view text) {
    float width = 0;
    for (std::size_t at = 0; at < text.size();) width += baked.FindGlyph(decode_utf8(text, at))->AdvanceX;
    return width;
}

bool is_in_view(const Viewport& viewport, Vec2 pen, float size_px) {
    return pen.y + size_px > 0 && pen.y - size_px < viewport.framebuffer_px.y && pen.x < viewport.framebuffer_px.x;
}

}  // namespace

std::string TextPainter::load(const FontBytes& fonts, Host& host) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    regular_ = add_typeface(atlas, fonts.regular);
    if (regular_ == nullptr) return "the regular font could not be read";
    fallback_.merge_into(atlas, Weight::Regular, host);
    semibold_ = add_typeface(atlas, fonts.semibold);
    if (semibold_ == nullptr) return "the semibold font could not be read";
    fallback_.merge_into(atlas, Weight::Semibold, host);
    return "";
}

void TextPainter::paint(ImDrawList& list, const SceneText& text, const Transform& pixels_from_source, const Viewport& viewport) {
    const float size_px = imgui_size_of(text.size) * pixels_from_source.scale;
    Vec2 pen = pixels_from_source.apply(text.pos);
    if (!is_in_view(viewport, pen, size_px)) return;

    // ImGui bakes whole sizes at any density, so the density carries what is not whole.
    const bool is_exact = viewport.sharpness == Sharpness::Exact;
    const float baked_px = is_exact ? size_px : passing_size(size_px);
    const float whole_px = std::max(1.0F, std::round(baked_px));
    ImFontBaked& baked = *font_of(text.weight)->GetFontBaked(whole_px, baked_px / whole_px);
    const float scale = size_px / whole_px;

    const std::string_view line = fallback_.stand_in(text.text);
    const float room = text.max_width * pixels_from_source.scale;
    const float width = width_of(baked, line) * scale;
    const float squeeze = room > 0 && width > room + 0.5F ? room / width : 1;
    if (is_exact) pen = {std::round(pen.x), std::round(pen.y)};
    const float top = pen.y - std::round(baked.Ascent) * scale;

    const ImU32 color = imgui_color(text.color);
    for (std::size_t at = 0; at < line.size();) {
        const ImFontGlyph& glyph = *baked.FindGlyph(decode_utf8(line, at));
        const float step = scale * squeeze;
        if (glyph.Visible) {
            list.PrimReserve(6, 4);
            list.PrimRectUV({pen.x + glyph.X0 * step, top + glyph.Y0 * scale}, {pen.x + glyph.X1 * step, top + glyph.Y1 * scale},
                            {glyph.U0, glyph.V0}, {glyph.U1, glyph.V1}, glyph.Colored ? color | ~IM_COL32_A_MASK : color);
        }
        pen.x += glyph.AdvanceX * step;
    }
}

float passing_size(float size_px) {
    return std::pow(ladder_step, std::ceil(std::log(std::max(size_px, 4.0F)) / std::log(ladder_step)));
}

}  // namespace throughline
