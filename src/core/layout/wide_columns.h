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
    std::vector<int> numbers;        // as the author wrote them, ascending; those with nodes only
    std::vector<LaneId> first_lane;  // by column, the one whose head stands on top of it
    std::vector<Item> items;
    std::vector<Way> ways;
    LayeredGraph graph;                                           // of the items, in the order in which they stand
    std::vector<std::array<std::vector<std::size_t>, 2>> joined;  // by item: to what on its left, and on its right

    std::size_t column_of(const Lane& lane) const;
};

// What stands in columns beyond `most_columns` stands below the last one.
[[nodiscard]] Columns make_columns(const Content& content, const LayoutRequest& request, std::size_t most_columns);

}  // namespace throughline::wide
