// Lines of text in ImGui's foreground list: its windows would need a second frame to find their size.
#include "shell/inspector.h"

#include "shell/app.h"
#include "shell/versions.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <string>
#include <vector>

namespace throughline {
namespace {

constexpr float text_px = 12;
constexpr float line_px = 17;
constexpr float padding_px = 12;
constexpr float margin_px = 12;
constexpr std::size_t actions_shown = 12;
constexpr Color paper{20, 18, 16, 236};
constexpr Color ink{240, 236, 228, 255};

std::string format(const char* pattern, ...) {
    std::array<char, 240> text{};
    va_list values;
    va_start(values, pattern);
    std::vsnprintf(text.data(), text.size(), pattern, values);
    va_end(values);
    return text.data();
}

std::string node_name(const Content& content, int node) {
    return node == none ? "none" : content.nodes[static_cast<std::size_t>(node)].id;
}

std::vector<std::string> describe(const App& app) {
    const Session& session = app.session();
    const State& state = session.state();
    const Content& content = session.content();
    const Timings& timings = app.timings();
    const Vec2 size_px = app.renderer().viewport().framebuffer_px;
    std::vector<std::string> lines{
        "SDL " + sdl_version() + ", Dear ImGui " + imgui_version() + ", " + app.renderer().driver_name(),
        format("frames drawn %d   layout %.2f ms   view %.2f ms   paint %.2f ms", app.frames_drawn(), timings.layout_ms, timings.view_ms, timings.paint_ms),
        format("stage %.0f x %.0f at %.2f = %.0f x %.0f pixels, %s form", static_cast<double>(state.stage_px.x), static_cast<double>(state.stage_px.y),
               static_cast<double>(state.device_pixel_ratio), static_cast<double>(size_px.x), static_cast<double>(size_px.y), state.form == Form::Wide ? "wide" : "tall"),
        format("camera %.2f at %.3f, %.3f   shown %.2f at %.3f, %.3f", static_cast<double>(state.camera.zoom), static_cast<double>(state.camera.center.x), static_cast<double>(state.camera.center.y),
               static_cast<double>(state.camera_shown.zoom), static_cast<double>(state.camera_shown.center.x), static_cast<double>(state.camera_shown.center.y)),
        "selected " + node_name(content, state.selected) + ", hovered " + node_name(content, state.hovered) + ", focused " + node_name(content, state.focused),
        format("step %d of %d   reveal %.2f   %s, %s", state.step + 1, static_cast<int>(content.tour.size()), static_cast<double>(state.reveal),
               state.is_dark() ? "dark" : "light", state.prefers_reduced_motion ? "still" : "moving"),
        format("%d nodes, %d links, %d cards drawn", static_cast<int>(content.nodes.size()), static_cast<int>(content.links.size()), static_cast<int>(session.layout().cards.size())),
        format("recording: %d inputs, %d bytes%s", app.recording().input_count(), static_cast<int>(app.recording().lines().size()), app.recording().is_full() ? ", full" : ""),
    };
    const std::vector<std::string>& actions = session.recent_actions();
    const std::size_t first = actions.size() - std::min(actions.size(), actions_shown);
    for (std::size_t i = first; i < actions.size(); ++i) lines.push_back("  " + actions[i]);
    return lines;
}

}  // namespace

void paint_inspector(const App& app, Renderer& renderer) {
    const Viewport& viewport = renderer.viewport();
    const Transform pixels = viewport.pixels_from({});
    const std::vector<std::string> lines = describe(app);
    float width = 0;
    for (const std::string& line : lines) width = std::max(width, measure_text(line, Weight::Regular, text_px));

    Rect box{margin_px, margin_px, width + 2 * padding_px, static_cast<float>(lines.size()) * line_px + 2 * padding_px};
    const Rect box_pixels = pixels.apply(box);
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled({box_pixels.x, box_pixels.y}, {box_pixels.right(), box_pixels.bottom()}, IM_COL32(paper.r, paper.g, paper.b, paper.a), 8 * pixels.scale);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        SceneText line;
        line.text = lines[i];
        line.pos = {box.x + padding_px, box.y + padding_px + (static_cast<float>(i) + 0.74F) * line_px};
        line.size = text_px;
        line.color = ink;
        renderer.paint_over(line);
    }
}

}  // namespace throughline
