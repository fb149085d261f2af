// A link's cubic segment as a triangle strip along the curve: two vertices a step, one on either side. Every distance
// that the fragment shader gets is in device pixels, so that edges stay one pixel soft at any zoom.
layout(location = 0) in vec4 curve_begin;   // control points 0 and 1, world units
layout(location = 1) in vec4 curve_end;     // control points 2 and 3
layout(location = 2) in vec4 directions;    // unit tangents at both ends, shared with the neighbouring segments
// Lengths in world units: before this segment, of the whole link. Links before it on its path (-1: drawn whole); 1: it
// grows from its end.
layout(location = 3) in vec4 arc;
// In world units: the width, the period of the dots (0: solid); 1: the last segment; the segment's length.
layout(location = 4) in vec4 stroke;
layout(location = 5) in vec2 end_width_and_shift;  // width where the segment ends, 0: it comes to a point; of its dots
layout(location = 6) in vec4 link_color;

uniform vec4 pixels_from_world;  // scale, unused, offset
uniform vec2 framebuffer_px;
uniform int step_count;
uniform bool is_thin;            // one vertex a step, joined by lines of a pixel
uniform float revealed;          // how many links of each path are drawn

out vec2 along_across;      // from the link's start and from its middle
flat out vec4 extent;       // drawn from, drawn to, period of the dots, and how much later the first of them would be
out float half_width;
flat out float cover;
flat out vec3 color;

const float min_width_px = 1.0;  // thinner lines are drawn this wide and fainter

vec2 derivative_at(float t) {
    vec2 a = curve_begin.zw - curve_begin.xy;
    vec2 b = curve_end.xy - curve_begin.zw;
    vec2 c = curve_end.zw - curve_end.xy;
    float s = 1.0 - t;
    return 3.0 * (a * (s * s) + b * (2.0 * s * t) + c * (t * t));
}

// Gauss-Legendre quadrature of the curve's speed with eight points (Abramowitz and Stegun, "Handbook of Mathematical
// Functions", 1964, table 25.4); paint_links.cpp measures whole segments with the same points.
float length_until(float t) {
    vec4 nodes = vec4(0.1834346425, 0.5255324099, 0.7966664774, 0.9602898565);
    vec4 weights = vec4(0.3626837834, 0.3137066459, 0.2223810345, 0.1012285363);
    float sum = 0.0;
    for (int i = 0; i < 4; ++i) {
        float near_point = 0.5 * t * (1.0 - nodes[i]);
        float far_point = 0.5 * t * (1.0 + nodes[i]);
        sum += weights[i] * (length(derivative_at(near_point)) + length(derivative_at(far_point)));
    }
    return 0.5 * t * sum;
}

vec2 direction_at(float t, int at_step) {
    if (at_step == 0) return directions.xy;
    if (at_step == step_count) return directions.zw;
    return normalize(derivative_at(t));
}

void main() {
    int at_step = is_thin ? gl_VertexID : gl_VertexID / 2;
    float side = is_thin ? 0.0 : gl_VertexID % 2 == 0 ? -1.0 : 1.0;
    float t = float(at_step) / float(step_count);
    float s = 1.0 - t;
    vec2 position = curve_begin.xy * (s * s * s) + curve_begin.zw * (3.0 * s * s * t) +
                    curve_end.xy * (3.0 * s * t * t) + curve_end.zw * (t * t * t);
    vec2 direction = direction_at(t, at_step);

    float scale = pixels_from_world.x;
    float width_px = stroke.x * scale;
    cover = min(width_px / min_width_px, 1.0);
    half_width = 0.5 * max(width_px, min_width_px) * (end_width_and_shift.x == 0.0 ? s : 1.0);
    float reach = half_width + 0.5;

    // The link's own two ends go on for a pixel, so that they are as soft as its sides.
    float beyond = 0.0;
    if (at_step == 0 && arc.x == 0.0) beyond = -1.0;
    if (at_step == step_count && stroke.z == 1.0) beyond = 1.0;

    vec2 aside = vec2(-direction.y, direction.x) * side * reach;
    vec2 pixel = position * scale + pixels_from_world.zw + direction * beyond + aside;
    gl_Position = vec4((pixel / framebuffer_px * 2.0 - 1.0) * vec2(1.0, -1.0), 0.0, 1.0);

    float drawn = arc.z < 0.0 ? 1.0 : clamp(revealed - arc.z, 0.0, 1.0);
    bool is_whole = drawn >= 1.0;
    vec2 part = (arc.w == 1.0 ? vec2(1.0 - drawn, 1.0) : vec2(0.0, drawn)) * arc.y;

    // OPTIMIZATION: of a solid line that is drawn whole the length tells nothing but where it begins and ends; there
    // the share of the curve's parameter will do, which is most of what a picture of thousands of lines costs without a
    // graphics card.
    bool is_plain = stroke.y == 0.0 && is_whole;
    float along = arc.x + (is_plain ? t * stroke.w : length_until(t));
    along_across = vec2(along * scale + beyond, side * reach);
    extent = vec4(part, stroke.y, end_width_and_shift.y) * scale;
    color = link_color.rgb;
}
