// Integer arithmetic after one rounding, so that no platform's printf has a say.
#include "core/text_format.h"

#include <cmath>

namespace throughline {

std::string format_number(double value, int decimals) {
    long long unit = 1;
    for (int i = 0; i < decimals; ++i) unit *= 10;
    long long scaled = std::llround(value * static_cast<double>(unit));
    if (scaled == 0) return "0";
    std::string out;
    if (scaled < 0) {
        out = "-";
        scaled = -scaled;
    }
    out += std::to_string(scaled / unit);
    std::string fraction = std::to_string(scaled % unit);
    fraction.insert(0, static_cast<std::size_t>(decimals) - std::min(fraction.size(), static_cast<std::size_t>(decimals)), '0');
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    if (decimals > 0 && !fraction.empty()) out += "." + fraction;
    return out;
}

std::string format_vec(Vec2 v, int decimals) { return format_number(v.x, decimals) + "," + format_number(v.y, decimals); }

std::string format_rect(Rect r, int decimals) {
    return format_number(r.x, decimals) + "," + format_number(r.y, decimals) + "," + format_number(r.w, decimals) + "," + format_number(r.h, decimals);
}

}  // namespace throughline
