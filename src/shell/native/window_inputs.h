// SDL's events as Input values, and to ImGui what belongs to the page's widgets.
#pragma once

#include "core/command/input.h"

#include <vector>

union SDL_Event;

namespace throughline {

class WindowHost;

// Tells ImGui of the pointer, in device pixels.
void tell_imgui(const SDL_Event& event, const WindowHost& host);

// None for events that are none of the program's, or that ImGui's widgets have taken. A click comes as in the page: the
// pointer's release, then what it activates.
std::vector<Input> inputs_of(const SDL_Event& event, const WindowHost& host, double time_ms);

ResizeInput size_of_stage(const WindowHost& host);

}  // namespace throughline
