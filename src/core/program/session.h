// The whole program without a platform: inputs in, effects and frames out. Every shell, the tool, the tests and a
// replayed recording run this same object. It composes and decides nothing.
#pragma once

#include "core/faces/element.h"
#include "core/program/clockwork.h"
#include "core/program/intent.h"
#include "core/program/layouts.h"
#include "core/program/update.h"
#include "core/view/frame.h"
#include "core/view/frame_maker.h"

#include <string>
#include <vector>

namespace throughline {

struct Reaction {
    std::vector<Effect> effects;
    bool is_handled = false;  // the platform's default action should not follow
};

class Session {
public:
    explicit Session(Content content);
    // Goes on from there: the same inputs bring the same frames and effects.
    explicit Session(State state);

    Reaction handle(const Input& input);

    // True when what frame() returns differs from what it last returned, or motion is running.
    bool wants_frame() const { return is_stale_ || state_.motion.is_running(); }
    // The reference holds until the next call of it.
    const Frame& frame();

    // When a TickInput should come at the latest, in the inputs' time; infinity while nothing is waited for.
    double next_tick_ms() const { return throughline::next_tick_ms(state_); }

    // The view for paper, in light colours, at rest: the picture of everything in the wide form; in a talk all its
    // steps, one a page, with the speaker's notes if those were asked for.
    Element handout(HandoutNotes notes = HandoutNotes::Without) const;

    // Of the content that is shown; empty while one is waited for.
    const std::string& fingerprint() const { return content().fingerprint; }

    // What the other window of a talk should show, without the leading '#'.
    std::string shared_view() const { return encode_shared_view(content(), throughline::shared_view(state_)); }

    // How often a kiosk has started over. What a shell keeps from before is to be forgotten when it rises.
    int restarts() const { return state_.kiosk.restarts; }

    const Brief& brief() const { return *state_.brief(); }
    const Content& content() const { return brief().content; }
    const Layout& layout() const { return *layout_; }
    const State& state() const { return state_; }

    // The newest actions by name, for the inspector; at most 32, and those of one visit.
    const std::vector<std::string>& recent_actions() const { return recent_actions_; }

private:
    void apply(const Action& action, Reaction& reaction);
    void refresh_layout();
    void remember(const Action& action);

    State state_;
    // What follows from the state.
    Layouts layouts_;
    LayoutPtr layout_ = std::make_shared<const Layout>();
    FrameMaker frame_maker_;
    Frame frame_;
    bool is_stale_ = true;
    std::vector<std::string> recent_actions_;
};

}  // namespace throughline
