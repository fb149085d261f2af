// The sources in shaders/, embedded by the build; one pair per drawn thing.
#pragma once

namespace throughline {

struct ShaderPair {
    const char* vertex;
    const char* fragment;
};

extern const ShaderPair link_shaders;
extern const ShaderPair card_shaders;
extern const ShaderPair text_shaders;

}  // namespace throughline
