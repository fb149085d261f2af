// The actions of a talk and of a kiosk.
#include "core/program/updater.h"

#include "core/state/caption.h"
#include "core/state/route.h"

#include <algorithm>
#include <cmath>

namespace throughline {

void Updater::look_at_step(int step) {
    State& state = result_.state;
    state.step = step;
    unselect();
    state.hovered = none;
    state.is_blank = false;
    state.jump = {};
    if (state.fills_stage()) put_camera(Camera{});
    restart_reveal();
}

void Updater::operator()(const Present&) {
    State& state = result_.state;
    state.mode = Mode::Talk;
    state.phase = KioskPhase::Attract;
    if (content_.tour.empty()) return put_camera(Camera{});
    look_at_step(std::max(state.step, 0));
    say_view();
}

void Updater::operator()(const EndTalk&) {
    State& state = result_.state;
    const Theme theme = state.theme;
    state = fresh_state(content_, state);
    state.mode = Mode::Explore;
    state.step = none;
    state.theme = theme;
    state.status = std::string(words().status_talk_ended);
}

void Updater::operator()(const ToggleBlank&) {
    State& state = result_.state;
    state.is_blank = !state.is_blank;
    state.jump = {};
    if (state.is_blank) {
        state.status = std::string(words().status_blank);
    } else {
        say_view();
    }
}

void Updater::operator()(const SetTextStep& action) {
    State& state = result_.state;
    state.text_step = std::clamp(action.step, 0, text_steps - 1);
    state.status = fill(words().status_text_size, {std::to_string(state.text_step + 1), std::to_string(text_steps)});
    show_camera();
}

void Updater::operator()(const MoveSpot& action) {
    State& state = result_.state;
    const bool was_shown = state.spot.has_value();
    state.spot.reset();
    // As coarse as the address says it, so that both windows of a talk mean the same place.
    const auto coarse = [](float fraction) { return std::round(std::clamp(fraction, 0.0F, 1.0F) * 1000) / 1000; };
    if (action.pos) state.spot = Vec2{coarse(action.pos->x), coarse(action.pos->y)};
    if (was_shown != state.spot.has_value()) state.status = std::string(state.spot ? words().status_spot : words().status_spot_off);
}

void Updater::operator()(const OpenJump& action) {
    State& state = result_.state;
    if (!state.jump.is_open) state.status = std::string(words().status_jump);
    state.jump = {true, action.lane};
}

void Updater::operator()(const SetAuto& action) {
    State& state = result_.state;
    if (state.auto_secs == action.secs) return;
    state.auto_secs = action.secs;
    state.status = action.secs > 0 ? fill(words().status_auto, {std::to_string(action.secs)}) : std::string(words().status_auto_off);
}

void Updater::operator()(const SetNotes& action) {
    State& state = result_.state;
    state.has_notes = action.has;
    if (action.is_for_want_of_window) state.status = std::string(words().status_no_window);
}

void Updater::operator()(const AskForPrint& action) { result_.effects.emplace_back(PrintPage{action.notes}); }

void Updater::operator()(const FollowView& action) {
    State& state = result_.state;
    is_following_ = true;
    const Route& route = action.route;
    const bool is_new_view = route.selected != state.selected || route.step != state.step || route.is_blank != state.is_blank;
    if (route.selected != state.selected || route.step != state.step) {
        look_at_step(route.step);
        state.selected = route.selected;
    }
    state.looked_at = route.looked_at;
    state.is_blank = route.is_blank;
    state.spot = route.spot;
    state.text_step = route.text_step;
    state.auto_secs = route.auto_secs;
    if (state.mode == Mode::Speaker) state.audience_aspect = route.audience_aspect;
    put_camera(route.camera);
    if (is_new_view) say_view();
}

void Updater::operator()(const AskForSpeaker&) {
    State speaker = result_.state;
    speaker.mode = Mode::Speaker;
    speaker.since_ms = 0;
    // What the audience sees it is told by its window; its own address would stay in the browser's history.
    if (content_.about.traces == Traces::Fewest) {
        speaker.selected = speaker.looked_at = speaker.step = none;
        speaker.camera = {};
    }
    result_.effects.push_back(OpenWindow{encode_route(content_, route_of(speaker))});
}

// As it stands when nobody is there.
void Updater::open_kiosk() {
    State& state = result_.state;
    state = fresh_state(content_, state);
    finish_motion();
    // Files that the address names are what it is to show; those of the content stand beside it.
    if (!state.kiosk.editions.empty()) {
        state.wait = Wait::KioskFiles;
        state.troubles.clear();
    }
    for (const std::string& name : kiosk_settings(content_, state).editions) result_.effects.push_back(LoadFile{name});
}

void Updater::operator()(const Wake&) {
    State& state = result_.state;
    if (state.mode != Mode::Kiosk || state.phase != KioskPhase::Attract) return;
    state = fresh_state(content_, state);
    state.phase = KioskPhase::Visit;
    state.step = none;
    state.status = std::string(words().status_woken);
}

void Updater::operator()(const WarnIdle& action) {
    State& state = result_.state;
    // Said once; the seconds that pass are only to be seen.
    if (state.phase != KioskPhase::Warning) state.status = fill(words().status_still_there, {std::to_string(action.secs_left)});
    state.phase = KioskPhase::Warning;
    state.secs_left = action.secs_left;
}

void Updater::operator()(const StayHere&) {
    State& state = result_.state;
    if (state.phase != KioskPhase::Warning) return;
    state.phase = KioskPhase::Visit;
    state.secs_left = 0;
    say_view();
}

void Updater::operator()(const StartOver& action) {
    State& state = result_.state;
    state = fresh_state(content_, state);
    state.phase = action.phase;
    if (action.phase == KioskPhase::Visit) {
        state.step = none;
        state.status = std::string(words().status_woken);
    }
    result_.effects.emplace_back(ResetPage{});
}

void Updater::operator()(const AdvanceAttract&) {
    State& state = result_.state;
    if (content_.tour.empty()) return;
    look_at_step((state.step + 1) % static_cast<int>(content_.tour.size()));
    // Nobody who is there asked for it, so nothing is said.
    ++state.drift;
}

void Updater::operator()(const LeaveKiosk&) {
    State& state = result_.state;
    state = fresh_state(content_, state);
    state.mode = Mode::Explore;
    state.step = none;
    state.kiosk = {};
    state.wait = Wait::None;
    result_.effects.emplace_back(ResetPage{});
}

void Updater::operator()(const SwitchEdition&) {
    State& state = result_.state;
    state.hovered = state.focused = none;
    clear_reports();
}

void Updater::operator()(const NoteTrouble& action) {
    std::vector<Trouble>& troubles = result_.state.troubles;
    const auto known = std::find_if(troubles.begin(), troubles.end(), [&action](const Trouble& trouble) { return trouble.file_name == action.trouble.file_name; });
    if (known == troubles.end()) {
        troubles.push_back(action.trouble);
    } else {
        *known = action.trouble;
    }
}

void Updater::operator()(const ReadFilesAgain&) {
    ++result_.state.readings;
    result_.effects.emplace_back(ReadFiles{});
}

void Updater::operator()(const AcceptEdition& action) {
    State& state = result_.state;
    state.wait = Wait::None;
    state.troubles.clear();
    state.opened_file = action.file_name;
    state = fresh_state(content_, state);
}

void Updater::operator()(const NoteHealth& action) {
    State& state = result_.state;
    if (state.health.size() == most_health) state.health.erase(state.health.begin());
    state.health.push_back(action.entry);
}

void Updater::operator()(const SetAddress& action) {
    result_.state.address = action.url;
    result_.state.is_one_file = action.url.empty();
}

void Updater::operator()(const SetWallClock& action) {
    State& state = result_.state;
    state.wall_ms = std::floor(action.wall_ms / 1000) * 1000;
    state.minutes_east_of_utc = action.minutes_east_of_utc;
    if (state.mode == Mode::Speaker && state.since_ms == 0) state.since_ms = state.wall_ms;
}

}  // namespace throughline
