// One input at a time: intent, update, layout when its request changed, and a frame when somebody asks.
#include "core/session.h"

#include "core/svg.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace throughline {
namespace {

constexpr std::size_t remembered_actions = 32;

// In the order of Action's alternatives; the inspector shows them.
constexpr std::array<std::string_view, std::variant_size_v<Action>> action_names{
    "SelectNode", "ClearSelection", "HoverNode", "FocusNode", "GoToStep", "EndTour", "PanBy", "ZoomAt",
    "ZoomSmoothly", "FitView", "NextLine", "FollowLine", "FollowBack", "SetExtent", "SetTheme", "ToggleInspector", "ResizeStage", "SetEnvironment",
    "OpenRoute", "AcceptContent", "RefuseContent", "DismissMistakes", "ShowItem", "Advance"};

}  // namespace

Session::Session(Content content) : content_(std::move(content)), graph_(build_graph(content_)) { refresh_layout(); }

Reaction Session::handle(const Input& input) {
    Reaction reaction;
    if (const auto* dropped = std::get_if<ContentInput>(&input.event)) {
        ParsedContent parsed = parse_content(dropped->bytes);
        if (parsed.content) {
            // Indices of the old content mean nothing in the new one, so the state lets go of them first.
            apply(AcceptContent{dropped->file_name}, reaction);
            content_ = std::move(*parsed.content);
            graph_ = build_graph(content_);
            request_ = {};
            refresh_layout();
            is_stale_ = true;
        } else {
            apply(RefuseContent{dropped->file_name, std::move(parsed.mistakes)}, reaction);
        }
        reaction.is_handled = true;
        return reaction;
    }
    if (std::holds_alternative<FrameInput>(input.event)) {
        const double dt_ms = std::max(0.0, input.time_ms - frame_time_ms_);
        frame_time_ms_ = input.time_ms;
        if (state_.is_moving()) apply(Advance{static_cast<float>(dt_ms / 1000)}, reaction);
        return reaction;
    }
    // Motion starts now, not at the last frame, which may be long ago.
    if (!state_.is_moving()) frame_time_ms_ = input.time_ms;
    Intent intent = find_intent(content_, layout_, state_, gesture_, input);
    for (const Action& action : intent.actions) apply(action, reaction);
    reaction.is_handled = intent.is_handled;
    return reaction;
}

void Session::apply(const Action& action, Reaction& reaction) {
    Update updated = update(content_, graph_, layout_, state_, action);
    // What changes nothing, such as a wheel turned at the end of its range, wants no frame.
    if (updated.state != state_) is_stale_ = true;
    state_ = std::move(updated.state);
    for (Effect& effect : updated.effects) reaction.effects.push_back(std::move(effect));
    refresh_layout();
    if (!std::holds_alternative<Advance>(action)) {
        recent_actions_.emplace_back(action_names[action.index()]);
        if (recent_actions_.size() > remembered_actions) recent_actions_.erase(recent_actions_.begin());
    }
}

void Session::refresh_layout() {
    LayoutRequest request = layout_request(content_, graph_, state_);
    if (request == request_) return;
    request_ = std::move(request);
    layout_ = compute_layout(content_, request_);
    state_.camera = state_.camera_shown = clamp_camera(layout_, state_.stage_px, state_.camera);
    state_.camera_progress = 1;
}

Element Session::handout() const {
    State state = state_;
    state.form = Form::Wide;
    state.theme = Theme::Light;
    state.reveal = 1;
    state.hovered = state.focused = none;
    const Layout layout = compute_layout(content_, whole_request(content_, Form::Wide));
    return svg_element(content_, view_scene(content_, graph_, layout, state), SvgUse::Embedded, "picture-handout");
}

const Frame& Session::frame() {
    if (is_stale_) {
        frame_ = view(content_, graph_, layout_, state_, Liveness::Live);
        is_stale_ = false;
    }
    return frame_;
}

}  // namespace throughline
