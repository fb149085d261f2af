// One function an action, in the order of action.h.
#include "core/update.h"

#include "core/page_parts.h"
#include "core/view.h"
#include "core/words.h"

#include <algorithm>
#include <utility>

namespace throughline {
namespace {

constexpr std::size_t longest_trail = 64;
constexpr float longest_step_secs = 0.1F;  // after a pause, motion goes on instead of jumping

class Updater {
public:
    Updater(const Content& content, const Graph& graph, const Layout& layout, State state)
        : content_(content), graph_(graph), layout_(layout), route_before_(route_of(state)) {
        result_.state = std::move(state);
    }

    Update finish() {
        State& state = result_.state;
        if (route_of(state) != route_before_) result_.effects.push_back(SetFragment{encode_route(content_, route_of(state))});
        return std::move(result_);
    }

    void operator()(const SelectNode& action) {
        State& state = result_.state;
        if (action.node == state.selected) return;
        state.trail.clear();
        select(action.node);
    }

    void operator()(const ClearSelection&) {
        State& state = result_.state;
        if (state.selected == none) return;
        follow(state.selected);
        unselect();
        restart_reveal();
        say_view();
    }

    void operator()(const HoverNode& action) { result_.state.hovered = action.node; }
    void operator()(const FocusNode& action) {
        State& state = result_.state;
        state.focused = action.node;
        if (action.node == none || state.camera.zoom <= min_zoom) return;
        // Zoomed in, the card that the keyboard reached may lie outside the stage.
        for (const CardBox& box : layout_.cards) {
            if (box.node != action.node) continue;
            const Rect shown = stage_from_world(layout_, state).apply(box.rect);
            if (shown.x >= 0 && shown.y >= 0 && shown.right() <= state.stage_px.x && shown.bottom() <= state.stage_px.y) return;
            Camera camera = state.camera;
            camera.center = {(box.rect.center().x - layout_.bounds.x) / layout_.bounds.w, (box.rect.center().y - layout_.bounds.y) / layout_.bounds.h};
            move_camera(camera);
        }
    }

    void operator()(const GoToStep& action) {
        State& state = result_.state;
        if (content_.tour.empty()) return;
        state.step = std::clamp(action.step, 0, static_cast<int>(content_.tour.size()) - 1);
        unselect();
        restart_reveal();
        say_view();
        follow(content_.tour[static_cast<std::size_t>(state.step)].focus.front());
    }

    void operator()(const EndTour&) {
        State& state = result_.state;
        if (state.step == none) return;
        state.step = none;
        restart_reveal();
        say_view();
    }

    void operator()(const PanBy& action) {
        State& state = result_.state;
        const Transform shown = stage_from_world(layout_, state);
        Camera camera = state.camera_shown;
        camera.center.x -= action.delta_px.x / (shown.scale * layout_.bounds.w);
        camera.center.y -= action.delta_px.y / (shown.scale * layout_.bounds.h);
        put_camera(camera);
    }

    void operator()(const ZoomAt& action) {
        State& state = result_.state;
        const Vec2 fixed_world = stage_from_world(layout_, state).invert(action.pos_px);
        Camera camera = state.camera_shown;
        camera.zoom = std::clamp(camera.zoom * action.factor, min_zoom, max_zoom);
        const float scale = fit_transform(layout_.bounds, state.stage_px).scale * camera.zoom;
        const Vec2 center_world = fixed_world + (state.stage_px * 0.5F - action.pos_px) * (1 / scale);
        camera.center = {(center_world.x - layout_.bounds.x) / layout_.bounds.w, (center_world.y - layout_.bounds.y) / layout_.bounds.h};
        put_camera(camera);
    }

    void operator()(const ZoomSmoothly& action) {
        Camera camera = result_.state.camera;
        camera.zoom *= action.factor;
        move_camera(camera);
    }

    void operator()(const FitView&) { move_camera(Camera{}); }

    void operator()(const NextLine& action) {
        State& state = result_.state;
        if (state.selected == none) return;
        const std::vector<int> lines = lines_of(content_, state.selected, action.course);
        if (lines.empty()) {
            state.line = none;
            state.status = std::string(action.course == Course::Along ? words().status_no_line_out : words().status_no_line_in);
            return;
        }
        const auto found = std::find(lines.begin(), lines.end(), state.line);
        const std::size_t next = found == lines.end() ? 0 : static_cast<std::size_t>(found - lines.begin() + 1) % lines.size();
        state.line = lines[next];
        state.status = line_sentence(content_, state.selected, state.line);
    }

    void operator()(const FollowLine&) {
        State& state = result_.state;
        if (state.line == none) return;
        if (state.trail.size() == longest_trail) state.trail.erase(state.trail.begin());
        state.trail.push_back(state.selected);
        select(other_end(content_.links[static_cast<std::size_t>(state.line)], state.selected));
    }

    void operator()(const FollowBack&) {
        State& state = result_.state;
        if (state.trail.empty()) return;
        const int node = state.trail.back();
        state.trail.pop_back();
        select(node);
    }

    void operator()(const SetExtent& action) {
        State& state = result_.state;
        if (state.extent == action.extent) return;
        state.extent = action.extent;
        state.status = std::string(action.extent == Extent::Path ? words().status_path : words().status_everything);
        if (state.selected != none) follow(state.selected);
    }

    void operator()(const SetTheme& action) { result_.state.theme = action.theme; }
    void operator()(const ToggleInspector&) { result_.state.inspector = !result_.state.inspector; }

    void operator()(const ResizeStage& action) {
        State& state = result_.state;
        state.stage_px = {std::max(1.0F, action.size.stage_px.x), std::max(1.0F, action.size.stage_px.y)};
        state.device_pixel_ratio = action.size.device_pixel_ratio;
        state.form = action.size.form;
        state.text_scale = std::clamp(action.size.text_scale, 0.5F, 4.0F);
        state.hovered = none;
        // The layout may change with the form; until then the old bounds serve, and the next resize settles it.
        put_camera(state.camera);
    }

    void operator()(const SetEnvironment& action) {
        result_.state.prefers_dark = action.environment.prefers_dark;
        result_.state.prefers_contrast = action.environment.prefers_contrast;
        result_.state.prefers_reduced_motion = action.environment.prefers_reduced_motion;
        if (action.environment.prefers_reduced_motion) finish_motion();
    }

    void operator()(const OpenRoute& action) {
        State& state = result_.state;
        const bool is_new_view = action.route.selected != state.selected || action.route.step != state.step;
        state.trail.clear();
        state.selected = action.route.selected;
        state.line = action.route.line;
        state.step = action.route.step;
        state.theme = action.route.theme;
        state.extent = action.route.extent;
        state.inspector = action.route.inspector;
        put_camera(action.route.camera);
        if (is_new_view) {
            restart_reveal();
            say_view();
            if (state.selected != none) follow(state.selected);
        }
    }

    void operator()(const AcceptContent& action) {
        State& state = result_.state;
        unselect();
        state.hovered = state.focused = state.step = none;
        state.refused.clear();
        state.refused_file.clear();
        put_camera(Camera{});
        finish_motion();
        state.status = fill(words().status_accepted, {action.file_name});
    }

    void operator()(const RefuseContent& action) {
        State& state = result_.state;
        state.refused = action.mistakes;
        state.refused_file = action.file_name;
        state.status = fill(words().status_refused, {action.file_name, std::to_string(action.mistakes.size())});
        result_.effects.push_back(ScrollToItem{"mistakes"});
    }

    void operator()(const DismissMistakes&) {
        result_.state.refused.clear();
        result_.state.refused_file.clear();
    }

    void operator()(const ShowItem& action) { result_.effects.push_back(ScrollToItem{action.item}); }

    void operator()(const Advance& action) {
        State& state = result_.state;
        const float dt_secs = std::min(action.dt_secs, longest_step_secs);
        state.reveal = std::min(1.0F, state.reveal + dt_secs / reveal_secs);
        if (state.camera_progress >= 1) return;
        state.camera_progress = std::min(1.0F, state.camera_progress + dt_secs / camera_secs);
        if (state.camera_progress >= 1) {
            state.camera_shown = state.camera;
            return;
        }
        const float t = state.camera_progress * state.camera_progress * (3 - 2 * state.camera_progress);
        const auto between = [t](float from, float to) { return from + (to - from) * t; };
        state.camera_shown.zoom = between(state.camera_from.zoom, state.camera.zoom);
        state.camera_shown.center.x = between(state.camera_from.center.x, state.camera.center.x);
        state.camera_shown.center.y = between(state.camera_from.center.y, state.camera.center.y);
    }

private:
    void select(int node) {
        State& state = result_.state;
        state.selected = node;
        state.line = state.hovered = none;
        restart_reveal();
        say_view();
        follow(node);
    }

    void unselect() {
        result_.state.selected = result_.state.line = none;
        result_.state.trail.clear();
    }

    // The tall picture is longer than the screen and is made anew for each path.
    void follow(int node) {
        if (result_.state.form != Form::Tall) return;
        result_.effects.push_back(ScrollToItem{"node:" + content_.nodes[static_cast<std::size_t>(node)].id});
    }

    void restart_reveal() {
        State& state = result_.state;
        state.reveal = state.prefers_reduced_motion || (state.selected == none && state.step == none) ? 1.0F : 0.0F;
    }

    void finish_motion() {
        State& state = result_.state;
        state.reveal = 1;
        state.camera_progress = 1;
        state.camera_shown = state.camera;
    }

    void put_camera(Camera camera) {
        State& state = result_.state;
        state.camera = state.camera_shown = clamp_camera(layout_, state.stage_px, camera);
        state.camera_progress = 1;
    }

    void move_camera(Camera camera) {
        State& state = result_.state;
        camera = clamp_camera(layout_, state.stage_px, camera);
        if (state.prefers_reduced_motion) {
            put_camera(camera);
            return;
        }
        if (camera == state.camera) return;
        state.camera_from = state.camera_shown;
        state.camera = camera;
        state.camera_progress = 0;
    }

    void say_view() {
        State& state = result_.state;
        if (state.selected != none) {
            const Node& node = content_.nodes[static_cast<std::size_t>(state.selected)];
            state.status = fill(words().status_selected, {node.title, count_relations(content_, graph_, state.selected)});
        } else if (state.step != none) {
            const std::string position = fill(words().step, {std::to_string(state.step + 1), std::to_string(content_.tour.size())});
            state.status = fill(words().status_step, {position, content_.tour[static_cast<std::size_t>(state.step)].title});
        } else {
            state.status = std::string(words().status_whole);
        }
    }

    const Content& content_;
    const Graph& graph_;
    const Layout& layout_;
    Route route_before_;
    Update result_;
};

}  // namespace

Update update(const Content& content, const Graph& graph, const Layout& layout, State state, const Action& action) {
    Updater updater(content, graph, layout, std::move(state));
    std::visit(updater, action);
    return updater.finish();
}

}  // namespace throughline
