// See clockwork.h.
#include "core/program/clockwork.h"

#include <limits>

namespace throughline {
namespace {

constexpr double never_ms = std::numeric_limits<double>::infinity();
constexpr double second_ms = 1000;
constexpr double reading_ms = 10000;  // how soon a kiosk without a content looks for it again

bool goes_on_by_itself(const State& state) {
    const View& view = state.view;
    const int steps = static_cast<int>(state.brief()->content.tour.size());
    return view.mode == Mode::Talk && view.auto_secs > 0 && !view.is_blank && view.step != none && view.step < steps;
}

}  // namespace

std::vector<Action> due_actions(const State& state) {
    const Clock& clock = state.clock;
    if (clock.now_ms < next_tick_ms(state)) return {};
    if (goes_on_by_itself(state)) return {GoToStep{state.view.step + 1}};
    if (state.view.mode != Mode::Kiosk) return {};
    const KioskSettings settings = kiosk_settings(state.brief()->content, state.view);
    if (state.kiosk.shows_staff) return {StartOver{}};
    if (state.files.wait != Wait::None) return {ReadFilesAgain{}};
    switch (state.kiosk.phase) {
        case KioskPhase::Attract:
            if (state.kiosk.is_paused) return {SetPause{false}};
            return {AdvanceAttract{}};
        case KioskPhase::Visit: return {WarnIdle{settings.warning_secs}};
        case KioskPhase::Warning: {
            const int left = settings.warning_secs - static_cast<int>((clock.now_ms - clock.begun_ms) / second_ms);
            if (left <= 0) return {StartOver{}};
            return {WarnIdle{left}};
        }
    }
    return {};
}

double next_tick_ms(const State& state) {
    const Clock& clock = state.clock;
    if (state.view.mode == Mode::Speaker) return clock.ticked_ms + second_ms;
    if (goes_on_by_itself(state)) return clock.begun_ms + state.view.auto_secs * second_ms;
    if (state.view.mode != Mode::Kiosk) return never_ms;
    const Content& content = state.brief()->content;
    const KioskSettings settings = kiosk_settings(content, state.view);
    const double idle_ms = clock.active_ms + settings.idle_secs * second_ms;
    if (state.kiosk.shows_staff) return idle_ms;
    if (state.files.wait != Wait::None) return clock.begun_ms + reading_ms;
    switch (state.kiosk.phase) {
        case KioskPhase::Attract:
            if (state.kiosk.is_paused) return idle_ms;
            return content.tour.empty() ? never_ms : clock.begun_ms + settings.step_secs * second_ms;
        case KioskPhase::Visit: return idle_ms;
        case KioskPhase::Warning:
            return clock.begun_ms + (settings.warning_secs - state.kiosk.secs_left + 1) * second_ms;
    }
    return never_ms;
}

}  // namespace throughline
