// What follows from a State without asking anybody: which picture it needs and how that picture stands in the stage.
#include "core/state.h"

#include "core/view.h"

#include <algorithm>

namespace throughline {

LayoutRequest layout_request(const Content& content, const Graph& graph, const State& state) {
    LayoutRequest request = whole_request(content, state.form);
    // Words in the picture grow with the reader's own text size, and are never smaller than they are made for.
    const float width = state.stage_px.x / state.text_scale;
    if (state.form == Form::Tall && width < two_columns_from) request.width = std::clamp(width, narrowest_width, one_column_width);
    if (state.form != Form::Tall || state.extent != Extent::Path) return request;
    const std::optional<Closure> lit = lit_closure(content, graph, state);
    if (!lit) return request;
    request.nodes.clear();
    for (std::size_t node = 0; node < content.nodes.size(); ++node) {
        if (lit->has_node[node]) request.nodes.push_back(static_cast<int>(node));
    }
    return request;
}

Camera clamp_camera(const Layout& layout, Vec2 stage_px, Camera camera) {
    camera.zoom = std::clamp(camera.zoom, min_zoom, max_zoom);
    const float scale = fit_transform(layout.bounds, stage_px).scale * camera.zoom;
    const auto clamp_axis = [scale](float center, float stage, float world) {
        const float half = stage / (2 * scale * world);  // of the stage, as a fraction of the picture
        return half >= 0.5F ? 0.5F : std::clamp(center, half, 1 - half);
    };
    camera.center.x = clamp_axis(camera.center.x, stage_px.x, layout.bounds.w);
    camera.center.y = clamp_axis(camera.center.y, stage_px.y, layout.bounds.h);
    return camera;
}

Transform stage_from_world(const Layout& layout, const State& state) {
    const Camera& camera = state.camera_shown;
    const float scale = fit_transform(layout.bounds, state.stage_px).scale * camera.zoom;
    const Vec2 center_world{layout.bounds.x + camera.center.x * layout.bounds.w, layout.bounds.y + camera.center.y * layout.bounds.h};
    return {scale, state.stage_px * 0.5F - center_world * scale};
}

}  // namespace throughline
