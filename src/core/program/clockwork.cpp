// See clockwork.h.
#include "core/program/clockwork.h"

#include "core/state/caption.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace throughline {
namespace {

constexpr double never_ms = std::numeric_limits<double>::infinity();
constexpr double second_ms = 1000;
constexpr double reading_ms = 10000;  // how soon a kiosk without a content looks for it again

bool goes_on_by_itself(const Content& content, const State& state) {
    return state.mode == Mode::Talk && state.auto_secs > 0 && !state.is_blank && state.step != none && state.step < static_cast<int>(content.tour.size());
}

}  // namespace

void Clockwork::note_change(const State& before, const State& after, double now_ms) {
    const auto waits_for = [](const State& state) { return std::tuple(state.mode, state.phase, state.step, state.selected, state.auto_secs, state.is_blank, state.is_paused, state.wait, state.readings); };
    if (waits_for(before) != waits_for(after)) begun_ms_ = now_ms;
}

std::vector<Action> Clockwork::due(const Content& content, const State& state, double now_ms) const {
    if (now_ms < next_ms(content, state)) return {};
    if (goes_on_by_itself(content, state)) return {GoToStep{state.step + 1}};
    if (state.mode != Mode::Kiosk) return {};
    const KioskSettings settings = kiosk_settings(content, state);
    if (state.shows_staff) return {StartOver{}};
    if (state.wait != Wait::None) return {ReadFilesAgain{}};
    switch (state.phase) {
        case KioskPhase::Attract:
            if (state.is_paused) return {SetPause{false}};
            return {AdvanceAttract{}};
        case KioskPhase::Visit: return {WarnIdle{settings.warning_secs}};
        case KioskPhase::Warning: {
            const int left = settings.warning_secs - static_cast<int>((now_ms - begun_ms_) / second_ms);
            if (left <= 0) return {StartOver{}};
            return {WarnIdle{left}};
        }
    }
    return {};
}

double Clockwork::next_ms(const Content& content, const State& state) const {
    if (state.mode == Mode::Speaker) return ticked_ms_ + second_ms;
    if (goes_on_by_itself(content, state)) return begun_ms_ + state.auto_secs * second_ms;
    if (state.mode != Mode::Kiosk) return never_ms;
    const KioskSettings settings = kiosk_settings(content, state);
    const double idle_ms = active_ms_ + settings.idle_secs * second_ms;
    if (state.shows_staff) return idle_ms;
    if (state.wait != Wait::None) return begun_ms_ + reading_ms;
    switch (state.phase) {
        case KioskPhase::Attract:
            if (state.is_paused) return idle_ms;
            return content.tour.empty() ? never_ms : begun_ms_ + settings.step_secs * second_ms;
        case KioskPhase::Visit: return idle_ms;
        case KioskPhase::Warning: return begun_ms_ + (settings.warning_secs - state.secs_left + 1) * second_ms;
    }
    return never_ms;
}

}  // namespace throughline
