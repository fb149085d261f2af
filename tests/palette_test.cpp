#include "core/base/color.h"
#include "core/state/camera.h"
#include "core/view/palette.h"

#include "harness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace throughline;
using namespace throughline::testing;

namespace {

// WCAG 2.2, relative luminance and contrast ratio.
double luminance(Color c) {
    const auto linear = [](std::uint8_t channel) {
        const double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double contrast(Color a, Color b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

}  // namespace

TEST_CASE("text keeps 4.5 to 1 and lane hues serve as text in every theme") {
    for (const Look look : {Look::Light, Look::Dark, Look::Contrast}) {
        CAPTURE(look_name(look));
        const Palette& p = palette_of(look);
        for (const Color ground : {p.paper, p.surface}) {
            CHECK(contrast(p.ink, ground) >= 7);
            CHECK(contrast(p.muted, ground) >= 4.5);
            CHECK(contrast(p.accent, ground) >= 4.5);
            for (const Color hue : p.hues) CHECK(contrast(hue, ground) >= 4.5);
        }
        for (const Color hue : p.hues) CHECK(contrast(p.on_hue, hue) >= 4.5);
        CHECK(contrast(p.on_accent, p.accent) >= 4.5);
    }
}

TEST_CASE(
    "lines, edges and shapes keep 3 to 1 on the paper in every theme, faded as they are before anything is chosen") {
    for (const Look look : {Look::Light, Look::Dark, Look::Contrast}) {
        CAPTURE(look_name(look));
        Content content = small_content();
        for (std::size_t hue = 0; hue < 5; ++hue) {
            for (Lane& lane : content.lanes) lane.hue = static_cast<Hue>(hue);
            for (const char* selected : {"", "c"}) {
                Harness h(content, selected);
                h.prefer({look == Look::Dark, look == Look::Contrast, true});
                const Scene& scene = h.scene();
                CHECK(scene.look == look);
                const auto seen = [&scene](Paint paint) { return color_of(palette_of(scene.look), paint); };
                const Color background = seen(scene.background);
                for (const SceneLink& link : scene.drawing->links)
                    CHECK((link.emphasis == Emphasis::Quiet || contrast(seen(link.color), background) >= 3));
                for (const SceneCard& card : scene.drawing->cards) {
                    CHECK((card.emphasis == Emphasis::Quiet || contrast(seen(card.border), background) >= 3));
                    CHECK(contrast(seen(card.icon), seen(card.fill)) >= 3);
                }
            }
        }
    }
}

TEST_CASE("colours are written as CSS and mixed channel by channel") {
    CHECK(css_color({0xFA, 0x07, 0xF2}) == "#fa07f2");
    CHECK(mix({0, 0, 0}, {255, 100, 10}, 0.5F) == Color{128, 50, 5});
    CHECK(mix({9, 9, 9}, {1, 1, 1}, 0) == Color{9, 9, 9});
}

TEST_CASE("the style names every colour in every theme") {
    const std::string css = palette_css();
    for (const std::string name :
         {"--paper:", "--surface:", "--ink:", "--muted:", "--quiet-line:", "--accent:", "--on-accent:", "--violet:",
          "--blue:", "--crimson:", "--green:", "--amber:", "--on-hue:"}) {
        CHECK_MESSAGE(count_of(css, name) == 6, name);
    }
    CHECK(contains(css, css_color(palette_of(Look::Dark).ink)));
}

TEST_CASE("on paper, whatever the theme is, words are black on white, and the style adds no colour of its own") {
    const std::string css = palette_css();
    const std::string printed = css.substr(css.find("@media print"));
    for (const std::string property : {"--paper:#ffffff;", "--surface:#ffffff;", "--ink:#000000;", "--muted:#333333;"})
        CHECK_MESSAGE(contains(printed, property), property);
    for (const std::string name : {"--paper:", "--surface:", "--ink:", "--muted:"})
        CHECK_MESSAGE(!contains(read_source_file("web/print.css"), name), name);
}
