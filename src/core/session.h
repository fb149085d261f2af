// The whole program without a platform: inputs in, effects and frames out. Every shell, the tool, the tests and a
// replayed recording run this same object.
#pragma once

#include "core/element.h"
#include "core/frame.h"
#include "core/graph.h"
#include "core/intent.h"
#include "core/update.h"
#include "core/view.h"

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

    // The view as a picture for paper: everything in the wide form, in light colours, at rest.
    Element handout() const;

    const Content& content() const { return content_; }
    const Graph& graph() const { return graph_; }
    const Layout& layout() const { return layout_; }
    const State& state() const { return state_; }

    // The newest actions by name, for the inspector; at most 32.
    const std::vector<std::string>& recent_actions() const { return recent_actions_; }

private:
    void apply(const Action& action, Reaction& reaction);
    void refresh_layout();

    Content content_;
    Graph graph_;
    State state_;
    Gesture gesture_;
    LayoutRequest request_;
    Layout layout_;
    Frame frame_;
    double frame_time_ms_ = 0;
    bool is_stale_ = true;
    std::vector<std::string> recent_actions_;
};

}  // namespace throughline
