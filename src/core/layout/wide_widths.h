// How wide the columns of the wide form are. Private to the layout.
#pragma once

#include <string_view>
#include <vector>

namespace throughline::wide {

// Of a card's title, in world units; a number stays with the word that it counts.
float longest_word(std::string_view title);

// `width` shared evenly, but none gets less than it needs; what that takes the others share.
std::vector<float> share_width(std::vector<float> needed, float width);

}  // namespace throughline::wide
