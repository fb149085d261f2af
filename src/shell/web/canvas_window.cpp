// SDL makes the window and the context; cmake/sdl2_page.c leaves out its listeners.
#include "shell/web/canvas_window.h"

#include <SDL.h>

#include <emscripten/html5.h>

namespace throughline {

std::string open_canvas_window() {
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return std::string("SDL could not start: ") + SDL_GetError();
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);

    // SDL sets the canvas to the window's size, so it gets the one that the bridge has given it. No title: the page's
    // stays.
    int width = 1;
    int height = 1;
    emscripten_get_canvas_element_size("#canvas", &width, &height);
    SDL_Window* window = SDL_CreateWindow(nullptr, 0, 0, width, height, SDL_WINDOW_OPENGL);
    if (window == nullptr) return std::string("SDL could not use the canvas: ") + SDL_GetError();
    if (SDL_GL_CreateContext(window) == nullptr)
        return std::string("this browser gives no WebGL2 context: ") + SDL_GetError();
    return "";
}

}  // namespace throughline
