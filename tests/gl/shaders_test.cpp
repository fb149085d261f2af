// The shader sources themselves, on a real OpenGL ES 3 compiler.
#include "gl_stage.h"

#include "shell/gl.h"
#include "shell/shaders.h"

#include <utility>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("every shader pair compiles and links") {
    const GlStage stage(8, 8);
    for (const ShaderPair& pair : {link_shaders, card_shaders, text_shaders}) {
        Program program;
        CHECK(program.build(pair.vertex, pair.fragment) == "");
        CHECK(program.is_built());
    }
}

TEST_CASE("a shader that does not compile is told by its log and leaves no program") {
    const GlStage stage(8, 8);
    Program program;
    CHECK(program.build("void main() { gl_Position = nonsense; }", card_shaders.fragment).find("nonsense") !=
          std::string::npos);
    CHECK(program.build(card_shaders.vertex, "void main() { nonsense(); }").find("fragment shader: ") == 0);
    CHECK_FALSE(program.is_built());
}

TEST_CASE("a pair that does not fit together is told by its log") {
    const GlStage stage(8, 8);
    Program program;
    const std::string log = program.build("void main() { gl_Position = vec4(0.0); }",
                                          "in vec4 missing; out vec4 painted; void main() { painted = missing; }");
    CHECK(log.find("program: ") == 0);
}

TEST_CASE("the uniforms that the painters set are there") {
    const GlStage stage(8, 8);
    Program links;
    CHECK(links.build(link_shaders.vertex, link_shaders.fragment) == "");
    for (const char* name : {"pixels_from_world", "framebuffer_px", "step_count"}) CHECK(links.find_uniform(name) >= 0);
    Program cards;
    CHECK(cards.build(card_shaders.vertex, card_shaders.fragment) == "");
    for (const char* name : {"pixels_from_world", "framebuffer_px"}) CHECK(cards.find_uniform(name) >= 0);
    Program text;
    CHECK(text.build(text_shaders.vertex, text_shaders.fragment) == "");
    CHECK(text.find_uniform("framebuffer_px") >= 0);
}
