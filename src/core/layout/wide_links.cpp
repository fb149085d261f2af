// See wide_links.h.
#include "core/layout/wide_links.h"

#include <algorithm>
#include <utility>

namespace throughline::wide {
void choose_arc_sides(const std::vector<Item>& items, const std::vector<std::size_t>& rank_in_column,
                      const LayeredGraph& graph, std::vector<Way>& ways) {
    const auto span = [&](const Way& arc) {
        const auto [top, bottom] = std::minmax(rank_in_column[arc.items[0]], rank_in_column[arc.items[1]]);
        return std::pair<std::size_t, std::size_t>(top, bottom);
    };
    std::vector<int> edges_left(items.size());
    std::vector<int> edges_right(items.size());
    for (const auto& [left, right] : graph.edges) {
        ++edges_left[static_cast<std::size_t>(right)];
        ++edges_right[static_cast<std::size_t>(left)];
    }
    for (Way& way : ways) {
        if (!way.is_arc) continue;
        const std::size_t column = items[way.items[0]].column;
        const auto [top, bottom] = span(way);
        int lefts = 0;
        int rights = 0;
        for (std::size_t rank = top + 1; rank < bottom; ++rank) {
            const auto item = static_cast<std::size_t>(graph.columns[column][rank]);
            lefts += edges_left[item];
            rights += edges_right[item];
        }
        const bool is_right =
            column + 1 == graph.columns.size() ? graph.columns.size() > 1 : column > 0 && rights < lefts;
        way.arc_side = is_right ? Side::Right : Side::Left;
    }
}

}  // namespace throughline::wide
