// Single characters of a text: whether bytes are well formed, what cannot be seen, and how to show any of it in one
// line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace throughline {

// Of the well-formed UTF-8 sequence (RFC 3629) that begins at `at`, in bytes; 0 where there is none.
std::size_t utf8_length(std::string_view bytes, std::size_t at);

// Reads the character at `offset`, which is within the text, and advances `offset` beyond it; each byte that is part of
// no well-formed sequence comes back as U+FFFD.
char32_t decode_utf8(std::string_view utf8, std::size_t& offset);

// What a character that leaves no ink is called; empty for one that can be seen, and for the plain space.
std::string_view unseen_name(char32_t c);

// Such as "U+00A0".
std::string code_of(char32_t c);

// Characters that no text may hold: a noncharacter of Unicode makes an SVG ill formed.
bool is_noncharacter(char32_t c);

// Something in it leaves ink.
bool has_ink(std::string_view text);

// Well formed and in one line, whatever it was: what would break a line, hide or reorder it is written as its code.
std::string one_line(std::string_view text);

}  // namespace throughline
