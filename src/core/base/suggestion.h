// What an author probably meant by a name that does not exist.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace throughline {

std::string quoted(std::string_view text);  // in typographic quotes and one line, a long one cut short

// The known name that is closest, or nothing where none is close.
std::string_view find_nearest(std::string_view name, const std::vector<std::string_view>& known);

// "; did you mean ‘…’?", or nothing of nothing.
std::string did_you_mean(std::string_view meant);

}  // namespace throughline
