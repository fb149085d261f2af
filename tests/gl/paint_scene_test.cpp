// Scenes made by hand, painted and looked at pixel by pixel.
#include "gl_stage.h"

#include "shell/paint_links.h"
#include "shell/paint_scene.h"

#include <cmath>

using namespace throughline;
using namespace throughline::testing;

namespace {

constexpr Paint paper{Swatch::Paper};
constexpr Paint white{Swatch::White};
constexpr Paint red{Swatch::Crimson};
constexpr Paint blue{Swatch::Blue};
constexpr Paint black{Swatch::Ink};

Drawing& edit(Scene& scene) { return const_cast<Drawing&>(*scene.drawing); }

Scene empty_scene() {
    Scene scene;
    scene.background = paper;
    return scene;
}

SceneCard card_at(Rect rect) {
    SceneCard card;
    card.rect = rect;
    card.corner_radius = 8;
    card.border_width = 2;
    card.fill = white;
    card.border = blue;
    card.icon = red;
    card.halo = black;
    card.shape = Shape::Square;
    card.icon_center = {rect.x + 19, rect.center().y};
    return card;
}

// Straight from (20, y) to (180, y) as two joined cubics.
SceneLink straight_link(float y) {
    SceneLink link;
    for (const float x : {20.0F, 40.0F, 70.0F, 100.0F, 130.0F, 160.0F, 180.0F}) link.points.push_back({x, y});
    link.color = red;
    link.width = 4;
    return link;
}

PlacedText words_at(Vec2 pos, std::string text) {
    PlacedText words;
    words.text = std::move(text);
    words.pos = pos;
    words.size = 14;
    words.color = black;
    return words;
}

Picture paint(GlStage& stage, const Scene& scene, float ratio = 1) {
    ScenePainter painter;
    CHECK(painter.start(stage.fonts(), stage.host) == "");
    Viewport viewport;
    viewport.framebuffer_px = stage.host.framebuffer_px;
    viewport.device_pixel_ratio = ratio;
    painter.paint(scene, viewport);
    return stage.look();
}

// Where along a row the link is drawn, as runs of [first, end).
std::vector<std::pair<int, int>> runs_on_row(const Picture& picture, float y) {
    std::vector<std::pair<int, int>> runs;
    for (int x = 0; x < picture.width; ++x) {
        if (is_near(pixel_at(picture, static_cast<float>(x), y), paper, 200)) continue;
        if (!runs.empty() && runs.back().second == x) {
            ++runs.back().second;
        } else {
            runs.push_back({x, x + 1});
        }
    }
    return runs;
}

}  // namespace

TEST_CASE("a card has its fill, border, shape and background at their places") {
    GlStage stage(200, 120);
    Scene scene = empty_scene();
    edit(scene).cards.push_back(card_at({40, 30, 120, 60}));
    const Picture picture = paint(stage, scene);
    CHECK(is_near(pixel_at(picture, 10, 10), paper));
    CHECK(is_near(pixel_at(picture, 100, 60), white));
    CHECK(is_near(pixel_at(picture, 59, 60), red));
    for (const auto& [x, y] : {std::pair{100, 30}, {100, 89}, {40, 60}, {159, 60}}) {
        CHECK(is_near(pixel_at(picture, static_cast<float>(x), static_cast<float>(y)), blue));
    }
    // Outside the rounded corner there is paper.
    CHECK(is_near(pixel_at(picture, 40, 30), paper, 40));
}

TEST_CASE("a card's edges stand on whole pixels at every ratio when the camera rests") {
    for (const float ratio : {1.0F, 1.5F, 2.0F, 3.0F}) {
        GlStage stage(static_cast<int>(200 * ratio), static_cast<int>(120 * ratio));
        Scene scene = empty_scene();
        scene.stage_from_world = {1, {0.37F, 0.61F}};
        edit(scene).cards.push_back(card_at({40.3F, 30.2F, 119.7F, 59.6F}));
        const Picture picture = paint(stage, scene, ratio);
        const float y = 60 * ratio;
        int soft = 0;
        for (float x = 36 * ratio; x < 41 * ratio; ++x) {
            const Color seen = pixel_at(picture, x, y);
            soft += is_near(seen, paper) || is_near(seen, blue) ? 0 : 1;
        }
        CAPTURE(ratio);
        CHECK(soft == 0);
    }
}

TEST_CASE("a link has its colour on its curve and nowhere else") {
    GlStage stage(200, 100);
    Scene scene = empty_scene();
    SceneLink link;
    link.points = {{20, 20}, {90, 20}, {110, 80}, {180, 80}};
    link.color = red;
    link.width = 4;
    edit(scene).links.push_back(link);
    const Picture picture = paint(stage, scene);
    CHECK(is_near(pixel_at(picture, 22, 20), red, 30));
    CHECK(is_near(pixel_at(picture, 177, 80), red, 30));
    CHECK(is_near(pixel_at(picture, 100, 50), red, 60));
    CHECK(is_near(pixel_at(picture, 150, 30), paper));
}

TEST_CASE("an arrow narrows from its base to its tip, and ends there") {
    GlStage stage(200, 40);
    Scene scene = empty_scene();
    SceneLink link = straight_link(20);
    link.arrow = {{176, 20}, {196, 20}};
    edit(scene).links.push_back(link);
    const Picture picture = paint(stage, scene);
    const auto height_at = [&picture](float x) {
        int rows = 0;
        for (float y = 0; y < 40; ++y) rows += is_near(pixel_at(picture, x, y), red, 200) ? 1 : 0;
        return rows;
    };
    CHECK(height_at(150) == 4);
    CHECK(height_at(178) >= 16);
    CHECK(height_at(186) >= 8);
    CHECK(height_at(186) <= 11);
    CHECK(height_at(194) <= 3);
    CHECK(height_at(198) == 0);
}

TEST_CASE("links that share a stroke share its dots") {
    GlStage stage(200, 60);
    const auto picture_of = [&stage](const std::vector<std::vector<Vec2>>& paths) {
        Scene scene = empty_scene();
        for (const std::vector<Vec2>& points : paths) {
            SceneLink link = straight_link(20);
            link.points = points;
            link.basis = Basis::Inferred;
            edit(scene).links.push_back(link);
        }
        return paint(stage, scene);
    };
    const std::vector<Vec2> long_one{{20, 30}, {60, 30}, {140, 30}, {180, 30}};
    const std::vector<Vec2> joins_it{{62.4F, 0}, {62.4F, 10}, {62.4F, 20}, {62.4F, 30},
                                     {100, 30},  {150, 30},   {180, 30}};
    const auto apart = runs_on_row(picture_of({long_one}), 30);
    const auto together = runs_on_row(picture_of({long_one, joins_it}), 30);
    CHECK(apart.size() == 16);
    CHECK(together.size() == apart.size());
}

TEST_CASE("segments join without a seam") {
    GlStage stage(200, 40);
    Scene scene = empty_scene();
    edit(scene).links.push_back(straight_link(20));
    const Picture picture = paint(stage, scene);
    const auto runs = runs_on_row(picture, 20);
    CHECK(runs.size() == 1);
    for (float x = 24; x < 176; ++x) {
        CHECK(is_near(pixel_at(picture, x, 19), red));
        CHECK(is_near(pixel_at(picture, x, 20), red));
    }
}

TEST_CASE("a stated link is unbroken and an inferred one is dotted evenly over its segments") {
    GlStage stage(200, 40);
    Scene scene = empty_scene();
    SceneLink link = straight_link(20);
    link.basis = Basis::Inferred;
    edit(scene).links.push_back(link);
    const auto runs = runs_on_row(paint(stage, scene), 20);
    CHECK(runs.size() == 16);  // from 20 to 180, 4 wide, a dot at each multiple of 2.6 widths
    for (std::size_t i = 2; i < runs.size(); ++i) {
        const int period = runs[i].first - runs[i - 1].first;
        CHECK(period >= 10);
        CHECK(period <= 11);
    }
}

TEST_CASE("a link is drawn only where it is revealed") {
    GlStage stage(200, 40);
    Scene scene = empty_scene();
    SceneLink link = straight_link(20);
    link.links_before = 1;
    edit(scene).links.push_back(link);
    scene.revealed = 1;
    CHECK(runs_on_row(paint(stage, scene), 20).empty());
    scene.revealed = 1.25F;
    const auto begun = runs_on_row(paint(stage, scene), 20);
    CHECK(begun.size() == 1);
    if (begun.size() == 1) CHECK(std::abs(begun[0].second - 60) <= 1);
    edit(scene).links[0].grows_from_end = true;
    const auto from_end = runs_on_row(paint(stage, scene), 20);
    CHECK(from_end.size() == 1);
    if (from_end.size() == 1) CHECK(std::abs(from_end[0].first - 140) <= 1);
}

TEST_CASE("a wider link covers more, and one thinner than a pixel is fainter instead of broken") {
    int before = 0;
    for (const float width : {1.0F, 2.6F, 6.0F}) {
        GlStage stage(200, 40);
        Scene scene = empty_scene();
        SceneLink link = straight_link(20);
        link.width = width;
        edit(scene).links.push_back(link);
        const int ink = count_ink(paint(stage, scene), {0, 0, 200, 40}, paper);
        CHECK(ink > before);
        before = ink;
    }
    GlStage stage(200, 40);
    Scene scene = empty_scene();
    SceneLink link = straight_link(20.5F);
    link.width = 0.4F;
    edit(scene).links.push_back(link);
    const Picture picture = paint(stage, scene);
    for (float x = 24; x < 176; ++x) {
        const int strength = difference(pixel_at(picture, x, 20), paper);
        CHECK(strength > 40);
        CHECK(strength < 300);
    }
}

TEST_CASE("lit and hovered cards differ from quiet ones around their edges") {
    const auto ink_below = [](Emphasis emphasis, bool is_hovered, bool is_focused) {
        GlStage stage(200, 120);
        Scene scene = empty_scene();
        SceneCard card = card_at({40, 30, 120, 50});
        card.emphasis = emphasis;
        card.is_hovered = is_hovered;
        card.is_focused = is_focused;
        edit(scene).cards.push_back(card);
        const Picture picture = paint(stage, scene);
        int sum = 0;
        for (float y = 82; y < 95; ++y) sum += difference(pixel_at(picture, 100, y), paper);
        return sum;
    };
    const int quiet = ink_below(Emphasis::Quiet, false, false);
    const int lit = ink_below(Emphasis::Lit, false, false);
    CHECK(quiet == 0);
    CHECK(lit > 0);
    CHECK(ink_below(Emphasis::Lit, true, false) > lit);
    CHECK(ink_below(Emphasis::Quiet, false, true) > 1000);
}

TEST_CASE("every lane's shape is drawn, each another one") {
    std::vector<Picture> seen;
    for (const Shape shape : {Shape::Ring, Shape::Square, Shape::Triangle, Shape::Check, Shape::Chevron}) {
        GlStage stage(60, 60);
        Scene scene = empty_scene();
        SceneCard card = card_at({4, 4, 52, 52});
        card.shape = shape;
        card.icon_center = {30, 30};
        edit(scene).cards.push_back(card);
        const Picture picture = paint(stage, scene);
        CHECK(count_ink(picture, {20, 20, 20, 20}, white) > 20);
        for (const Picture& other : seen) CHECK(other.rgb != picture.rgb);
        seen.push_back(picture);
    }
}

TEST_CASE("words stand on their baseline, within their width, and are sharper than grey") {
    GlStage stage(200, 60);
    Scene scene = empty_scene();
    const PlacedText words = words_at({20, 40}, "Hamburg");
    edit(scene).labels.push_back(words);
    const Picture picture = paint(stage, scene);
    const float width = measure_text(words.text, words.weight, words.size);
    CHECK(count_ink(picture, {20, 29, width, 11}, paper) > 60);
    CHECK(count_ink(picture, {0, 46, 200, 14}, paper) == 0);
    CHECK(count_ink(picture, {20 + width + 2, 0, 178 - width, 60}, paper) == 0);
    // Nothing is above the capital's height, and its foot ends with the baseline's row.
    CHECK(count_ink(picture, {0, 0, 200, 28}, paper) == 0);
    CHECK(count_ink(picture, {20, 39, 10, 1}, paper) > 0);
    CHECK(count_ink(picture, {20, 40, 10, 1}, paper) == 0);
}

TEST_CASE("words are right in the very frame in which the atlas outgrows its texture") {
    GlStage stage(800, 800);
    Scene scene = empty_scene();
    for (int i = 0; i < 8; ++i) {
        PlacedText words = words_at({5, 90 + 95 * static_cast<float>(i)}, "Hamburg 12345 Bremen");
        words.size = 40 + 5 * static_cast<float>(i);
        edit(scene).labels.push_back(words);
    }
    ScenePainter painter;
    CHECK(painter.start(stage.fonts(), stage.host) == "");
    Viewport viewport;
    viewport.framebuffer_px = stage.host.framebuffer_px;
    painter.paint(empty_scene(), viewport);
    painter.paint(scene, viewport);
    const Picture first = stage.look();
    painter.paint(scene, viewport);
    CHECK(first.rgb == stage.look().rgb);
    painter.paint(scene, viewport);
    int textures = 0;
    for (GLuint name = 1; name < 100; ++name) textures += glIsTexture(name) ? 1 : 0;
    CHECK(textures == 1);
}

TEST_CASE("a line that is wider than its place is squeezed into it") {
    GlStage stage(200, 60);
    Scene scene = empty_scene();
    PlacedText words = words_at({20, 40}, "Hamburg Hamburg Hamburg");
    words.max_width = 60;
    edit(scene).labels.push_back(words);
    const Picture picture = paint(stage, scene);
    CHECK(count_ink(picture, {50, 25, 30, 20}, paper) > 30);
    CHECK(count_ink(picture, {82, 0, 118, 60}, paper) == 0);
}

TEST_CASE("a preview covers the words under it") {
    GlStage stage(200, 60);
    Scene scene = empty_scene();
    edit(scene).labels.push_back(words_at({20, 40}, "Hamburg"));
    ScenePreview preview;
    preview.rect = {10, 10, 100, 45};
    preview.fill = white;
    preview.border = blue;
    preview.corner_radius = 4;
    scene.previews.push_back(preview);
    CHECK(count_ink(paint(stage, scene), {14, 14, 90, 36}, white) == 0);
    scene.previews[0].lines.push_back(words_at({20, 40}, "Bremen"));
    CHECK(count_ink(paint(stage, scene), {14, 14, 90, 36}, white) > 40);
}

TEST_CASE("a link of no length and points that are no cubics are passed over") {
    std::vector<LinkInstance> instances;
    SceneLink link;
    link.points = {{5, 5}, {5, 5}, {5, 5}, {5, 5}};
    add_link_instances(link, palette_of(Look::Light), instances);
    link.points = {{5, 5}, {50, 5}};
    add_link_instances(link, palette_of(Look::Light), instances);
    CHECK(instances.empty());
}

TEST_CASE("captions, the code and the pointer stand still while the picture under them moves") {
    GlStage stage(400, 200);
    Scene scene = empty_scene();
    scene.stage_from_world = {3, {50, -40}};
    scene.captions.push_back(words_at({20, 40}, "Caption"));
    SceneCode code;
    code.size = 2;
    code.modules = {true, false, false, true};
    code.rect = {200, 20, 100, 100};  // ten modules a side with the margins
    code.dark = black;
    code.light = white;
    scene.code = code;
    SceneSpot spot;
    spot.center = {100, 140};
    spot.radius = 30;
    spot.border_width = 8;
    spot.fill = {Swatch::Crimson, 0, 0};
    spot.border = red;
    scene.spot = spot;
    const Picture picture = paint(stage, scene);
    CHECK(count_ink(picture, {20, 28, 60, 16}, paper) > 60);
    CHECK(is_near(pixel_at(picture, 205, 25), white));  // the margin
    CHECK(is_near(pixel_at(picture, 245, 65), black));  // the first module
    CHECK(is_near(pixel_at(picture, 255, 65), white));
    CHECK(is_near(pixel_at(picture, 255, 75), black));
    CHECK(is_near(pixel_at(picture, 100, 140), paper));  // through the ring
    CHECK(is_near(pixel_at(picture, 70, 140), red, 40));
    CHECK(is_near(pixel_at(picture, 130, 140), red, 40));
}
