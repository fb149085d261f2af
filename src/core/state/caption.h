// What stands beside the picture while a step has the stage to itself: the caption's words, placed, and the address to
// take home. In pixels of the stage. Scene draws it, Page says it, and the picture gets the room that it leaves.
#pragma once

#include "core/base/placed_text.h"
#include "core/state/state.h"

#include <string>
#include <vector>

namespace throughline {

inline constexpr float spot_radius =
    26;  // of the pointer, on a stage of 1280 by 720: its ring is as wide as two lines of a card

// How many times larger than on a stage of 1280 by 720 everything of a staged view is.
float stage_unit(const State& state);

// A talk has one step more than its tour: the closing one.
bool is_closing(const Content& content, const State& state);

// The words alone. `position` is "3 / 15", or empty.
struct Caption {
    std::string position;
    std::string title;
    std::string text;
    std::string address;  // of the closing step; empty where nobody knows one
};
Caption caption_of(const Content& content, const State& state);
// Of the closing step, whichever step is shown: the content's own words or neutral ones, and only what can be taken
// home.
Caption closing_caption(const Content& content, const State& state);

struct PlacedCaption {
    std::vector<PlacedText> lines;  // without colours
    Rect caption_px;
    Rect picture_px;
    Rect code_px;  // where the address stands as a code; empty without one
};
PlacedCaption place_caption(const Content& content, const State& state);

}  // namespace throughline
