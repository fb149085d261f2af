// One function an action, in the order of action.h.
#include "core/program/updater.h"

#include "core/content/sentences.h"
#include "core/state/camera.h"
#include "core/state/caption.h"
#include "core/state/route.h"

#include <algorithm>

namespace throughline {
namespace {

constexpr std::size_t longest_trail = 64;
constexpr std::size_t most_reports = 20;  // of files that were dropped together
constexpr float longest_step_secs = 0.1F;  // after a pause, motion goes on instead of jumping

}  // namespace

Update Updater::finish() {
    State& state = result_.state;
    // The address still names the view that is waited for, and the other window is not to follow nothing.
    if (state.wait != Wait::None) return std::move(result_);
    if (route_of(state) != route_before_) {
        // A kiosk's address says how it is set up, and nothing of who stands before it.
        const bool is_in_address = content_.about.traces == Traces::Views || state.mode == Mode::Kiosk;
        const ViewPlace place = is_in_address ? ViewPlace::Address : ViewPlace::Entry;
        result_.effects.push_back(SetFragment{encode_route(content_, route_of(state)), place});
        state.is_link_copied = false;
        state.link.clear();
    }
    // The audience's window has the last word on what both show, so it answers whatever it was told.
    if (state.mode == Mode::Talk || (state.mode == Mode::Speaker && !is_following_)) {
        std::string shared = encode_shared_view(content_, state);
        if (shared != shared_before_ || is_following_) result_.effects.push_back(ShareView{std::move(shared)});
    }
    return std::move(result_);
}

void Updater::operator()(const SelectNode& action) {
    State& state = result_.state;
    if (action.node == state.selected) return;
    state.trail.clear();
    select(action.node);
}

void Updater::operator()(const ClearSelection&) {
    State& state = result_.state;
    if (state.selected == none) return;
    follow(state.selected);
    unselect();
    restart_reveal();
    say_view();
}

void Updater::operator()(const FocusNode& action) {
    State& state = result_.state;
    state.focused = action.node;
    if (action.node == none || state.camera.zoom <= min_zoom) return;
    // Zoomed in, the card that the keyboard reached may lie outside the stage.
    for (const CardBox& box : layout_.cards) {
        if (box.node != action.node) continue;
        const Rect shown = stage_from_world(content_, layout_, state).apply(box.rect);
        if (shown.x >= 0 && shown.y >= 0 && shown.right() <= state.stage_px.x && shown.bottom() <= state.stage_px.y) return;
        Camera camera = state.camera;
        camera.center = {(box.rect.center().x - layout_.bounds.x) / layout_.bounds.w, (box.rect.center().y - layout_.bounds.y) / layout_.bounds.h};
        move_camera(camera);
    }
}

void Updater::operator()(const GoToStep& action) {
    State& state = result_.state;
    if (content_.tour.empty()) return;
    const int last = static_cast<int>(content_.tour.size()) - (state.fills_stage() ? 0 : 1);
    look_at_step(std::clamp(action.step, 0, last));
    say_view();
    if (!state.fills_stage()) follow(content_.tour[static_cast<std::size_t>(state.step)].focus.front());
}

void Updater::operator()(const EndTour&) {
    State& state = result_.state;
    if (state.step == none) return;
    state.step = none;
    restart_reveal();
    say_view();
}

void Updater::operator()(const PanBy& action) {
    State& state = result_.state;
    const Transform shown = stage_from_world(content_, layout_, state);
    Camera camera = state.camera_shown;
    camera.center.x -= action.delta_px.x / (shown.scale * layout_.bounds.w);
    camera.center.y -= action.delta_px.y / (shown.scale * layout_.bounds.h);
    put_camera(clamp_camera(content_, layout_, state, camera));
}

void Updater::operator()(const ZoomAt& action) {
    State& state = result_.state;
    const Vec2 fixed_world = stage_from_world(content_, layout_, state).invert(action.pos_px);
    Camera camera = state.camera_shown;
    camera.zoom = std::clamp(camera.zoom * action.factor, min_zoom, most_zoom(content_, layout_, state));
    const float scale = stage_from_world(content_, layout_, state).scale / state.camera_shown.zoom * camera.zoom;
    const Vec2 center_world = fixed_world + (picture_box(content_, state).center() - action.pos_px) * (1 / scale);
    camera.center = {(center_world.x - layout_.bounds.x) / layout_.bounds.w, (center_world.y - layout_.bounds.y) / layout_.bounds.h};
    put_camera(clamp_camera(content_, layout_, state, camera));
}

void Updater::operator()(const ZoomSmoothly& action) {
    Camera camera = clamp_camera(content_, layout_, result_.state, result_.state.camera);
    camera.zoom *= action.factor;
    move_camera(camera);
}

void Updater::operator()(const NextLink& action) {
    State& state = result_.state;
    if (state.selected == none) return;
    const std::vector<int> lines = links_of(content_, state.selected, action.course);
    if (lines.empty()) {
        state.looked_at = none;
        state.status = std::string(action.course == Course::Along ? words().status_no_link_out : words().status_no_link_in);
        return;
    }
    const auto found = std::find(lines.begin(), lines.end(), state.looked_at);
    const std::size_t next = found == lines.end() ? 0 : static_cast<std::size_t>(found - lines.begin() + 1) % lines.size();
    state.looked_at = lines[next];
    state.status = looked_at_sentence(content_, state.selected, state.looked_at);
}

void Updater::operator()(const FollowLink&) {
    State& state = result_.state;
    if (state.looked_at == none) return;
    if (state.trail.size() == longest_trail) state.trail.erase(state.trail.begin());
    state.trail.push_back(state.selected);
    select(other_end(content_.links[static_cast<std::size_t>(state.looked_at)], state.selected));
}

void Updater::operator()(const FollowBack&) {
    State& state = result_.state;
    if (state.trail.empty()) return;
    const int node = state.trail.back();
    state.trail.pop_back();
    select(node);
}

void Updater::operator()(const SetExtent& action) {
    State& state = result_.state;
    if (state.extent == action.extent) return;
    state.extent = action.extent;
    state.status = std::string(action.extent == Extent::Path ? words().status_path : words().status_everything);
    if (state.selected != none) follow(state.selected);
}

void Updater::operator()(const ResizeStage& action) {
    State& state = result_.state;
    state.stage_px = {std::max(1.0F, action.size.stage_px.x), std::max(1.0F, action.size.stage_px.y)};
    state.device_pixel_ratio = action.size.device_pixel_ratio;
    state.form = action.size.form;
    state.text_scale = std::clamp(action.size.text_scale, 0.5F, 4.0F);
    state.hovered = none;
    // The layout may change with the form; until then the old bounds serve.
    show_camera();
}

void Updater::operator()(const SetEnvironment& action) {
    result_.state.prefers_dark = action.environment.prefers_dark;
    result_.state.prefers_contrast = action.environment.prefers_contrast;
    result_.state.prefers_reduced_motion = action.environment.prefers_reduced_motion;
    if (action.environment.prefers_reduced_motion) finish_motion();
}

void Updater::operator()(const OpenRoute& action) {
    State& state = result_.state;
    const Route& route = action.route;
    const bool is_new_view = route.selected != state.selected || route.step != state.step || route.mode != state.mode;
    const bool is_new_mode = route.mode != state.mode;
    state.trail.clear();
    state.mode = route.mode;
    state.selected = route.selected;
    state.looked_at = route.looked_at;
    state.step = route.step;
    state.theme = route.theme;
    state.extent = route.extent;
    state.inspector = route.inspector;
    state.is_blank = route.is_blank;
    state.text_step = route.text_step;
    state.spot = route.spot;
    state.has_letter_keys = route.has_letter_keys;
    state.auto_secs = route.auto_secs;
    state.since_ms = route.since_ms;
    state.kiosk = route.kiosk;
    state.jump = {};
    if (state.mode != Mode::Explore && state.step == none && !content_.tour.empty()) state.step = 0;
    if (state.mode == Mode::Kiosk) return is_new_mode ? open_kiosk() : void();
    if (state.wait == Wait::KioskFiles) state.wait = Wait::None;
    if (state.wait != Wait::None) return;
    put_camera(route.camera);
    if (is_new_view) {
        restart_reveal();
        say_view();
        if (state.selected != none) follow(state.selected);
    }
}

void Updater::operator()(const AcceptContent& action) {
    State& state = result_.state;
    if (action.order == FileOrder::First) clear_reports();
    if (action.remarks.count > 0) state.reports.push_back({action.file_name, {}, action.remarks});
    state.opened_file = state.opened_beside = action.file_name;
    state.wait = Wait::None;
    result_.effects.push_back(KeepContent{action.file_name});
    // Before its view, which means nothing without it. Whoever was handed a content follows, and does not lead.
    if (!action.is_handed_over) result_.effects.emplace_back(ShareContent{});
    is_following_ = action.is_handed_over;
    if (!action.is_same_brief && !action.view) {
        put_camera(Camera{});
        if (state.fills_stage() && !content_.tour.empty()) look_at_step(0);
    }
    if (action.view) (*this)(OpenRoute{*action.view});
    finish_motion();
    // What was told of the content before means nothing in this one.
    route_before_.reset();
    shared_before_.clear();
    say_files();
}

void Updater::operator()(const RefuseContent& action) {
    State& state = result_.state;
    if (action.order == FileOrder::First) clear_reports();
    if (++state.refused <= most_reports) state.reports.push_back({action.file_name, action.mistakes, {}});
    say_files();
    result_.effects.push_back(ScrollToItem{"mistakes"});
}

void Updater::operator()(const DismissMistakes&) { clear_reports(); }

void Updater::clear_reports() {
    State& state = result_.state;
    state.reports.clear();
    state.refused = 0;
    state.opened_beside.clear();
}

// All of the files that were dropped together, since the last thing said is the one that is heard.
void Updater::say_files() {
    const Words& w = words();
    State& state = result_.state;
    state.status = state.opened_beside.empty() ? "" : fill(w.status_accepted, {state.opened_beside});
    if (state.refused == 0) return;
    if (!state.status.empty()) state.status += " ";
    const auto refused = std::find_if(state.reports.begin(), state.reports.end(), [](const FileReport& report) { return report.is_refused(); });
    if (state.refused > 1) {
        state.status += fill(w.status_refused_several, {std::to_string(state.refused)});
    } else if (refused->mistakes.count == 0) {
        state.status += fill(w.status_refused_second, {refused->file_name});
    } else {
        state.status += fill(w.status_refused, {refused->file_name, std::to_string(refused->mistakes.count)});
    }
}

void Updater::operator()(const AwaitContent& action) {
    State& state = result_.state;
    state.wait = action.file_name.empty() ? Wait::OtherWindow : Wait::File;
    state.awaited_file = action.file_name;
    state.status = action.file_name.empty() ? std::string(words().waiting_window_title) : fill(words().waiting_file_title, {action.file_name});
}

void Updater::operator()(const CopyLink&) {
    std::string fragment = encode_route(content_, route_of(result_.state));
    result_.effects.push_back(CopyLinkTo{content_.about.address, std::move(fragment)});
}

void Updater::operator()(const NoteLink& action) {
    State& state = result_.state;
    state.is_link_copied = action.url.empty();
    state.link = action.url;
    state.status = std::string(action.url.empty() ? words().status_copied : words().status_not_copied);
}

void Updater::operator()(const Advance& action) {
    State& state = result_.state;
    const float dt_secs = std::min(action.dt_secs, longest_step_secs);
    state.reveal = std::min(1.0F, state.reveal + dt_secs / reveal_secs);
    if (state.camera_progress >= 1) return;
    state.camera_progress = std::min(1.0F, state.camera_progress + dt_secs / camera_secs);
    if (state.camera_progress >= 1) {
        show_camera();
        return;
    }
    const float t = state.camera_progress * state.camera_progress * (3 - 2 * state.camera_progress);
    const auto between = [t](float from, float to) { return from + (to - from) * t; };
    state.camera_shown.zoom = between(state.camera_from.zoom, state.camera.zoom);
    state.camera_shown.center.x = between(state.camera_from.center.x, state.camera.center.x);
    state.camera_shown.center.y = between(state.camera_from.center.y, state.camera.center.y);
}

void Updater::select(int node) {
    State& state = result_.state;
    state.selected = node;
    state.looked_at = state.hovered = none;
    restart_reveal();
    say_view();
    follow(node);
}

void Updater::unselect() {
    result_.state.selected = result_.state.looked_at = none;
    result_.state.trail.clear();
}

void Updater::follow(int node) {
    if (result_.state.form != Form::Tall) return;
    result_.effects.push_back(ScrollToItem{"node:" + content_.nodes[static_cast<std::size_t>(node)].id});
}

void Updater::restart_reveal() {
    State& state = result_.state;
    state.reveal = state.prefers_reduced_motion || (state.selected == none && state.step == none) ? 1.0F : 0.0F;
}

void Updater::finish_motion() {
    State& state = result_.state;
    state.reveal = 1;
    show_camera();
}

void Updater::put_camera(Camera camera) {
    result_.state.camera = camera;
    show_camera();
}

void Updater::show_camera() {
    State& state = result_.state;
    state.camera_shown = clamp_camera(content_, layout_, state, state.camera);
    state.camera_progress = 1;
}

void Updater::move_camera(Camera camera) {
    State& state = result_.state;
    camera = clamp_camera(content_, layout_, state, camera);
    if (state.prefers_reduced_motion) {
        put_camera(camera);
        return;
    }
    if (camera == clamp_camera(content_, layout_, state, state.camera)) return;
    state.camera_from = state.camera_shown;
    state.camera = camera;
    state.camera_progress = 0;
}

void Updater::say_view() {
    State& state = result_.state;
    if (state.selected != none) {
        const Node& node = content_.nodes[static_cast<std::size_t>(state.selected)];
        state.status = fill(words().status_selected, {node.title, count_relations(content_, graph_, state.selected)});
    } else if (state.step != none) {
        if (is_closing(content_, state)) {
            state.status = std::string(words().status_closing);
            return;
        }
        // As its position on the stage counts: the closing step is one of them.
        const std::size_t count = content_.tour.size() + (state.fills_stage() ? 1 : 0);
        const std::string position = fill(words().step, {std::to_string(state.step + 1), std::to_string(count)});
        const TourStep& step = content_.tour[static_cast<std::size_t>(state.step)];
        state.status = fill(words().status_step, {position, step.title});
        if (state.fills_stage()) state.status += " " + step.text;
    } else {
        state.status = std::string(words().status_whole);
    }
}

Update update(const Brief& brief, const Layout& layout, State state, const Action& action) {
    Updater updater(brief, layout, std::move(state));
    std::visit(updater, action);
    return updater.finish();
}

}  // namespace throughline
