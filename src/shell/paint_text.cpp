// Glyphs are placed at fractions of a pixel along the line and on whole ones across it, so that a line can move
// smoothly and rests sharp.
#include "shell/paint_text.h"

#include "core/base/characters.h"
#include "shell/shaders.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace throughline {
namespace {

constexpr float ladder_step = 1.25F;

bool is_in_view(const Viewport& viewport, Vec2 pen, float size_px, float room_px) {
    const bool begins_before_end = room_px <= 0 || pen.x + room_px > 0;
    return begins_before_end && pen.y + size_px > 0 && pen.y - size_px < viewport.framebuffer_px.y &&
           pen.x < viewport.framebuffer_px.x;
}

float width_of(ImFontBaked& baked, std::string_view line) {
    float width = 0;
    for (std::size_t at = 0; at < line.size();) width += baked.FindGlyph(decode_utf8(line, at))->AdvanceX;
    return width;
}

}  // namespace

float passing_size(float size_px) {
    return std::pow(ladder_step, std::ceil(std::log(std::max(size_px, 4.0F)) / std::log(ladder_step)));
}

std::string TextPainter::build() {
    if (std::string error = program_.build(text_shaders.vertex, text_shaders.fragment); !error.empty()) {
        return "text: " + error;
    }
    framebuffer_px_ = program_.find_uniform("framebuffer_px");
    using Kind = InstanceAttribute::Kind;
    stream_.create(sizeof(GlyphInstance), {{Kind::Floats, 4, offsetof(GlyphInstance, low)},
                                           {Kind::Floats, 4, offsetof(GlyphInstance, texture_low)},
                                           {Kind::Color, 4, offsetof(GlyphInstance, color)}});
    return "";
}

void TextPainter::release() {
    atlas_.release();
    program_ = Program();
    stream_ = InstanceStream();
}

void TextPainter::paint(const Viewport& viewport) {
    // A glyph that makes the atlas grow moves those laid before it; once more, and nothing is new.
    const ImTextureData* texture = nullptr;
    while (texture != atlas_.texture()) {
        texture = atlas_.texture();
        instances_.clear();
        for (const PlacedLine& line : lines_) lay(line, viewport);
    }
    lines_.clear();
    atlas_.bind();
    stream_.upload(instances_.data(), instances_.size());
    program_.use();
    glUniform2f(framebuffer_px_, viewport.framebuffer_px.x, viewport.framebuffer_px.y);
    stream_.draw_strips(4);
}

void TextPainter::lay(const PlacedLine& placed, const Viewport& viewport) {
    const PlacedText& text = *placed.text;
    const float scale = placed.pixels_from_source.scale;
    const float size_px = text.size * scale;
    Vec2 pen = placed.pixels_from_source.apply(text.pos);
    if (!is_in_view(viewport, pen, size_px, text.max_width * scale)) return;

    const bool is_exact = viewport.sharpness == Sharpness::Exact;
    const SizedFace face = atlas_.face(text.weight, size_px, is_exact ? size_px : passing_size(size_px));
    const Color color = color_of(*palette_, text.color);
    const std::string_view line = atlas_.stand_in(text.text);
    const float room = text.max_width * scale;
    const float width = width_of(*face.baked, line) * face.scale;
    const float squeeze = room > 0 && width > room + 0.5F ? room / width : 1;

    if (is_exact) pen = {std::round(pen.x), std::round(pen.y)};
    const float top = pen.y - std::round(face.baked->Ascent) * face.scale;
    const float across = face.scale * squeeze;
    for (std::size_t at = 0; at < line.size();) {
        const ImFontGlyph& glyph = *face.baked->FindGlyph(decode_utf8(line, at));
        if (glyph.Visible) {
            // On whole pixels the stems stand as they were baked; half a pixel of spacing is less than a blur.
            const float exact_left = pen.x + glyph.X0 * across;
            const float left = is_exact ? std::round(exact_left) : exact_left;
            instances_.push_back({{left, top + glyph.Y0 * face.scale},
                                  {left + (glyph.X1 - glyph.X0) * across, top + glyph.Y1 * face.scale},
                                  {glyph.U0, glyph.V0},
                                  {glyph.U1, glyph.V1},
                                  glyph.Colored ? Color{255, 255, 255, color.a} : color});
        }
        pen.x += glyph.AdvanceX * across;
    }
}

}  // namespace throughline
