// See intent_talk.h. Clickers send PageUp and PageDown, some the arrows; "." or "b" blanks, F5 and Escape start and
// stop.
#include "core/program/intent_talk.h"

#include "core/command/commands.h"
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

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool is_arrow_key(std::string_view key) { return key.starts_with("Arrow"); }

std::string lower(std::string_view key) {
    std::string small(key);
    if (small.size() == 1 && small[0] >= 'A' && small[0] <= 'Z') small[0] = static_cast<char>(small[0] - 'A' + 'a');
    return small;
}

std::vector<Action> jump_to(NodeId node) { return {CloseJump{}, SelectNode{node}}; }

// While it is open, letters choose; one that stands for no choice does nothing, for nobody can know the lists by heart.
std::vector<Action> key_of_jump(const Content& content, const State& state, std::string_view key) {
    if (is_one_of(key, {"Escape", "Backspace"})) {
        if (state.talk.jump.lane == none) return {CloseJump{}};
        return {OpenJump{none}};
    }
    if (!state.view.has_letter_keys) return {};
    const std::size_t chosen = key.size() == 1 ? jump_keys.find(key) : std::string_view::npos;
    if (chosen == std::string_view::npos) return {};
    if (state.talk.jump.lane == none) {
        if (chosen >= content.lanes.size()) return {};
        return {OpenJump{LaneId(chosen)}};
    }
    const std::vector<NodeId> nodes = nodes_of_lane(content, state.talk.jump.lane);
    if (chosen >= nodes.size()) return {};
    return jump_to(nodes[chosen]);
}

// One thing at a time, and never the talk itself: a clicker sends Escape on its own account.
std::vector<Action> step_back_out(const State& state) {
    if (state.view.is_blank) return {ToggleBlank{}};
    if (state.view.spot) return {MoveSpot{}};
    if (state.view.selected != none) return {ClearSelection{}};
    if (state.view.camera.zoom > min_zoom) return {FitView{}};
    return {};
}

std::vector<Action> arrow(const Content& content, const State& state, std::string_view key) {
    if (state.view.spot) {
        Vec2 pos = *state.view.spot;
        if (key == "ArrowLeft") pos.x -= spot_step;
        if (key == "ArrowRight") pos.x += spot_step;
        if (key == "ArrowUp") pos.y -= spot_step;
        if (key == "ArrowDown") pos.y += spot_step;
        return {MoveSpot{pos}};
    }
    const bool is_ltr = content.direction == Direction::LeftToRight;
    const bool is_forward = key == "ArrowDown" || key == (is_ltr ? "ArrowRight" : "ArrowLeft");
    return {GoToStep{state.view.step + (is_forward ? 1 : -1)}};
}

}  // namespace

bool is_held_down(const State& state, const KeyInput& event) {
    return event.is_repeat && !(state.view.spot && is_arrow_key(event.key));
}

std::vector<Action> talk_key(const Content& content, const State& state, const KeyInput& event) {
    const std::string key = lower(event.key);
    if (state.talk.jump.is_open) {
        std::vector<Action> actions = key_of_jump(content, state, key);
        if (!actions.empty()) return actions;
        if (key.size() == 1 && !is_one_of(key, {" ", ".", "j"})) return {};
    }
    if (key == "Escape") return step_back_out(state);
    if (is_arrow_key(key)) return arrow(content, state, key);
    const Command* command = find_command_of_key({content, state}, key);
    return command == nullptr ? std::vector<Action>{} : command->act({content, state});
}

std::vector<Action> choose_in_jump(const Content& content, std::string_view item) {
    constexpr std::string_view of_lane = "jump-lane:";
    constexpr std::string_view of_card = "jump:";
    if (item.starts_with(of_lane)) {
        for (const LaneId lane : content.lane_ids()) {
            if (content[lane].id == item.substr(of_lane.size())) return {OpenJump{lane}};
        }
    }
    if (item.starts_with(of_card)) {
        const std::optional<NodeId> node = content.find_node(item.substr(of_card.size()));
        if (node) return jump_to(*node);
    }
    return {};
}

std::vector<Action> kiosk_wake(const State& state, std::string_view item) {
    if (state.view.mode != Mode::Kiosk || state.kiosk.shows_staff || item == "attract-pause" || item == "staff")
        return {};
    if (state.kiosk.phase == KioskPhase::Attract) return {Wake{}};
    if (state.kiosk.phase == KioskPhase::Warning) return {StayHere{}};
    return {};
}

}  // namespace throughline
