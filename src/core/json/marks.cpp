// See marks.h.
#include "core/json/marks.h"

#include <array>

namespace throughline {
namespace {

struct StandIn {
    std::string_view bytes;
    char meant;
    std::string_view name;
};

constexpr std::array<StandIn, 22> stand_ins{{
    {"“", '"', "“ (U+201C, a curly quote)"},
    {"”", '"', "” (U+201D, a curly quote)"},
    {"„", '"', "„ (U+201E, a low quote)"},
    {"‟", '"', "‟ (U+201F, a curly quote)"},
    {"«", '"', "« (U+00AB, an angle quote)"},
    {"»", '"', "» (U+00BB, an angle quote)"},
    {"″", '"', "″ (U+2033, a double prime)"},
    {"＂", '"', "＂ (U+FF02, a wide quote)"},
    {"‘", '\'', "‘ (U+2018, a curly single quote)"},
    {"’", '\'', "’ (U+2019, a curly single quote)"},
    {"‚", '\'', "‚ (U+201A, a low single quote)"},
    {"‛", '\'', "‛ (U+201B, a curly single quote)"},
    {"′", '\'', "′ (U+2032, a prime)"},
    {"´", '\'', "´ (U+00B4, an accent)"},
    {"`", '\'', "` (a backtick)"},
    {"'", '\'', "' (a single one)"},
    {";", ',', "; (a semicolon)"},
    {"，", ',', "， (U+FF0C, a wide comma)"},
    {"،", ',', "، (U+060C, an Arabic comma)"},
    {"、", ',', "、 (U+3001, an ideographic comma)"},
    {"：", ':', "： (U+FF1A, a wide colon)"},
    {"=", ':', "= (an equals sign)"},
}};

}  // namespace

Mark mark_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const char c = text[at];
    for (const StandIn& one : stand_ins) {
        if (c == one.bytes.front() && text.compare(at, one.bytes.size(), one.bytes) == 0)
            return {one.meant, one.bytes.size(), one.name};
    }
    return {c == '\0' ? ' ' : c, 1, {}};
}

}  // namespace throughline
