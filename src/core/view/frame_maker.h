// Makes frames one after the other, each of only what has changed: the drawing and the buttons over the cards, which
// cost with the number of cards and links, are shared with the frame before while nothing that they show has changed.
// Their contents are always those that view_drawing() and view_card_buttons() would make anew.
#pragma once

#include "core/brief/brief.h"
#include "core/layout/layout.h"
#include "core/state/state.h"
#include "core/view/frame.h"

#include <memory>
#include <optional>
#include <vector>

namespace throughline {

using LayoutPtr = std::shared_ptr<const Layout>;

class FrameMaker {
public:
    // `drawn` is `layout`, or how its cards stand on their way to it.
    Frame make(const LayoutPtr& layout, const LayoutPtr& drawn, const State& state);

private:
    // What a drawing depends on.
    struct Shown {
        BriefPtr brief;
        LayoutPtr layout;
        NodeId selected;
        int step = none;
        LinkId looked_at;
        NodeId hovered;
        NodeId focused;
        Form form = Form::Wide;
        bool fills_stage = false;
        bool is_blank = false;
        bool has_bars = false;
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    // What the cards' buttons depend on.
    struct Pressed {
        BriefPtr brief;
        LayoutPtr layout;
        NodeId selected;
        bool is_for_fingers = false;
        float scale = 0;  // only for fingers
        friend bool operator==(const Pressed&, const Pressed&) = default;
    };

    std::optional<Shown> shown_;
    DrawingPtr drawing_;
    std::optional<Pressed> pressed_;
    PageItem card_buttons_;
};

}  // namespace throughline
