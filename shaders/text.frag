// The atlas holds a letter as white of some opacity, an emoji in its own colours.
in vec2 in_texture;
flat in vec4 ink;

uniform sampler2D atlas;

out vec4 painted;  // premultiplied

void main() {
    vec4 glyph = texture(atlas, in_texture) * ink;
    painted = vec4(glyph.rgb * glyph.a, glyph.a);
}
