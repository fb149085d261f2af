// See intent_talk.h. Clickers send PageUp and PageDown, some the arrows; "." or "b" blanks, F5 and Escape start and stop.
#include "core/program/intent_talk.h"

#include "core/content/sentences.h"
#include "core/content/words.h"
#include "core/state/caption.h"
#include "core/state/jump.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace throughline {
namespace {

constexpr float spot_step = 0.03F;
constexpr int auto_secs = 20;

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

bool is_arrow_key(std::string_view key) { return key.rfind("Arrow", 0) == 0; }

std::string lower(std::string_view key) {
    std::string small(key);
    if (small.size() == 1 && small[0] >= 'A' && small[0] <= 'Z') small[0] = static_cast<char>(small[0] - 'A' + 'a');
    return small;
}

Action toggle_spot(const State& state) { return state.spot ? MoveSpot{} : MoveSpot{Vec2{0.5F, 0.5F}}; }

std::vector<Action> jump_to(int node) { return {CloseJump{}, SelectNode{node}}; }

// While it is open, letters choose; one that stands for no choice does nothing, for nobody can know the lists by heart.
std::vector<Action> key_of_jump(const Content& content, const State& state, std::string_view key) {
    if (is_one_of(key, {"Escape", "Backspace"})) {
        if (state.jump.lane == none) return {CloseJump{}};
        return {OpenJump{none}};
    }
    if (!state.has_letter_keys) return {};
    const std::size_t chosen = key.size() == 1 ? jump_keys.find(key) : std::string_view::npos;
    if (chosen == std::string_view::npos) return {};
    if (state.jump.lane == none) {
        if (chosen >= content.lanes.size()) return {};
        return {OpenJump{static_cast<int>(chosen)}};
    }
    const std::vector<int> nodes = nodes_of_lane(content, state.jump.lane);
    if (chosen >= nodes.size()) return {};
    return jump_to(nodes[chosen]);
}

// One thing at a time, and never the talk itself: a clicker sends Escape on its own account.
std::vector<Action> step_back_out(const State& state) {
    if (state.is_blank) return {ToggleBlank{}};
    if (state.spot) return {MoveSpot{}};
    if (state.selected != none) return {ClearSelection{}};
    if (state.camera.zoom > min_zoom) return {FitView{}};
    return {};
}

std::vector<Action> arrow(const Content& content, const State& state, std::string_view key) {
    if (state.spot) {
        Vec2 pos = *state.spot;
        if (key == "ArrowLeft") pos.x -= spot_step;
        if (key == "ArrowRight") pos.x += spot_step;
        if (key == "ArrowUp") pos.y -= spot_step;
        if (key == "ArrowDown") pos.y += spot_step;
        return {MoveSpot{pos}};
    }
    const bool is_ltr = content.direction == Direction::LeftToRight;
    const bool is_forward = key == "ArrowDown" || key == (is_ltr ? "ArrowRight" : "ArrowLeft");
    return {GoToStep{state.step + (is_forward ? 1 : -1)}};
}

std::vector<Action> letter(const State& state, std::string_view key) {
    if (!state.has_letter_keys) return {};
    if (key == "." || key == "b") return {ToggleBlank{}};
    if (key == "n") return {GoToStep{state.step + 1}};
    if (key == "p") return {GoToStep{state.step - 1}};
    if (key == "j") return {state.jump.is_open ? Action{CloseJump{}} : Action{OpenJump{}}};
    if (key == "l") return {toggle_spot(state)};
    if (key == "t") return {SetTextStep{(state.text_step + 1) % text_steps}};
    if (key == "+" || key == "=") return {SetTextStep{state.text_step + 1}};
    if (key == "-") return {SetTextStep{state.text_step - 1}};
    if (key == "a") return {SetAuto{state.auto_secs > 0 ? 0 : auto_secs}};
    if (key == "f") return {AskForFullscreen{}};
    if (key == "s" && state.mode == Mode::Talk) return {AskForSpeaker{}};
    if (key == "r" && state.mode == Mode::Speaker) return {StartTimer{}};
    return {};
}

}  // namespace

bool is_held_down(const State& state, const KeyInput& event) { return event.is_repeat && !(state.spot && is_arrow_key(event.key)); }

std::vector<Action> talk_key(const Content& content, const State& state, const KeyInput& event) {
    const std::string key = lower(event.key);
    if (state.jump.is_open) {
        std::vector<Action> actions = key_of_jump(content, state, key);
        if (!actions.empty()) return actions;
        if (key.size() == 1 && !is_one_of(key, {" ", ".", "j"})) return {};
    }
    if (key == "Escape") return step_back_out(state);
    if (is_one_of(key, {"PageDown", " ", "MediaTrackNext"})) return {GoToStep{state.step + 1}};
    if (is_one_of(key, {"PageUp", "MediaTrackPrevious"})) return {GoToStep{state.step - 1}};
    if (key == "Home") return {GoToStep{0}};
    if (key == "End") return {GoToStep{static_cast<int>(content.tour.size())}};
    if (is_arrow_key(key)) return arrow(content, state, key);
    return key.size() == 1 ? letter(state, key) : std::vector<Action>{};
}

std::vector<Action> talk_activation(const Content& content, const State& state, std::string_view item) {
    const auto starts_with = [item](std::string_view prefix) { return item.substr(0, prefix.size()) == prefix; };
    if (item == "present") return {Present{}};
    if (item == "talk-end") return {EndTalk{}};
    if (item == "talk-blank") return {ToggleBlank{}};
    if (item == "talk-jump") return {state.jump.is_open ? Action{CloseJump{}} : Action{OpenJump{}}};
    if (item == "talk-spot") return {toggle_spot(state)};
    if (item == "talk-text") return {SetTextStep{(state.text_step + 1) % text_steps}};
    if (item == "talk-auto") return {SetAuto{state.auto_secs > 0 ? 0 : auto_secs}};
    if (item == "talk-keys") return {SetLetterKeys{!state.has_letter_keys}};
    if (item == "talk-fullscreen") return {AskForFullscreen{}};
    if (item == "talk-speaker") return {AskForSpeaker{}};
    if (item == "talk-notes") return {SetNotes{!state.has_notes}};
    if (item == "notes") return {SetNotes{true, true}};
    if (item == "talk-timer") return {StartTimer{}};
    if (item == "print-steps") return {PrintSteps{HandoutNotes::Without}};
    if (item == "print-notes") return {PrintSteps{HandoutNotes::With}};
    if (item == "jump-lanes") return {OpenJump{}};
    if (item == "talk-jump-close") return {CloseJump{}};
    if (starts_with("jump-lane:")) {
        for (std::size_t lane = 0; lane < content.lanes.size(); ++lane) {
            if (content.lanes[lane].id == item.substr(10)) return {OpenJump{static_cast<int>(lane)}};
        }
    }
    if (starts_with("jump:")) {
        const std::optional<int> node = content.find_node(item.substr(5));
        if (node) return jump_to(*node);
    }
    if (state.mode != Mode::Kiosk) return {};
    if (item == "attract-pause") return {SetPause{!state.is_paused}};
    if (item == "start-over") return {StartOver{KioskPhase::Visit}};
    if (item == "staff") return {ShowStaff{!state.shows_staff}};
    if (item == "staff-close") return {ShowStaff{false}};
    if (item == "staff-reload") return {AskForReload{}};
    if (item == "staff-leave") return {LeaveKiosk{}};
    return {};
}

Trouble unread_file(const State& state, const UnreadInput& event) {
    // A page from a disk has no address, and its browser says no reason.
    const std::string_view pattern = state.address.empty() ? words().waiting_unread_disk : words().waiting_unread;
    return {event.file_name, {fill(pattern, {event.reason})}};
}

std::vector<Action> kiosk_wake(const State& state, std::string_view item) {
    if (state.mode != Mode::Kiosk || state.shows_staff || item == "attract-pause" || item == "staff") return {};
    if (state.phase == KioskPhase::Attract) return {Wake{}};
    if (state.phase == KioskPhase::Warning) return {StayHere{}};
    return {};
}

}  // namespace throughline
