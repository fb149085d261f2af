// One function an action, in the order of action.h.
#include "core/program/updater.h"

#include "core/content/sentences.h"
#include "core/state/camera.h"
#include "core/state/caption.h"
#include "core/state/address.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace throughline {
namespace {

constexpr std::size_t longest_trail = 64;
constexpr float longest_step_secs = 0.1F;  // after a pause, motion goes on instead of jumping

}  // namespace

Update Updater::finish() {
    State& state = result_.state;
    note_motion();
    note_waits();
    // The address still names the view that is waited for, and the other window is not to follow nothing.
    if (state.files.wait == Wait::None) tell_view();
    return std::move(result_);
}

void Updater::note_motion() {
    State& state = result_.state;
    const bool is_new_view = before_.view.step != state.view.step || before_.view.selected != state.view.selected;
    if (is_new_view && before_.hands.is_as_found) state.hands.is_as_found = false;
    if (state.motion.reveal >= 1) {
        state.motion.glides_from.reset();
    } else if (is_new_view && before_.fills_stage() && state.fills_stage()) {
        state.motion.glides_from = before_.view;
    }
    // It starts now, not at the last frame, which may be long ago.
    if (!before_.motion.is_running() && state.motion.is_running()) state.clock.frame_ms = state.clock.now_ms;
}

// What the new state waits for is counted from now on.
void Updater::note_waits() {
    const auto waits_for = [](const State& state) {
        const View& view = state.view;
        return std::tuple(view.mode, view.step, view.selected, view.auto_secs, view.is_blank, state.kiosk.phase,
                          state.kiosk.is_paused, state.files.wait, state.files.readings);
    };
    if (waits_for(before_) != waits_for(result_.state)) result_.state.clock.begun_ms = result_.state.clock.now_ms;
}

void Updater::tell_view() {
    State& state = result_.state;
    if (tells_anew_ || addressed(state.view) != addressed(before_.view)) {
        const bool is_in_address = content().about.traces == Traces::Views || state.view.mode == Mode::Kiosk;
        const ViewPlace place = is_in_address ? ViewPlace::Address : ViewPlace::Entry;
        result_.effects.push_back(SetFragment{encode_view(content(), state.view), place});
        state.hands.has_copied_link = false;
        state.hands.link.clear();
    }
    // The audience's window has the last word on what both show, so it answers whatever it was told.
    if (state.view.mode != Mode::Talk && (state.view.mode != Mode::Speaker || is_following_)) return;
    std::string shared = encode_shared_view(content(), shared_view(state));
    const bool is_known = !tells_anew_ && shared == encode_shared_view(before_.brief()->content, shared_view(before_));
    if (!is_known || is_following_) result_.effects.push_back(ShareView{std::move(shared)});
}

void Updater::operator()(const SelectNode& action) {
    State& state = result_.state;
    if (action.node == state.view.selected) return;
    state.hands.trail.clear();
    select(action.node);
}

void Updater::operator()(const ClearSelection&) {
    State& state = result_.state;
    if (state.view.selected == none) return;
    follow(state.view.selected);
    unselect();
    restart_reveal();
    say(Saying::View);
}

void Updater::operator()(const FocusNode& action) {
    State& state = result_.state;
    state.hands.focused = action.node;
    if (action.node == none || state.view.camera.zoom <= min_zoom) return;
    // Zoomed in, the card that the keyboard reached may lie outside the stage.
    const CardBox* box = layout_.card_of(action.node);
    if (box == nullptr) return;
    const Rect shown = stage_from_world(content(), layout_, state).apply(box->rect);
    const Vec2 stage = state.around.stage_px;
    if (shown.x >= 0 && shown.y >= 0 && shown.right() <= stage.x && shown.bottom() <= stage.y) return;
    Camera camera = state.view.camera;
    const Rect& bounds = layout_.bounds;
    const Vec2 center = box->rect.center();
    camera.center = {(center.x - bounds.x) / bounds.w, (center.y - bounds.y) / bounds.h};
    move_camera(camera);
}

void Updater::operator()(const GoToStep& action) {
    State& state = result_.state;
    if (content().tour.empty()) return;
    const int last = static_cast<int>(content().tour.size()) - (state.fills_stage() ? 0 : 1);
    look_at_step(std::clamp(action.step, 0, last));
    say(Saying::View);
    if (!state.fills_stage()) follow(content().tour[static_cast<std::size_t>(state.view.step)].focus.front());
}

void Updater::operator()(const EndTour&) {
    State& state = result_.state;
    if (state.view.step == none) return;
    state.view.step = none;
    restart_reveal();
    say(Saying::View);
}

void Updater::operator()(const PanBy& action) {
    State& state = result_.state;
    const Transform shown = stage_from_world(content(), layout_, state);
    Camera camera = state.motion.camera_shown;
    camera.center.x -= action.delta_px.x / (shown.scale * layout_.bounds.w);
    camera.center.y -= action.delta_px.y / (shown.scale * layout_.bounds.h);
    put_camera(clamp_camera(content(), layout_, state, camera));
}

void Updater::operator()(const ZoomAt& action) {
    State& state = result_.state;
    const Vec2 fixed_world = stage_from_world(content(), layout_, state).invert(action.pos_px);
    Camera camera = state.motion.camera_shown;
    camera.zoom = std::clamp(camera.zoom * action.factor, min_zoom, most_zoom(content(), layout_, state));
    const float scale =
        stage_from_world(content(), layout_, state).scale / state.motion.camera_shown.zoom * camera.zoom;
    const Vec2 center_world = fixed_world + (picture_box(content(), state).center() - action.pos_px) * (1 / scale);
    camera.center = {(center_world.x - layout_.bounds.x) / layout_.bounds.w,
                     (center_world.y - layout_.bounds.y) / layout_.bounds.h};
    put_camera(clamp_camera(content(), layout_, state, camera));
}

void Updater::operator()(const ZoomSmoothly& action) {
    Camera camera = clamp_camera(content(), layout_, result_.state, result_.state.view.camera);
    camera.zoom *= action.factor;
    move_camera(camera);
}

void Updater::operator()(const NextLink& action) {
    State& state = result_.state;
    if (state.view.selected == none) return;
    const std::vector<LinkId> lines = links_of(content(), state.view.selected, action.course);
    if (lines.empty()) {
        state.view.looked_at = none;
        say(action.course == Course::Along ? Saying::NoLinkOut : Saying::NoLinkIn);
        return;
    }
    const auto found = std::find(lines.begin(), lines.end(), state.view.looked_at);
    const std::size_t next =
        found == lines.end() ? 0 : static_cast<std::size_t>(found - lines.begin() + 1) % lines.size();
    state.view.looked_at = lines[next];
    say(Saying::LookedAt);
}

void Updater::operator()(const FollowLink&) {
    State& state = result_.state;
    if (state.view.looked_at == none) return;
    if (state.hands.trail.size() == longest_trail) state.hands.trail.erase(state.hands.trail.begin());
    state.hands.trail.push_back(state.view.selected);
    select(other_end(content()[state.view.looked_at], state.view.selected));
}

void Updater::operator()(const FollowBack&) {
    State& state = result_.state;
    if (state.hands.trail.empty()) return;
    const NodeId node = state.hands.trail.back();
    state.hands.trail.pop_back();
    select(node);
}

void Updater::operator()(const SetExtent& action) {
    State& state = result_.state;
    if (state.view.extent == action.extent) return;
    state.view.extent = action.extent;
    say(Saying::Extent);
    if (state.view.selected != none) follow(state.view.selected);
}

void Updater::operator()(const ResizeStage& action) {
    State& state = result_.state;
    state.around.stage_px = {std::max(1.0F, action.size.stage_px.x), std::max(1.0F, action.size.stage_px.y)};
    state.around.device_pixel_ratio = action.size.device_pixel_ratio;
    state.around.form = action.size.form;
    state.around.text_scale = std::clamp(action.size.text_scale, 0.5F, 4.0F);
    state.hands.hovered = none;
    // The layout may change with the form; until then the old bounds serve.
    show_camera();
}

void Updater::operator()(const SetEnvironment& action) {
    result_.state.around.prefers_dark = action.environment.prefers_dark;
    result_.state.around.prefers_contrast = action.environment.prefers_contrast;
    result_.state.around.prefers_reduced_motion = action.environment.prefers_reduced_motion;
    if (action.environment.prefers_reduced_motion) finish_motion();
}

void Updater::operator()(const OpenView& action) {
    State& state = result_.state;
    if (state.files.wait != Wait::None) state.files.awaited_view = action.fragment;
    View view = decode_view(content(), action.fragment);
    if (state.files.wait == Wait::KioskFiles && view.mode != Mode::Kiosk) {
        // It names a view of the content that is back.
        end_wait();
        view = decode_view(content(), action.fragment);
    }
    const View before = std::exchange(state.view, view);
    state.view.camera = before.camera;
    const bool is_new_mode = view.mode != before.mode;
    const bool is_new_view = is_new_mode || view.selected != before.selected || view.step != before.step;
    state.hands.trail.clear();
    state.hands.is_as_found = action.is_taken_over;
    state.talk.jump = {};
    if (view.mode != Mode::Explore && view.step == none && !content().tour.empty()) state.view.step = 0;
    if (view.mode == Mode::Kiosk) return is_new_mode ? open_kiosk() : void();
    if (state.files.wait != Wait::None) return;
    put_camera(view.camera);
    if (is_new_view) {
        restart_reveal();
        say(Saying::View);
        if (view.selected != none) follow(view.selected);
    }
}

void Updater::operator()(const ToggleSheet&) {
    State& state = result_.state;
    state.hands.is_sheet_open = !state.hands.is_sheet_open;
    // Not to be hidden by what speaks of it.
    if (state.view.selected != none) follow(state.view.selected);
}

void Updater::operator()(const TogglePanel&) {
    State& state = result_.state;
    state.hands.is_panel_folded = !state.hands.is_panel_folded;
}

void Updater::operator()(const CopyLink&) {
    std::string fragment = encode_view(content(), result_.state.view);
    result_.effects.push_back(CopyLinkTo{content().about.address, std::move(fragment)});
}

void Updater::operator()(const NoteLink& action) {
    State& state = result_.state;
    state.hands.has_copied_link = action.url.empty();
    state.hands.link = action.url;
    say(action.url.empty() ? Saying::LinkCopied : Saying::LinkShown);
}

void Updater::operator()(const PassTime& action) {
    Clock& clock = result_.state.clock;
    clock.now_ms = action.now_ms;
    if (action.has_activity) clock.active_ms = action.now_ms;
}

void Updater::operator()(const Advance& action) {
    State& state = result_.state;
    state.clock.frame_ms = state.clock.now_ms;
    const float dt_secs = std::min(action.dt_secs, longest_step_secs);
    state.motion.reveal = std::min(1.0F, state.motion.reveal + dt_secs / reveal_secs);
    if (state.motion.camera_progress >= 1) return;
    state.motion.camera_progress = std::min(1.0F, state.motion.camera_progress + dt_secs / camera_secs);
    if (state.motion.camera_progress >= 1) {
        show_camera();
        return;
    }
    const float t =
        state.motion.camera_progress * state.motion.camera_progress * (3 - 2 * state.motion.camera_progress);
    const auto between = [t](float from, float to) { return from + (to - from) * t; };
    state.motion.camera_shown.zoom = between(state.motion.camera_from.zoom, state.view.camera.zoom);
    state.motion.camera_shown.center.x = between(state.motion.camera_from.center.x, state.view.camera.center.x);
    state.motion.camera_shown.center.y = between(state.motion.camera_from.center.y, state.view.camera.center.y);
}

void Updater::select(NodeId node) {
    State& state = result_.state;
    state.view.selected = node;
    state.view.looked_at = none;
    state.hands.hovered = none;
    restart_reveal();
    say(Saying::View);
    follow(node);
}

void Updater::unselect() {
    result_.state.view.selected = none;
    result_.state.view.looked_at = none;
    result_.state.hands.trail.clear();
}

void Updater::follow(NodeId node) {
    if (result_.state.around.form != Form::Tall) return;
    result_.effects.push_back(ScrollToItem{"node:" + content()[node].id});
}

void Updater::restart_reveal() {
    State& state = result_.state;
    state.motion.reveal =
        state.around.prefers_reduced_motion || (state.view.selected == none && state.view.step == none) ? 1.0F : 0.0F;
}

void Updater::finish_motion() {
    State& state = result_.state;
    state.motion.reveal = 1;
    show_camera();
}

void Updater::put_camera(Camera camera) {
    result_.state.view.camera = camera;
    show_camera();
}

void Updater::show_camera() {
    State& state = result_.state;
    state.motion.camera_shown = clamp_camera(content(), layout_, state, state.view.camera);
    state.motion.camera_progress = 1;
}

void Updater::move_camera(Camera camera) {
    State& state = result_.state;
    camera = clamp_camera(content(), layout_, state, camera);
    if (state.around.prefers_reduced_motion) {
        put_camera(camera);
        return;
    }
    if (camera == clamp_camera(content(), layout_, state, state.view.camera)) return;
    state.motion.camera_from = state.motion.camera_shown;
    state.view.camera = camera;
    state.motion.camera_progress = 0;
}

Update update(const Layout& layout, const State& state, const Action& action) {
    Updater updater(layout, state);
    std::visit(updater, action);
    return updater.finish();
}

}  // namespace throughline
