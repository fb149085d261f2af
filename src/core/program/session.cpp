// One input at a time: intent, update, layout when its request changed, and a frame when somebody asks.
#include "core/program/session.h"

#include "core/faces/handout.h"

#include <memory>
#include <utility>
#include <variant>

namespace throughline {
namespace {

constexpr std::size_t remembered_actions = 32;

// What comes of itself is no news.
bool is_of_itself(const Action& action) {
    return std::holds_alternative<Advance>(action) || std::holds_alternative<PassTime>(action) ||
           std::holds_alternative<FitPicture>(action) || std::holds_alternative<HoldPointers>(action);
}

}  // namespace

Session::Session(Content content) { state_.library = library_of(std::move(content)); }

Session::Session(State state) : state_(std::move(state)), layout_(layouts_.of(state_)) {}

Reaction Session::handle(const Input& input) {
    Reaction reaction;
    // The first size says which form is wanted: until it or anything else comes, none is laid out.
    if (!std::holds_alternative<ResizeInput>(input.event)) refresh_layout();
    state_ = update(layout(), state_, PassTime{input.time_ms, is_activity(input)}).state;
    const Intent intent = find_intent(layout(), state_, input);
    for (const Action& action : intent.actions) apply(action, reaction);
    reaction.is_handled = intent.is_handled;
    return reaction;
}

void Session::apply(const Action& action, Reaction& reaction) {
    Update updated = update(layout(), state_, action);
    // What changes nothing, such as a wheel turned at the end of its range, wants no frame.
    is_stale_ = is_stale_ || !looks_same(updated.state, state_);
    const int restarts = std::exchange(state_, std::move(updated.state)).kiosk.restarts;
    for (Effect& effect : updated.effects) reaction.effects.push_back(std::move(effect));
    // Nothing of the visit is left, not even the room that it took; `= {}` would keep that.
    if (state_.kiosk.restarts != restarts) {
        layouts_ = Layouts();
        recent_actions_ = std::vector<std::string>();
    }
    refresh_layout();
    remember(action);
}

void Session::remember(const Action& action) {
    if (is_of_itself(action)) return;
    recent_actions_.emplace_back(action_name(action));
    if (recent_actions_.size() > remembered_actions) recent_actions_.erase(recent_actions_.begin());
}

void Session::refresh_layout() {
    LayoutPtr layout = layouts_.of(state_);
    if (layout == layout_) return;
    layout_ = std::move(layout);
    state_ = update(*layout_, state_, FitPicture{}).state;
}

Element Session::handout(HandoutNotes notes) const {
    if (state_.files.wait != Wait::None) return {"div"};
    return make_handout(brief(), state_, notes);
}

const Frame& Session::frame() {
    if (is_stale_) {
        refresh_layout();
        frame_ = frame_maker_.make(layout_, layouts_.on_its_way(state_), state_);
        is_stale_ = false;
    }
    return frame_;
}

}  // namespace throughline
