// SDL's clock and window, ImGui's page.
#include "shell/native/window_host.h"

#include <GLES3/gl3.h>
#include <SDL.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace throughline {
namespace {

const PageItem* find_button(const std::vector<PageItem>& items, Vec2 pos_px, const Transform& px_from_items = {}) {
    for (const PageItem& item : items) {
        if (item.role == Role::Button && item.rect && px_from_items.apply(*item.rect).contains(pos_px)) return &item;
        if (const PageItem* found =
                find_button(item.inside(), pos_px, item.stage_from_children.value_or(px_from_items)))
            return found;
    }
    return nullptr;
}

// Pixels of the box's outline.
int line_of(const PlatformText& text) { return std::max(1, static_cast<int>(std::lround(text.size_px / 12))); }

}  // namespace

WindowHost::WindowHost(const GlWindow& window, const FontBytes& fonts) : window_(window) {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplOpenGL3_Init("#version 300 es");
    for (const std::string_view bytes : {fonts.regular, fonts.semibold}) {
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()), 16,
                                                   &config);
    }
}

WindowHost::~WindowHost() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

double WindowHost::now_ms() {
    return static_cast<double>(SDL_GetPerformanceCounter()) * 1000 / static_cast<double>(SDL_GetPerformanceFrequency());
}

Viewport WindowHost::viewport_of(const State&) {
    Viewport viewport;
    viewport.framebuffer_px = window_.framebuffer_px();
    viewport.device_pixel_ratio = device_pixel_ratio();
    const Rect stage = plan().stage;
    viewport.stage_px = Vec2{stage.x, stage.y} * viewport.device_pixel_ratio;
    return viewport;
}

void WindowHost::show_page(const Page& page) {
    shown_ = page;
    ImGuiIO& io = ImGui::GetIO();
    const Vec2 size_px = window_.framebuffer_px();
    io.DisplaySize = {size_px.x, size_px.y};
    io.DeltaTime = std::max(static_cast<float>((now_ms() - frame_ms_) / 1000), 0.001F);
    frame_ms_ = now_ms();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    paint_page(page, plan(), device_pixel_ratio(), activated_);
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

std::string WindowHost::find_control(Vec2 pos_px) const {
    const PageItem* found = find_button(shown_.items, pos_px);
    return found == nullptr ? "" : found->id;
}

// A window has no address, and its panel shows what was asked for without scrolling.
void WindowHost::carry_out(const Effect&) {}

void WindowHost::report_frames(int) {}

PlatformExtent WindowHost::measure(const PlatformText& text) { return replacement_box(text); }

void WindowHost::draw(const PlatformText& text, const PlatformExtent& extent, int x, int y) {
    draw_replacement_box(text, extent, x, y);
}

std::vector<std::string> WindowHost::take_activated() { return std::exchange(activated_, {}); }

PlatformExtent replacement_box(const PlatformText& text) {
    const int line = line_of(text);
    const float width_px = measure_text(text.text, text.weight, text.size_px);
    PlatformExtent box;
    box.left = line * text.stretch;
    box.width = std::max(3 * line, static_cast<int>(std::lround(width_px) - 2 * line)) * text.stretch;
    box.height = std::max(3 * line, static_cast<int>(std::lround(text.size_px * 0.72F)));
    box.top = -box.height;
    box.advance_px = static_cast<float>(box.width) / static_cast<float>(text.stretch) + 2 * static_cast<float>(line);
    return box;
}

void draw_replacement_box(const PlatformText& text, const PlatformExtent& extent, int x, int y) {
    const int rows = line_of(text);
    const int columns = rows * text.stretch;
    std::vector<std::uint8_t> rgba;
    for (int row = 0; row < extent.height; ++row) {
        for (int column = 0; column < extent.width; ++column) {
            const bool is_line =
                row < rows || row >= extent.height - rows || column < columns || column >= extent.width - columns;
            rgba.insert(rgba.end(), 4, is_line ? 255 : 0);
        }
    }
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, extent.width, extent.height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
}

}  // namespace throughline
