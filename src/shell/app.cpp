// The frame function is the whole program: handle what came, view, paint, report.
#include "shell/app.h"

#include "core/content/parse.h"
#include "core/json/mistakes.h"

#include "shell/inspector.h"

#include <optional>
#include <utility>

namespace throughline {

Started App::start(std::string_view content_bytes, const FontBytes& fonts) {
    ParsedContent parsed = parse_content(content_bytes);
    if (!parsed.content) return {StartFailure::Content, format_mistake("content", parsed.mistakes.listed.front())};
    const double before_ms = host_.now_ms();
    session_ = std::make_unique<Session>(std::move(*parsed.content));
    timings_.layout_ms = host_.now_ms() - before_ms;
    regular_ = fonts.regular;
    semibold_ = fonts.semibold;
    if (std::string error = make_painter(); !error.empty()) return {StartFailure::Graphics, error};
    return {};
}

bool App::handle(const Input& input) {
    const std::optional<Input> recorded = recording_.add(input);
    if (!recorded) return false;
    const Layout* const before = &session_->layout();
    const double before_ms = host_.now_ms();
    const Reaction reaction = session_->handle(*recorded);
    if (&session_->layout() != before) timings_.layout_ms = host_.now_ms() - before_ms;
    // Nobody who passes by a public screen is recorded.
    if (session_->state().view.mode == Mode::Kiosk) recording_ = {};
    if (session_->restarts() != restarts_seen_) forget_visit();
    for (const Effect& effect : reaction.effects) host_.carry_out(effect);
    return reaction.is_handled;
}

bool App::frame(double time_ms) {
    const Viewport viewport = host_.viewport_of(session_->state());
    if (!has_context_ || viewport.is_empty()) return false;
    const bool is_wanted = session_->wants_frame();
    if (is_wanted) handle({time_ms, FrameInput{}});
    if (is_wanted || must_repaint_ || settling_.is_due(time_ms)) draw(viewport, time_ms);
    return session_->wants_frame() || settling_.is_waiting();
}

void App::draw(Viewport viewport, double time_ms) {
    must_repaint_ = false;
    const double start_ms = host_.now_ms();
    const Frame& frame = session_->frame();
    const double viewed_ms = host_.now_ms();

    viewport.sharpness = sharpness_ =
        settling_.observe(frame.scene.stage_from_world.scale * viewport.device_pixel_ratio, time_ms);
    painter_->paint(frame.scene, viewport);
    if (session_->state().view.has_inspector) painter_->paint_over(inspect(*this, viewport), viewport);
    host_.show_page(frame.page);

    timings_.view_ms = viewed_ms - start_ms;
    timings_.paint_ms = host_.now_ms() - viewed_ms;
    ++frames_drawn_;
    host_.report_frames(frames_drawn_);
}

std::string App::make_painter() {
    painter_ = std::make_unique<ScenePainter>();
    std::string error = painter_->start({regular_, semibold_}, host_);
    has_context_ = error.empty();
    return error;
}

// A kiosk has started over: what the visit left behind, from sizes of letters that only it needed to the room that its
// longest list took, goes. So memory is after a thousand visits what it was after one, to the byte.
void App::forget_visit() {
    restarts_seen_ = session_->restarts();
    timings_ = {};
    settling_ = {};
    if (!has_context_) return;
    painter_->release();
    if (make_painter().empty()) repaint();
}

void App::lose_context() {
    has_context_ = false;
    painter_->release();
}

std::string App::restore_context() {
    std::string error = painter_->restore();
    has_context_ = error.empty();
    repaint();
    return error;
}

}  // namespace throughline
