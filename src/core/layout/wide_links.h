// What stands in the columns of a picture and the links between, for both forms, and in the wide one on which side of a
// column an arc stands. Private to the layout.
#pragma once

#include "core/layout/layer_order.h"
#include "core/layout/parts.h"

#include <cstddef>
#include <string>
#include <vector>

namespace throughline::wide {

enum class ItemKind { Card, Head, Corridor };
enum class Side { Left, Right };

struct Item {
    ItemKind kind = ItemKind::Card;
    NodeId node;  // of a card
    LaneId lane;  // of a head
    std::size_t column = 0;
    Rect rect;
    std::vector<std::string> lines;
};

// A link between two columns or beside one.
struct Way {
    LinkId link;
    Basis basis = Basis::Stated;
    std::vector<std::size_t> items;  // cards and the corridors between them, from left to right; an arc's as it flows
    bool is_arc = false;
    bool flows_leftwards = false;
    Side arc_side = Side::Left;
};

// An arc stands on the side where fewer links leave the cards that it passes; at the edges of the picture, outside.
void choose_arc_sides(const std::vector<Item>& items, const std::vector<std::size_t>& rank_in_column,
                      const LayeredGraph& graph, std::vector<Way>& ways);

}  // namespace throughline::wide
