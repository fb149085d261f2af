// See wide_widths.h.
#include "core/layout/wide_widths.h"

#include "core/base/card_size.h"
#include "core/base/text_metrics.h"

#include <algorithm>
#include <cstddef>

namespace throughline::wide {

float longest_word(std::string_view title) {
    float longest = 0;
    while (!title.empty()) {
        const std::size_t from = std::min(title.find_first_not_of("0123456789 "), title.size() - 1);
        const std::size_t end = std::min(title.find_first_of(" -", from), title.size() - 1) + 1;
        longest = std::max(longest, measure_text(title.substr(0, end), Weight::Semibold, card_text_size));
        title.remove_prefix(end);
    }
    return longest;
}

std::vector<float> share_width(std::vector<float> needed, float width) {
    float even = width / static_cast<float>(needed.size());
    for (std::size_t round = 0; round < needed.size(); ++round) {
        float free = width;
        int sharing = 0;
        for (const float least : needed) {
            if (least > even) free -= least;
            if (least <= even) ++sharing;
        }
        if (sharing > 0) even = free / static_cast<float>(sharing);
    }
    for (float& least : needed) least = std::max(least, even);
    return needed;
}

}  // namespace throughline::wide
