// Lanes side by side. Each column is a stack of cards, of the heads of lanes that start further down, and of corridors:
// thin free rows through which links pass that skip the column, so that no link ever meets a word.
#include "core/layer_order.h"
#include "core/layout_parts.h"
#include "core/text_metrics.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace throughline {
namespace {

constexpr float margin = 14;
constexpr float min_card_width = 184;
constexpr float max_card_width = 256;
constexpr float card_width_step = 8;
constexpr float wanted_aspect = 1.4F;  // of the stage on a usual screen, header, panel and footer taken off
constexpr float column_gap = 84;
constexpr float card_gap = 8.5F;
constexpr float corridor_gap = 4.5F;
constexpr float card_corridor_gap = 6;
constexpr float head_gap_above = 24;
constexpr float head_gap_below = 10;
constexpr float max_stretch = 3.2F;  // of the gaps in a column that has room to spare
constexpr float max_growth = 1.9F;   // of a picture with few cards, so that it does not end up as a thin band
constexpr float arc_bulge = 13;
constexpr float arc_bulge_step = 7;

// Of a picture made for a box.
constexpr float boxed_card_width = 132;  // at least, and wider where a word needs it
constexpr float boxed_max_card_width = 330;
constexpr float boxed_column_gap = 34;
constexpr float boxed_max_column_gap = 64;
constexpr float boxed_head_gap_above = 14;

enum class ItemKind { Card, Head, Corridor };
enum class Side { Left, Right };

struct Item {
    ItemKind kind = ItemKind::Card;
    int subject = 0;  // node, lane or link
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
struct Route {
    int link = 0;
    std::vector<std::size_t> items;
    bool is_arc = false;
    bool flows_leftwards = false;  // the path is built from left to right and turned round at the end
    Side arc_side = Side::Left;
    int arc_level = 0;
    std::size_t first_port = 0;
    std::size_t last_port = 0;
};

class WideLayout {
public:
    WideLayout(const Content& content, const LayoutRequest& request) : content_(content), request_(request) {}

    Layout compute() {
        make_columns();
        make_routes();
        order_items();
        choose_widths();
        stack_items();
        choose_arc_sides();
        place_columns();
        place_ports();
        return collect();
    }

private:
    const Lane& lane_of(std::size_t node) const { return content_.lanes[static_cast<std::size_t>(content_.nodes[node].lane)]; }
    bool is_boxed() const { return request_.width > 0; }
    // What stands in columns that a box has no room for stands below the last one that it has room for.
    std::size_t column_of_lane(const Lane& lane) const {
        const auto found = std::lower_bound(column_numbers_.begin(), column_numbers_.end(), lane.column);
        return std::min(static_cast<std::size_t>(found - column_numbers_.begin()), column_numbers_.size() - 1);
    }

    std::size_t add_item(ItemKind kind, int subject, std::size_t column, int rank) {
        Item item;
        item.kind = kind;
        item.subject = subject;
        item.column = column;
        items_.push_back(std::move(item));
        graph_.ranks.push_back(rank);
        graph_.columns[column].push_back(static_cast<int>(items_.size() - 1));
        return items_.size() - 1;
    }

    void make_columns() {
        lane_size_.assign(content_.lanes.size(), 0);
        for (const int node : request_.nodes) {
            ++lane_size_[static_cast<std::size_t>(content_.nodes[static_cast<std::size_t>(node)].lane)];
        }
        for (std::size_t lane = 0; lane < content_.lanes.size(); ++lane) {
            if (lane_size_[lane] > 0) column_numbers_.push_back(content_.lanes[lane].column);
        }
        std::sort(column_numbers_.begin(), column_numbers_.end());
        column_numbers_.erase(std::unique(column_numbers_.begin(), column_numbers_.end()), column_numbers_.end());
        if (is_boxed()) {
            const float most = (request_.width - 2 * margin + boxed_column_gap) / (boxed_card_width + boxed_column_gap);
            column_numbers_.resize(std::min(column_numbers_.size(), static_cast<std::size_t>(std::max(1.0F, most))));
            const float gaps = static_cast<float>(column_numbers_.size() - 1);
            const float free = request_.width - 2 * margin - 2 * arc_bulge - static_cast<float>(column_numbers_.size()) * boxed_card_width;
            if (gaps > 0) gap_ = std::clamp(free / gaps / 3, boxed_column_gap, boxed_max_column_gap);
        }
        graph_.columns.resize(column_numbers_.size());
        first_lane_.assign(column_numbers_.size(), -1);

        item_of_node_.assign(content_.nodes.size(), 0);
        for (std::size_t lane = 0; lane < content_.lanes.size(); ++lane) {
            if (lane_size_[lane] == 0) continue;
            const std::size_t column = column_of_lane(content_.lanes[lane]);
            const int rank = static_cast<int>(lane) * 2;
            if (first_lane_[column] < 0) {
                first_lane_[column] = static_cast<int>(lane);
            } else {
                add_item(ItemKind::Head, static_cast<int>(lane), column, rank);
            }
            for (const int node : request_.nodes) {
                if (content_.nodes[static_cast<std::size_t>(node)].lane != static_cast<int>(lane)) continue;
                const std::size_t card = add_item(ItemKind::Card, node, column, rank + 1);
                item_of_node_[static_cast<std::size_t>(node)] = card;
            }
        }
    }

    // A box has no room for how many cards there are.
    float count_width() const { return is_boxed() ? 2 : lane_count_width; }

    std::vector<std::string> wrap_head(std::size_t lane, float width) const {
        return wrap_text(content_.lanes[lane].title, Weight::Semibold, lane_text_size, width - count_width());
    }

    float head_width(const std::vector<std::string>& lines) const {
        float width = 0;
        for (const std::string& line : lines) width = std::max(width, measure_text(line, Weight::Semibold, lane_text_size) + count_width());
        return width;
    }

    // Nothing stands to the right of a head on top of a column, so it may reach into the gap.
    std::vector<std::string> wrap_first_head(std::size_t lane) const { return wrap_head(lane, column_width_[column_of_lane(content_.lanes[lane])] + gap_ / 2); }

    void make_routes() {
        std::vector<bool> is_shown(content_.nodes.size());
        for (const int node : request_.nodes) is_shown[static_cast<std::size_t>(node)] = true;
        for (std::size_t i = 0; i < content_.links.size(); ++i) {
            const Link& link = content_.links[i];
            const auto from = static_cast<std::size_t>(link.flow_from());
            const auto to = static_cast<std::size_t>(link.flow_to());
            if (!is_shown[from] || !is_shown[to]) continue;
            Route route;
            route.link = static_cast<int>(i);
            std::size_t left = item_of_node_[from];
            std::size_t right = item_of_node_[to];
            route.flows_leftwards = items_[right].column < items_[left].column;
            if (route.flows_leftwards) std::swap(left, right);
            route.is_arc = items_[left].column == items_[right].column;
            route.items.push_back(left);
            for (std::size_t column = items_[left].column + 1; column < items_[right].column; ++column) {
                route.items.push_back(add_item(ItemKind::Corridor, route.link, column, free_rank));
            }
            route.items.push_back(right);
            if (route.is_arc) {
                graph_.column_edges.emplace_back(static_cast<int>(left), static_cast<int>(right));
            } else {
                for (std::size_t k = 0; k + 1 < route.items.size(); ++k) graph_.edges.emplace_back(static_cast<int>(route.items[k]), static_cast<int>(route.items[k + 1]));
            }
            routes_.push_back(std::move(route));
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
        float height = 0;
        const std::vector<int>& stack = graph_.columns[column];
        for (std::size_t i = 0; i < stack.size(); ++i) {
            Item& item = items_[static_cast<std::size_t>(stack[i])];
            item.rect.w = width;
            if (item.kind == ItemKind::Card) {
                item.lines = wrap_text(content_.nodes[static_cast<std::size_t>(item.subject)].title, Weight::Semibold, card_text_size, width - card_text_inset - 9);
                item.rect.h = card_height(item.lines.size());
            } else if (item.kind == ItemKind::Head) {
                item.lines = wrap_head(static_cast<std::size_t>(item.subject), width);
                item.rect.h = static_cast<float>(item.lines.size()) * lane_line_height;
            }
            height += item.rect.h + (i > 0 ? gap_between(item_at(stack[i - 1]), item) : 0);
        }
        return height;
    }

    // The tallest column widens, so that its titles need fewer lines, until the picture has the wanted shape.
    void choose_widths() {
        const std::size_t count = graph_.columns.size();
        if (is_boxed()) {
            const float even = (request_.width - 2 * margin - 2 * arc_bulge - static_cast<float>(count - 1) * gap_) / static_cast<float>(count);
            column_width_.assign(count, 0);
            for (std::size_t c = 0; c < count; ++c) wrap_column(c, std::clamp(even, longest_word(c) + card_text_inset + 10, boxed_max_card_width));
            return;
        }
        column_width_.assign(count, min_card_width);
        std::vector<float> heights(count);
        for (std::size_t c = 0; c < count; ++c) heights[c] = wrap_column(c, min_card_width);
        for (;;) {
            const auto tallest = static_cast<std::size_t>(std::max_element(heights.begin(), heights.end()) - heights.begin());
            const float width = std::accumulate(column_width_.begin(), column_width_.end(), 0.0F) + static_cast<float>(count - 1) * gap_ + 4 * margin;
            const float height = heights[tallest] + 2 * margin + lane_line_height + head_gap_below;
            if (width / height >= wanted_aspect || column_width_[tallest] >= max_card_width) return;
            heights[tallest] = wrap_column(tallest, column_width_[tallest] + card_width_step);
        }
    }

    float longest_word(std::size_t column) const {
        float longest = 0;
        for (const int index : graph_.columns[column]) {
            if (item_at(index).kind != ItemKind::Card) continue;
            std::string_view title = content_.nodes[static_cast<std::size_t>(item_at(index).subject)].title;
            while (!title.empty()) {
                const std::size_t end = std::min(title.find_first_of(" -"), title.size() - 1) + 1;
                longest = std::max(longest, measure_text(title.substr(0, end), Weight::Semibold, card_text_size));
                title.remove_prefix(end);
            }
        }
        return longest;
    }

    float gap_between(const Item& above, const Item& below) const {
        if (below.kind == ItemKind::Head) return is_boxed() ? boxed_head_gap_above : head_gap_above;
        if (above.kind == ItemKind::Head) return head_gap_below;
        if (above.kind == ItemKind::Corridor && below.kind == ItemKind::Corridor) return corridor_gap;
        if (above.kind == ItemKind::Corridor || below.kind == ItemKind::Corridor) return card_corridor_gap;
        return card_gap;
    }

    // Gaps grow evenly in columns with room to spare, so that cards keep an even beat.
    void stack_items() {
        std::vector<float> solid(graph_.columns.size());
        std::vector<float> gaps(graph_.columns.size());
        float tallest = 0;
        for (std::size_t c = 0; c < graph_.columns.size(); ++c) {
            const std::vector<int>& column = graph_.columns[c];
            for (std::size_t i = 0; i < column.size(); ++i) {
                solid[c] += item_at(column[i]).rect.h;
                if (i > 0) gaps[c] += gap_between(item_at(column[i - 1]), item_at(column[i]));
            }
            tallest = std::max(tallest, solid[c] + gaps[c]);
        }
        const float width = std::accumulate(column_width_.begin(), column_width_.end(), 0.0F) + static_cast<float>(graph_.columns.size()) * gap_;
        const float height = is_boxed() ? request_.height : width / wanted_aspect;
        tallest = std::max(tallest, std::min(tallest * max_growth, height - 2 * margin - lane_line_height - head_gap_below - 4));
        for (std::size_t c = 0; c < graph_.columns.size(); ++c) {
            const std::vector<int>& column = graph_.columns[c];
            const float stretch = gaps[c] > 0 ? std::min(max_stretch, (tallest - solid[c]) / gaps[c]) : 1;
            float y = (tallest - solid[c] - gaps[c] * stretch) / 2;
            for (std::size_t i = 0; i < column.size(); ++i) {
                Item& item = items_[static_cast<std::size_t>(column[i])];
                if (i > 0) y += gap_between(item_at(column[i - 1]), item) * stretch;
                item.rect.y = y;
                y += item.rect.h;
            }
        }
        stack_height_ = tallest;
    }

    const Item& item_at(int index) const { return items_[static_cast<std::size_t>(index)]; }

    // An arc stands on the side where fewer links leave the cards that it passes; at the edges of the picture, outside.
    void choose_arc_sides() {
        std::vector<Route*> arcs;
        for (Route& route : routes_) {
            if (!route.is_arc) continue;
            const std::size_t column = items_[route.items[0]].column;
            const auto [top, bottom] = std::minmax(rank_in_column_[route.items[0]], rank_in_column_[route.items[1]]);
            int lefts = 0;
            int rights = 0;
            for (const auto& [left, right] : graph_.edges) {
                if (item_at(right).column == column && rank_in_column_[static_cast<std::size_t>(right)] > top && rank_in_column_[static_cast<std::size_t>(right)] < bottom) ++lefts;
                if (item_at(left).column == column && rank_in_column_[static_cast<std::size_t>(left)] > top && rank_in_column_[static_cast<std::size_t>(left)] < bottom) ++rights;
            }
            const bool is_right = column + 1 == graph_.columns.size() ? graph_.columns.size() > 1 : column > 0 && rights < lefts;
            route.arc_side = is_right ? Side::Right : Side::Left;
            arcs.push_back(&route);
        }
        const auto span = [&](const Route* arc) {
            const auto [top, bottom] = std::minmax(rank_in_column_[arc->items[0]], rank_in_column_[arc->items[1]]);
            return std::pair(top, bottom);
        };
        std::stable_sort(arcs.begin(), arcs.end(), [&](const Route* a, const Route* b) { return span(a).second - span(a).first < span(b).second - span(b).first; });
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const bool is_beside = items_[arcs[i]->items[0]].column == items_[arcs[j]->items[0]].column && arcs[i]->arc_side == arcs[j]->arc_side;
                const bool is_overlapping = span(arcs[i]).first <= span(arcs[j]).second && span(arcs[j]).first <= span(arcs[i]).second;
                if (is_beside && is_overlapping) arcs[i]->arc_level = std::max(arcs[i]->arc_level, arcs[j]->arc_level + 1);
            }
        }
    }

    float bulge_of(const Route& arc) const { return std::min(gap_ / 2 - 4, arc_bulge + arc_bulge_step * static_cast<float>(arc.arc_level)); }

    void place_columns() {
        float left = margin;
        float right = margin;
        for (const Route& route : routes_) {
            if (!route.is_arc) continue;
            const std::size_t column = items_[route.items[0]].column;
            if (column == 0 && route.arc_side == Side::Left) left = std::max(left, margin + bulge_of(route));
            if (column + 1 == graph_.columns.size() && route.arc_side == Side::Right) right = std::max(right, margin + bulge_of(route));
        }
        float head_height = 0;
        const float last_head = head_width(wrap_first_head(static_cast<std::size_t>(first_lane_.back())));
        right = std::max(right, margin + last_head - column_width_.back());
        for (const int lane : first_lane_) {
            head_height = std::max(head_height, static_cast<float>(wrap_first_head(static_cast<std::size_t>(lane)).size()) * lane_line_height);
        }
        stack_top_ = margin + head_height + head_gap_below + 4;
        std::vector<float> column_x{left};
        for (const float width : column_width_) column_x.push_back(column_x.back() + width + gap_);
        for (Item& item : items_) {
            item.rect.x = column_x[item.column];
            item.rect.y += stack_top_;
        }
        bounds_ = {0, 0, column_x.back() - gap_ + right, stack_top_ + stack_height_ + margin};
    }

    std::size_t add_port(std::size_t item, Side side, std::array<float, 2> order) {
        ports_.push_back({item, side, order, 0});
        return ports_.size() - 1;
    }

    void place_ports() {
        for (Route& route : routes_) {
            const std::size_t first = route.items.front();
            const std::size_t last = route.items.back();
            if (route.is_arc) {
                // Nested arcs: upward ones at the top of the side, the shortest first; downward ones the other way.
                const float rise = items_[last].rect.y - items_[first].rect.y;
                const float order = rise < 0 ? -2 : 2;
                route.first_port = add_port(first, route.arc_side, {order, -rise});
                route.last_port = add_port(last, route.arc_side, {-order, rise});
            } else {
                route.first_port = add_port(first, Side::Right, {0, items_[route.items[1]].rect.center().y});
                route.last_port = add_port(last, Side::Left, {0, items_[route.items[route.items.size() - 2]].rect.center().y});
            }
        }
        std::vector<std::vector<std::size_t>> by_side(items_.size() * 2);
        for (std::size_t p = 0; p < ports_.size(); ++p) by_side[ports_[p].item * 2 + (ports_[p].side == Side::Right ? 1 : 0)].push_back(p);
        for (std::vector<std::size_t>& side : by_side) {
            std::stable_sort(side.begin(), side.end(), [&](std::size_t a, std::size_t b) { return ports_[a].order < ports_[b].order; });
            for (std::size_t i = 0; i < side.size(); ++i) ports_[side[i]].y = port_y(items_[ports_[side[i]].item].rect, i, side.size());
        }
    }

    LinkPath path_of(const Route& route) const {
        LinkPath path;
        path.link = route.link;
        const Port& first = ports_[route.first_port];
        const Port& last = ports_[route.last_port];
        const Rect& first_rect = items_[first.item].rect;
        const Rect& last_rect = items_[last.item].rect;
        if (route.is_arc) {
            const bool is_left = route.arc_side == Side::Left;
            const float edge = is_left ? first_rect.x : first_rect.right();
            path.points = {{edge, first.y}};
            append_beside(path.points, is_left ? -bulge_of(route) : bulge_of(route), last.y);
        } else {
            path.points = {{first_rect.right(), first.y}};
            for (std::size_t k = 1; k + 1 < route.items.size(); ++k) {
                const Rect& corridor = items_[route.items[k]].rect;
                append_across(path.points, {corridor.x, corridor.y});
                append_line(path.points, {corridor.right(), corridor.y});
            }
            append_across(path.points, {last_rect.x, last.y});
        }
        if (route.flows_leftwards) std::reverse(path.points.begin(), path.points.end());
        return path;
    }

    Layout collect() const {
        Layout layout;
        layout.bounds = bounds_;
        const auto columns = graph_.columns;
        for (std::size_t lane = 0; lane < content_.lanes.size(); ++lane) {
            if (lane_size_[lane] == 0) continue;
            const std::size_t column = column_of_lane(content_.lanes[lane]);
            LaneBox box;
            box.lane = static_cast<int>(lane);
            if (first_lane_[column] == static_cast<int>(lane)) {
                box.lines = wrap_first_head(lane);
                const float height = static_cast<float>(box.lines.size()) * lane_line_height;
                const float x = item_at(columns[column].front()).rect.x;
                box.head = {x, stack_top_ - head_gap_below - 4 - height, std::max(column_width_[column], head_width(box.lines)), height};
            }
            for (const int index : columns[column]) {
                const Item& item = item_at(index);
                if (item.kind == ItemKind::Head && item.subject == static_cast<int>(lane)) {
                    box.head = item.rect;
                    box.lines = item.lines;
                }
                if (item.kind == ItemKind::Card && content_.nodes[static_cast<std::size_t>(item.subject)].lane == static_cast<int>(lane)) layout.cards.push_back({item.subject, item.rect, item.lines});
            }
            layout.lanes.push_back(std::move(box));
        }
        for (const Route& route : routes_) layout.links.push_back(path_of(route));
        return layout;
    }

    const Content& content_;
    const LayoutRequest& request_;
    float gap_ = column_gap;           // between columns
    std::vector<int> column_numbers_;  // as the author wrote them, ascending; those with nodes only
    std::vector<float> column_width_;
    std::vector<int> lane_size_;
    std::vector<int> first_lane_;  // by column
    std::vector<Item> items_;
    std::vector<std::size_t> item_of_node_;
    std::vector<Route> routes_;
    std::vector<Port> ports_;
    std::vector<std::size_t> rank_in_column_;
    LayeredGraph graph_;
    Rect bounds_;
    float stack_height_ = 0;
    float stack_top_ = 0;
};

}  // namespace

Layout compute_wide_layout(const Content& content, const LayoutRequest& request) { return WideLayout(content, request).compute(); }

}  // namespace throughline
