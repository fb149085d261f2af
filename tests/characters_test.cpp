#include "core/base/characters.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace throughline;

TEST_CASE("ill-formed UTF-8 comes back as replacement characters and never overruns") {
    for (const std::string& text :
         {std::string("\xFF"), std::string("a\xC3"), std::string("\xF0\x9F"), std::string("\xC0\x80")}) {
        std::size_t at = 0;
        while (at < text.size()) decode_utf8(text, at);
        CHECK(at == text.size());
    }
}

TEST_CASE("no bytes are read as a character that is written otherwise, or that there is not") {
    // A dot written longer than it is, in two, three and four bytes; half of a UTF-16 pair; beyond U+10FFFF.
    for (const std::string_view text :
         {"\xC0\xAE", "\xE0\x80\xAE", "\xF0\x80\x80\xAE", "\xED\xA0\x80", "\xF4\x90\x80\x80"}) {
        for (std::size_t at = 0; at < text.size();) CHECK(decode_utf8(text, at) == 0xFFFD);
    }
    // The first and the last of each length.
    for (const std::string_view text : {"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                                        "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        std::size_t at = 0;
        CHECK(decode_utf8(text, at) != 0xFFFD);
        CHECK(at == text.size());
    }
}
