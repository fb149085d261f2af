// SDL2 calls, in mirrored order.
#include "shell/native/gl_window.h"

#include <GLES3/gl3.h>
#include <SDL.h>

#include <algorithm>
#include <fstream>

namespace throughline {

GlWindow::~GlWindow() {
    if (context_ != nullptr) SDL_GL_DeleteContext(context_);
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    SDL_Quit();
}

std::string GlWindow::open(const char* title, int width, int height, Visibility visibility) {
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return std::string("SDL could not start: ") + SDL_GetError();
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    const unsigned int flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    window_ = SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height,
                               flags | (visibility == Visibility::Shown ? SDL_WINDOW_SHOWN : SDL_WINDOW_HIDDEN));
    if (window_ == nullptr) return std::string("no window: ") + SDL_GetError();
    context_ = SDL_GL_CreateContext(window_);
    if (context_ == nullptr) return std::string("no OpenGL ES 3 context: ") + SDL_GetError();
    return "";
}

void GlWindow::present() const { SDL_GL_SwapWindow(window_); }

Vec2 GlWindow::size() const {
    int width = 0;
    int height = 0;
    SDL_GetWindowSize(window_, &width, &height);
    return {static_cast<float>(width), static_cast<float>(height)};
}

Vec2 GlWindow::framebuffer_px() const {
    int width = 0;
    int height = 0;
    SDL_GL_GetDrawableSize(window_, &width, &height);
    return {static_cast<float>(width), static_cast<float>(height)};
}

Picture read_picture(int width, int height) {
    std::vector<std::uint8_t> rgba(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    Picture picture{width, height, {}};
    picture.rgb.reserve(rgba.size() / 4 * 3);
    for (int row = height - 1; row >= 0; --row) {
        for (int column = 0; column < width; ++column) {
            const auto pixel = rgba.begin() + (static_cast<std::ptrdiff_t>(row) * width + column) * 4;
            picture.rgb.insert(picture.rgb.end(), pixel, pixel + 3);
        }
    }
    return picture;
}

std::string write_picture(const Picture& picture, const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    file << "P6\n" << picture.width << ' ' << picture.height << "\n255\n";
    file.write(reinterpret_cast<const char*>(picture.rgb.data()), static_cast<std::streamsize>(picture.rgb.size()));
    return file ? "" : path + " could not be written";
}

}  // namespace throughline
