// Numbers as dumps, SVG and addresses write them: rounded, shortest, the same on every platform.
#pragma once

#include "core/base/geometry.h"

#include <string>

namespace throughline {

// At most `decimals` digits after the point and no trailing zeros; never "-0".
std::string format_number(double value, int decimals = 1);
std::string format_vec(Vec2 v, int decimals = 1);   // x,y
std::string format_rect(Rect r, int decimals = 1);  // x,y,w,h

// "2026-11-24 22:40:12", of milliseconds since 1970 in UTC.
std::string format_date_time(double wall_ms, int minutes_east_of_utc);

}  // namespace throughline
