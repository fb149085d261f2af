// Links to instances: lengths, shared tangents and dots are worked out here, everything per pixel in link.vert/frag.
#include "shell/paint_links.h"

#include "shell/shaders.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace throughline {
namespace {

Vec2 unit(Vec2 v) {
    const float length = length_of(v);
    return length > 0 ? v * (1 / length) : Vec2{};
}

// The first control point away from an end gives the tangent there, even where two of them coincide.
Vec2 direction_leaving(const Vec2* points, int from, int step) {
    for (int i = from + step; i >= 0 && i < 4; i += step) {
        const Vec2 towards = points[i] - points[from];
        if (length_of(towards) > 1e-4F) return unit(towards) * static_cast<float>(step);
    }
    return {};
}

// By how much a segment's dots are shifted from its start. Level and upright segments have them at even places of the
// picture, so that links that share a stroke share its dots.
float first_dot(const Vec2* points, float period) {
    const Vec2 way = points[3] - points[0];
    const float half = period / 2;
    if (std::abs(way.y) < 1e-3F) return half + (way.x > 0 ? points[0].x : -points[0].x);
    if (std::abs(way.x) < 1e-3F) return half + (way.y > 0 ? points[0].y : -points[0].y);
    return 0;
}

// The same eight Gauss-Legendre points as in link.vert, so that dots run on evenly from segment to segment.
float length_of_segment(const Vec2* points) {
    constexpr std::array<float, 4> nodes{0.1834346425F, 0.5255324099F, 0.7966664774F, 0.9602898565F};
    constexpr std::array<float, 4> weights{0.3626837834F, 0.3137066459F, 0.2223810345F, 0.1012285363F};
    const Vec2 a = points[1] - points[0];
    const Vec2 b = points[2] - points[1];
    const Vec2 c = points[3] - points[2];
    const auto speed_at = [&](float t) {
        const float s = 1 - t;
        return 3 * length_of(a * (s * s) + b * (2 * s * t) + c * (t * t));
    };
    float sum = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        sum += weights[i] * (speed_at(0.5F * (1 - nodes[i])) + speed_at(0.5F * (1 + nodes[i])));
    }
    return 0.5F * sum;
}

// How far a segment is from a straight line, as the greatest second difference of its control points.
float bend_of(const Vec2* points) {
    return std::max(length_of(points[0] - points[1] * 2 + points[2]), length_of(points[1] - points[2] * 2 + points[3]));
}

// Enough steps that a chord leaves its curve by less than a quarter of a pixel (Wang's
// formula: Goldman, Pyramid Algorithms, 2003, 5.6.3).
int steps_for(float bend_px) { return std::clamp(static_cast<int>(std::ceil(std::sqrt(3 * bend_px))), 1, 96); }

// OPTIMIZATION: without a graphics card a picture of thousands of links costs by its chords. While it moves it has no
// more of them than this, if a segment keeps four, with which it is a pixel or two beside its curve.
constexpr std::size_t most_moving_chords = 16000;

int moving_steps_for(float bend_px, std::size_t segments) {
    return std::min(steps_for(bend_px),
                    std::max(4, static_cast<int>(most_moving_chords / std::max<std::size_t>(segments, 1))));
}

}  // namespace

void add_link_instances(const SceneLink& link, const Palette& palette, std::vector<LinkInstance>& instances) {
    if (link.points.size() < 4 || link.points.size() % 3 != 1) return;
    const std::size_t first = instances.size();
    float length = 0;
    for (std::size_t at = 0; at + 3 < link.points.size(); at += 3) {
        LinkInstance segment;
        std::copy_n(link.points.begin() + static_cast<std::ptrdiff_t>(at), 4, segment.points);
        const float segment_length = length_of_segment(segment.points);
        if (segment_length < 1e-3F) continue;
        segment.direction_begin = direction_leaving(segment.points, 0, 1);
        segment.direction_end = direction_leaving(segment.points, 3, -1);
        segment.length_before = length;
        segment.length = segment_length;
        segment.width = segment.end_width = link.width;
        segment.color = color_of(palette, link.color);
        length += segment_length;
        instances.push_back(segment);
    }
    if (instances.size() == first) return;
    const std::size_t line_end = instances.size();
    const float head = length_of(link.arrow.tip - link.arrow.base);
    if (head > 1e-3F) {
        LinkInstance arrow;
        const Vec2 step = (link.arrow.tip - link.arrow.base) * (1.0F / 3);
        for (int i = 0; i < 4; ++i) arrow.points[i] = link.arrow.base + step * static_cast<float>(i);
        arrow.direction_begin = arrow.direction_end = unit(step);
        arrow.length_before = length;
        arrow.length = head;
        arrow.width = head;
        arrow.color = color_of(palette, link.color);
        instances.push_back(arrow);
    }
    for (std::size_t i = first; i < instances.size(); ++i) {
        LinkInstance& segment = instances[i];
        segment.length_of_link = length + head;
        segment.links_before = static_cast<float>(link.links_before);
        segment.grows_from_end = link.grows_from_end ? 1 : 0;
        if (i >= line_end) continue;
        if (link.basis == Basis::Inferred) {
            segment.dot_period = dot_period * link.width;
            segment.dot_shift = first_dot(segment.points, segment.dot_period) - segment.length_before;
        }
        if (i + 1 < line_end) {
            const Vec2 shared = unit(segment.direction_end + instances[i + 1].direction_begin);
            segment.direction_end = shared;
            instances[i + 1].direction_begin = shared;
        }
    }
    instances[line_end - 1].is_last = 1;
}

std::string LinkPainter::build() {
    if (std::string error = program_.build(link_shaders.vertex, link_shaders.fragment); !error.empty()) {
        return "link: " + error;
    }
    pixels_from_world_ = program_.find_uniform("pixels_from_world");
    framebuffer_px_ = program_.find_uniform("framebuffer_px");
    step_count_ = program_.find_uniform("step_count");
    is_thin_ = program_.find_uniform("is_thin");
    revealed_ = program_.find_uniform("revealed");
    using Kind = InstanceAttribute::Kind;
    stream_.create(sizeof(LinkInstance), {{Kind::Floats, 4, offsetof(LinkInstance, points)},
                                          {Kind::Floats, 4, offsetof(LinkInstance, points) + 2 * sizeof(Vec2)},
                                          {Kind::Floats, 4, offsetof(LinkInstance, direction_begin)},
                                          {Kind::Floats, 4, offsetof(LinkInstance, length_before)},
                                          {Kind::Floats, 4, offsetof(LinkInstance, width)},
                                          {Kind::Floats, 2, offsetof(LinkInstance, end_width)},
                                          {Kind::Color, 4, offsetof(LinkInstance, color)}});
    return "";
}

void LinkPainter::keep(const std::vector<SceneLink>& links, const Palette& palette) {
    instances_.clear();
    widest_ = 0;
    most_bent_ = 0;
    for (const SceneLink& link : links) {
        add_link_instances(link, palette, instances_);
        widest_ = std::max(widest_, link.width);
    }
    for (const LinkInstance& segment : instances_) most_bent_ = std::max(most_bent_, bend_of(segment.points));
    stream_.upload(instances_.data(), instances_.size());
}

void LinkPainter::paint(const Transform& pixels_from_world, const Viewport& viewport, float revealed, bool is_moving) {
    const float scale = pixels_from_world.scale;
    const float bend_px = most_bent_ * scale;
    const int steps = is_moving ? moving_steps_for(bend_px, instances_.size()) : steps_for(bend_px);
    program_.use();
    glUniform4f(pixels_from_world_, pixels_from_world.scale, 0, pixels_from_world.offset.x, pixels_from_world.offset.y);
    glUniform2f(framebuffer_px_, viewport.framebuffer_px.x, viewport.framebuffer_px.y);
    glUniform1i(step_count_, steps);
    glUniform1f(revealed_, revealed);
    // OPTIMIZATION: where no line is wider than a pixel each is drawn as one, and fainter: half the corners and half
    // the pixels.
    const bool is_thin = widest_ * scale <= 1;
    glUniform1i(is_thin_, is_thin ? 1 : 0);
    if (is_thin) {
        stream_.draw_lines(steps + 1);
    } else {
        stream_.draw_strips(2 * (steps + 1));
    }
}

}  // namespace throughline
