// Thin questions to SDL and Dear ImGui.
#include "shell/versions.h"

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

}  // namespace throughline
