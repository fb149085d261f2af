// A native window with an OpenGL ES 3 context; without a display too, under SDL_VIDEODRIVER=offscreen.
#pragma once

#include "core/base/geometry.h"

#include <cstdint>
#include <string>
#include <vector>

struct SDL_Window;

namespace throughline {

enum class Visibility { Shown, Hidden };

class GlWindow {
public:
    GlWindow() = default;
    GlWindow(const GlWindow&) = delete;
    GlWindow& operator=(const GlWindow&) = delete;
    ~GlWindow();

    // What failed, or nothing. Sizes in the platform's window units.
    [[nodiscard]] std::string open(const char* title, int width, int height, Visibility visibility);

    void present() const;
    Vec2 size() const;            // window units
    Vec2 framebuffer_px() const;  // device pixels
    SDL_Window* sdl() const { return window_; }
    void* context() const { return context_; }

private:
    SDL_Window* window_ = nullptr;
    void* context_ = nullptr;
};

// What the current context has drawn: rows from top to bottom, three bytes a pixel.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;
};

Picture read_picture(int width, int height);
// As a binary PPM file. What failed, or nothing.
[[nodiscard]] std::string write_picture(const Picture& picture, const std::string& path);

}  // namespace throughline
