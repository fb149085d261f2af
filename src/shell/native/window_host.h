// The native window around the app: Dear ImGui, with its widgets and a context of its own, paints the page beside the
// stage.
#pragma once

#include "shell/glyph_atlas.h"
#include "shell/host.h"
#include "shell/native/gl_window.h"
#include "shell/native/paint_page.h"

#include <string>
#include <vector>

namespace throughline {

class WindowHost final : public Host {
public:
    // The window must be open; the fonts are copied.
    WindowHost(const GlWindow& window, const FontBytes& fonts);
    ~WindowHost() override;

    double now_ms() override;
    Viewport viewport_of(const State& state) override;
    void show_page(const Page& page) override;
    void carry_out(const Effect& effect) override;
    void report_frames(int drawn) override;
    PlatformExtent measure(const PlatformText& text) override;
    void draw(const PlatformText& text, const PlatformExtent& extent, int x, int y) override;

    PagePlan plan() const { return plan_page(window_.size()); }
    float device_pixel_ratio() const { return window_.framebuffer_px().x / window_.size().x; }

    // The id of the control that stands over this place of the stage, in the page shown last; or empty.
    std::string find_control(Vec2 pos_px) const;

    // The ids of the page's items pressed since the last call.
    std::vector<std::string> take_activated();

private:
    const GlWindow& window_;
    double frame_ms_ = 0;
    Page shown_;
    std::vector<std::string> activated_;
};

// A box where letters should be: natively there is no second font to take them from.
PlatformExtent replacement_box(const PlatformText& text);
void draw_replacement_box(const PlatformText& text, const PlatformExtent& extent, int x, int y);

}  // namespace throughline
