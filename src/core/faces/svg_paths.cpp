// See svg_paths.h. Whole numbers where they will do: seen from where the path has come to, many curves are alike, and
// the page packs smaller.
#include "core/faces/svg_paths.h"

#include "core/base/text_format.h"

#include <algorithm>
#include <cmath>

namespace throughline {
namespace {

Vec2 whole(Vec2 p) { return {std::round(p.x), std::round(p.y)}; }
std::string point(Vec2 p) { return format_number(p.x, 0) + " " + format_number(p.y, 0); }

bool is_level(const Vec2* points) { return std::abs(points[3].y - points[0].y) < 1e-3F; }
bool is_upright(const Vec2* points) { return std::abs(points[3].x - points[0].x) < 1e-3F; }

// From points[0], where the path has come to, to points[3]. A straight line is a third of the words.
std::string curve(const Vec2* points) {
    const Vec2 from = whole(points[0]);
    const auto seen = [points, from](int i) { return whole(points[i]) - from; };
    const Vec2 first = seen(1);
    const Vec2 second = seen(2);
    const Vec2 last = seen(3);
    if (first.x == 0 && second.x == 0 && last.x == 0) return "v" + format_number(last.y, 0);
    if (first.y == 0 && second.y == 0 && last.y == 0) return "h" + format_number(last.x, 0);
    return "c" + point(first) + " " + point(second) + " " + point(last);
}

// A stretch from a place along an axis, or with dots from the first even place; nothing where there is room for none.
std::string stretch(bool is_upright, float at, float from, float by, float period) {
    float start = std::round(from);
    float length = std::round(from + by) - start;
    int decimals = 0;
    if (period > 0) {
        const float rest = std::fmod(by > 0 ? -from : from, period);
        const float skipped = rest < 0 ? rest + period : rest;
        if (skipped > std::abs(by)) return "";
        start = from + std::copysign(skipped, by);
        length = by - std::copysign(skipped, by);
        decimals = 1;
    }
    const std::string along = format_number(start, decimals);
    const std::string across = format_number(at, 0);
    return "M" + (is_upright ? across + " " + along + "v" : along + " " + across + "h") +
           format_number(length, decimals);
}

}  // namespace

float svg_dot_period(float width) { return std::round(width * dot_period * 10) / 10; }

std::string svg_line(const std::vector<Vec2>& points, float period) {
    std::string data = period > 0 ? "" : "M" + point(whole(points[0]));
    for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
        const Vec2* piece = &points[i];
        if (period == 0) {
            data += curve(piece);
        } else if (is_level(piece)) {
            data += stretch(false, piece[0].y, piece[0].x, piece[3].x - piece[0].x, period);
        } else if (is_upright(piece)) {
            data += stretch(true, piece[0].x, piece[0].y, piece[3].y - piece[0].y, period);
        } else {
            data += "M" + point(whole(piece[0])) + curve(piece);
        }
    }
    return data;
}

std::string svg_triangle(const SceneArrow& arrow) {
    const Vec2 back = arrow.base - arrow.tip;
    const Vec2 aside{-back.y / 2, back.x / 2};
    const auto vec = [](Vec2 v) { return format_number(v.x) + " " + format_number(v.y); };
    return "M" + vec(arrow.tip) + "l" + vec(back + aside) + "l" + vec(aside * -2) + "z";
}

void SvgStrokes::add(const std::vector<Vec2>& points) {
    for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
        const Vec2* piece = &points[i];
        if (is_level(piece)) {
            const auto [from, to] = std::minmax(piece[0].x, piece[3].x);
            stretches_.push_back({false, piece[0].y, from, to});
        } else if (is_upright(piece)) {
            const auto [from, to] = std::minmax(piece[0].y, piece[3].y);
            stretches_.push_back({true, piece[0].x, from, to});
        } else {
            turns_.insert("M" + point(whole(piece[0])) + curve(piece));
        }
    }
}

std::string SvgStrokes::data(float period) const {
    std::vector<Stretch> sorted = stretches_;
    std::sort(sorted.begin(), sorted.end(), [](const Stretch& a, const Stretch& b) { return a.key() < b.key(); });
    std::string data;
    for (std::size_t i = 0; i < sorted.size();) {
        Stretch all = sorted[i];
        for (++i; i < sorted.size() && sorted[i].is_upright == all.is_upright && sorted[i].at == all.at &&
                  sorted[i].from <= all.to;
             ++i)
            all.to = std::max(all.to, sorted[i].to);
        data += stretch(all.is_upright, all.at, all.from, all.to - all.from, period);
    }
    for (const std::string& turn : turns_) data += turn;
    return data;
}

}  // namespace throughline
