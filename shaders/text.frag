// The atlas is premultiplied: a letter is white of some opacity, an emoji has its own colours and comes with white ink.
in vec2 in_texture;
flat in vec4 ink;

uniform sampler2D atlas;

out vec4 painted;  // premultiplied

void main() {
    vec4 glyph = texture(atlas, in_texture);
    painted = vec4(glyph.rgb * ink.rgb, glyph.a) * ink.a;
}
