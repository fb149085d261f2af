// A glyph as one quad: where it stands, in device pixels, and where its picture is in the atlas.
layout(location = 0) in vec4 corners;          // low, high
layout(location = 1) in vec4 texture_corners;  // low, high
layout(location = 2) in vec4 color;

uniform vec2 framebuffer_px;

out vec2 in_texture;
flat out vec4 ink;

void main() {
    vec2 corner = vec2(gl_VertexID % 2, gl_VertexID / 2);
    vec2 pixel = mix(corners.xy, corners.zw, corner);
    gl_Position = vec4((pixel / framebuffer_px * 2.0 - 1.0) * vec2(1.0, -1.0), 0.0, 1.0);
    in_texture = mix(texture_corners.xy, texture_corners.zw, corner);
    ink = color;
}
