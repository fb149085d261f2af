// Letters that the bundled font has not come from the host.
#include "gl_stage.h"

#include "shell/fallback_glyphs.h"
#include "shell/paint_scene.h"

#include <algorithm>
#include <string>

using namespace throughline;
using namespace throughline::testing;

namespace {

constexpr Paint paper{Swatch::White};

PlacedText words_of(const std::string& text, float size, Vec2 pos) {
    PlacedText words;
    words.text = text;
    words.pos = pos;
    words.size = size;
    words.color = Swatch::Black;
    return words;
}

Picture paint(GlStage& stage, ScenePainter& painter, std::vector<PlacedText> words) {
    Scene scene;
    scene.background = paper;
    const_cast<Drawing&>(*scene.drawing).labels = std::move(words);
    Viewport viewport;
    viewport.framebuffer_px = stage.host.framebuffer_px;
    painter.paint(scene, viewport);
    return stage.look();
}

Picture paint_words(GlStage& stage, const std::string& text) {
    ScenePainter painter;
    CHECK(painter.start(stage.fonts(), stage.host) == "");
    return paint(stage, painter, {words_of(text, 20, {10, 30})});
}

}  // namespace

TEST_CASE("letters of the bundled font are not asked of the host") {
    GlStage stage(200, 40);
    paint_words(stage, "Plain words");
    CHECK(stage.host.measured_texts.empty());
}

TEST_CASE("letters beyond it are asked one by one and drawn where they belong") {
    GlStage stage(200, 40);
    const Picture picture = paint_words(stage, "\u0416a\u0416");
    CHECK(stage.host.drawn_texts == std::vector<std::string>{"\u0416"});
    CHECK(is_near(pixel_at(picture, 15, 25), {0, 0, 0, 255}));
    CHECK(count_ink(picture, {10, 0, 10, 20}, paper) == 0);
}

TEST_CASE("a line that needs shaping is asked whole") {
    GlStage stage(200, 40);
    const std::string line = "\u0645\u0631\u062D\u0628\u0627 a";
    paint_words(stage, line);
    CHECK(stage.host.drawn_texts == std::vector<std::string>{line});
}

TEST_CASE("scripts that join, reorder or run from the right need shaping, others do not") {
    for (const std::string text : {"\u05E9\u05DC\u05D5\u05DD", "\u0645\u0631\u062D\u0628\u0627",
                                   "\u0939\u093F\u0928\u094D\u0926\u0940", "\u0E20\u0E32\u0E29\u0E32", "e\u0301"}) {
        CAPTURE(text);
        CHECK(needs_shaping(text));
    }
    for (const std::string text :
         {"plain", "\u00E9t\u00E9", "\u041D\u043E\u0447\u044C", "\u03BD\u03CD\u03C7\u03C4\u03B1", "\u591C\u95F4",
          "\uBC84\uC2A4", "\u201CEnd Demand\u201D"}) {
        CAPTURE(text);
        CHECK_FALSE(needs_shaping(text));
    }
}

TEST_CASE("a character without width takes no room and no ink") {
    GlStage stage(200, 40);
    const Picture with = paint_words(stage, "a\u200Bb");
    const Picture without = paint_words(stage, "ab");
    CHECK(with.rgb == without.rgb);
    CHECK(stage.host.measured_texts.empty());
}

TEST_CASE("the host's letters stay where they are when the atlas grows, and come back after a lost context") {
    GlStage stage(200, 40);
    ScenePainter painter;
    CHECK(painter.start(stage.fonts(), stage.host) == "");
    const PlacedText letter = words_of("\u0416", 20, {10, 30});
    const auto is_drawn = [&](std::vector<PlacedText> beside) {
        beside.push_back(letter);
        const Picture picture = paint(stage, painter, std::move(beside));
        return is_near(pixel_at(picture, 15, 25), {0, 0, 0, 255}) && is_near(pixel_at(picture, 10, 10), paper);
    };
    CHECK(is_drawn({}));
    // Larger and larger letters beside it, until the atlas has been made anew.
    float size = 20;
    while (std::count(stage.host.drawn_texts.begin(), stage.host.drawn_texts.end(), letter.text) < 3 && size < 400) {
        size += 10;
        CHECK(is_drawn({words_of("WMNOQ\u0411", size, {40, 30})}));
    }
    CHECK(size < 400);
    painter.release();
    CHECK(painter.restore() == "");
    CHECK(is_drawn({}));
}
