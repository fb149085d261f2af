// Counts positions. Private to the layout.
#pragma once

#include <cstddef>
#include <vector>

namespace throughline {

// How many of the positions added lie below a bound: a binary indexed tree (Fenwick, A New Data
// Structure for Cumulative Frequency Tables, 1994).
class Tally {
public:
    void begin(std::size_t positions) { tree_.assign(positions + 1, 0); }
    void add(std::size_t position) {
        for (std::size_t i = position + 1; i < tree_.size(); i += i & (~i + 1)) ++tree_[i];
    }
    int count_below(std::size_t position) const {
        int count = 0;
        for (std::size_t i = position; i > 0; i -= i & (~i + 1)) count += tree_[i];
        return count;
    }

private:
    std::vector<int> tree_;
};

}  // namespace throughline
