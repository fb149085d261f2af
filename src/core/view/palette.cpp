// Light, dark and high contrast. Text colours keep 4.5:1 and lines 3:1 on paper and surface; tests measure it.
#include "core/view/palette.h"

#include "core/base/color.h"

#include <array>

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

constexpr std::array<const char*, 5> hue_names{"violet", "blue", "crimson", "green", "amber"};

std::string custom_properties(const Palette& palette, const char* scheme) {
    std::string out = "color-scheme:" + std::string(scheme) + ";";
    const auto add = [&](const char* name, Color color) { out += "--" + std::string(name) + ":" + css_color(color) + ";"; };
    add("paper", palette.paper);
    add("surface", palette.surface);
    add("ink", palette.ink);
    add("muted", palette.muted);
    add("quiet-line", palette.quiet_line);
    add("accent", palette.accent);
    add("on-accent", palette.on_accent);
    for (std::size_t i = 0; i < hue_names.size(); ++i) add(hue_names[i], palette.hues[i]);
    add("on-hue", palette.on_hue);
    return out;
}

}  // namespace

const Palette& palette_of(Look look) { return look == Look::Light ? light : look == Look::Dark ? dark : contrast; }

const char* look_name(Look look) { return look == Look::Light ? "light" : look == Look::Dark ? "dark" : "contrast"; }

const char* css_hue_name(Hue hue) { return hue_names[static_cast<std::size_t>(hue)]; }

std::string palette_css() {
    return ":root{" + custom_properties(light, "light") + "}\n" +
           "@media (prefers-color-scheme:dark){:root[data-theme=auto]{" + custom_properties(dark, "dark") + "}}\n" +
           "@media (prefers-contrast:more){:root[data-theme=auto]{" + custom_properties(contrast, "dark") + "}}\n" +
           ":root[data-theme=dark]{" + custom_properties(dark, "dark") + "}\n" +
           ":root[data-theme=contrast]{" + custom_properties(contrast, "dark") + "}\n" +
           "@media print{:root[data-theme]{" + custom_properties(light, "light") + "}}\n";
}

}  // namespace throughline
