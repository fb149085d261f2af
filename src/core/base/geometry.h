// Plain geometry shared by layout, scene and input. World units are the layout's own; pixels are CSS pixels.
#pragma once

#include <cmath>

namespace throughline {

struct Vec2 {
    float x = 0;
    float y = 0;
    friend bool operator==(const Vec2&, const Vec2&) = default;
};

inline Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
inline Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
inline Vec2 operator*(Vec2 a, float s) { return {a.x * s, a.y * s}; }
inline float length_of(Vec2 v) { return std::sqrt(v.x * v.x + v.y * v.y); }

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Vec2 center() const { return {x + w / 2, y + h / 2}; }
    bool contains(Vec2 p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    friend bool operator==(const Rect&, const Rect&) = default;
};

// Uniform scale and offset: target = source * scale + offset.
struct Transform {
    float scale = 1;
    Vec2 offset;
    Vec2 apply(Vec2 p) const { return p * scale + offset; }
    Rect apply(Rect r) const { return {r.x * scale + offset.x, r.y * scale + offset.y, r.w * scale, r.h * scale}; }
    Vec2 invert(Vec2 p) const { return {(p.x - offset.x) / scale, (p.y - offset.y) / scale}; }
    friend bool operator==(const Transform&, const Transform&) = default;
};

// The one rule by which a picture is fitted into a box, the same as SVG's preserveAspectRatio="xMidYMid meet". `world`
// is not empty.
Transform fit_transform(Rect world, Vec2 box_px);

}  // namespace throughline
