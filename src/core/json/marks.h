// The marks of JSON, and what stands in for them in files that went through a word processor, a chat or another
// keyboard.
#pragma once

#include <cstddef>
#include <string_view>

namespace throughline {

struct Mark {
    char meant = '\0';       // one of , : " ' or the mark itself; '\0' at the end of the text
    std::size_t length = 0;  // in bytes
    std::string_view name;   // of a stand-in; empty for the mark itself
};

// What stands at an offset, in bytes up to `text.size()`.
Mark mark_at(std::string_view text, std::size_t at);

inline bool is_quote(const Mark& mark) { return mark.meant == '"' || mark.meant == '\''; }

}  // namespace throughline
