// Integer arithmetic after one rounding, so that no platform's printf has a say.
#include "core/base/text_format.h"

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
    fraction.insert(
        0, static_cast<std::size_t>(decimals) - std::min(fraction.size(), static_cast<std::size_t>(decimals)), '0');
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    if (decimals > 0 && !fraction.empty()) out += "." + fraction;
    return out;
}

std::string format_vec(Vec2 v, int decimals) {
    return format_number(v.x, decimals) + "," + format_number(v.y, decimals);
}

std::string format_rect(Rect r, int decimals) {
    return format_number(r.x, decimals) + "," + format_number(r.y, decimals) + "," + format_number(r.w, decimals) +
           "," + format_number(r.h, decimals);
}

// After Howard Hinnant, "chrono-compatible low-level date algorithms" (2014): years begin in March.
std::string format_date_time(double wall_ms, int minutes_east_of_utc) {
    const long long secs = static_cast<long long>(wall_ms / 1000) + minutes_east_of_utc * 60LL;
    const long long days = (secs >= 0 ? secs : secs - 86399) / 86400;
    const long long of_day = secs - days * 86400;
    const long long shifted = days + 719468;
    const long long era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const long long of_era = shifted - era * 146097;
    const long long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const long long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long long from_march = (5 * of_year + 2) / 153;
    const long long month = from_march < 10 ? from_march + 3 : from_march - 9;
    const auto two = [](long long number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(year_of_era + era * 400 + (month <= 2 ? 1 : 0)) + "-" + two(month) + "-" +
           two(of_year - (153 * from_march + 2) / 5 + 1) + " " + two(of_day / 3600) + ":" + two(of_day / 60 % 60) +
           ":" + two(of_day % 60);
}

}  // namespace throughline
