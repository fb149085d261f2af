// SDL's clock and window, ImGui's page.
#include "shell/native/window_host.h"

#include <SDL.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace throughline {
namespace {

const PageItem* find_button(const std::vector<PageItem>& items, Vec2 pos_px) {
    for (const PageItem& item : items) {
        if (item.role == Role::Button && item.rect_px && item.rect_px->contains(pos_px)) return &item;
        if (const PageItem* found = find_button(item.children, pos_px)) return found;
    }
    return nullptr;
}

}  // namespace

WindowHost::WindowHost(const GlWindow& window, const FontBytes& fonts) : window_(window) {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplOpenGL3_Init("#version 300 es");
    for (const std::string_view bytes : {fonts.regular, fonts.semibold}) {
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()), 16, &config);
    }
}

WindowHost::~WindowHost() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

double WindowHost::now_ms() { return static_cast<double>(SDL_GetPerformanceCounter()) * 1000 / static_cast<double>(SDL_GetPerformanceFrequency()); }

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

GlyphBitmap WindowHost::rasterise(const std::string& text, Weight weight, float size_px, int stretch) {
    return replacement_box(measure_text(text, weight, size_px), size_px, stretch);
}

std::vector<std::string> WindowHost::take_activated() { return std::exchange(activated_, {}); }

GlyphBitmap replacement_box(float width_px, float size_px, int stretch) {
    const int line = std::max(1, static_cast<int>(std::lround(size_px / 12)));
    const int columns = std::max(3 * line, static_cast<int>(std::lround(width_px) - 2 * line)) * stretch;
    const int rows = std::max(3 * line, static_cast<int>(std::lround(size_px * 0.72F)));
    GlyphBitmap box;
    box.left = line * stretch;
    box.top = -rows;
    box.width = columns;
    box.height = rows;
    box.advance_px = static_cast<float>(columns) / static_cast<float>(stretch) + 2 * static_cast<float>(line);
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            const bool is_line = y < line || y >= rows - line || x < line * stretch || x >= columns - line * stretch;
            box.rgba.insert(box.rgba.end(), {255, 255, 255, static_cast<std::uint8_t>(is_line ? 255 : 0)});
        }
    }
    return box;
}

}  // namespace throughline
