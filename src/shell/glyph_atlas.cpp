// Dear ImGui's atlas without its context, and the GL textures that mirror it.
#include "shell/glyph_atlas.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

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
    return atlas.AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()), reference_size, &config);
}

GLuint gl_name(const ImTextureData& texture) { return static_cast<GLuint>(texture.TexID); }

void create_texture(ImTextureData& texture) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
    for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE, texture.GetPixels());
    texture.SetTexID(name);
}

void update_texture(ImTextureData& texture) {
    glBindTexture(GL_TEXTURE_2D, gl_name(texture));
    glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
    for (const ImTextureRect& rect : texture.Updates) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, rect.x, rect.y, rect.w, rect.h, GL_RGBA, GL_UNSIGNED_BYTE, texture.GetPixelsAt(rect.x, rect.y));
    }
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
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
    if (texture.Status == ImTextureStatus_WantCreate) create_texture(texture);
    if (texture.Status == ImTextureStatus_WantUpdates) update_texture(texture);
    texture.SetStatus(ImTextureStatus_OK);
    glBindTexture(GL_TEXTURE_2D, gl_name(texture));
}

void GlyphAtlas::release() {
    for (ImTextureData* texture : atlas_->TexList) {
        if (texture->TexID != ImTextureID_Invalid) destroy_texture(*texture);
    }
}

}  // namespace throughline
