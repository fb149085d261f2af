// See sharing.h.
#include "core/layout/sharing.h"

#include <algorithm>
#include <utility>

namespace throughline {

std::vector<std::size_t> choose_owners(const std::vector<std::pair<std::size_t, std::size_t>>& pairs,
                                       const std::vector<float>& heights, float each) {
    std::vector<std::vector<std::size_t>> left(heights.size());  // by owner, the pairs that nobody owns yet
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        left[pairs[p].first].push_back(p);
        if (pairs[p].second != pairs[p].first) left[pairs[p].second].push_back(p);
    }
    const auto price_of = [&](std::size_t owner) {
        float top = heights[owner];
        float bottom = top;
        for (const std::size_t p : left[owner]) {
            for (const float height : {heights[pairs[p].first], heights[pairs[p].second]}) {
                top = std::min(top, height);
                bottom = std::max(bottom, height);
            }
        }
        return (bottom - top + each) / static_cast<float>(left[owner].size());
    };
    // The cheapest on top; an entry whose price is no longer its owner's is passed over.
    using Entry = std::pair<float, std::size_t>;
    const auto is_dearer = [](const Entry& a, const Entry& b) { return a > b; };
    std::vector<float> prices(heights.size());
    std::vector<Entry> heap;
    const auto add = [&](std::size_t owner) {
        if (left[owner].empty()) return;
        prices[owner] = price_of(owner);
        heap.emplace_back(prices[owner], owner);
        std::push_heap(heap.begin(), heap.end(), is_dearer);
    };
    for (std::size_t owner = 0; owner < left.size(); ++owner) add(owner);
    std::vector<std::size_t> owners(pairs.size());
    while (!heap.empty()) {
        std::pop_heap(heap.begin(), heap.end(), is_dearer);
        const auto [price, owner] = heap.back();
        heap.pop_back();
        if (price != prices[owner]) continue;
        for (const std::size_t p : std::exchange(left[owner], {})) {
            owners[p] = owner;
            const std::size_t other = pairs[p].first == owner ? pairs[p].second : pairs[p].first;
            if (other == owner) continue;
            left[other].erase(std::find(left[other].begin(), left[other].end(), p));
            add(other);
        }
    }
    return owners;
}

}  // namespace throughline
