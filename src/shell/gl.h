// The little of OpenGL ES 3 that painting needs, owned by value: programs and instanced vertex streams. The same
// dialect natively and in WebGL2. Must not know scenes.
#pragma once

#include <GLES3/gl3.h>

#include <cstddef>
#include <string>
#include <vector>

namespace throughline {

class Program {
public:
    Program() = default;
    Program(Program&& other) noexcept;
    Program& operator=(Program&& other) noexcept;
    ~Program();

    // Sources come without #version and precision lines. The log of whatever fails; empty when all went well.
    [[nodiscard]] std::string build(const char* vertex_source, const char* fragment_source);

    void use() const { glUseProgram(id_); }
    GLint find_uniform(const char* name) const { return glGetUniformLocation(id_, name); }
    bool is_built() const { return id_ != 0; }

private:
    GLuint id_ = 0;
};

// One value that every vertex of an instance shares.
struct InstanceAttribute {
    enum class Kind { Floats, Color };

    Kind kind = Kind::Floats;
    GLint count = 4;
    std::size_t offset = 0;  // bytes from the instance's start
};

// A vertex array whose only contents are instances; the shader makes their vertices from gl_VertexID.
class InstanceStream {
public:
    InstanceStream() = default;
    InstanceStream(InstanceStream&& other) noexcept;
    InstanceStream& operator=(InstanceStream&& other) noexcept;
    ~InstanceStream();

    // Attributes take locations 0, 1, …
    void create(std::size_t instance_bytes, const std::vector<InstanceAttribute>& attributes);

    void upload(const void* instances, std::size_t count);
    // Everything that was uploaded, in one call: each instance as triangles, or lines of a pixel, through
    // `vertex_count` vertices.
    void draw_strips(int vertex_count) const { draw(Shape::Triangles, vertex_count); }
    void draw_lines(int vertex_count) const { draw(Shape::Lines, vertex_count); }

private:
    enum class Shape { Triangles, Lines };
    void draw(Shape shape, int vertex_count) const;

    GLuint array_ = 0;
    GLuint buffer_ = 0;
    std::size_t instance_bytes_ = 0;
    std::size_t count_ = 0;
};

}  // namespace throughline
