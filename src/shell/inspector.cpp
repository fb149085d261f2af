// Lines of text on a card of their own, painted as a preview is.
#include "shell/inspector.h"

#include "core/base/text_format.h"
#include "core/view/palette.h"
#include "shell/app.h"
#include "shell/versions.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace throughline {
namespace {

constexpr float text_px = 12;
constexpr float line_px = 17;
constexpr float padding_px = 12;
constexpr float margin_px = 12;
constexpr std::size_t actions_shown = 12;
constexpr float corner_radius_px = 8;
constexpr Paint paper{Swatch::Black, 0, 0.9F};
constexpr Paint ink{Swatch::White};

std::string number(double value, int decimals) { return format_number(value, decimals); }

std::string describe(const char* name, const Camera& camera) {
    return std::string(name) + number(camera.zoom, 2) + " at " + number(camera.center.x, 3) + ", " +
           number(camera.center.y, 3);
}

std::string node_name(const Content& content, NodeId node) { return node == none ? "none" : content[node].id; }

std::vector<std::string> describe(const App& app, Vec2 size_px) {
    const Session& session = app.session();
    const State& state = session.state();
    const Content& content = session.content();
    const Timings& timings = app.timings();
    std::vector<std::string> lines{
        "SDL " + sdl_version() + ", Dear ImGui " + imgui_version() + ", " + graphics_driver(),
        "frames drawn " + std::to_string(app.frames_drawn()) + "   layout " + number(timings.layout_ms, 2) +
            " ms   view " + number(timings.view_ms, 2) + " ms   paint " + number(timings.paint_ms, 2) + " ms",
        "stage " + number(state.around.stage_px.x, 0) + " x " + number(state.around.stage_px.y, 0) + " at " +
            number(state.around.device_pixel_ratio, 2) + ", framebuffer " + number(size_px.x, 0) + " x " +
            number(size_px.y, 0),
        describe("camera ", state.view.camera) + describe("   shown ", state.motion.camera_shown),
        "selected " + node_name(content, state.view.selected) + ", hovered " + node_name(content, state.hands.hovered) +
            ", focused " + node_name(content, state.hands.focused),
        "step " + std::to_string(state.view.step + 1) + " of " + std::to_string(content.tour.size()) + "   reveal " +
            number(state.motion.reveal, 2),
        std::string(state.around.form == Form::Wide ? "wide, " : "tall, ") + look_name(state.look()) + ", " +
            (state.around.prefers_reduced_motion ? "still" : "moving"),
        std::to_string(content.nodes.size()) + " nodes, " + std::to_string(content.links.size()) + " links, " +
            std::to_string(session.layout().cards.size()) + " cards drawn",
        "recording: " + std::to_string(app.recording().input_count()) + " inputs, " +
            std::to_string(app.recording().lines().size()) + " bytes" + (app.recording().is_full() ? ", full" : ""),
    };
    const std::vector<std::string>& actions = session.recent_actions();
    const std::size_t first = actions.size() - std::min(actions.size(), actions_shown);
    for (std::size_t i = first; i < actions.size(); ++i) lines.push_back("  " + actions[i]);
    return lines;
}

}  // namespace

ScenePreview inspect(const App& app, const Viewport& viewport) {
    const std::vector<std::string> lines = describe(app, viewport.framebuffer_px);
    ScenePreview card;
    card.corner_radius = corner_radius_px;
    card.fill = card.border = paper;
    float width = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        PlacedText line;
        line.text = lines[i];
        line.pos = {margin_px + padding_px, margin_px + padding_px + (static_cast<float>(i) + 0.74F) * line_px};
        line.size = text_px;
        line.color = ink;
        width = std::max(width, measure_text(line.text, line.weight, line.size));
        card.lines.push_back(std::move(line));
    }
    card.rect = {margin_px, margin_px, width + 2 * padding_px,
                 static_cast<float>(lines.size()) * line_px + 2 * padding_px};
    return card;
}

}  // namespace throughline
