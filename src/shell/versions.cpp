// Thin questions to SDL, Dear ImGui and GL.
#include "shell/versions.h"

#include <GLES3/gl3.h>
#include <SDL.h>
#include <imgui.h>

namespace throughline {

std::string sdl_version() {
    SDL_version version;
    SDL_GetVersion(&version);
    return std::to_string(version.major) + "." + std::to_string(version.minor) + "." + std::to_string(version.patch);
}

std::string video_driver() {
    const char* name = SDL_GetCurrentVideoDriver();
    return name == nullptr ? "" : name;
}

std::string imgui_version() { return ImGui::GetVersion(); }

std::string graphics_driver() {
    const GLubyte* name = glGetString(GL_RENDERER);
    return name == nullptr ? "" : reinterpret_cast<const char*>(name);
}

}  // namespace throughline
