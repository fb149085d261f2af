// The loader's hooks, as Dear ImGui 1.92 calls them.
#include "shell/fallback_glyphs.h"

#include "core/base/characters.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace throughline {
namespace {

static_assert(sizeof(ImWchar) == 4, "Dear ImGui must be compiled with shell/imgui_config.h as IMGUI_USER_CONFIG");

// Above this size stb_truetype's glyphs are not drawn with finer columns either.
constexpr float largest_stretched_px = 36;

constexpr char32_t first_private = 0xE000;
constexpr std::size_t most_private = 0x1900;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Range {
    char32_t first;
    char32_t last;
};
constexpr std::array<Range, 12> shaped_ranges{{
    {0x0300, 0x036F},    // combining marks
    {0x0590, 0x08FF},    // Hebrew, Arabic, Syriac, Thaana, N'Ko
    {0x0900, 0x109F},    // India to Myanmar
    {0x1780, 0x18AF},    // Khmer, Mongolian
    {0x1A00, 0x1CFF},    // Tai Tham to Vedic signs
    {0x200C, 0x200F},    // joiners and direction marks
    {0x202A, 0x202E},    // embeddings
    {0xA800, 0xABFF},    // Syloti Nagri to Meetei Mayek
    {0xFB1D, 0xFDFF},    // presentation forms
    {0xFE00, 0xFEFF},    // variation selectors, presentation forms
    {0x10800, 0x11FFF},  // further scripts of those kinds
    {0x1F1E6, 0x1F3FF},  // flags and skin tones, up to the modifiers
}};

bool is_shaped(char32_t c) {
    return std::any_of(shaped_ranges.begin(), shaped_ranges.end(),
                       [c](const Range& range) { return c >= range.first && c <= range.last; });
}

std::string utf8_of(char32_t character) {
    std::array<char, 5> utf8{};
    ImTextCharToUtf8(utf8.data(), character);
    return utf8.data();
}

// NOTE: It has every glyph and says so of none, or it would supply the typeface's ellipsis and replacement as well.
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return false; }

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance) {
    if (baked->LoadNoFallback) return false;
    auto& glyphs = *static_cast<FallbackGlyphs*>(atlas->UserData);
    return glyphs.load(*atlas, codepoint, static_cast<Weight>(source->FontLoaderFlags), *baked, glyph, advance);
}

const ImFontLoader& fallback_loader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "platform glyphs";
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return loader;
}

float height_per_em() { return static_cast<float>(font_ascent - font_descent) / static_cast<float>(font_units_per_em); }

}  // namespace

bool needs_shaping(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        if (is_shaped(decode_utf8(line, at))) return true;
    }
    return false;
}

void FallbackGlyphs::merge_into(ImFontAtlas& atlas, Weight weight, Host& host) {
    host_ = &host;
    atlas.UserData = this;
    ImFontConfig config;
    config.MergeMode = true;
    config.FontLoader = &fallback_loader();
    config.FontLoaderFlags = static_cast<unsigned int>(weight);
    config.SizePixels = atlas.Fonts.back()->LegacySize;
    atlas.AddFont(&config);
}

std::string_view FallbackGlyphs::stand_in(std::string_view line) {
    if (!needs_shaping(line)) return line;
    const auto place = std::lower_bound(by_text_.begin(), by_text_.end(), line,
                                        [this](std::size_t known, auto wanted) { return lines_[known].text < wanted; });
    if (place != by_text_.end() && lines_[*place].text == line) return lines_[*place].character;
    if (lines_.size() == most_private) return replacement;
    by_text_.insert(place, lines_.size());
    lines_.push_back({std::string(line), utf8_of(first_private + static_cast<char32_t>(lines_.size()))});
    return lines_.back().character;
}

std::string FallbackGlyphs::text_of(char32_t character) const {
    if (character >= first_private && character < first_private + lines_.size())
        return lines_[character - first_private].text;
    return utf8_of(character);
}

bool FallbackGlyphs::load(ImFontAtlas& atlas, char32_t character, Weight weight, ImFontBaked& baked, ImFontGlyph* glyph,
                          float* advance) {
    const float density = baked.RasterizerDensity;
    PlatformText text{text_of(character), weight, em_size_of(baked.Size * density), 1};
    if (text.size_px < largest_stretched_px) text.stretch = 2;
    const bool is_blank = measure_text(text.text, Weight::Regular, 1) == 0;
    const PlatformExtent extent = is_blank ? PlatformExtent{} : host_->measure(text);
    if (advance != nullptr) {
        *advance = extent.advance_px / density;
        return true;
    }
    glyph->Codepoint = character & 0x1FFFFF;
    glyph->AdvanceX = extent.advance_px / density;
    if (extent.width == 0) return true;

    const ImFontAtlasRectId rect_id = ImFontAtlasPackAddRect(&atlas, extent.width, extent.height);
    if (rect_id == ImFontAtlasRectId_Invalid) return false;
    const float column = 1 / (density * static_cast<float>(text.stretch));
    const float row = 1 / density;
    const float baseline = std::round(baked.Ascent);
    glyph->X0 = static_cast<float>(extent.left) * column;
    glyph->Y0 = static_cast<float>(extent.top) * row + baseline;
    glyph->X1 = static_cast<float>(extent.left + extent.width) * column;
    glyph->Y1 = static_cast<float>(extent.top + extent.height) * row + baseline;
    glyph->Visible = true;
    glyph->Colored = extent.is_colored;
    glyph->PackId = rect_id;
    placed_.push_back({rect_id, std::move(text), extent});
    return true;
}

void FallbackGlyphs::draw(ImFontAtlas& atlas, Missing missing) {
    if (missing == Missing::All) {
        const auto is_gone = [&atlas](const PlacedGlyph& glyph) {
            return ImFontAtlasPackGetRectSafe(&atlas, glyph.rect_id) == nullptr;
        };
        placed_.erase(std::remove_if(placed_.begin(), placed_.end(), is_gone), placed_.end());
        drawn_ = 0;
    }
    for (; drawn_ < placed_.size(); ++drawn_) {
        const PlacedGlyph& glyph = placed_[drawn_];
        const ImTextureRect* rect = ImFontAtlasPackGetRectSafe(&atlas, glyph.rect_id);
        if (rect != nullptr) host_->draw(glyph.text, glyph.extent, rect->x, rect->y);
    }
}

float imgui_size_of(float em_size) { return em_size * height_per_em(); }
float em_size_of(float imgui_size) { return imgui_size / height_per_em(); }

}  // namespace throughline
