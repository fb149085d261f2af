// What the GL tests share: a hidden window with an OpenGL ES 3 context on any machine, a host that notes what it is
// told, and pixels to look at.
#pragma once

#include "shell/app.h"
#include "shell/native/gl_window.h"

#include "../files.h"

#include <GLES3/gl3.h>
#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace throughline::testing {

// A file of this machine; fails the test when it cannot be read.
inline std::string read_bytes(const std::string& path) {
    std::optional<std::string> bytes = read_file(path);
    CHECK_MESSAGE(bytes.has_value(), path, " cannot be read");
    return std::move(bytes).value_or("");
}

class TestHost final : public Host {
public:
    double now_ms() override { return clock_ms += 0.25; }
    Viewport viewport_of(const State& state) override {
        Viewport viewport;
        viewport.framebuffer_px = framebuffer_px;
        viewport.device_pixel_ratio = framebuffer_px.x / state.around.stage_px.x;
        return viewport;
    }
    void show_page(const Page& page) override { pages.push_back(page.attributes.selected); }
    void carry_out(const Effect& effect) override { effects.push_back(effect); }
    void report_frames(int drawn) override { frames = drawn; }
    // A block of half an em a side.
    PlatformExtent measure(const PlatformText& text) override {
        measured_texts.push_back(text.text);
        const int side = static_cast<int>(text.size_px / 2);
        return {text.size_px / 2, 0, -side, side * text.stretch, side, false};
    }
    void draw(const PlatformText& text, const PlatformExtent& extent, int x, int y) override {
        drawn_texts.push_back(text.text);
        const std::vector<std::uint8_t> white(static_cast<std::size_t>(extent.width * extent.height) * 4, 255);
        glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, extent.width, extent.height, GL_RGBA, GL_UNSIGNED_BYTE, white.data());
    }

    Vec2 framebuffer_px;
    double clock_ms = 0;
    int frames = 0;
    std::vector<std::string> pages;
    std::vector<Effect> effects;
    std::vector<std::string> measured_texts;
    std::vector<std::string> drawn_texts;
};

// A window of its own for each case; the first thing a case makes and the last that goes.
class GlStage {
public:
    GlStage(int width, int height) : width_(width), height_(height) {
        setenv("SDL_VIDEODRIVER", "offscreen", 0);
        CHECK(window_.open("test", width, height, Visibility::Hidden) == "");
        host.framebuffer_px = {static_cast<float>(width), static_cast<float>(height)};
    }

    Picture look() const { return read_picture(width_, height_); }

    FontBytes fonts() const { return {regular_, semibold_}; }

    TestHost host;

private:
    GlWindow window_;
    int width_;
    int height_;
    std::string regular_ = read_bytes(THROUGHLINE_FONT_DIR "/inter-400.otf");
    std::string semibold_ = read_bytes(THROUGHLINE_FONT_DIR "/inter-600.otf");
};

inline Color pixel_at(const Picture& picture, float x, float y) {
    const std::size_t at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 3;
    return {picture.rgb[at], picture.rgb[at + 1], picture.rgb[at + 2], 255};
}

// As scenes here have it that do not say otherwise.
inline Color light(Paint paint) { return color_of(palette_of(Look::Light), paint); }

inline int difference(Color a, Color b) { return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b); }
inline bool is_near(Color a, Color b, int tolerance = 12) { return difference(a, b) <= tolerance; }

// How many pixels of a rectangle are unlike this colour.
inline bool is_near(Color a, Paint b, int tolerance = 12) { return is_near(a, light(b), tolerance); }
inline int difference(Color a, Paint b) { return difference(a, light(b)); }

inline int count_ink(const Picture& picture, const Rect& rect, Color background) {
    int count = 0;
    for (float y = rect.y; y < rect.bottom(); ++y) {
        for (float x = rect.x; x < rect.right(); ++x) count += is_near(pixel_at(picture, x, y), background, 60) ? 0 : 1;
    }
    return count;
}
inline int count_ink(const Picture& picture, const Rect& rect, Paint background) {
    return count_ink(picture, rect, light(background));
}

}  // namespace throughline::testing
