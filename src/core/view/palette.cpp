// Light, dark and high contrast. Text colours keep 4.5:1 and lines 3:1 on paper and surface; tests measure it.
#include "core/view/palette.h"

#include <cmath>
#include <cstdint>

namespace throughline {
namespace {

constexpr Palette light{
    .paper = {0xFA, 0xF7, 0xF2},
    .surface = {0xFF, 0xFF, 0xFF},
    .ink = {0x23, 0x1F, 0x20},
    .muted = {0x6B, 0x63, 0x5B},
    .quiet_line = {0xDD, 0xD5, 0xC9},
    .accent = {0xC4, 0x12, 0x2F},
    .on_accent = {0xFF, 0xFF, 0xFF},
    .hues = {{0x5B, 0x4B, 0x8A}, {0x2F, 0x5D, 0x8C}, {0xB3, 0x28, 0x3B}, {0x1F, 0x7A, 0x5C}, {0x8A, 0x5A, 0x00}},
    .on_hue = {0xFF, 0xFF, 0xFF},
};

// Nothing is printed behind words, and words as black as ink goes.
constexpr Palette printed() {
    Palette palette = light;
    palette.paper = palette.surface = {0xFF, 0xFF, 0xFF};
    palette.ink = {0, 0, 0};
    palette.muted = {0x33, 0x33, 0x33};
    return palette;
}

constexpr Palette dark{
    .paper = {0x17, 0x14, 0x12},
    .surface = {0x22, 0x1E, 0x1B},
    .ink = {0xF4, 0xEF, 0xE8},
    .muted = {0xB3, 0xA9, 0x9E},
    .quiet_line = {0x48, 0x41, 0x3A},
    .accent = {0xF2, 0x6B, 0x7C},
    .on_accent = {0x17, 0x14, 0x12},
    .hues = {{0xB9, 0xA9, 0xEC}, {0x8F, 0xBC, 0xEE}, {0xF5, 0x9A, 0xA6}, {0x7C, 0xCF, 0xAB}, {0xE3, 0xB7, 0x5E}},
    .on_hue = {0x17, 0x14, 0x12},
};

// Text keeps 10:1, and what is quiet keeps 5:1, borders too.
constexpr Palette contrast{
    .paper = {0x00, 0x00, 0x00},
    .surface = {0x00, 0x00, 0x00},
    .ink = {0xFF, 0xFF, 0xFF},
    .muted = {0xE6, 0xE6, 0xE6},
    .quiet_line = {0x8A, 0x8A, 0x8A},
    .accent = {0xFF, 0xD6, 0x3A},
    .on_accent = {0x00, 0x00, 0x00},
    .hues = {{0xD6, 0xC8, 0xFF}, {0x9B, 0xD4, 0xFF}, {0xFF, 0xB0, 0xBC}, {0x86, 0xF0, 0xC2}, {0xFF, 0xD2, 0x66}},
    .on_hue = {0x00, 0x00, 0x00},
};

struct NamedSwatch {
    Swatch swatch;
    std::string_view name;  // of its custom property
};

// In the order of the style.
constexpr NamedSwatch named_swatches[]{
    {Swatch::Paper, "paper"},        {Swatch::Surface, "surface"},      {Swatch::Ink, "ink"},
    {Swatch::Muted, "muted"},        {Swatch::QuietLine, "quiet-line"}, {Swatch::Accent, "accent"},
    {Swatch::OnAccent, "on-accent"}, {Swatch::Violet, "violet"},        {Swatch::Blue, "blue"},
    {Swatch::Crimson, "crimson"},    {Swatch::Green, "green"},          {Swatch::Amber, "amber"},
    {Swatch::OnHue, "on-hue"},
};

Color plain_color(const Palette& palette, Swatch swatch) {
    switch (swatch) {
        case Swatch::Paper: return palette.paper;
        case Swatch::Surface: return palette.surface;
        case Swatch::Ink: return palette.ink;
        case Swatch::Muted: return palette.muted;
        case Swatch::QuietLine: return palette.quiet_line;
        case Swatch::Accent: return palette.accent;
        case Swatch::OnAccent: return palette.on_accent;
        case Swatch::OnHue: return palette.on_hue;
        case Swatch::Violet: return palette.hues[0];
        case Swatch::Blue: return palette.hues[1];
        case Swatch::Crimson: return palette.hues[2];
        case Swatch::Green: return palette.hues[3];
        case Swatch::Amber: return palette.hues[4];
        case Swatch::Black: return {0, 0, 0};
        case Swatch::White: return {255, 255, 255};
    }
    return {};
}

std::string custom_properties(const Palette& palette, const char* scheme) {
    std::string out = "color-scheme:" + std::string(scheme) + ";";
    for (const auto& [swatch, name] : named_swatches)
        out += "--" + std::string(name) + ":" + css_color(plain_color(palette, swatch)) + ";";
    return out;
}

}  // namespace

const Palette& palette_of(Look look) { return look == Look::Light ? light : look == Look::Dark ? dark : contrast; }

const char* look_name(Look look) { return look == Look::Light ? "light" : look == Look::Dark ? "dark" : "contrast"; }

Swatch swatch_of(Hue hue) {
    switch (hue) {
        case Hue::Violet: return Swatch::Violet;
        case Hue::Blue: return Swatch::Blue;
        case Hue::Crimson: return Swatch::Crimson;
        case Hue::Green: return Swatch::Green;
        case Hue::Amber: return Swatch::Amber;
    }
    return Swatch::Ink;
}

Color color_of(const Palette& palette, Paint paint) {
    Color color = mix(plain_color(palette, paint.swatch), palette.paper, paint.towards_paper);
    color.a = static_cast<std::uint8_t>(std::lround(paint.opacity * 255));
    return color;
}

std::string_view css_name(Swatch swatch) {
    for (const NamedSwatch& named : named_swatches) {
        if (named.swatch == swatch) return named.name;
    }
    return "";
}

std::string palette_css() {
    return ":root{" + custom_properties(light, "light") + "}\n" +
           "@media (prefers-color-scheme:dark){:root[data-theme=auto]{" + custom_properties(dark, "dark") + "}}\n" +
           "@media (prefers-contrast:more){:root[data-theme=auto]{" + custom_properties(contrast, "dark") + "}}\n" +
           ":root[data-theme=dark]{" + custom_properties(dark, "dark") + "}\n" + ":root[data-theme=contrast]{" +
           custom_properties(contrast, "dark") + "}\n" + "@media print{:root[data-theme]{" +
           custom_properties(printed(), "light") + "}}\n";
}

}  // namespace throughline
