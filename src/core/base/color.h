// A colour as screens have it: sRGB and opacity, 0 to 255 each.
#pragma once

#include <cstdint>
#include <string>

namespace throughline {

struct Color {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    friend bool operator==(const Color&, const Color&) = default;
};

// `t` of the way from `a` to `b`, 0 to 1, channel by channel, the opacity too.
Color mix(Color a, Color b, float t);

// #rrggbb, without the opacity.
std::string css_color(Color color);

}  // namespace throughline
