// What this program really runs on, asked of the libraries themselves, so that a test notices when one is gone.
#pragma once

#include <string>

namespace throughline {

std::string sdl_version();   // of the SDL that is linked
std::string video_driver();  // SDL's
std::string imgui_version();
std::string graphics_driver();  // as it calls itself; empty without a context

}  // namespace throughline
