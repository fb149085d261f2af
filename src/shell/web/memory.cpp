// See memory.h. A block is preceded by its size.
#include "shell/web/memory.h"

#include <imgui.h>

#include <cstdlib>
#include <new>

namespace {

std::size_t in_use = 0;
constexpr std::size_t header = 16;  // keeps what follows as aligned as malloc's own

}  // namespace

void* operator new(std::size_t size) {
    auto* block = static_cast<std::size_t*>(std::malloc(size + header));
    if (block == nullptr) std::abort();
    *block = size;
    in_use += size;
    return reinterpret_cast<char*>(block) + header;
}

void operator delete(void* pointer) noexcept {
    if (pointer == nullptr) return;
    auto* block = reinterpret_cast<std::size_t*>(static_cast<char*>(pointer) - header);
    in_use -= *block;
    std::free(block);
}

void operator delete(void* pointer, std::size_t) noexcept { operator delete(pointer); }

namespace throughline {

std::size_t bytes_in_use() { return in_use; }

void count_imgui_memory() {
    ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return operator new(size); },
                                 [](void* pointer, void*) { operator delete(pointer); });
}

}  // namespace throughline
