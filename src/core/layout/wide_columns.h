// What stands in the columns of the wide form, and in which order: cards, the heads of lanes that start further down,
// and corridors, thin rows through which links pass that skip a column. Private to the layout.
#pragma once

#include "core/layout/layer_order.h"
#include "core/layout/parts.h"
#include "core/layout/wide_links.h"

#include <array>
#include <cstddef>
#include <vector>

namespace throughline::wide {

struct Columns {
    std::vector<std::vector<NodeId>> nodes_by_lane;
    std::vector<std::size_t> column_of_lane;  // the first, of a lane that goes on in the next ones
    std::vector<LaneId> first_lane;           // by column, the one that its topmost card is of
    std::vector<Item> items;
    std::vector<Way> ways;
    LayeredGraph graph;                                           // of the items, in the order in which they stand
    std::vector<std::array<std::vector<std::size_t>, 2>> joined;  // by item: to what on its left, and on its right

    // Whether a head stands on top of it.
    bool begins_lane(std::size_t column) const { return column_of_lane[first_lane[column].index()] == column; }
};

// What stands in columns beyond `most_columns` stands below the last one. An author's column of more than `most_cards`,
// at least 1, wraps: it goes on in further columns, about as many cards in each.
[[nodiscard]] Columns make_columns(const Content& content, const LayoutRequest& request, std::size_t most_columns,
                                   std::size_t most_cards);

}  // namespace throughline::wide
