// Links as the data of SVG paths, in world units. Private to the faces.
#pragma once

#include "core/base/geometry.h"
#include "core/view/scene.h"

#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace throughline {

// Of dots on a line of that width, as it is written.
float svg_dot_period(float width);

// One line, whole; `points` are as LinkPath has them. Of a dotted one each piece stands for itself, and level and
// upright ones have their dots at even places, as they are painted. `period` is that of the dots, 0 of a solid line.
std::string svg_line(const std::vector<Vec2>& points, float period);

std::string svg_triangle(const SceneArrow& arrow);

// Many lines of one look: what lies on each other is written once.
class SvgStrokes {
public:
    void add(const std::vector<Vec2>& points);
    std::string data(float period) const;

private:
    struct Stretch {
        bool is_upright = false;
        float at = 0;  // its height, or how far to the right an upright one is
        float from = 0;
        float to = 0;
        auto key() const { return std::tuple(is_upright, at, from, to); }
    };
    std::vector<Stretch> stretches_;
    std::set<std::string> turns_;
};

}  // namespace throughline
