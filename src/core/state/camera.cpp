// See camera.h.
#include "core/state/camera.h"

#include "core/base/card_size.h"
#include "core/state/caption.h"
#include "core/state/lit.h"

#include <algorithm>

namespace throughline {
namespace {

constexpr float staged_text_px = 28;     // of a card's title, on a stage of 1280 by 720
constexpr float readable_words_px = 20;  // of a card's title, with the picture zoomed in
constexpr float narrow_aspect = 1.2F;
constexpr float narrow_stage = 4.0F / 3;  // a stage of less has the narrow picture
constexpr float broad_aspect = 2.1F;
constexpr float broad_stage = 1.85F;       // a stage of more has the broad one, as one has whose panel is folded away
constexpr float largest_staged_text = 44;  // a single card should not fill the wall

void keep_lit(const Brief& brief, const State& state, LayoutRequest& request) {
    const std::optional<Closure> lit = lit_closure(brief, state);
    if (!lit) return;
    request.nodes.clear();
    for (const NodeId node : brief.content.node_ids()) {
        if (lit->has_node[node.index()]) request.nodes.push_back(node);
    }
}

// What a talk leaves on the wall: where the picture leads to, large.
void keep_last_lane(const Content& content, LayoutRequest& request) {
    LaneId last;
    for (const NodeId node : content.node_ids()) last = std::max(last, content[node].lane);
    request.nodes.clear();
    for (const NodeId node : content.node_ids()) {
        if (content[node].lane == last) request.nodes.push_back(node);
    }
}

// Three shapes are enough: most screens have the picture that the text edition has too, and nothing moves about while a
// window is drawn larger.
float aspect_for(Vec2 stage_px) {
    const float aspect = stage_px.x / stage_px.y;
    return aspect < narrow_stage ? narrow_aspect : aspect > broad_stage ? broad_aspect : usual_aspect;
}

// Cards begin where their caption does, unless links beside them need more room. The picture is no wider than its box.
float aligned_offset(const Content& content, const Layout& layout, const State& state, float scale) {
    const PlacedCaption placed = place_caption(content, state);
    const Rect& caption = placed.caption_px;
    const Rect& box = placed.picture_px;
    const float least = box.x - layout.bounds.x * scale;
    const float most = box.right() - layout.bounds.right() * scale;
    const float wanted = content.direction == Direction::RightToLeft ? caption.right() - layout.cards_to * scale
                                                                     : caption.x - layout.cards_from * scale;
    return std::clamp(wanted, least, std::max(least, most));
}

// The picture fitted into its box, with the whole of it to be seen.
Transform fit_picture(const Content& content, const Layout& layout, const State& state) {
    const Rect box = picture_box(content, state);
    Transform fit = fit_transform(layout.bounds, {box.w, box.h});
    if (state.fills_stage()) fit.scale = std::min(fit.scale, largest_staged_text / card_text_size * stage_unit(state));
    fit.offset = box.center() - layout.bounds.center() * fit.scale;
    return fit;
}

}  // namespace

LayoutRequest layout_request(const Brief& brief, const State& state) {
    if (state.fills_stage()) {
        LayoutRequest request = whole_request(brief.content, Form::Wide);
        if (is_closing(brief.content, state)) {
            keep_last_lane(brief.content, request);
        } else {
            if (!lit_closure(brief, state)) return request;
            keep_lit(brief, state, request);
        }
        const Rect box = picture_box(brief.content, state);
        const float scale = staged_text_px / card_text_size * stage_unit(state);
        request.width = std::max(narrowest_width, box.w / scale);
        request.height = box.h / scale;
        request.margin = (place_caption(brief.content, state).caption_px.x - box.x) / scale;
        return request;
    }
    LayoutRequest request = whole_request(brief.content, state.around.form);
    const bool has_stage = state.around.form == Form::Wide && state.around.stage_px.y > 0;
    if (has_stage && !state.hands.is_as_found) request.aspect = aspect_for(state.around.stage_px);
    // Words in the picture grow with the reader's own text size, and are never smaller than they are made for.
    const float width = state.around.stage_px.x / state.around.text_scale;
    if (state.around.form == Form::Tall && width < two_columns_from)
        request.width = std::clamp(width, narrowest_width, one_column_width);
    const bool keeps_path = state.view.extent == Extent::Path && !state.hands.is_as_found;
    if (state.around.form == Form::Tall && keeps_path) keep_lit(brief, state, request);
    return request;
}

Rect stage_frame(const State& state) {
    const Vec2 stage = state.around.stage_px;
    if (state.view.mode != Mode::Speaker || state.talk.audience_aspect <= 0) return {0, 0, stage.x, stage.y};
    const float width = std::min(stage.x, stage.y * state.talk.audience_aspect);
    const float height = width / state.talk.audience_aspect;
    return {(stage.x - width) / 2, (stage.y - height) / 2, width, height};
}

Vec2 frame_from_stage(const State& state, Vec2 pos_px) {
    const Rect frame = stage_frame(state);
    return {(pos_px.x - frame.x) / frame.w, (pos_px.y - frame.y) / frame.h};
}

Vec2 stage_from_frame(const State& state, Vec2 fractions) {
    const Rect frame = stage_frame(state);
    return {frame.x + fractions.x * frame.w, frame.y + fractions.y * frame.h};
}

Rect picture_box(const Content& content, const State& state) {
    if (!state.fills_stage()) return {0, 0, state.around.stage_px.x, state.around.stage_px.y};
    return place_caption(content, state).picture_px;
}

float most_zoom(const Content& content, const Layout& layout, const State& state) {
    if (layout.cards.empty()) return max_zoom;
    const float fitted_words_px = fit_picture(content, layout, state).scale * card_text_size;
    return std::clamp(readable_words_px / fitted_words_px, max_zoom, largest_zoom);
}

Camera clamp_camera(const Content& content, const Layout& layout, const State& state, Camera camera) {
    camera.zoom = std::clamp(camera.zoom, min_zoom, most_zoom(content, layout, state));
    if (layout.cards.empty()) return camera;  // nothing stands anywhere yet
    const float scale = fit_picture(content, layout, state).scale * camera.zoom;
    const Rect box = picture_box(content, state);
    const auto clamp_axis = [scale](float center, float room, float world) {
        const float half = room / (2 * scale * world);  // of the box, as a fraction of the picture
        return half >= 0.5F ? 0.5F : std::clamp(center, half, 1 - half);
    };
    camera.center.x = clamp_axis(camera.center.x, box.w, layout.bounds.w);
    camera.center.y = clamp_axis(camera.center.y, box.h, layout.bounds.h);
    return camera;
}

Transform stage_from_world(const Content& content, const Layout& layout, const State& state) {
    const Camera& camera = state.motion.camera_shown;
    const float scale = fit_picture(content, layout, state).scale * camera.zoom;
    const Vec2 center_world{layout.bounds.x + camera.center.x * layout.bounds.w,
                            layout.bounds.y + camera.center.y * layout.bounds.h};
    const Rect box = picture_box(content, state);
    Transform shown{scale, box.center() - center_world * scale};
    if (state.fills_stage() && !layout.cards.empty() && layout.bounds.w * scale <= box.w)
        shown.offset.x = aligned_offset(content, layout, state, scale);
    return shown;
}

}  // namespace throughline
