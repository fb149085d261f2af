// The whole program without a platform: inputs in, effects and frames out. Every shell, the tool, the tests and a
// replayed recording run this same object.
#pragma once

#include "core/brief/brief.h"
#include "core/faces/element.h"
#include "core/json/mistakes.h"
#include "core/layout/glide.h"
#include "core/program/clockwork.h"
#include "core/program/intent.h"
#include "core/program/update.h"
#include "core/state/route.h"
#include "core/view/frame.h"
#include "core/view/frame_maker.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace throughline {

struct Reaction {
    std::vector<Effect> effects;
    bool is_handled = false;  // the platform's default action should not follow
};

class Session {
public:
    explicit Session(Content content);

    Reaction handle(const Input& input);

    // True when what frame() returns differs from what it last returned, or motion is running.
    bool wants_frame() const { return is_stale_ || state_.is_moving(); }
    const Frame& frame();

    // When a TickInput should come at the latest, in the inputs' time; infinity while nothing is waited for.
    double next_tick_ms() const { return clockwork_.next_ms(content(), state_); }

    // The view for paper, in light colours, at rest: the picture of everything in the wide form; in a talk all its steps, one a
    // page, with the speaker's notes if those were asked for.
    Element handout(HandoutNotes notes = HandoutNotes::Without) const;

    // Of the content that is shown; empty while one is waited for.
    const std::string& fingerprint() const { return content().fingerprint; }

    // What the other window of a talk should show, without the leading '#'.
    std::string shared_view() const { return encode_shared_view(content(), state_); }

    // How often a kiosk has started over. What a shell keeps from before is to be forgotten when it rises.
    int restarts() const { return restarts_; }

    const Brief& brief() const { return *editions_[edition_]; }
    const Content& content() const { return brief().content; }
    // Every content there is to choose from: the one the page came with first, or what replaced it.
    const std::vector<BriefPtr>& editions() const { return editions_; }
    const Layout& layout() const { return *layout_; }
    const State& state() const { return state_; }

    // The newest actions by name, for the inspector; at most 32.
    const std::vector<std::string>& recent_actions() const { return recent_actions_; }

private:
    void apply(const Action& action, Reaction& reaction);
    void act(const Input& input, Reaction& reaction);
    void take_content(const ContentInput& dropped, Reaction& reaction);
    void take_edition(const EditionInput& loaded, Reaction& reaction);
    void refuse_edition(const EditionInput& loaded, const Mistakes& mistakes, Reaction& reaction);
    void place_edition(BriefPtr edition, const std::string& file_name);
    void begin_kiosk(BriefPtr edition, const std::string& file_name, Reaction& reaction);
    void wait(const Input& input, Reaction& reaction);
    void put_content_away();
    void take_content_back();
    void switch_edition(std::size_t edition);
    void forget_content();
    void carry_view(const Content& from, const State& shown);
    void refresh_layout();
    void begin_glide(const State& before);
    Frame make_frame();

    std::vector<BriefPtr> editions_;
    std::size_t edition_ = 0;
    std::vector<std::string> edition_files_;  // of each of them; empty: the page came with it
    std::vector<std::pair<std::string, BriefPtr>> waiting_;  // they take the place of what somebody still reads
    // While something is waited for: what there was, and the newest view that the page was asked for.
    BriefPtr put_away_;
    std::string awaited_view_;
    State state_;
    Gesture gesture_;
    Clockwork clockwork_;
    int restarts_ = 0;
    double wall_ms_ = 0;  // as the last tick told it, for the log
    int minutes_east_of_utc_ = 0;
    LayoutRequest request_;
    LayoutPtr layout_ = std::make_shared<const Layout>();
    FrameMaker frame_maker_;
    Placed before_;  // the step's picture before this one, while its cards glide
    Frame frame_;
    double frame_time_ms_ = 0;
    bool is_stale_ = true;
    bool has_opened_ = false;  // one of the files that were dropped together
    std::vector<std::string> recent_actions_;
};

}  // namespace throughline
