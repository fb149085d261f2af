// Dear ImGui's atlas without its context, and the GL textures that mirror it.
#include "shell/glyph_atlas.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace throughline {
namespace {

constexpr float reference_size = 16;
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
    config.OversampleH = config.OversampleV = 1;  // glyphs stand on whole pixels
    return atlas.AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()), reference_size,
                                      &config);
}

GLuint gl_name(const ImTextureData& texture) { return static_cast<GLuint>(texture.TexID); }

// The atlas has opacity alone; the texture has room for colours, premultiplied, so that a letter is as white as opaque.
void upload(ImTextureData& texture, const ImTextureRect& rect) {
    std::vector<std::uint8_t> rgba;
    rgba.reserve(std::size_t{rect.w} * rect.h * 4);
    for (int y = rect.y; y < rect.y + rect.h; ++y) {
        const auto* opacity = static_cast<const unsigned char*>(texture.GetPixelsAt(rect.x, y));
        for (int x = 0; x < rect.w; ++x) rgba.insert(rgba.end(), 4, opacity[x]);
    }
    glTexSubImage2D(GL_TEXTURE_2D, 0, rect.x, rect.y, rect.w, rect.h, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
}

void create_texture(ImTextureData& texture) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
    for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
        glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    texture.SetTexID(name);
    upload(texture, {0, 0, static_cast<unsigned short>(texture.Width), static_cast<unsigned short>(texture.Height)});
}

void update_texture(ImTextureData& texture) {
    glBindTexture(GL_TEXTURE_2D, gl_name(texture));
    for (const ImTextureRect& rect : texture.Updates) upload(texture, rect);
}

void destroy_texture(ImTextureData& texture) {
    const GLuint name = gl_name(texture);
    glDeleteTextures(1, &name);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
}

}  // namespace

GlyphAtlas::GlyphAtlas() : atlas_(std::make_unique<ImFontAtlas>()) {}

GlyphAtlas::~GlyphAtlas() { release(); }

std::string GlyphAtlas::load(const FontBytes& fonts, Host& host) {
    atlas_->TexDesiredFormat = ImTextureFormat_Alpha8;
    atlas_->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    regular_ = add_typeface(*atlas_, fonts.regular);
    if (regular_ == nullptr) return "the regular font could not be read";
    fallback_.merge_into(*atlas_, Weight::Regular, host);
    semibold_ = add_typeface(*atlas_, fonts.semibold);
    if (semibold_ == nullptr) return "the semibold font could not be read";
    fallback_.merge_into(*atlas_, Weight::Semibold, host);
    return "";
}

void GlyphAtlas::begin_frame() { ImFontAtlasUpdateNewFrame(atlas_.get(), ++frame_, true); }

// ImGui bakes whole sizes only, but at any density; so the density carries what is not whole.
SizedFace GlyphAtlas::face(Weight weight, float size_px, float baked_px) {
    const float baked_size = imgui_size_of(baked_px);
    const float whole_size = std::max(1.0F, std::round(baked_size));
    ImFont& font = weight == Weight::Regular ? *regular_ : *semibold_;
    return {font.GetFontBaked(whole_size, baked_size / whole_size), imgui_size_of(size_px) / whole_size};
}

const ImTextureData* GlyphAtlas::texture() const { return atlas_->TexData; }

void GlyphAtlas::bind() {
    for (ImTextureData* texture : atlas_->TexList) {
        if (texture->Status == ImTextureStatus_WantDestroy) destroy_texture(*texture);
    }
    ImTextureData& texture = *atlas_->TexData;
    const bool is_new = texture.Status == ImTextureStatus_WantCreate;
    if (is_new) create_texture(texture);
    if (texture.Status == ImTextureStatus_WantUpdates) update_texture(texture);
    texture.SetStatus(ImTextureStatus_OK);
    glBindTexture(GL_TEXTURE_2D, gl_name(texture));
    fallback_.draw(*atlas_, is_new ? FallbackGlyphs::Missing::All : FallbackGlyphs::Missing::New);
}

void GlyphAtlas::release() {
    for (ImTextureData* texture : atlas_->TexList) {
        if (texture->TexID != ImTextureID_Invalid) destroy_texture(*texture);
    }
}

}  // namespace throughline
