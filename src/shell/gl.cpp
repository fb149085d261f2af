// Programs and instance streams over GLES3 calls.
#include "shell/gl.h"

#include <array>
#include <utility>

namespace throughline {
namespace {

constexpr const char* shader_head = "#version 300 es\nprecision highp float;\nprecision highp int;\n#line 1\n";

struct CompiledShader {
    GLuint id = 0;
    std::string log;
};

std::string read_log(GLuint id, void (*read)(GLuint, GLsizei, GLsizei*, char*)) {
    std::array<char, 2048> log{};
    read(id, static_cast<GLsizei>(log.size()), nullptr, log.data());
    return log.data();
}

CompiledShader compile(GLenum stage, const char* source) {
    const GLuint id = glCreateShader(stage);
    const std::array<const char*, 2> parts{shader_head, source};
    glShaderSource(id, static_cast<GLsizei>(parts.size()), parts.data(), nullptr);
    glCompileShader(id);
    GLint is_compiled = GL_FALSE;
    glGetShaderiv(id, GL_COMPILE_STATUS, &is_compiled);
    if (is_compiled == GL_TRUE) return {id, ""};
    const std::string log = read_log(id, [](GLuint shader, GLsizei size, GLsizei* length, char* text) {
        glGetShaderInfoLog(shader, size, length, text);
    });
    glDeleteShader(id);
    return {0, (stage == GL_VERTEX_SHADER ? "vertex shader: " : "fragment shader: ") + log};
}

}  // namespace

Program::Program(Program&& other) noexcept : id_(std::exchange(other.id_, 0)) {}

Program& Program::operator=(Program&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
}

Program::~Program() {
    if (id_ != 0) glDeleteProgram(id_);
}

std::string Program::build(const char* vertex_source, const char* fragment_source) {
    const CompiledShader vertex = compile(GL_VERTEX_SHADER, vertex_source);
    if (vertex.id == 0) return vertex.log;
    const CompiledShader fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
    if (fragment.id == 0) {
        glDeleteShader(vertex.id);
        return fragment.log;
    }
    Program built;
    built.id_ = glCreateProgram();
    glAttachShader(built.id_, vertex.id);
    glAttachShader(built.id_, fragment.id);
    glLinkProgram(built.id_);
    glDeleteShader(vertex.id);
    glDeleteShader(fragment.id);
    GLint is_linked = GL_FALSE;
    glGetProgramiv(built.id_, GL_LINK_STATUS, &is_linked);
    if (is_linked != GL_TRUE) {
        return "program: " + read_log(built.id_, [](GLuint program, GLsizei size, GLsizei* length, char* text) {
                   glGetProgramInfoLog(program, size, length, text);
               });
    }
    *this = std::move(built);
    return "";
}

InstanceStream::InstanceStream(InstanceStream&& other) noexcept { *this = std::move(other); }

InstanceStream& InstanceStream::operator=(InstanceStream&& other) noexcept {
    std::swap(array_, other.array_);
    std::swap(buffer_, other.buffer_);
    std::swap(instance_bytes_, other.instance_bytes_);
    std::swap(count_, other.count_);
    return *this;
}

InstanceStream::~InstanceStream() {
    if (array_ != 0) glDeleteVertexArrays(1, &array_);
    if (buffer_ != 0) glDeleteBuffers(1, &buffer_);
}

void InstanceStream::create(std::size_t instance_bytes, const std::vector<InstanceAttribute>& attributes) {
    *this = InstanceStream();
    instance_bytes_ = instance_bytes;
    glGenVertexArrays(1, &array_);
    glGenBuffers(1, &buffer_);
    glBindVertexArray(array_);
    glBindBuffer(GL_ARRAY_BUFFER, buffer_);
    GLuint location = 0;
    for (const InstanceAttribute& attribute : attributes) {
        const bool is_color = attribute.kind == InstanceAttribute::Kind::Color;
        glEnableVertexAttribArray(location);
        glVertexAttribPointer(location, attribute.count, is_color ? GL_UNSIGNED_BYTE : GL_FLOAT,
                              is_color ? GL_TRUE : GL_FALSE, static_cast<GLsizei>(instance_bytes),
                              reinterpret_cast<const void*>(attribute.offset));
        glVertexAttribDivisor(location, 1);
        ++location;
    }
    glBindVertexArray(0);
}

void InstanceStream::upload(const void* instances, std::size_t count) {
    count_ = count;
    glBindBuffer(GL_ARRAY_BUFFER, buffer_);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(count * instance_bytes_), instances, GL_STREAM_DRAW);
}

void InstanceStream::draw(Shape shape, int vertex_count) const {
    if (count_ == 0) return;
    glBindVertexArray(array_);
    glDrawArraysInstanced(shape == Shape::Lines ? GL_LINE_STRIP : GL_TRIANGLE_STRIP, 0, vertex_count,
                          static_cast<GLsizei>(count_));
    glBindVertexArray(0);
}

}  // namespace throughline
