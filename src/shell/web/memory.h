// How much memory is in use, counted as it is asked for: an allocator's own figure wobbles with what it rounds up to,
// and a screen that runs for weeks is to be held to the byte.
#pragma once

#include <cstddef>

namespace throughline {

// Bytes that the engine's own code and Dear ImGui have asked for and not given back.
std::size_t bytes_in_use();

// Lets Dear ImGui's atlas ask here too; before the first of it is made.
void count_imgui_memory();

}  // namespace throughline
