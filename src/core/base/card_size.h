// How large a card is made, in the layout's world units: what it takes to know how its words will break.
#pragma once

namespace throughline {

inline constexpr float card_text_size = 14;
inline constexpr float card_line_height = 16;
inline constexpr float card_text_inset = 28;    // from the card's start edge; the lane's shape stands before it
inline constexpr float card_text_end = 7;       // and free before its other edge
inline constexpr float narrowest_card = 132;    // side by side, in a picture of the whole
inline constexpr float usual_card_words = 145;  // a title that takes few lines of this width fits any picture
inline constexpr float card_corner_radius = 8;
inline constexpr float card_icon_center = 15;

}  // namespace throughline
