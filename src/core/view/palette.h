// The colours of each theme and of paper, in one place: the shaders, the SVG and the page's style all take them from
// here.
#pragma once

#include "core/base/color.h"
#include "core/base/paint.h"
#include "core/content/content.h"
#include "core/state/state.h"

#include <string>
#include <string_view>

namespace throughline {

struct Palette {
    Color paper;       // behind the diagram
    Color surface;     // cards, header, panel
    Color ink;         // text
    Color muted;       // quiet text; 4.5:1 on paper and surface
    Color quiet_line;  // borders that carry no meaning
    Color accent;      // the umbrella's red
    Color on_accent;
    Color hues[5];  // by Hue; 4.5:1 on surface and paper
    Color on_hue;   // text on a card filled with its hue
};

const Palette& palette_of(Look look);
const char* look_name(Look look);  // as addresses and attributes say it

Swatch swatch_of(Hue hue);
Color color_of(const Palette& palette, Paint paint);

// The name of its custom property, without the dashes; empty for what is the same in every palette.
std::string_view css_name(Swatch swatch);

// Custom properties for every look, as the page's style expects them.
std::string palette_css();

}  // namespace throughline
