// Filling the interface's patterns.
#include "core/content/words.h"

#include <cstddef>

namespace throughline {

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values) {
    std::string filled;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                             pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        const std::size_t value = is_slot ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
        if (value < values.size()) {
            filled += values.begin()[value];
            i += 2;
        } else {
            filled += pattern[i];
        }
    }
    return filled;
}

}  // namespace throughline
