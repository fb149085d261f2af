// Names of keys follow KeyboardEvent.key, as in the page.
#include "shell/native/window_inputs.h"

#include "shell/native/window_host.h"

#include <SDL.h>
#include <imgui.h>

#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace throughline {
namespace {

constexpr float wheel_px = 100;  // a notch, as browsers count it
constexpr int mouse = 1;
constexpr float narrowest_wide_stage = 640;  // narrower ones have the tall form, as a page in a narrow window

constexpr std::array<std::pair<SDL_Keycode, const char*>, 8> named_keys{{
    {SDLK_ESCAPE, "Escape"},
    {SDLK_F1, "F1"},
    {SDLK_HOME, "Home"},
    {SDLK_END, "End"},
    {SDLK_LEFT, "ArrowLeft"},
    {SDLK_RIGHT, "ArrowRight"},
    {SDLK_UP, "ArrowUp"},
    {SDLK_DOWN, "ArrowDown"},
}};

Vec2 in_stage(const WindowHost& host, int x, int y) {
    const Rect stage = host.plan().stage;
    return {static_cast<float>(x) - stage.x, static_cast<float>(y) - stage.y};
}

std::optional<KeyInput> key_of(const SDL_Event& event) {
    if (event.type == SDL_TEXTINPUT) return KeyInput{event.text.text, false, ""};
    for (const auto& [code, name] : named_keys) {
        if (event.key.keysym.sym == code) return KeyInput{name, event.key.repeat != 0, ""};
    }
    return std::nullopt;
}

ContentInput read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {path.substr(path.find_last_of('/') + 1), std::string(std::istreambuf_iterator<char>(file), {})};
}

}  // namespace

void tell_imgui(const SDL_Event& event, const WindowHost& host) {
    ImGuiIO& io = ImGui::GetIO();
    const float ratio = host.device_pixel_ratio();
    if (event.type == SDL_MOUSEMOTION)
        io.AddMousePosEvent(static_cast<float>(event.motion.x) * ratio, static_cast<float>(event.motion.y) * ratio);
    if (event.type == SDL_MOUSEWHEEL) io.AddMouseWheelEvent(event.wheel.preciseX, event.wheel.preciseY);
    if ((event.type == SDL_MOUSEBUTTONDOWN || event.type == SDL_MOUSEBUTTONUP) &&
        event.button.button == SDL_BUTTON_LEFT) {
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, event.type == SDL_MOUSEBUTTONDOWN);
    }
}

std::vector<Input> inputs_of(const SDL_Event& event, const WindowHost& host, double time_ms) {
    const bool is_imguis = ImGui::GetIO().WantCaptureMouse;
    const auto pointer = [time_ms](PointerPhase phase, Vec2 pos_px) {
        return Input{time_ms, PointerInput{phase, PointerKind::Mouse, mouse, pos_px}};
    };
    switch (event.type) {
        case SDL_MOUSEMOTION:
            if (is_imguis) return {pointer(PointerPhase::Leave, {})};
            return {pointer(PointerPhase::Move, in_stage(host, event.motion.x, event.motion.y))};
        case SDL_MOUSEBUTTONDOWN:
            if (is_imguis || event.button.button != SDL_BUTTON_LEFT) return {};
            return {pointer(PointerPhase::Down, in_stage(host, event.button.x, event.button.y))};
        case SDL_MOUSEBUTTONUP: {
            if (is_imguis || event.button.button != SDL_BUTTON_LEFT) return {};
            const Vec2 pos_px = in_stage(host, event.button.x, event.button.y);
            return {pointer(PointerPhase::Up, pos_px), {time_ms, ActivateInput{host.find_control(pos_px)}}};
        }
        case SDL_MOUSEWHEEL:
            if (is_imguis) return {};
            return {{time_ms, WheelInput{in_stage(host, event.wheel.mouseX, event.wheel.mouseY),
                                         -event.wheel.preciseY * wheel_px, false}}};
        case SDL_TEXTINPUT:
        case SDL_KEYDOWN:
            if (const std::optional<KeyInput> key = key_of(event)) return {{time_ms, *key}};
            return {};
        case SDL_DROPFILE: {
            const std::string path = event.drop.file;
            SDL_free(event.drop.file);
            return {{time_ms, read_file(path)}};
        }
        case SDL_WINDOWEVENT:
            if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) return {{time_ms, size_of_stage(host)}};
            return {};
        default: return {};
    }
}

ResizeInput size_of_stage(const WindowHost& host) {
    const Rect stage = host.plan().stage;
    return {{stage.w, stage.h}, host.device_pixel_ratio(), stage.w >= narrowest_wide_stage ? Form::Wide : Form::Tall};
}

}  // namespace throughline
