// What an author probably meant by a name that does not exist.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace throughline {

std::string quoted(std::string_view text);  // in typographic quotes, a long one cut short

// "; did you mean ‘…’?", or nothing where no known name is close.
std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known);

}  // namespace throughline
