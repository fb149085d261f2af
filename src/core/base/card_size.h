// How large a card is made, in the layout's world units: what it takes to know how its words will break.
#pragma once

namespace throughline {

inline constexpr float card_text_size = 14;
inline constexpr float card_line_height = 16.5F;
inline constexpr float card_text_inset = 30;  // from the card's start edge; the lane's shape stands before it
inline constexpr float card_text_end = 9;     // and free before its other edge
inline constexpr float narrowest_card = 184;  // side by side, in a picture of the whole
inline constexpr float narrowest_card_words = narrowest_card - card_text_inset - card_text_end;
inline constexpr float card_corner_radius = 8;
inline constexpr float card_icon_center = 16;

}  // namespace throughline
