// The layouts that states want, made when they are first asked for; the last two are kept, because a step glides from
// the one to the other.
#pragma once

#include "core/brief/brief.h"
#include "core/layout/layout.h"
#include "core/state/state.h"
#include "core/view/frame_maker.h"

#include <array>

namespace throughline {

class Layouts {
public:
    // Empty for a state that waits for a content.
    LayoutPtr of(const State& state);

    // The same, or while cards glide from the step before, as far as they are.
    LayoutPtr on_its_way(const State& state);

private:
    struct Made {
        BriefPtr brief;
        LayoutRequest request;
        LayoutPtr layout;
    };
    std::array<Made, 2> made_;  // the newest first
    LayoutPtr empty_ = std::make_shared<const Layout>();
};

}  // namespace throughline
