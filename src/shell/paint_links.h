// Paints a scene's links in one instanced call, an instance a cubic segment. Knows nothing of cards or text.
#pragma once

#include "core/view/palette.h"
#include "core/view/scene.h"
#include "shell/gl.h"
#include "shell/viewport.h"

#include <string>
#include <vector>

namespace throughline {

// As link.vert reads it. Lengths in world units.
struct LinkInstance {
    Vec2 points[4];
    Vec2 direction_begin;
    Vec2 direction_end;
    float length_before = 0;
    float length_of_link = 0;
    float links_before = 0;    // -1: drawn whole from the start
    float grows_from_end = 0;  // 1: it does
    float width = 0;
    float dot_period = 0;  // 0: solid
    float is_last = 0;
    float length = 0;     // of the segment
    float end_width = 0;  // an arrow's head has none
    float dot_shift = 0;
    Color color;
};

class LinkPainter {
public:
    // What failed, or nothing.
    [[nodiscard]] std::string build();
    // Handed over once, and painted however they are moved.
    void keep(const std::vector<SceneLink>& links, const Palette& palette);
    // `revealed` as Scene has it. What moves is painted once more when it has come to rest.
    void paint(const Transform& pixels_from_world, const Viewport& viewport, float revealed, bool is_moving);

private:
    Program program_;
    GLint pixels_from_world_ = -1;
    GLint framebuffer_px_ = -1;
    GLint step_count_ = -1;
    GLint is_thin_ = -1;
    GLint revealed_ = -1;
    InstanceStream stream_;
    std::vector<LinkInstance> instances_;
    // Of those that are kept, in world units.
    float widest_ = 0;
    float most_bent_ = 0;
};

// Appends the instances of one link; a link whose points are no whole cubics, or all in one place, has none.
void add_link_instances(const SceneLink& link, const Palette& palette, std::vector<LinkInstance>& instances);

}  // namespace throughline
