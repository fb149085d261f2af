// Lanes side by side. Each column is a stack of cards, of the heads of lanes that start further down, and of corridors:
// thin free rows through which links pass that skip the column, so that no link ever meets a word.
#include "core/base/card_size.h"
#include "core/base/text_metrics.h"
#include "core/layout/layer_order.h"
#include "core/layout/parts.h"
#include "core/layout/wide_links.h"
#include "core/layout/wide_stack.h"
#include "core/layout/wide_widths.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace throughline {
namespace {

using namespace wide;

constexpr float margin = 14;
constexpr float max_card_width = 256;
constexpr float card_width_step = 8;
constexpr float wanted_aspect = 1.4F;  // of the stage on a usual screen, header, panel and footer taken off
constexpr float column_gap = 84;
constexpr float max_growth = 1.9F;  // of a picture with few cards, so that it does not end up as a thin band

// Of a picture made for a box.
constexpr float boxed_margin = 8;
constexpr float boxed_card_width = 132;  // that is hoped for; a word may need more
constexpr float boxed_max_card_width = 400;
constexpr float boxed_column_gap = 30;
constexpr float boxed_max_column_gap = 64;

class WideLayout {
public:
    // `most_columns`: what stands in columns beyond them stands below the last one.
    WideLayout(const Content& content, const LayoutRequest& request, std::size_t most_columns)
        : content_(content), request_(request), most_columns_(most_columns) {
        make_columns();
        make_ways();
        order_items();
        choose_arc_sides(items_, rank_in_column_, graph_, ways_);
    }

    std::size_t column_count() const { return graph_.columns.size(); }

    // Makes everything for a box, or for none in particular, and returns the bounds. One order serves every box.
    Rect fit(Vec2 box) {
        box_ = box;
        choose_gap();
        choose_widths();
        stack_items();
        place_columns();
        return bounds_;
    }

    // As it was fitted last.
    Layout collect() {
        ports_ = place_ports(items_, ways_);
        Layout layout;
        layout.bounds = bounds_;
        const auto& columns = graph_.columns;
        for (const LaneId lane : content_.lane_ids()) {
            if (!has_cards(lane)) continue;
            const std::size_t column = column_of_lane(content_[lane]);
            LaneBox box;
            box.lane = lane;
            if (first_lane_[column] == lane) {
                box.lines = wrap_first_head(lane);
                const float height = static_cast<float>(box.lines.size()) * lane_line_height;
                const float x = item_at(columns[column].front()).rect.x;
                box.head = {x, stack_top_ - head_gap_below - 4 - height,
                            std::max(column_width_[column], head_width(box.lines)), height};
            }
            for (const int index : columns[column]) {
                const Item& item = item_at(index);
                if (item.kind == ItemKind::Head && item.lane == lane) {
                    box.head = item.rect;
                    box.lines = item.lines;
                }
                if (item.kind == ItemKind::Card && content_[item.node].lane == lane)
                    layout.cards.push_back({item.node, item.rect, item.lines});
            }
            layout.lanes.push_back(std::move(box));
        }
        for (const Way& way : ways_) layout.links.push_back(path_of(way, items_, ports_, gap_));
        return layout;
    }

private:
    bool is_boxed() const { return request_.width > 0; }
    Space space() const { return is_boxed() ? Space::Boxed : Space::Free; }
    // Free all around.
    float edge() const { return is_boxed() ? boxed_margin : margin; }
    bool has_cards(LaneId lane) const { return !nodes_by_lane_[lane.index()].empty(); }
    std::size_t column_of_lane(const Lane& lane) const {
        const auto found = std::lower_bound(column_numbers_.begin(), column_numbers_.end(), lane.column);
        return std::min(static_cast<std::size_t>(found - column_numbers_.begin()), column_numbers_.size() - 1);
    }

    std::size_t add_item(Item item, int rank) {
        const std::size_t column = item.column;
        items_.push_back(std::move(item));
        graph_.ranks.push_back(rank);
        graph_.columns[column].push_back(static_cast<int>(items_.size() - 1));
        return items_.size() - 1;
    }

    void make_columns() {
        nodes_by_lane_ = nodes_by_lane(content_, request_);
        for (const LaneId lane : content_.lane_ids()) {
            if (has_cards(lane)) column_numbers_.push_back(content_[lane].column);
        }
        std::sort(column_numbers_.begin(), column_numbers_.end());
        column_numbers_.erase(std::unique(column_numbers_.begin(), column_numbers_.end()), column_numbers_.end());
        column_numbers_.resize(std::min(column_numbers_.size(), most_columns_));
        graph_.columns.resize(column_numbers_.size());
        first_lane_.assign(column_numbers_.size(), none);

        item_of_node_.assign(content_.nodes.size(), 0);
        for (const LaneId lane : content_.lane_ids()) {
            if (!has_cards(lane)) continue;
            const std::size_t column = column_of_lane(content_[lane]);
            const int rank = static_cast<int>(lane.index()) * 2;
            if (first_lane_[column] == none) {
                first_lane_[column] = lane;
            } else {
                add_item({ItemKind::Head, {}, lane, column, {}, {}}, rank);
            }
            for (const NodeId node : nodes_by_lane_[lane.index()]) {
                const std::size_t card = add_item({ItemKind::Card, node, {}, column, {}, {}}, rank + 1);
                item_of_node_[node.index()] = card;
            }
        }
    }

    // A box has no room for how many cards there are.
    float count_width() const { return is_boxed() ? 2 : lane_count_width; }

    std::vector<std::string> wrap_head(LaneId lane, float width) const {
        return wrap_text(content_[lane].title, Weight::Semibold, lane_text_size, width - count_width());
    }

    float head_width(const std::vector<std::string>& lines) const {
        float width = 0;
        for (const std::string& line : lines)
            width = std::max(width, measure_text(line, Weight::Semibold, lane_text_size) + count_width());
        return width;
    }

    // Nothing stands to the right of a head on top of a column, so it may reach into the gap; beyond the last one a box
    // ends.
    std::vector<std::string> wrap_first_head(LaneId lane) const {
        const std::size_t column = column_of_lane(content_[lane]);
        const bool is_at_edge = is_boxed() && column + 1 == graph_.columns.size();
        return wrap_head(lane, column_width_[column] + (is_at_edge ? side_room(Side::Right) - edge() : gap_ / 2));
    }

    void make_ways() {
        std::vector<bool> is_shown(content_.nodes.size());
        for (const NodeId node : request_.nodes) is_shown[node.index()] = true;
        for (const LinkId link : content_.link_ids()) {
            const std::size_t from = content_[link].flow_from().index();
            const std::size_t to = content_[link].flow_to().index();
            if (!is_shown[from] || !is_shown[to]) continue;
            Way way;
            way.link = link;
            std::size_t left = item_of_node_[from];
            std::size_t right = item_of_node_[to];
            way.flows_leftwards = items_[right].column < items_[left].column;
            if (way.flows_leftwards) std::swap(left, right);
            way.is_arc = items_[left].column == items_[right].column;
            way.items.push_back(left);
            for (std::size_t column = items_[left].column + 1; column < items_[right].column; ++column) {
                way.items.push_back(add_item({ItemKind::Corridor, {}, {}, column, {}, {}}, free_rank));
            }
            way.items.push_back(right);
            if (way.is_arc) {
                graph_.column_edges.emplace_back(static_cast<int>(left), static_cast<int>(right));
            } else {
                for (std::size_t k = 0; k + 1 < way.items.size(); ++k)
                    graph_.edges.emplace_back(static_cast<int>(way.items[k]), static_cast<int>(way.items[k + 1]));
            }
            ways_.push_back(std::move(way));
        }
    }

    void order_items() {
        order_layers(graph_);
        rank_in_column_.assign(items_.size(), 0);
        for (const std::vector<int>& column : graph_.columns) {
            for (std::size_t i = 0; i < column.size(); ++i) rank_in_column_[static_cast<std::size_t>(column[i])] = i;
        }
    }

    // Wraps a column's words for a width and returns the height of its stack with the least gaps.
    float wrap_column(std::size_t column, float width) {
        column_width_[column] = width;
        for (const int index : graph_.columns[column]) {
            Item& item = items_[static_cast<std::size_t>(index)];
            item.rect.w = width;
            if (item.kind == ItemKind::Card) {
                item.lines = wrap_text(content_[item.node].title, Weight::Semibold, card_text_size,
                                       width - card_text_inset - card_text_end);
                item.rect.h = card_height(item.lines.size());
            } else if (item.kind == ItemKind::Head) {
                item.lines = wrap_head(item.lane, width);
                item.rect.h = static_cast<float>(item.lines.size()) * lane_line_height;
            }
        }
        const Stack stack = measure_stack(items_, graph_.columns[column], space());
        return stack.solid + stack.gaps;
    }

    void choose_gap() {
        const float gaps = static_cast<float>(column_count() - 1);
        const float free = box_.x - 2 * edge() - static_cast<float>(column_count()) * boxed_card_width;
        gap_ =
            is_boxed() && gaps > 0 ? std::clamp(free / gaps / 3, boxed_column_gap, boxed_max_column_gap) : column_gap;
    }

    // The tallest column widens, so that its titles need fewer lines, until the picture has the wanted shape.
    void choose_widths() {
        const std::size_t count = graph_.columns.size();
        if (is_boxed()) {
            column_width_.assign(count, 0);
            const std::vector<float> widths = share_width(box_.x - side_room(Side::Left) - side_room(Side::Right) -
                                                          static_cast<float>(count - 1) * gap_);
            for (std::size_t c = 0; c < count; ++c)
                wrap_column(c, std::min({widths[c], boxed_max_card_width, longest_title(c)}));
            return;
        }
        column_width_.assign(count, narrowest_card);
        std::vector<float> heights(count);
        for (std::size_t c = 0; c < count; ++c) heights[c] = wrap_column(c, narrowest_card);
        for (;;) {
            const auto tallest =
                static_cast<std::size_t>(std::max_element(heights.begin(), heights.end()) - heights.begin());
            const float width = std::accumulate(column_width_.begin(), column_width_.end(), 0.0F) +
                                static_cast<float>(count - 1) * gap_ + 4 * edge();
            const float height = heights[tallest] + 2 * edge() + lane_line_height + head_gap_below;
            if (width / height >= wanted_aspect || column_width_[tallest] >= max_card_width) return;
            heights[tallest] = wrap_column(tallest, column_width_[tallest] + card_width_step);
        }
    }

    // No column is narrower than its longest word.
    std::vector<float> share_width(float width) const {
        std::vector<float> needed(graph_.columns.size());
        for (std::size_t c = 0; c < needed.size(); ++c) {
            for (const int index : graph_.columns[c]) {
                if (item_at(index).kind != ItemKind::Card) continue;
                needed[c] = std::max(needed[c], longest_word(content_[item_at(index).node].title));
            }
            needed[c] += card_text_inset + 10;
        }
        return wide::share_width(std::move(needed), width);
    }

    // As wide as a column's cards and its head can make use of.
    float longest_title(std::size_t column) const {
        const std::string& head = content_[first_lane_[column]].title;
        float longest = measure_text(head, Weight::Semibold, lane_text_size) + count_width();
        for (const int index : graph_.columns[column]) {
            if (item_at(index).kind != ItemKind::Card) continue;
            const std::string& title = content_[item_at(index).node].title;
            longest = std::max(longest, measure_text(title, Weight::Semibold, card_text_size) + card_text_inset + 16);
        }
        return longest;
    }

    void stack_items() {
        float tallest = 0;
        for (const std::vector<int>& column : graph_.columns) {
            const Stack stack = measure_stack(items_, column, space());
            tallest = std::max(tallest, stack.solid + stack.gaps);
        }
        const float width = std::accumulate(column_width_.begin(), column_width_.end(), 0.0F) +
                            static_cast<float>(graph_.columns.size()) * gap_;
        const float height = is_boxed() ? box_.y : width / wanted_aspect;
        const float heads = is_boxed() ? head_height() : lane_line_height;
        tallest = std::max(tallest, std::min(tallest * max_growth, height - 2 * edge() - heads - head_gap_below - 4));
        for (const std::vector<int>& column : graph_.columns) place_stack(items_, column, space(), tallest);
        stack_height_ = tallest;
    }

    const Item& item_at(int index) const { return items_[static_cast<std::size_t>(index)]; }

    // Beside the outermost column, for the arcs that stand there.
    float side_room(Side side) const {
        float room = edge();
        for (const Way& way : ways_) {
            const bool is_outermost =
                items_[way.items[0]].column == (side == Side::Left ? 0 : graph_.columns.size() - 1);
            if (way.is_arc && way.arc_side == side && is_outermost) room = std::max(room, edge() + bulge_of(way, gap_));
        }
        return room;
    }

    // Of the heads on top of the columns.
    float head_height() const {
        float height = 0;
        for (const LaneId lane : first_lane_)
            height = std::max(height, static_cast<float>(wrap_first_head(lane).size()) * lane_line_height);
        return height;
    }

    void place_columns() {
        const float left = side_room(Side::Left);
        const float last_head = head_width(wrap_first_head(first_lane_.back()));
        const float right = std::max(side_room(Side::Right), edge() + last_head - column_width_.back());
        stack_top_ = edge() + head_height() + head_gap_below + 4;
        std::vector<float> column_x{left};
        for (const float width : column_width_) column_x.push_back(column_x.back() + width + gap_);
        for (Item& item : items_) {
            item.rect.x = column_x[item.column];
            item.rect.y += stack_top_;
        }
        bounds_ = {0, 0, column_x.back() - gap_ + right, stack_top_ + stack_height_ + edge()};
    }

    const Content& content_;
    const LayoutRequest& request_;
    std::size_t most_columns_;
    Vec2 box_;
    float gap_ = column_gap;           // between columns
    std::vector<int> column_numbers_;  // as the author wrote them, ascending; those with nodes only
    std::vector<float> column_width_;
    std::vector<std::vector<NodeId>> nodes_by_lane_;
    std::vector<LaneId> first_lane_;  // by column
    std::vector<Item> items_;
    std::vector<std::size_t> item_of_node_;
    std::vector<Way> ways_;
    std::vector<Port> ports_;
    std::vector<std::size_t> rank_in_column_;
    LayeredGraph graph_;
    Rect bounds_;
    float stack_height_ = 0;
    float stack_top_ = 0;
};

}  // namespace

Layout compute_wide_layout(const Content& content, const LayoutRequest& request) {
    std::vector<WideLayout> layouts;
    layouts.emplace_back(content, request, content.lanes.size());
    if (request.width <= 0) {
        layouts.front().fit({});
        return layouts.front().collect();
    }
    // As many columns as the box has room for at full size. Where there is no room, the box is made larger, and what
    // stands in it smaller, by no more than it takes.
    for (std::size_t columns = layouts.front().column_count(); columns > 1; --columns)
        layouts.emplace_back(content, request, columns - 1);
    const Vec2 box{request.width, request.height};
    Layout best;
    float best_scale = 0;
    for (const float shrink : {1.0F, 1.1F, 1.2F, 1.3F, 1.45F, 1.6F, 1.8F, 2.0F}) {
        for (WideLayout& wanted : layouts) {
            const float scale = std::min(1.0F, fit_transform(wanted.fit(box * shrink), box).scale);
            if (scale <= best_scale) continue;
            best_scale = scale;
            best = wanted.collect();
        }
        if (best_scale >= 1 / shrink) break;
    }
    return best;
}

}  // namespace throughline
