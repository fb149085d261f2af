// What stands in one column of the wide form, one below the other, and the gaps between. Private to the layout.
#pragma once

#include "core/layout/wide_links.h"

#include <array>
#include <cstddef>
#include <vector>

namespace throughline::wide {

// A picture of the whole, or one made for a box, where there is less room.
enum class Space { Free, Boxed };

inline constexpr float head_gap_below = 10;

// Heights, in world units.
struct Stack {
    float solid = 0;  // of the items
    float gaps = 0;   // the least that there are between them
};

Stack measure_stack(const std::vector<Item>& items, const std::vector<int>& column, Space space);

// Tells the items of a column their y, within 0 and `height`. The gaps grow evenly where there is room to spare, so
// that cards keep an even beat; what is too much for that is free above and below.
void place_stack(std::vector<Item>& items, const std::vector<int>& column, Space space, float height);

// Moves the corridors of a column within the room that their neighbours leave, each towards the height where most of
// what it is joined to stands on one side: a stroke that goes straight on is shorter and calmer.
void straighten_corridors(std::vector<Item>& items, const std::vector<int>& column,
                          const std::vector<std::array<std::vector<std::size_t>, 2>>& joined, Space space);

}  // namespace throughline::wide
