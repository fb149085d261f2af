// Integer arithmetic after one rounding, so that no platform's printf has a say.
#include "core/base/text_format.h"

#include <chrono>
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

std::string format_date_time(double wall_ms, int minutes_east_of_utc) {
    using namespace std::chrono;
    const sys_seconds moment{seconds(static_cast<long long>(wall_ms / 1000)) + minutes(minutes_east_of_utc)};
    const sys_days day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss<seconds> time(moment - day);
    const auto two = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
           two(static_cast<unsigned>(date.day())) + " " + two(time.hours().count()) + ":" +
           two(time.minutes().count()) + ":" + two(time.seconds().count());
}

}  // namespace throughline
