// State to Frame: what is seen, and in which words. What is said aloud is chosen by update as a value; how it is said
// is chosen here.
#pragma once

#include "core/brief/brief.h"
#include "core/content/content.h"
#include "core/state/state.h"
#include "core/view/frame.h"

namespace throughline {

[[nodiscard]] Frame view(const Brief& brief, const Layout& layout, const State& state, Liveness liveness);

// Screen: words that would be too small to be read are bars, and far links of the tall form are drawn where they are
// lit. Picture: it may be looked at in any size and light anything, so words are words, and all links are there.
enum class Lettering { Screen, Picture };

// What of a scene the camera moves. `layout` may be on its way from one step of a talk to the next.
DrawingPtr view_drawing(const Brief& brief, const Layout& layout, const State& state, Lettering lettering);
// With what view_drawing() has made for this state.
Scene view_scene(const Brief& brief, const Layout& layout, const State& state, DrawingPtr drawing);

// A control over each card: all of a page that costs with the number of cards.
PageItem view_card_buttons(const Brief& brief, const Layout& layout, const State& state);
Page view_page(const Brief& brief, const Layout& layout, const State& state, Liveness liveness,
               const PageItem* card_buttons = nullptr);

// Whether words would be too small to be read at this scale, so that bars stand for them.
bool has_bars(const Brief& brief, const Layout& layout, const State& state);

}  // namespace throughline
