// See wide_columns.h.
#include "core/layout/wide_columns.h"

#include "core/layout/sharing.h"
#include "core/layout/stroke_order.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace throughline::wide {
namespace {

// Before the words are wrapped, with the gaps around them.
constexpr float usual_card_height = 40;
constexpr float usual_corridor_height = 12;

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

class ColumnMaker {
public:
    ColumnMaker(const Content& content, const LayoutRequest& request) : content_(content), request_(request) {}

    Columns make(std::size_t most_columns, std::size_t most_cards) {
        add_cards(most_columns, most_cards);
        add_ways();
        order_items();
        return std::move(columns_);
    }

private:
    std::size_t add_item(Item item, int rank) {
        const std::size_t column = item.column;
        columns_.items.push_back(std::move(item));
        columns_.graph.ranks.push_back(rank);
        columns_.graph.columns[column].push_back(static_cast<int>(columns_.items.size() - 1));
        return columns_.items.size() - 1;
    }

    // The columns as their author numbered them, those with cards only: the lanes of each.
    std::vector<std::vector<LaneId>> written_columns(std::size_t most_columns) const {
        std::map<int, std::vector<LaneId>> by_number;
        for (const LaneId lane : content_.lane_ids()) {
            if (!columns_.nodes_by_lane[lane.index()].empty()) by_number[content_[lane].column].push_back(lane);
        }
        std::vector<std::vector<LaneId>> columns;
        for (auto& [number, lanes] : by_number) {
            if (columns.size() < most_columns) columns.emplace_back();
            columns.back().insert(columns.back().end(), lanes.begin(), lanes.end());
        }
        for (std::vector<LaneId>& lanes : columns) std::sort(lanes.begin(), lanes.end());
        return columns;
    }

    void add_cards(std::size_t most_columns, std::size_t most_cards) {
        columns_.nodes_by_lane = nodes_by_lane(content_, request_);
        columns_.column_of_lane.assign(content_.lanes.size(), nowhere);
        item_of_node_.assign(content_.nodes.size(), 0);
        for (const std::vector<LaneId>& lanes : written_columns(most_columns)) add_column(lanes, most_cards);
    }

    void add_column(const std::vector<LaneId>& lanes, std::size_t most_cards) {
        std::size_t count = 0;
        for (const LaneId lane : lanes) count += columns_.nodes_by_lane[lane.index()].size();
        const std::size_t parts = (count + most_cards - 1) / most_cards;
        const std::size_t each = (count + parts - 1) / parts;
        const std::size_t first = columns_.graph.columns.size();
        columns_.graph.columns.resize(first + parts);
        columns_.first_lane.resize(first + parts, none);
        int rank = 0;  // rises down each column
        std::size_t placed = 0;
        for (const LaneId lane : lanes) {
            std::size_t column = first + placed / each;
            columns_.column_of_lane[lane.index()] = column;
            if (columns_.first_lane[column] != none) add_item({ItemKind::Head, {}, lane, column, {}, {}}, ++rank);
            ++rank;
            for (const NodeId node : columns_.nodes_by_lane[lane.index()]) {
                column = first + placed++ / each;
                if (columns_.first_lane[column] == none) columns_.first_lane[column] = lane;
                if (content_[lane].order == Order::Fixed) ++rank;
                const std::size_t card = add_item({ItemKind::Card, node, {}, column, {}, {}}, rank);
                item_of_node_[node.index()] = card;
            }
        }
    }

    void add_ways() {
        std::vector<bool> is_shown(content_.nodes.size());
        for (const NodeId node : request_.nodes) is_shown[node.index()] = true;
        for (const LinkId link : content_.link_ids()) {
            const std::size_t from = content_[link].flow_from().index();
            const std::size_t to = content_[link].flow_to().index();
            if (!is_shown[from] || !is_shown[to]) continue;
            Way way;
            way.link = link;
            way.basis = content_[link].basis;
            std::size_t left = item_of_node_[from];
            std::size_t right = item_of_node_[to];
            way.flows_leftwards = columns_.items[right].column < columns_.items[left].column;
            if (way.flows_leftwards) std::swap(left, right);
            way.is_arc = columns_.items[left].column == columns_.items[right].column;
            way.items = {left, right};
            columns_.ways.push_back(std::move(way));
        }
        add_corridors();
        for (const Way& way : columns_.ways) {
            std::vector<std::pair<int, int>>& edges = way.is_arc ? columns_.graph.column_edges : columns_.graph.edges;
            for (std::size_t k = 0; k + 1 < way.items.size(); ++k)
                edges.emplace_back(static_cast<int>(way.items[k]), static_cast<int>(way.items[k + 1]));
        }
        // What shares a corridor shares its edges.
        std::sort(columns_.graph.edges.begin(), columns_.graph.edges.end());
        columns_.graph.edges.erase(std::unique(columns_.graph.edges.begin(), columns_.graph.edges.end()),
                                   columns_.graph.edges.end());
        columns_.joined.resize(columns_.items.size());
        for (const auto& [left, right] : columns_.graph.edges) {
            columns_.joined[static_cast<std::size_t>(left)][1].push_back(static_cast<std::size_t>(right));
            columns_.joined[static_cast<std::size_t>(right)][0].push_back(static_cast<std::size_t>(left));
        }
    }

    // Links that skip columns share corridors with those that come from the same card, or go to the same: what shares
    // one has a card in common, so that no link can be taken for another.
    void add_corridors() {
        std::vector<std::size_t> trunks(columns_.items.size() * 8, nowhere);  // by card, its side, basis and direction
        std::size_t trunk_count = 0;
        const auto trunk_of = [&](std::size_t card, Side side, const Way& way) {
            std::size_t& trunk = trunks[card * 8 + (side == Side::Right ? 4U : 0U) +
                                        (way.basis == Basis::Inferred ? 2U : 0U) + (way.flows_leftwards ? 1U : 0U)];
            if (trunk == nowhere) trunk = trunk_count++;
            return trunk;
        };
        std::vector<Way*> skipping;
        std::vector<std::pair<std::size_t, std::size_t>> choices;
        for (Way& way : columns_.ways) {
            if (columns_.items[way.items[1]].column <= columns_.items[way.items[0]].column + 1) continue;
            skipping.push_back(&way);
            // One after the other, so that every compiler numbers them alike.
            const std::size_t left = trunk_of(way.items[0], Side::Left, way);
            const std::size_t right = trunk_of(way.items[1], Side::Right, way);
            choices.emplace_back(left, right);
        }
        const std::vector<std::size_t> chosen = choose_owners(choices, std::vector<float>(trunk_count), 1);
        const std::size_t column_count = columns_.graph.columns.size();
        std::vector<std::size_t> corridors(trunk_count * column_count, nowhere);  // by trunk and column
        for (std::size_t i = 0; i < skipping.size(); ++i) {
            Way& way = *skipping[i];
            const std::size_t right = way.items.back();
            way.items.pop_back();
            for (std::size_t column = columns_.items[way.items[0]].column + 1; column < columns_.items[right].column;
                 ++column) {
                std::size_t& corridor = corridors[chosen[i] * column_count + column];
                if (corridor == nowhere) corridor = add_item({ItemKind::Corridor, {}, {}, column, {}, {}}, free_rank);
                way.items.push_back(corridor);
            }
            way.items.push_back(right);
        }
    }

    void order_items() {
        order_layers(columns_.graph);
        std::vector<float> heights;
        for (const Item& item : columns_.items)
            heights.push_back(item.kind == ItemKind::Corridor ? usual_corridor_height : usual_card_height);
        order_strokes(columns_.graph, heights);
        std::vector<std::size_t> ranks(columns_.items.size());
        for (const std::vector<int>& column : columns_.graph.columns) {
            for (std::size_t i = 0; i < column.size(); ++i) ranks[static_cast<std::size_t>(column[i])] = i;
        }
        choose_arc_sides(columns_.items, ranks, columns_.graph, columns_.ways);
    }

    const Content& content_;
    const LayoutRequest& request_;
    Columns columns_;
    std::vector<std::size_t> item_of_node_;
};

}  // namespace

Columns make_columns(const Content& content, const LayoutRequest& request, std::size_t most_columns,
                     std::size_t most_cards) {
    return ColumnMaker(content, request).make(most_columns, most_cards);
}

}  // namespace throughline::wide
