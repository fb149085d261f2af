// How much of a pixel a solid or dotted line covers, from its distance to the line in pixels.
in vec2 along_across;
flat in vec4 extent;
in float half_width;
flat in float cover;
flat in vec3 color;

out vec4 painted;  // premultiplied

float coverage(float distance_px) { return clamp(0.5 - distance_px, 0.0, 1.0); }

void main() {
    float period = extent.z;
    float outside = max(extent.x - along_across.x, along_across.x - extent.y);
    float to_edge = abs(along_across.y) - half_width;
    if (period > 0.0) {
        float from_dot = mod(along_across.x + extent.w, period) - 0.5 * period;
        to_edge = length(vec2(from_dot, along_across.y)) - half_width;
    }
    float alpha = coverage(to_edge) * coverage(outside) * cover;
    painted = vec4(color * alpha, alpha);
}
