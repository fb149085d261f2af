// A line of text with its place: what layout of words gives and painters take.
#pragma once

#include "core/base/geometry.h"
#include "core/base/paint.h"
#include "core/base/text_metrics.h"

#include <string>

namespace throughline {

struct PlacedText {
    std::string text;
    Vec2 pos;        // left end of the baseline
    float size = 0;  // in the units of `pos`
    Weight weight = Weight::Regular;
    Paint color;
    float max_width = 0;  // a line never needs more; the SVG squeezes another font into it
};

}  // namespace throughline
