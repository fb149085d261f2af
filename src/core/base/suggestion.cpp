// The nearest name by edit distance.
#include "core/base/suggestion.h"

#include "core/base/characters.h"

#include <algorithm>

namespace throughline {
namespace {

// Levenshtein, Binary Codes Capable of Correcting Deletions, Insertions, and Reversals, 1966; by rows.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string quoted(std::string_view text) {
    constexpr std::size_t longest_quoted = 60;
    if (text.size() <= longest_quoted) return "‘" + one_line(text) + "’";
    std::size_t end = longest_quoted;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return "‘" + one_line(text.substr(0, end)) + "…’";
}

std::string_view find_nearest(std::string_view name, const std::vector<std::string_view>& known) {
    constexpr std::size_t longest_compared = 64;  // a name of a megabyte is no slip of the pen
    if (name.size() > longest_compared) return {};
    std::string_view best;
    std::size_t best_distance = (name.size() < 4 ? 1 : std::max<std::size_t>(2, name.size() / 3)) + 1;
    for (const std::string_view candidate : known) {
        const std::size_t least = std::max(name.size(), candidate.size()) - std::min(name.size(), candidate.size());
        if (least >= best_distance) continue;
        const std::size_t distance = edit_distance(name, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view meant) {
    return meant.empty() ? "" : "; did you mean " + quoted(meant) + "?";
}

}  // namespace throughline
