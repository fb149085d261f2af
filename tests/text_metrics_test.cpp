#include "core/base/text_metrics.h"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;

TEST_CASE("the table of advance widths is sorted and covers Latin") {
    for (int i = 1; i < glyph_advance_count; ++i) CHECK(glyph_advances[i - 1].codepoint < glyph_advances[i].codepoint);
    CHECK(measure_text("iiii", Weight::Regular, 10) < measure_text("mmmm", Weight::Regular, 10));
    CHECK(measure_text("Regular", Weight::Regular, 10) < measure_text("Regular", Weight::Semibold, 10));
    CHECK(measure_text("ab", Weight::Regular, 20) == doctest::Approx(2 * measure_text("ab", Weight::Regular, 10)));
    CHECK(measure_text("é’–", Weight::Regular, 10) > 0);
}

TEST_CASE("wrapped lines fit and lose nothing but the spaces at breaks") {
    const std::string text =
        "Anti-trafficking measures that conflate sex work and trafficking, unbreakableunbreakableunbreakable";
    for (float width = 20; width < 400; width += 13) {
        std::string joined;
        for (const std::string& line : wrap_text(text, Weight::Regular, 14, width)) {
            CHECK(measure_text(line, Weight::Regular, 14) <= width);
            CHECK_FALSE(line.empty());
            joined += line;
        }
        std::string letters;
        for (const char c : joined) letters += c == ' ' ? "" : std::string(1, c);
        std::string expected;
        for (const char c : text) expected += c == ' ' ? "" : std::string(1, c);
        CHECK(letters == expected);
    }
}

TEST_CASE("text breaks after spaces and hyphens, and between ideographs") {
    CHECK(wrap_text("worker-led groups", Weight::Regular, 14, 60) ==
          std::vector<std::string>{"worker-", "led", "groups"});
    CHECK(wrap_text("人口販賣", Weight::Regular, 10, 25) == std::vector<std::string>{"人口", "販賣"});
    CHECK(wrap_text("", Weight::Regular, 14, 60) == std::vector<std::string>{""});
}
