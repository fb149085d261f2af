// The keys of a talk's list of cards: what the page shows beside each choice and what a key press chooses.
#pragma once

#include <string_view>

namespace throughline {

inline constexpr std::string_view jump_keys = "123456789abcdefghijklmnopqrstuvwxyz";

// The key that chooses the n-th of a list, from 0; nothing past those there are.
constexpr std::string_view jump_key(int n) {
    if (n < 0 || n >= static_cast<int>(jump_keys.size())) return {};
    return jump_keys.substr(static_cast<std::size_t>(n), 1);
}

}  // namespace throughline
