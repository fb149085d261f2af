// Values to the calls of imports.js.
#include "shell/web/page_host.h"

#include "core/element.h"

#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include <array>
#include <string>
#include <type_traits>

extern "C" {
void page_patch(const char* json);
void page_effect(const char* kind, const char* value);
void page_frames(int drawn);
// Draws a text and keeps its pixels; writes advance, left, top, width, height and 1 if it is coloured.
void page_draw_text(const char* text, int css_weight, float size_px, int stretch, float* metrics);
// The pixels of the text drawn last, `width * height * 4` bytes.
void page_take_pixels(unsigned char* rgba);
}

namespace throughline {

double PageHost::now_ms() { return emscripten_get_now(); }

// The bridge gives the canvas its pixels; their number is asked of it, because a ratio of them to CSS pixels may be odd.
Viewport PageHost::viewport_of(const State& state) {
    int width = 0;
    int height = 0;
    emscripten_get_canvas_element_size("#canvas", &width, &height);
    Viewport viewport;
    viewport.framebuffer_px = {static_cast<float>(width), static_cast<float>(height)};
    viewport.device_pixel_ratio = viewport.framebuffer_px.x / state.stage_px.x;
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

GlyphBitmap PageHost::rasterise(const std::string& text, Weight weight, float size_px, int stretch) {
    std::array<float, 6> metrics{};
    page_draw_text(text.c_str(), weight == Weight::Semibold ? 600 : 400, size_px, stretch, metrics.data());
    GlyphBitmap bitmap;
    bitmap.advance_px = metrics[0];
    bitmap.left = static_cast<int>(metrics[1]);
    bitmap.top = static_cast<int>(metrics[2]);
    bitmap.width = static_cast<int>(metrics[3]);
    bitmap.height = static_cast<int>(metrics[4]);
    bitmap.is_colored = metrics[5] != 0;
    bitmap.rgba.resize(static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height) * 4);
    if (!bitmap.rgba.empty()) page_take_pixels(bitmap.rgba.data());
    return bitmap;
}

}  // namespace throughline
