// See color.h.
#include "core/base/color.h"

#include <cmath>

namespace throughline {

Color mix(Color a, Color b, float t) {
    const auto channel = [t](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(
            std::lround(static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * t));
    };
    return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), channel(a.a, b.a)};
}

std::string css_color(Color color) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t channel : {color.r, color.g, color.b}) {
        out += digits[channel >> 4];
        out += digits[channel & 15];
    }
    return out;
}

}  // namespace throughline
