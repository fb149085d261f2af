// From the bytes of a file to a content, or to what is wrong with it.
#pragma once

#include "core/content/content.h"
#include "core/json/mistakes.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace throughline {

struct ParsedContent {
    std::optional<Content> content;  // all or nothing: set exactly when there are no mistakes
    Mistakes mistakes;
    Mistakes remarks;  // of a content without mistakes: what would help its readers
};

inline constexpr std::size_t max_content_bytes = 4 * 1024 * 1024;
inline constexpr int max_content_depth = 16;

// Checks untrusted bytes against every rule of content/README.md and reports all mistakes at once: what concerns the
// whole file, then the syntax, then the rules, each in file order. `size_bytes` is the file's, where `bytes` are only
// its beginning.
[[nodiscard]] ParsedContent parse_content(std::string_view bytes, std::size_t size_bytes = 0);

// "no mistakes: 15 cards, 24 links, 6 steps, 3 remarks"
std::string format_counts(const Content& content, const Mistakes& remarks);

}  // namespace throughline
