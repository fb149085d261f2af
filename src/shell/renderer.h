// Owns everything that draws: Dear ImGui's context, the typefaces and the scene's painter, within the GL context that is
// current. Knows no state and no inputs.
#pragma once

#include "core/scene.h"
#include "shell/paint_scene.h"
#include "shell/paint_text.h"
#include "shell/viewport.h"

#include <string>

struct ImDrawList;
struct ImGuiContext;

namespace throughline {

class Host;

class Renderer {
public:
    Renderer() = default;
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;
    ~Renderer();

    // What failed, or nothing. The fonts are copied; the host must outlive the renderer.
    [[nodiscard]] std::string start(const FontBytes& fonts, Host& host);

    // A frame: begin, paint what is wanted, end.
    void begin_frame(const Viewport& viewport, double time_ms);
    void paint(const Scene& scene);
    void end_frame();

    // The GL context is gone: forgets every GL object. restore() makes them anew in the new one.
    void release();
    [[nodiscard]] std::string restore();

    // Within a frame: one more line of text, over everything.
    void paint_over(const SceneText& text);

    const Viewport& viewport() const { return viewport_; }
    // The graphics driver, as it calls itself.
    std::string driver_name() const;

private:
    ImGuiContext* context_ = nullptr;
    TextPainter text_;
    ScenePainter scene_;
    Viewport viewport_;
    double frame_ms_ = 0;
    bool is_built_ = false;
};

}  // namespace throughline
