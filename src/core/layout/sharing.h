// Who shares with whom: of each pair one of its two becomes the owner. Pure combinatorics, private to the layout.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace throughline {

// By pair, the owner: the first or the second of it, so that the owners cost little in all. An owner costs as much as
// the heights of its pairs lie apart, and `each` besides. Those are a weighted vertex cover; a cheapest one is not
// looked for: what costs least for each pair that it still would own is taken first, and of equals the lowest.
// `heights` has every number that occurs in `pairs`.
[[nodiscard]] std::vector<std::size_t> choose_owners(const std::vector<std::pair<std::size_t, std::size_t>>& pairs,
                                                     const std::vector<float>& heights, float each);

}  // namespace throughline
