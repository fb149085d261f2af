// The actions of a talk and of a kiosk.
#include "core/program/updater.h"

#include "core/state/caption.h"
#include "core/state/address.h"

#include <algorithm>
#include <cmath>

namespace throughline {

void Updater::look_at_step(int step) {
    State& state = result_.state;
    state.view.step = step;
    unselect();
    state.hands.hovered = none;
    state.view.is_blank = false;
    state.talk.jump = {};
    if (state.fills_stage()) put_camera(Camera{});
    restart_reveal();
}

void Updater::operator()(const Present&) {
    State& state = result_.state;
    state.view.mode = Mode::Talk;
    state.kiosk.phase = KioskPhase::Attract;
    if (content().tour.empty()) return put_camera(Camera{});
    look_at_step(std::max(state.view.step, 0));
    say(Saying::View);
}

void Updater::operator()(const EndTalk&) {
    State& state = result_.state;
    const Theme theme = state.view.theme;
    state = fresh_state(content(), state);
    state.view.mode = Mode::Explore;
    state.view.step = none;
    state.view.theme = theme;
    say(Saying::TalkEnded);
}

void Updater::operator()(const ToggleBlank&) {
    State& state = result_.state;
    state.view.is_blank = !state.view.is_blank;
    state.talk.jump = {};
    if (state.view.is_blank) {
        say(Saying::Blank);
    } else {
        say(Saying::View);
    }
}

void Updater::operator()(const SetTextStep& action) {
    State& state = result_.state;
    state.view.text_step = std::clamp(action.step, 0, text_steps - 1);
    say(Saying::TextSize);
    show_camera();
}

void Updater::operator()(const MoveSpot& action) {
    State& state = result_.state;
    const bool was_shown = state.view.spot.has_value();
    state.view.spot.reset();
    // As coarse as the address says it, so that both windows of a talk mean the same place.
    const auto coarse = [](float fraction) { return std::round(std::clamp(fraction, 0.0F, 1.0F) * 1000) / 1000; };
    if (action.pos) state.view.spot = Vec2{coarse(action.pos->x), coarse(action.pos->y)};
    if (was_shown != state.view.spot.has_value()) say(Saying::Spot);
}

void Updater::operator()(const OpenJump& action) {
    State& state = result_.state;
    if (!state.talk.jump.is_open) say(Saying::Jump);
    state.talk.jump = {true, action.lane};
}

void Updater::operator()(const SetAuto& action) {
    State& state = result_.state;
    if (state.view.auto_secs == action.secs) return;
    state.view.auto_secs = action.secs;
    say(Saying::Auto);
}

void Updater::operator()(const SetNotes& action) {
    State& state = result_.state;
    state.talk.has_notes = action.has;
    if (action.is_for_want_of_window) say(Saying::NoWindow);
}

void Updater::operator()(const AskForPrint& action) { result_.effects.emplace_back(PrintPage{action.notes}); }

void Updater::operator()(const FollowView& action) {
    State& state = result_.state;
    is_following_ = true;
    const View& view = action.shared.view;
    const bool is_new_step = view.selected != state.view.selected || view.step != state.view.step;
    const bool is_new_view = is_new_step || view.is_blank != state.view.is_blank;
    if (is_new_step) {
        look_at_step(view.step);
        state.view.selected = view.selected;
    }
    state.view.looked_at = view.looked_at;
    state.view.is_blank = view.is_blank;
    state.view.spot = view.spot;
    state.view.text_step = view.text_step;
    state.view.auto_secs = view.auto_secs;
    if (state.view.mode == Mode::Speaker) state.talk.audience_aspect = action.shared.audience_aspect;
    put_camera(view.camera);
    if (is_new_view) say(Saying::View);
}

void Updater::operator()(const AskForSpeaker&) {
    View speaker = result_.state.view;
    speaker.mode = Mode::Speaker;
    speaker.since_ms = 0;
    // What the audience sees it is told by its window; its own address would stay in the browser's history.
    if (content().about.traces == Traces::Fewest) {
        speaker.selected = none;
        speaker.looked_at = none;
        speaker.step = none;
        speaker.camera = {};
    }
    result_.effects.push_back(OpenWindow{encode_view(content(), speaker)});
}

// As it stands when nobody is there.
void Updater::open_kiosk() {
    State& state = result_.state;
    state = fresh_state(content(), state);
    finish_motion();
    for (const std::string& name : kiosk_settings(content(), state.view).editions)
        result_.effects.push_back(LoadFile{name});
    // Files that the address names are what it is to show; those of the content stand beside it.
    if (state.view.kiosk.editions.empty()) return;
    begin_wait(Wait::KioskFiles);
    state.files.troubles.clear();
}

void Updater::operator()(const Wake&) {
    State& state = result_.state;
    if (state.view.mode != Mode::Kiosk || state.kiosk.phase != KioskPhase::Attract) return;
    state = fresh_state(content(), state);
    state.kiosk.phase = KioskPhase::Visit;
    state.view.step = none;
    say(Saying::Woken);
}

void Updater::operator()(const WarnIdle& action) {
    State& state = result_.state;
    // Said once; the seconds that pass are only to be seen.
    if (state.kiosk.phase != KioskPhase::Warning) state.said = SaidStillThere{action.secs_left};
    state.kiosk.phase = KioskPhase::Warning;
    state.kiosk.secs_left = action.secs_left;
}

void Updater::operator()(const StayHere&) {
    State& state = result_.state;
    if (state.kiosk.phase != KioskPhase::Warning) return;
    state.kiosk.phase = KioskPhase::Visit;
    state.kiosk.secs_left = 0;
    say(Saying::View);
}

void Updater::operator()(const StartOver& action) {
    State& state = result_.state;
    place_arrived(state.library, edition_order());
    state = fresh_state(content(), state);
    ++state.kiosk.restarts;
    state.gesture = {};
    state.kiosk.phase = action.phase;
    if (action.phase == KioskPhase::Visit) {
        state.view.step = none;
        say(Saying::Woken);
    }
    result_.effects.emplace_back(ResetPage{});
}

void Updater::operator()(const AdvanceAttract&) {
    State& state = result_.state;
    if (content().tour.empty()) return;
    look_at_step((state.view.step + 1) % static_cast<int>(content().tour.size()));
    // Nobody who is there asked for it, so nothing is said.
    ++state.kiosk.drift;
}

void Updater::operator()(const LeaveKiosk&) {
    State& state = result_.state;
    state = fresh_state(content(), state);
    state.view.mode = Mode::Explore;
    state.view.step = none;
    state.view.kiosk = {};
    end_wait();
    result_.effects.emplace_back(ResetPage{});
}

void Updater::operator()(const NoteHealth& action) {
    State& state = result_.state;
    if (state.kiosk.health.size() == most_health) state.kiosk.health.erase(state.kiosk.health.begin());
    state.kiosk.health.push_back(action.entry);
}

void Updater::operator()(const SetAddress& action) {
    result_.state.around.url = action.url;
    result_.state.around.is_one_file = action.url.empty();
}

void Updater::operator()(const Tick& action) {
    State& state = result_.state;
    state.clock.ticked_ms = state.clock.now_ms;
    state.clock.wall_ms = std::floor(action.wall_ms / 1000) * 1000;
    state.clock.minutes_east_of_utc = action.minutes_east_of_utc;
    if (state.view.mode == Mode::Speaker && state.view.since_ms == 0) state.view.since_ms = state.clock.wall_ms;
}

}  // namespace throughline
