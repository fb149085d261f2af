// A colour by what it means; a palette knows how it looks.
#pragma once

#include <cstdint>

namespace throughline {

enum class Swatch : std::uint8_t {
    Paper,
    Surface,
    Ink,
    Muted,
    QuietLine,
    Accent,
    OnAccent,
    OnHue,
    Violet,
    Blue,
    Crimson,
    Green,
    Amber,  // as the hues of lanes
    Black,
    White,  // the same in every palette
};

struct Paint {
    Swatch swatch = Swatch::Black;
    float towards_paper = 0;  // 0 to 1: how far it has faded
    float opacity = 1;

    constexpr Paint() = default;
    constexpr Paint(Swatch of, float fade = 0, float covers = 1) : swatch(of), towards_paper(fade), opacity(covers) {}
    friend bool operator==(const Paint&, const Paint&) = default;
};

}  // namespace throughline
