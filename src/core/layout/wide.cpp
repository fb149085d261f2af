// Lanes side by side. Each column is a stack of cards, of the heads of lanes that start further down, and of corridors:
// thin free rows through which links pass that skip the column, so that no link ever meets a word.
#include "core/base/card_size.h"
#include "core/base/text_metrics.h"
#include "core/layout/parts.h"
#include "core/layout/wide_columns.h"
#include "core/layout/wide_stack.h"
#include "core/layout/wide_widths.h"
#include "core/layout/wide_wires.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>
#include <utility>

namespace throughline {
namespace {

using namespace wide;

constexpr float margin = 8;
constexpr float max_card_width = 320;
constexpr float card_width_step = 4;
constexpr std::size_t most_title_lines = 3;  // if a card may be made wider for it
constexpr float usual_room = 60;             // of a gap whose links are not yet known
constexpr int straightenings = 3;
constexpr float max_growth = 1.9F;  // of a picture with few cards, so that it does not end up as a thin band

// Of columns that wrap.
constexpr float too_tall = 0.8F;     // of the wanted shape, where wrapping is tried
constexpr float least_gain = 1.05F;  // in the size of words; an author's columns are not broken for less
constexpr std::size_t most_parts = 4;
constexpr std::size_t most_wrapped_cards = 200;  // more are read zoomed in, whatever their shape

// Of a picture made for a box.
constexpr float boxed_margin = 6;        // above and below
constexpr float boxed_card_width = 132;  // that is hoped for; a word may need more
constexpr float boxed_max_card_width = 400;
constexpr float boxed_max_column_gap = 64;

class WideLayout {
public:
    // `most_columns` and `most_cards` as of make_columns.
    WideLayout(const Content& content, const LayoutRequest& request, std::size_t most_columns,
               std::size_t most_cards = std::numeric_limits<std::size_t>::max() / 2)
        : content_(content), request_(request), columns_(make_columns(content, request, most_columns, most_cards)) {}

    std::size_t column_count() const { return columns_.graph.columns.size(); }
    // How many cards stand in the column that has most of them.
    std::size_t longest_column() const {
        std::size_t longest = 0;
        for (const std::vector<int>& column : columns_.graph.columns) {
            const auto is_card = [this](int index) { return item_at(index).kind == ItemKind::Card; };
            longest = std::max(longest, static_cast<std::size_t>(std::count_if(column.begin(), column.end(), is_card)));
        }
        return longest;
    }

    // Makes everything for a box, or for none in particular, and returns the bounds. One order serves every box.
    Rect fit(Vec2 box) {
        box_ = box;
        // How wide the gaps must be is known when the cards stand, and where they stand when the gaps are known.
        std::vector<float> rooms(column_count() + 1, usual_room);
        for (int round = 0; round < 2; ++round) {
            choose_gaps(rooms);
            choose_widths();
            stack_items();
            place_columns();
            wires_ = std::make_unique<Wires>(columns_.items, columns_.ways, column_count());
            for (std::size_t gap = 0; gap <= column_count(); ++gap) rooms[gap] = wires_->room(gap);
        }
        choose_gaps(rooms);
        place_columns();
        return bounds_;
    }

    // As it was fitted last.
    Layout collect() {
        Layout layout;
        layout.bounds = bounds_;
        const auto& columns = columns_.graph.columns;
        for (const LaneId lane : content_.lane_ids()) {
            if (columns_.nodes_by_lane[lane.index()].empty()) continue;
            const std::size_t column = columns_.column_of_lane[lane.index()];
            LaneBox box;
            box.lane = lane;
            if (columns_.first_lane[column] == lane) {
                box.lines = wrap_first_head(lane);
                const float height = static_cast<float>(box.lines.size()) * lane_line_height;
                const float x = item_at(columns[column].front()).rect.x;
                box.head = {x, stack_top_ - head_gap_below - 4 - height,
                            std::max(column_width_[column], head_width(box.lines)), height};
            }
            for (std::size_t c = column; c < columns.size(); ++c) {
                for (const int index : columns[c]) {
                    const Item& item = item_at(index);
                    if (item.kind == ItemKind::Head && item.lane == lane) {
                        box.head = item.rect;
                        box.lines = item.lines;
                    }
                    if (item.kind == ItemKind::Card && content_[item.node].lane == lane)
                        layout.cards.push_back({item.node, item.rect, item.lines});
                }
            }
            layout.lanes.push_back(std::move(box));
        }
        std::vector<Gap> gaps;
        float x = 0;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const float column_x = item_at(columns[c].front()).rect.x;
            gaps.push_back({x, column_x});
            x = column_x + column_width_[c];
        }
        gaps.push_back({x, bounds_.right()});
        layout.links = wires_->paths(gaps);
        return layout;
    }

private:
    bool is_boxed() const { return request_.width > 0; }
    Space space() const { return is_boxed() ? Space::Boxed : Space::Free; }
    // Free all around.
    float edge() const { return is_boxed() ? boxed_margin : margin; }
    // Beside the outermost cards at least; a box that was made larger has one as much larger.
    float least_outer_gap() const { return is_boxed() ? request_.margin * box_.x / request_.width : 0; }
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
        const std::size_t column = columns_.column_of_lane[lane.index()];
        const bool is_at_edge = is_boxed() && column + 1 == columns_.graph.columns.size();
        return wrap_head(lane, column_width_[column] + (is_at_edge ? 0 : gap_[column + 1] / 2));
    }

    // Wraps a column's words for a width and returns the height of its stack with the least gaps.
    float wrap_column(std::size_t column, float width) {
        column_width_[column] = width;
        for (const int index : columns_.graph.columns[column]) {
            Item& item = columns_.items[static_cast<std::size_t>(index)];
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
        const Stack stack = measure_stack(columns_.items, columns_.graph.columns[column], space());
        return stack.solid + stack.gaps;
    }

    void choose_gaps(const std::vector<float>& rooms) {
        const std::size_t inner = column_count() - 1;
        const float free = box_.x - 2 * edge() - static_cast<float>(column_count()) * boxed_card_width;
        const float share = is_boxed() && inner > 0 ? free / static_cast<float>(inner) / 3 : 0;
        gap_.clear();
        for (std::size_t gap = 0; gap <= column_count(); ++gap) {
            const bool is_outer = gap == 0 || gap == column_count();
            const float outer = std::max(least_outer_gap(), (is_boxed() ? 0 : margin) + rooms[gap]);
            gap_.push_back(is_outer ? outer : std::max(rooms[gap], std::min(share, boxed_max_column_gap)));
        }
    }

    float sum_of_gaps() const { return std::accumulate(gap_.begin(), gap_.end(), 0.0F); }
    float sum_of_widths() const { return std::accumulate(column_width_.begin(), column_width_.end(), 0.0F); }

    // The tallest column widens, so that its titles need fewer lines, until the picture has the wanted shape.
    void choose_widths() {
        const std::size_t count = columns_.graph.columns.size();
        if (is_boxed()) {
            column_width_.assign(count, 0);
            const std::vector<float> widths = share_width(box_.x - sum_of_gaps());
            for (std::size_t c = 0; c < count; ++c)
                wrap_column(c, std::min({widths[c], boxed_max_card_width, longest_title(c)}));
            return;
        }
        column_width_.assign(count, 0);
        std::vector<float> heights(count);
        for (std::size_t c = 0; c < count; ++c) heights[c] = wrap_narrowly(c);
        for (;;) {
            const auto tallest =
                static_cast<std::size_t>(std::max_element(heights.begin(), heights.end()) - heights.begin());
            const float height = heights[tallest] + 2 * edge() + head_height() + head_gap_below;
            if ((sum_of_widths() + sum_of_gaps()) / height >= request_.aspect ||
                column_width_[tallest] >= std::min(max_card_width, longest_title(tallest)))
                return;
            heights[tallest] = wrap_column(tallest, column_width_[tallest] + card_width_step);
        }
    }

    // As narrow as its longest word and a few lines a title allow.
    float wrap_narrowly(std::size_t column) {
        float width = std::max(narrowest_card, longest_word_of(column));
        for (;; width += card_width_step) {
            const float height = wrap_column(column, width);
            const bool is_short =
                std::all_of(columns_.graph.columns[column].begin(), columns_.graph.columns[column].end(),
                            [this](int index) { return item_at(index).lines.size() <= most_title_lines; });
            if (is_short || width >= max_card_width) return height;
        }
    }

    float longest_word_of(std::size_t column) const {
        float longest = 0;
        for (const int index : columns_.graph.columns[column]) {
            if (item_at(index).kind == ItemKind::Card)
                longest = std::max(longest, longest_word(content_[item_at(index).node].title));
        }
        return longest + card_text_inset + card_text_end;
    }

    // No column is narrower than its longest word.
    std::vector<float> share_width(float width) const {
        std::vector<float> needed;
        for (std::size_t c = 0; c < columns_.graph.columns.size(); ++c) needed.push_back(longest_word_of(c));
        return wide::share_width(std::move(needed), width);
    }

    // As wide as a column's cards and its head can make use of.
    float longest_title(std::size_t column) const {
        const std::string& head = content_[columns_.first_lane[column]].title;
        float longest = measure_text(head, Weight::Semibold, lane_text_size) + count_width();
        for (const int index : columns_.graph.columns[column]) {
            if (item_at(index).kind != ItemKind::Card) continue;
            const std::string& title = content_[item_at(index).node].title;
            longest = std::max(longest, measure_text(title, Weight::Semibold, card_text_size) + card_text_inset + 16);
        }
        return longest;
    }

    void stack_items() {
        float tallest = 0;
        for (const std::vector<int>& column : columns_.graph.columns) {
            const Stack stack = measure_stack(columns_.items, column, space());
            tallest = std::max(tallest, stack.solid + stack.gaps);
        }
        const float height = is_boxed() ? box_.y : (sum_of_widths() + sum_of_gaps()) / request_.aspect;
        const float heads = head_height();
        tallest = std::max(tallest, std::min(tallest * max_growth, height - 2 * edge() - heads - head_gap_below - 4));
        for (const std::vector<int>& column : columns_.graph.columns)
            place_stack(columns_.items, column, space(), tallest);
        for (int round = 0; round < straightenings; ++round) {
            for (const std::vector<int>& column : columns_.graph.columns)
                straighten_corridors(columns_.items, column, columns_.joined, space());
        }
        stack_top_ = 0;
        stack_height_ = tallest;
    }

    const Item& item_at(int index) const { return columns_.items[static_cast<std::size_t>(index)]; }

    // Of the heads on top of the columns.
    float head_height() const {
        float height = 0;
        for (const LaneId lane : columns_.first_lane)
            height = std::max(height, static_cast<float>(wrap_first_head(lane).size()) * lane_line_height);
        return height;
    }

    void place_columns() {
        const bool has_head = columns_.begins_lane(column_count() - 1);
        const float last_head = has_head ? head_width(wrap_first_head(columns_.first_lane.back())) : 0;
        const float right = std::max(gap_.back(), edge() + last_head - column_width_.back());
        const float top = edge() + head_height() + head_gap_below + 4;
        std::vector<float> column_x{gap_.front()};
        for (std::size_t c = 0; c < column_width_.size(); ++c)
            column_x.push_back(column_x.back() + column_width_[c] + gap_[c + 1]);
        for (Item& item : columns_.items) {
            item.rect.x = column_x[item.column];
            item.rect.y += top - stack_top_;
        }
        stack_top_ = top;
        bounds_ = {0, 0, column_x.back() - gap_.back() + right, stack_top_ + stack_height_ + edge()};
    }

    const Content& content_;
    const LayoutRequest& request_;
    Columns columns_;
    Vec2 box_;
    std::vector<float> gap_;  // before each column, and after the last
    std::vector<float> column_width_;
    std::unique_ptr<Wires> wires_;
    Rect bounds_;
    float stack_height_ = 0;
    float stack_top_ = 0;
};

// The picture of the whole. Where long columns leave the stage's sides empty, they wrap, if words gain by it.
Layout fit_whole(const Content& content, const LayoutRequest& request, WideLayout& unwrapped) {
    const auto words_of = [&request](Rect bounds) { return 1 / std::max(bounds.w / request.aspect, bounds.h); };
    const Rect bounds = unwrapped.fit({});
    Layout best = unwrapped.collect();
    if (bounds.w / bounds.h > too_tall * request.aspect || request.nodes.size() > most_wrapped_cards) return best;
    float best_words = words_of(bounds) * least_gain;
    const std::size_t longest = unwrapped.longest_column();
    for (std::size_t parts = 2; parts <= most_parts && longest / parts > 1; ++parts) {
        WideLayout wrapped(content, request, content.lanes.size(), (longest + parts - 1) / parts);
        const float words = words_of(wrapped.fit({}));
        if (words <= best_words) continue;
        best_words = words;
        best = wrapped.collect();
    }
    return best;
}

}  // namespace

Layout compute_wide_layout(const Content& content, const LayoutRequest& request) {
    std::vector<WideLayout> layouts;
    layouts.emplace_back(content, request, content.lanes.size());
    if (request.width <= 0) return fit_whole(content, request, layouts.front());
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
