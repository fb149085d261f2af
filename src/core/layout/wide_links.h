// The links of the wide form: on which side of a column an arc stands, where links meet their cards, and their curves.
// Private to the layout.
#pragma once

#include "core/layout/layer_order.h"
#include "core/layout/parts.h"

#include <array>
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

// One end of a link at one side of a card.
struct Port {
    std::size_t item = 0;
    Side side = Side::Left;
    std::array<float, 2> order{};  // sorts the ports of a side from the top down
    float y = 0;
};

// A link between two columns or beside one: its items from left to right, its ports at both ends.
struct Way {
    LinkId link;
    std::vector<std::size_t> items;
    bool is_arc = false;
    bool flows_leftwards = false;  // the path is built from left to right and turned round at the end
    Side arc_side = Side::Left;
    int arc_level = 0;
    std::size_t first_port = 0;
    std::size_t last_port = 0;
};

// An arc stands on the side where fewer links leave the cards that it passes; at the edges of the picture, outside.
void choose_arc_sides(const std::vector<Item>& items, const std::vector<std::size_t>& rank_in_column,
                      const LayeredGraph& graph, std::vector<Way>& ways);

// How far an arc reaches from its column, with `gap` between columns.
float bulge_of(const Way& arc, float gap);

// Tells the ways their ports.
[[nodiscard]] std::vector<Port> place_ports(const std::vector<Item>& items, std::vector<Way>& ways);

LinkPath path_of(const Way& way, const std::vector<Item>& items, const std::vector<Port>& ports, float gap);

}  // namespace throughline::wide
