// A card as one quad, large enough for what stands around it: shadow and halo.
layout(location = 0) in vec4 rect;         // x, y, width, height in the instance's units
layout(location = 1) in vec4 form;         // corner radius, border width, lane's shape (-1: none), kind of halo
layout(location = 2) in vec4 icon_shadow;  // middle of the shape; strength of the shadow
layout(location = 3) in vec4 fill;
layout(location = 4) in vec4 border;
layout(location = 5) in vec4 icon;
layout(location = 6) in vec4 halo;

uniform vec4 pixels_from_world;  // scale, 1: whole pixels, offset
uniform vec2 framebuffer_px;

out vec2 from_center;         // pixels, y down
out vec2 from_icon;           // world units
flat out vec2 half_size;      // pixels
flat out vec4 shape;          // corner radius and border width in pixels, lane's shape, kind of halo
flat out vec2 scale_shadow;
flat out vec4 fill_color;
flat out vec4 border_color;
flat out vec4 icon_color;
flat out vec4 halo_color;

const float surroundings = 18.0;  // world units that a shadow or halo may need

void main() {
    float scale = pixels_from_world.x;
    float half_border = 0.5 * form.y * scale;
    vec2 low = rect.xy * scale + pixels_from_world.zw - half_border;
    vec2 high = (rect.xy + rect.zw) * scale + pixels_from_world.zw + half_border;
    if (pixels_from_world.y == 1.0) {
        low = floor(low + 0.5);
        high = floor(high + 0.5);
    }
    vec2 center = 0.5 * (low + high);
    half_size = 0.5 * (high - low) - half_border;

    bool is_bare = icon_shadow.z == 0.0 && form.w == 0.0;
    float around = half_border + (is_bare ? 1.0 : surroundings * scale);
    vec2 corner = vec2(gl_VertexID % 2, gl_VertexID / 2) * 2.0 - 1.0;
    from_center = corner * (half_size + around);
    vec2 pixel = center + from_center;
    gl_Position = vec4((pixel / framebuffer_px * 2.0 - 1.0) * vec2(1.0, -1.0), 0.0, 1.0);

    vec2 icon_center = icon_shadow.xy * scale + pixels_from_world.zw;
    if (pixels_from_world.y == 1.0) icon_center = floor(icon_center * 2.0 + 0.5) * 0.5;
    from_icon = (pixel - icon_center) / scale;
    shape = vec4(form.xy * scale, form.zw);
    scale_shadow = vec2(scale, icon_shadow.z);
    fill_color = fill;
    border_color = border;
    icon_color = icon;
    halo_color = halo;
}
