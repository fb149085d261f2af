// Pointers, keys and item ids to actions. The ids of page items are the vocabulary between the room of views and this
// file.
#include "core/program/intent.h"

#include "core/command/commands.h"
#include "core/program/clockwork.h"
#include "core/program/intent_files.h"
#include "core/program/intent_talk.h"
#include "core/state/camera.h"
#include "core/state/address.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <variant>

namespace throughline {
namespace {

constexpr float drag_threshold_px = 5;
constexpr float wheel_zoom_per_px = 0.0022F;
constexpr float most_wheel_px = 240;  // one notch of an eager mouse must not cross the whole range
constexpr float arrow_pan_px = 60;
constexpr double late_click_ms = 300;

// Without a content only what tells how the page stands, and the staff's controls, mean anything.
bool is_meant_while_waiting(const Input& input) {
    if (const auto* pressed = std::get_if<ActivateInput>(&input.event)) {
        return pressed->item.starts_with("staff") || pressed->item == "mistakes-dismiss";
    }
    return !is_activity(input) && !std::holds_alternative<FocusInput>(input.event) &&
           !std::holds_alternative<FollowInput>(input.event);
}

class Interpreter {
public:
    Interpreter(const Layout& layout, const State& state)
        : content_(state.brief()->content), layout_(layout), state_(state), gesture_(state.gesture) {}

    Intent take() {
        if (gesture_ != state_.gesture)
            intent_.actions.insert(intent_.actions.begin(), HoldPointers{std::move(gesture_)});
        return std::move(intent_);
    }

    void operator()(const PointerInput& event) {
        switch (event.phase) {
            case PointerPhase::Down: press(event); break;
            case PointerPhase::Move: move(event); break;
            case PointerPhase::Up: release(event); break;
            case PointerPhase::Cancel:
                release(event);
                gesture_.swallows_click_until_ms = -1;
                break;
            case PointerPhase::Leave: hover(none); break;
        }
    }

    // On a stage there is nothing below to scroll to, and a wheel that is touched must not move the picture.
    // Scrolling down at the fitted view is left to the page, so that the text below stays within reach.
    void operator()(const WheelInput& event) {
        if (state_.fills_stage() && !event.with_control) return;
        if (state_.around.form == Form::Tall && !event.with_control) return;
        const bool is_out = event.delta_px > 0;
        if (is_out && state_.view.camera.zoom <= min_zoom && !event.with_control) return;
        const float delta_px = std::clamp(event.delta_px, -most_wheel_px, most_wheel_px);
        act(ZoomAt{is_out ? 1 / (1 + delta_px * wheel_zoom_per_px) : 1 - delta_px * wheel_zoom_per_px, event.pos_px});
        intent_.is_handled = true;
    }

    void operator()(const KeyInput& event) {
        if (keep_from_visitor()) return;
        if (is_talk()) {
            std::vector<Action> actions = talk_key(content_, state_, event);
            intent_.is_handled = !actions.empty();  // a key that is held down must not scroll either
            if (is_held_down(state_, event)) return;
            pause_auto(!actions.empty() && std::holds_alternative<SetAuto>(actions.front()));
            act_all(std::move(actions));
            if (event.key == "Escape") intent_.is_handled = !intent_.actions.empty();
            return;
        }
        if (event.key == "Escape") {
            if (!state_.files.reports.empty()) {
                act(DismissMistakes{});
            } else if (!state_.hands.link.empty()) {
                act(HideLink{});
            } else if (state_.hands.hovered != none && state_.view.selected == none && state_.view.step == none) {
                hover(none);
            } else {
                back_to_whole();
            }
            // The page counts the ones that find nothing to close: they are the way out.
            intent_.is_handled = !intent_.actions.empty();
        } else if (const Command* command = find_command_of_key({content_, state_}, event.key)) {
            act_all(command->act({content_, state_}));
        } else if (event.key.starts_with("Arrow") && state_.view.camera.zoom > min_zoom &&
                   (event.item.empty() || event.item.starts_with("node:"))) {
            if (event.key == "ArrowLeft") act(PanBy{{arrow_pan_px, 0}});
            if (event.key == "ArrowRight") act(PanBy{{-arrow_pan_px, 0}});
            if (event.key == "ArrowUp") act(PanBy{{0, arrow_pan_px}});
            if (event.key == "ArrowDown") act(PanBy{{0, -arrow_pan_px}});
            intent_.is_handled = true;
        }
    }

    void operator()(const ActivateInput& event) {
        // A browser sends a click after a drag; the reader meant the drag.
        // The staff's way in is no click: a key of it may have ended the loop just now.
        if (event.item != "staff" && state_.clock.now_ms <= std::exchange(gesture_.swallows_click_until_ms, -1)) {
            intent_.is_handled = true;
            return;
        }
        pause_auto(event.item == "talk-auto");
        if (keep_from_visitor(event.item)) return;
        if (const Command* command = find_command({content_, state_}, event.item)) {
            act_all(command->act({content_, state_}));
        } else {
            intent_.is_handled = activate(event.item);
        }
    }

    void operator()(const PresenceInput& event) { keep_from_visitor(event.item); }

    void operator()(const FocusInput& event) {
        const NodeId node = event.item.starts_with("node:") ? find_node(event.item.substr(5)) : NodeId();
        if (node != state_.hands.focused) act(FocusNode{node});
        if (node != state_.hands.hovered) hover(node);
    }

    void operator()(const ResizeInput& event) {
        gesture_ = {};
        act(ResizeStage{event});
    }
    void operator()(const EnvironmentInput& event) { act(SetEnvironment{event}); }
    void operator()(const RouteInput& event) { act(OpenView{event.fragment}); }
    void operator()(const TakeOverInput& event) { act(OpenView{event.fragment, true}); }
    // The view of another content would be followed to some other card or step.
    void operator()(const FollowInput& event) {
        const SharedView shared = decode_shared_view(content_, event.fragment);
        if (state_.view.is_talk() && shared.brief == content_.fingerprint) act(FollowView{shared});
    }
    void operator()(const AwaitInput& event) { act(AwaitContent{event.file_name}); }
    void operator()(const UnreadInput& event) {
        if (state_.files.wait == Wait::KioskFiles) act(NoteTrouble{unread_file(state_, event)});
    }
    void operator()(const TickInput& event) {
        act(Tick{event.wall_ms, event.minutes_east_of_utc});
        for (Action& action : due_actions(state_)) act(std::move(action));
    }
    void operator()(const FrameInput&) {
        const double secs = std::max(0.0, state_.clock.now_ms - state_.clock.frame_ms) / 1000;
        if (state_.motion.is_running()) act(Advance{static_cast<float>(secs)});
    }
    void operator()(const ContentInput& event) {
        // What a visitor of a kiosk brings along is not for the next one.
        if (state_.view.mode == Mode::Kiosk && state_.files.wait != Wait::File) return;
        act(open_file(event));
        intent_.is_handled = true;
    }
    void operator()(const EditionInput& event) { act_all(open_edition(state_, event)); }
    void operator()(const PeerInput& event) { act(SetConnected{event.is_there}); }
    void operator()(const AddressInput& event) { act(SetAddress{event.url}); }
    void operator()(const HealthInput& event) { act(NoteHealth{event.entry}); }
    void operator()(const LinkInput& event) { act(NoteLink{event.url}); }

private:
    void act(Action action) { intent_.actions.push_back(std::move(action)); }
    void act_all(std::vector<Action> actions) {
        intent_.is_handled = intent_.is_handled || !actions.empty();
        for (Action& action : actions) act(std::move(action));
    }
    bool is_talk() const { return state_.view.is_talk(); }

    // True when the input has ended a kiosk's loop or question and means nothing more.
    bool keep_from_visitor(std::string_view item = {}) {
        std::vector<Action> actions = kiosk_wake(state_, item);
        if (actions.empty()) return false;
        act_all(std::move(actions));
        // The click of the same touch would press what has come to lie under it.
        gesture_.swallows_click_until_ms = state_.clock.now_ms + late_click_ms;
        return true;
    }

    // Whoever does something has the lead again.
    void pause_auto(bool is_its_own_control) {
        if (state_.view.auto_secs > 0 && is_talk() && !is_its_own_control) act(SetAuto{0});
    }
    void hover(NodeId node) {
        if (node != state_.hands.hovered) act(HoverNode{node});
    }
    NodeId find_node(std::string_view id) const { return content_.find_node(id).value_or(NodeId()); }

    NodeId card_at(Vec2 pos_px) const {
        const Vec2 pos_world = stage_from_world(content_, layout_, state_).invert(pos_px);
        const CardBox* card = layout_.card_at(pos_world);
        return card == nullptr ? NodeId() : card->node;
    }

    Gesture::Touching* find_pointer(int pointer) {
        for (Gesture::Touching& touching : gesture_.pointers) {
            if (touching.pointer == pointer) return &touching;
        }
        return nullptr;
    }

    void press(const PointerInput& event) {
        if (gesture_.pointers.empty()) {
            gesture_.swallows_click_until_ms = -1;
            gesture_.is_dragging = false;
        }
        if (find_pointer(event.pointer) == nullptr)
            gesture_.pointers.push_back({event.pointer, event.kind, event.pos_px, event.pos_px});
        if (gesture_.pointers.size() == 2) {
            gesture_.is_dragging = true;
            intent_.is_handled = true;
        }
    }

    void move(const PointerInput& event) {
        Gesture::Touching* touching = find_pointer(event.pointer);
        if (state_.view.spot && is_talk()) {
            act(MoveSpot{frame_from_stage(state_, event.pos_px)});
            return;
        }
        if (touching == nullptr) {
            if (event.kind != PointerKind::Touch) hover(card_at(event.pos_px));
            return;
        }
        const Vec2 before = touching->pos_px;
        if (gesture_.pointers.size() >= 2) {
            pinch(*touching, event.pos_px);
            return;
        }
        touching->pos_px = event.pos_px;
        // At the fitted view there is nowhere to pan to, and a finger's swipe belongs to the page.
        if (state_.view.camera.zoom <= min_zoom) return;
        const Vec2 moved = event.pos_px - touching->start_px;
        if (!gesture_.is_dragging && std::sqrt(moved.x * moved.x + moved.y * moved.y) < drag_threshold_px) return;
        if (!gesture_.is_dragging) hover(none);
        act(PanBy{gesture_.is_dragging ? event.pos_px - before : moved});
        gesture_.is_dragging = true;
        intent_.is_handled = true;
    }

    void pinch(Gesture::Touching& moving, Vec2 pos_px) {
        const Gesture::Touching& other = &moving == &gesture_.pointers[0] ? gesture_.pointers[1] : gesture_.pointers[0];
        const auto length = [](Vec2 v) { return std::sqrt(v.x * v.x + v.y * v.y); };
        const float before = std::max(1.0F, length(moving.pos_px - other.pos_px));
        const float after = std::max(1.0F, length(pos_px - other.pos_px));
        const Vec2 middle_before = (moving.pos_px + other.pos_px) * 0.5F;
        const Vec2 middle_after = (pos_px + other.pos_px) * 0.5F;
        moving.pos_px = pos_px;
        act(ZoomAt{after / before, middle_before});
        act(PanBy{middle_after - middle_before});
        intent_.is_handled = true;
    }

    void release(const PointerInput& event) {
        gesture_.pointers.erase(std::remove_if(gesture_.pointers.begin(), gesture_.pointers.end(),
                                               [&](const Gesture::Touching& t) { return t.pointer == event.pointer; }),
                                gesture_.pointers.end());
        // What a second finger leaves behind goes on as a plain drag from where it is.
        for (Gesture::Touching& rest : gesture_.pointers) rest.start_px = rest.pos_px;
        if (gesture_.pointers.empty() && std::exchange(gesture_.is_dragging, false))
            gesture_.swallows_click_until_ms = state_.clock.now_ms + late_click_ms;
    }

    void back_to_whole() {
        if (state_.view.selected != none) {
            act(ClearSelection{});
        } else if (state_.view.step != none) {
            act(EndTour{});
        } else if (state_.view.camera.zoom > min_zoom) {
            act(FitView{});
        }
    }

    // Items that stand for a card, a lane or what only a shell knows; every other control is a command.
    bool activate(std::string_view item) {
        if (item.starts_with("node:")) return select(item.substr(5), Again::Clears);
        if (item.starts_with("language:")) return switch_language(item.substr(9));
        if (item.starts_with("go:")) return select(item.substr(item.rfind(':') + 1), Again::Keeps);
        std::vector<Action> chosen = choose_in_jump(content_, item);
        // The speaker's window was blocked.
        if (item == "notes") chosen.emplace_back(SetNotes{.has = true, .is_for_want_of_window = true});
        if (item == "staff" && state_.view.mode == Mode::Kiosk)
            chosen.emplace_back(ShowStaff{!state_.kiosk.shows_staff});
        act_all(std::move(chosen));
        return intent_.is_handled;
    }

    bool switch_language(std::string_view language) {
        const std::vector<Edition>& editions = state_.library.editions;
        const auto chosen = std::find_if(editions.begin(), editions.end(), [language](const Edition& edition) {
            return edition.brief->content.language == language;
        });
        const auto index = static_cast<std::size_t>(chosen - editions.begin());
        if (chosen == editions.end() || index == state_.library.shown) return false;
        act(SwitchEdition{index});
        return true;
    }

    enum class Again { Clears, Keeps };

    bool select(std::string_view id, Again again) {
        const NodeId node = find_node(id);
        if (node == none) return false;
        if (node != state_.view.selected) {
            act(SelectNode{node});
        } else if (again == Again::Clears) {
            act(ClearSelection{});
        }
        return true;
    }

    const Content& content_;
    const Layout& layout_;
    const State& state_;
    Gesture gesture_;
    Intent intent_;
};

}  // namespace

bool is_activity(const Input& input) {
    return std::holds_alternative<PointerInput>(input.event) || std::holds_alternative<WheelInput>(input.event) ||
           std::holds_alternative<KeyInput>(input.event) || std::holds_alternative<ActivateInput>(input.event) ||
           std::holds_alternative<PresenceInput>(input.event);
}

Intent find_intent(const Layout& layout, const State& state, const Input& input) {
    if (state.files.wait != Wait::None && !is_meant_while_waiting(input)) return {};
    Interpreter interpreter(layout, state);
    std::visit(interpreter, input.event);
    return interpreter.take();
}

}  // namespace throughline
