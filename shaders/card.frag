// A rounded card and the lane's shape on it, each from its signed distance in pixels, laid over one another.
in vec2 from_center;
in vec2 from_icon;
flat in vec2 half_size;
flat in vec4 shape;
flat in vec2 scale_shadow;
flat in vec4 fill_color;
flat in vec4 border_color;
flat in vec4 icon_color;
flat in vec4 halo_color;

out vec4 painted;  // premultiplied

// Kinds of halo and shapes, as paint_cards.cpp numbers them.
const float halo_hovered = 1.0;
const float halo_focused = 2.0;

float coverage(float distance_px) { return clamp(0.5 - distance_px, 0.0, 1.0); }

vec4 over(vec4 above, vec4 below) { return above + below * (1.0 - above.a); }

vec4 tinted(vec4 color, float cover) { return vec4(color.rgb, 1.0) * (color.a * cover); }

float to_rounded_box(vec2 p, vec2 half_extent, float radius) {
    vec2 q = abs(p) - half_extent + radius;
    return min(max(q.x, q.y), 0.0) + length(max(q, 0.0)) - radius;
}

float to_segment(vec2 p, vec2 a, vec2 b) {
    vec2 along = b - a;
    return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}

// An upright isosceles triangle with rounded corners, after Inigo Quilez, "2D distance functions".
float to_triangle(vec2 p) {
    const float rounding = 0.9;
    const vec2 apex = vec2(0.0, -5.0);
    const vec2 foot = vec2(5.4, 4.1);
    p.x = abs(p.x);
    vec2 edge = foot - apex;
    vec2 from_apex = p - apex;
    vec2 to_side = from_apex - edge * clamp(dot(from_apex, edge) / dot(edge, edge), 0.0, 1.0);
    vec2 to_base = vec2(max(p.x - foot.x, 0.0), p.y - foot.y);
    float outside_side = edge.y * from_apex.x - edge.x * from_apex.y;
    float inside = max(outside_side, p.y - foot.y) < 0.0 ? -1.0 : 1.0;
    return inside * min(length(to_side), length(to_base)) - rounding;
}

const float icon_reach = 7.0;  // world units

// World units; negative inside.
float to_corner(vec2 p, vec2 a, vec2 b, vec2 c) { return min(to_segment(p, a, b), to_segment(p, b, c)); }

float to_shape(float kind, vec2 p) {
    if (kind == 0.0) return abs(length(p) - 4.9) - 1.2;
    if (kind == 1.0) return to_rounded_box(p, vec2(5.0), 1.0);
    if (kind == 2.0) return to_triangle(p);
    if (kind == 3.0) return to_corner(p, vec2(-5.2, 0.4), vec2(-1.7, 3.9), vec2(5.4, -4.1)) - 1.35;
    return to_corner(p, vec2(4.4, -4.6), vec2(-4.4, 0.0), vec2(4.4, 4.6)) - 1.3;
}

vec4 shadow_at(float scale, float strength) {
    float blur = 12.0 * scale;
    float away = to_rounded_box(from_center - vec2(0.0, 2.5 * scale), half_size, shape.x) + 0.25 * blur;
    float depth = 1.0 - smoothstep(0.0, 1.0, away / blur);
    return vec4(0.0, 0.0, 0.0, strength * depth * depth);
}

vec4 halo_at(float from_edge, float scale) {
    if (shape.w == halo_focused) {
        float gap = 2.0 * scale;
        return tinted(halo_color, coverage(from_edge - gap - 2.5 * scale) - coverage(from_edge - gap));
    }
    if (shape.w == halo_hovered) return tinted(halo_color, coverage(from_edge - 3.0 * scale));
    return vec4(0.0);
}

void main() {
    float scale = scale_shadow.x;
    float half_border = 0.5 * shape.y;
    float to_card = to_rounded_box(from_center, half_size, shape.x);

    if (to_card + half_border <= -0.5) {
        // OPTIMIZATION: nothing but the fill reaches here, and here are most of a card's pixels.
        painted = tinted(fill_color, 1.0);
    } else {
        painted = scale_shadow.y > 0.0 ? shadow_at(scale, scale_shadow.y) : vec4(0.0);
        painted = over(halo_at(to_card - half_border, scale), painted);
        float outer = coverage(to_card - half_border);
        float inner = coverage(to_card + half_border);
        painted = painted * (1.0 - outer) + tinted(border_color, outer - inner) + tinted(fill_color, inner);
    }

    // No shape reaches farther than `icon_reach`, and half a pixel of softness.
    float from_middle = max(abs(from_icon.x), abs(from_icon.y));
    if (shape.z >= 0.0 && (from_middle - icon_reach) * scale < 0.5) {
        float inside = coverage(to_card + half_border);
        painted = over(tinted(icon_color, coverage(to_shape(shape.z, from_icon) * scale) * inside), painted);
    }
}
