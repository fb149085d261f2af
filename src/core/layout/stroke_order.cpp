// See stroke_order.h. What crosses what is counted with bits: a stroke's branches to a column are the bits of the
// places of the items there, and so is what its upright passes.
#include "core/layout/stroke_order.h"

#include "core/layout/sharing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace throughline {
namespace {

constexpr float crossing_cost = 30;  // as much as so long a stroke, in world units
constexpr float owner_cost = 100;    // of one stroke more, besides its length
constexpr int most_sweeps = 2;
constexpr int reach = 3;  // places that an item is tried away from its own
constexpr std::size_t most_places = 128;
constexpr std::size_t most_items = 400;
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

int count_ones(std::uint64_t word) {
    int count = 0;
    for (; word != 0; word &= word - 1) ++count;
    return count;
}

// Places in a column.
struct Places {
    std::array<std::uint64_t, most_places / 64> words{};
    void add(std::size_t place) { words[place / 64] |= std::uint64_t{1} << (place % 64); }
    int count_common(const Places& other) const {
        int count = 0;
        for (std::size_t i = 0; i < words.size(); ++i) count += count_ones(words[i] & other.words[i]);
        return count;
    }
};

enum Side : std::size_t { Left, Right };

struct Stroke {
    std::array<std::vector<int>, 2> items;  // by side
    // As the items stand now.
    float top = 0;
    float bottom = 0;
    std::array<Places, 2> branches;
    std::array<Places, 2> passed;  // by its upright
};

class Strokes {
public:
    Strokes(LayeredGraph& graph, const std::vector<float>& heights)
        : graph_(graph), columns_(graph.columns), heights_(heights), middle_(heights.size()), place_(heights.size()) {
        for (const std::vector<int>& column : columns_) {
            float height = 0;
            for (const int item : column) height += heights_[index(item)];
            column_height_.push_back(height);
            tallest_ = std::max(tallest_, height);
        }
        for (std::size_t c = 0; c < columns_.size(); ++c) place_items(c);
        make_strokes();
        for (std::size_t gap = 0; gap < strokes_.size(); ++gap) costs_.push_back(cost_of(gap));
    }

    void improve() {
        for (int sweep = 0; sweep < most_sweeps; ++sweep) {
            bool is_better = false;
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                const std::vector<int> items = columns_[c];
                for (const int item : items) is_better |= move(c, item);
            }
            if (!is_better) break;
        }
    }

private:
    static std::size_t index(int item) { return static_cast<std::size_t>(item); }

    // The gap before column c; one beyond the last stands beside it.
    float cost_around(std::size_t c) const { return costs_[c] + costs_[c + 1]; }

    void place_items(std::size_t c) {
        float y = 0;
        const float scale = column_height_[c] > 0 ? tallest_ / column_height_[c] : 1;
        for (std::size_t i = 0; i < columns_[c].size(); ++i) {
            const std::size_t item = index(columns_[c][i]);
            place_[item] = i;
            middle_[item] = (y + heights_[item] / 2) * scale;
            y += heights_[item];
        }
    }

    // Who owns what is settled once, as the items stand at first.
    void make_strokes() {
        strokes_.resize(columns_.size() + 1);
        std::vector<std::size_t> column_of(heights_.size());
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            for (const int item : columns_[c]) column_of[index(item)] = c;
        }
        std::vector<std::vector<std::pair<int, int>>> edges(strokes_.size());
        for (const auto& edge : graph_.edges) edges[column_of[index(edge.second)]].push_back(edge);
        std::vector<std::vector<std::pair<int, int>>> arcs(strokes_.size());
        for (const auto& arc : graph_.column_edges) {
            const std::size_t c = column_of[index(arc.first)];
            arcs[c > 0 && c + 1 == columns_.size() ? c + 1 : c].push_back(arc);
        }
        std::vector<float> heights;
        std::vector<std::size_t> number(heights_.size());  // by item, of those that have an end in a gap
        for (std::size_t gap = 0; gap < strokes_.size(); ++gap) {
            number.assign(number.size(), nowhere);
            std::vector<std::pair<std::size_t, std::size_t>> pairs;
            heights.clear();
            const auto number_of = [&](int item) {
                std::size_t& known = number[index(item)];
                if (known == nowhere) {
                    known = heights.size();
                    heights.push_back(middle_[index(item)]);
                }
                return known;
            };
            // One after the other, so that every compiler numbers them alike.
            const auto add_pairs = [&](const std::vector<std::pair<int, int>>& joined) {
                for (const auto& [a, b] : joined) {
                    const std::size_t first = number_of(a);
                    const std::size_t second = number_of(b);
                    pairs.emplace_back(first, second);
                }
            };
            add_pairs(edges[gap]);
            add_pairs(arcs[gap]);
            const std::vector<std::size_t> owners = choose_owners(pairs, heights, owner_cost);
            std::vector<Stroke> by_owner(heights.size());
            const auto add = [](Stroke& stroke, Side side, int item) {
                std::vector<int>& items = stroke.items[side];
                if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
            };
            for (std::size_t e = 0; e < owners.size(); ++e) {
                Stroke& stroke = by_owner[owners[e]];
                const bool is_arc = e >= edges[gap].size();
                const auto [first, last] = is_arc ? arcs[gap][e - edges[gap].size()] : edges[gap][e];
                const Side arc_side = gap + 1 == strokes_.size() ? Left : Right;
                add(stroke, is_arc ? arc_side : Left, first);
                add(stroke, is_arc ? arc_side : Right, last);
            }
            for (Stroke& stroke : by_owner) {
                if (!stroke.items[Left].empty() || !stroke.items[Right].empty())
                    strokes_[gap].push_back(std::move(stroke));
            }
        }
    }

    // Of the items of a column, those whose middles lie within a stroke's upright.
    Places passed_in(std::size_t c, float top, float bottom) const {
        const std::vector<int>& column = columns_[c];
        Places places;
        auto at = std::partition_point(column.begin(), column.end(),
                                       [&](int item) { return middle_[index(item)] <= top + 0.5F; });
        for (; at != column.end() && middle_[index(*at)] < bottom - 0.5F; ++at)
            places.add(static_cast<std::size_t>(at - column.begin()));
        return places;
    }

    float cost_of(std::size_t gap) {
        float length = 0;
        std::vector<Stroke>& strokes = strokes_[gap];
        for (Stroke& stroke : strokes) {
            stroke.top = tallest_;
            stroke.bottom = 0;
            for (const Side side : {Left, Right}) {
                stroke.branches[side] = {};
                for (const int item : stroke.items[side]) {
                    stroke.top = std::min(stroke.top, middle_[index(item)]);
                    stroke.bottom = std::max(stroke.bottom, middle_[index(item)]);
                    stroke.branches[side].add(place_[index(item)]);
                }
            }
            if (gap > 0) stroke.passed[Left] = passed_in(gap - 1, stroke.top, stroke.bottom);
            if (gap < columns_.size()) stroke.passed[Right] = passed_in(gap, stroke.top, stroke.bottom);
            length += stroke.bottom - stroke.top;
        }
        int crossings = 0;
        for (std::size_t a = 0; a < strokes.size(); ++a) {
            for (std::size_t b = a + 1; b < strokes.size(); ++b) {
                if (strokes[a].bottom < strokes[b].top || strokes[b].bottom < strokes[a].top) continue;
                crossings += std::min(crossings_of(strokes[a], strokes[b]), crossings_of(strokes[b], strokes[a]));
            }
        }
        return length + crossing_cost * static_cast<float>(crossings);
    }

    // With the one's upright to the left of the other's.
    static int crossings_of(const Stroke& left, const Stroke& right) {
        return left.branches[Right].count_common(right.passed[Right]) +
               right.branches[Left].count_common(left.passed[Left]);
    }

    bool may_pass(int above, int below) const {
        const int a = graph_.ranks[index(above)];
        const int b = graph_.ranks[index(below)];
        return a == free_rank || b == free_rank || a == b;
    }

    // Tries an item where it can stand nearby, and leaves it where it is best.
    bool move(std::size_t c, int item) {
        std::vector<int>& column = columns_[c];
        const std::vector<int> before = column;
        const auto start = static_cast<std::ptrdiff_t>(place_[index(item)]);
        std::vector<int> best_column = column;
        float best = cost_around(c);
        bool is_better = false;
        for (const std::ptrdiff_t step : {-1, 1}) {
            column = before;
            for (std::ptrdiff_t at = start; at != start + step * reach; at += step) {
                const std::ptrdiff_t next = at + step;
                if (next < 0 || next >= static_cast<std::ptrdiff_t>(column.size())) break;
                if (!may_pass(column[static_cast<std::size_t>(std::min(at, next))],
                              column[static_cast<std::size_t>(std::max(at, next))]))
                    break;
                std::swap(column[static_cast<std::size_t>(at)], column[static_cast<std::size_t>(next)]);
                place_items(c);
                const float cost = cost_of(c) + cost_of(c + 1);
                if (cost >= best - 0.5F) continue;
                best = cost;
                best_column = column;
                is_better = true;
            }
        }
        column = std::move(best_column);
        place_items(c);
        if (is_better) {
            costs_[c] = cost_of(c);
            costs_[c + 1] = cost_of(c + 1);
        }
        return is_better;
    }

    LayeredGraph& graph_;
    std::vector<std::vector<int>>& columns_;
    const std::vector<float>& heights_;
    std::vector<float> column_height_;
    float tallest_ = 0;
    std::vector<float> middle_;                 // by item
    std::vector<std::size_t> place_;            // by item
    std::vector<std::vector<Stroke>> strokes_;  // by gap; gap g stands before column g
    std::vector<float> costs_;                  // by gap
};

}  // namespace

void order_strokes(LayeredGraph& graph, const std::vector<float>& heights) {
    if (heights.size() > most_items) return;
    for (const std::vector<int>& column : graph.columns) {
        if (column.size() > most_places) return;
    }
    Strokes(graph, heights).improve();
}

}  // namespace throughline
