// Values to the calls of imports.js.
#include "shell/web/page_host.h"

#include "core/faces/element.h"

#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include <array>
#include <string>
#include <type_traits>

extern "C" {
void page_patch(const char* json);
void page_effect(const char* kind, const char* value);
void page_frames(int drawn);
// Writes advance, left, top, width, height and 1 if it is coloured.
void page_measure_text(const char* text, int css_weight, float size_px, int stretch, float* metrics);
// Into the bound texture.
void page_draw_text(const char* text, int css_weight, float size_px, int stretch, int left, int top, int width,
                    int height, int is_colored, int x, int y);
}

namespace throughline {
namespace {

int css_weight(Weight weight) { return weight == Weight::Semibold ? 600 : 400; }

}  // namespace

double PageHost::now_ms() { return emscripten_get_now(); }

// The bridge gives the canvas its pixels; their number is asked of it, because a ratio of them to CSS pixels may be
// odd.
Viewport PageHost::viewport_of(const State& state) {
    int width = 0;
    int height = 0;
    emscripten_get_canvas_element_size("#canvas", &width, &height);
    Viewport viewport;
    viewport.framebuffer_px = {static_cast<float>(width), static_cast<float>(height)};
    viewport.device_pixel_ratio = viewport.framebuffer_px.x / state.around.stage_px.x;
    return viewport;
}

void PageHost::show_page(const Page& page) {
    if (page == shown_) return;
    page_patch(encode_page_changes(shown_, page).c_str());
    shown_ = Page(page);  // in no more room than it needs
}

void PageHost::carry_out(const Effect& effect) {
    const auto [kind, value] = describe(effect);
    page_effect(kind, value.c_str());
}

void PageHost::report_frames(int drawn) { page_frames(drawn); }

PlatformExtent PageHost::measure(const PlatformText& text) {
    std::array<float, 6> metrics{};
    page_measure_text(text.text.c_str(), css_weight(text.weight), text.size_px, text.stretch, metrics.data());
    const auto whole = [&metrics](std::size_t i) { return static_cast<int>(metrics[i]); };
    return {metrics[0], whole(1), whole(2), whole(3), whole(4), metrics[5] != 0};
}

void PageHost::draw(const PlatformText& text, const PlatformExtent& extent, int x, int y) {
    page_draw_text(text.text.c_str(), css_weight(text.weight), text.size_px, text.stretch, extent.left, extent.top,
                   extent.width, extent.height, extent.is_colored ? 1 : 0, x, y);
}

}  // namespace throughline
