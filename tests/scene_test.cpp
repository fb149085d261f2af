#include "core/base/card_size.h"
#include "core/base/color.h"
#include "core/base/text_format.h"
#include "core/content/rules.h"
#include "core/faces/svg.h"
#include "core/state/camera.h"
#include "core/view/palette.h"
#include "core/view/view.h"

#include "small_brief.h"
#include "support.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using namespace throughline::testing;

namespace {

const SceneCard& card_of(const Scene& scene, NodeId node) {
    return *std::find_if(scene.drawing->cards.begin(), scene.drawing->cards.end(),
                         [&](const SceneCard& card) { return card.node == node; });
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a selected card is filled with its hue, its path keeps its colours, the rest is quiet") {
    const Content content = small_content();
    State state;
    state.view.selected = 0;
    const Scene scene = scene_of(content, state);
    CHECK(card_of(scene, 0).fill == Paint(Swatch::Violet));
    CHECK(card_of(scene, 0).lines[0].color == Paint(Swatch::OnHue));
    CHECK(card_of(scene, 1).emphasis == Emphasis::Lit);
    CHECK(card_of(scene, 1).lines[0].color == Paint(Swatch::Ink));
    CHECK(card_of(scene, 4).emphasis == Emphasis::Quiet);
    CHECK(card_of(scene, 4).border == Paint(Swatch::QuietLine));
    CHECK(card_of(scene, 4).lines[0].color == Paint(Swatch::Muted));
    CHECK(card_of(scene, 4).border_width < card_of(scene, 1).border_width);
    CHECK(scene.drawing->links.front().emphasis == Emphasis::Quiet);
    CHECK(scene.drawing->links.back().emphasis == Emphasis::Lit);
    CHECK(scene.drawing->links.back().width > scene.drawing->links.front().width);
}

TEST_CASE("in the picture a link is whole exactly when it is inferred, whatever is selected") {
    const Content content = load_brief();
    for (const NodeId selected : {NodeId(none), NodeId(0), NodeId(5)}) {
        State state;
        state.view.selected = selected;
        const Scene scene = scene_of(content, state);
        const std::string svg = write_svg(content, scene, SvgUse::Standalone);
        for (const Basis basis : {Basis::Stated, Basis::Inferred}) {
            // All links that are drawn this way, solid or whole.
            std::string drawn;
            for (std::string_view rest = svg; !rest.empty();) {
                const std::string line(take_line(rest));
                if (has(line, "<path stroke=") && has(line, "stroke-dasharray=") == (basis == Basis::Inferred))
                    drawn += line;
            }
            int expected = 0;
            for (const SceneLink& link : scene.drawing->links) {
                if (content[link.link].basis != basis) continue;
                ++expected;
                const Vec2 start = link.points.front();
                CHECK(has(drawn, "M" + format_number(start.x, 0) + " " + format_number(start.y, 0)));
            }
            CHECK(expected > 0);
            CHECK(std::count(drawn.begin(), drawn.end(), 'M') == expected);
        }
    }
}

TEST_CASE("lit links grow out of the selected card, downstream forwards and upstream backwards") {
    const Content content = small_content();
    State state;
    state.view.selected = 1;
    state.motion.reveal = 0.25F;
    const Scene scene = scene_of(content, state);
    for (const SceneLink& link : scene.drawing->links) {
        const DrawnPart part = drawn_part(link, scene.revealed);
        if (link.link == 0) {
            CHECK(part.from == doctest::Approx(0.5));
            CHECK(part.to == 1);
        }
        if (link.link == 1) CHECK(part.to == doctest::Approx(0.5));
        if (link.link == 3) CHECK(part.to == 0);
    }
    state.motion.reveal = 1;
    const Scene whole = scene_of(content, state);
    for (const SceneLink& link : whole.drawing->links) {
        const DrawnPart part = drawn_part(link, whole.revealed);
        CHECK(part.from == 0);
        CHECK(part.to == 1);
    }
}

TEST_CASE("a preview stands inside the stage and beside its card, at every size") {
    const Content content = load_brief();
    for (const Vec2 stage : {Vec2{1046, 755}, Vec2{2100, 1290}, Vec2{900, 560}, Vec2{390, 1900}}) {
        State state;
        state.around.stage_px = stage;
        state.around.form = stage.x < stage.y ? Form::Tall : Form::Wide;
        for (const NodeId node : content.node_ids()) {
            state.hands.hovered = node;
            const Scene scene = scene_of(content, state);
            CHECK(scene.previews.size() == 1);
            if (scene.previews.empty()) continue;
            const Rect preview = scene.previews[0].rect;
            CHECK(preview.x >= 0);
            CHECK(preview.y >= 0);
            CHECK(preview.right() <= stage.x);
            CHECK(preview.bottom() <= stage.y);
            const Rect card = scene.stage_from_world.apply(card_of(scene, node).rect);
            const bool is_apart = preview.right() <= card.x || preview.x >= card.right() ||
                                  preview.bottom() <= card.y || preview.y >= card.bottom();
            CHECK(is_apart);
        }
    }
}

TEST_CASE("quiet text keeps 14 world units and every line of text its room") {
    const Content content = load_brief();
    State state;
    state.view.selected = 0;
    const Scene scene = scene_of(content, state);
    for (const SceneCard& card : scene.drawing->cards) {
        for (const PlacedText& line : card.lines) {
            CHECK(line.size == card_text_size);
            CHECK(measure_text(line.text, line.weight, line.size) <= line.max_width);
            CHECK(card.rect.contains(line.pos));
        }
    }
}

TEST_CASE("the embedded SVG takes its colours from the page and leads to each node's section") {
    const Content content = small_content();
    const std::string svg = write_svg(content, scene_of(content, State{}), SvgUse::Embedded, "picture-wide");
    CHECK(has(svg, "class=\"picture-wide\""));
    CHECK(has(svg, "var(--violet)"));
    CHECK_FALSE(has(svg, "style="));
    CHECK_FALSE(has(svg, "#5b4b8a"));
    for (const Node& node : content.nodes) CHECK(has(svg, "<a href=\"#" + node.id + "\">"));
}

TEST_CASE("content reaches the SVG as text only") {
    Content content = small_content();
    content.nodes[0].title = "<script>\"&'";
    content.title = "</title><script>";
    for (const SvgUse use : {SvgUse::Embedded, SvgUse::Standalone}) {
        const std::string svg = write_svg(content, scene_of(content, State{}), use);
        CHECK_FALSE(has(svg, "<script"));
        CHECK(has(svg, "&lt;script&gt;"));
    }
}

TEST_CASE("a standalone SVG has its theme's colours inside") {
    const Content content = small_content();
    State state;
    state.view.theme = Theme::Dark;
    const std::string svg = write_svg(content, scene_of(content, state), SvgUse::Standalone);
    CHECK_FALSE(has(svg, "var("));
    CHECK(has(svg, css_color(palette_of(Look::Dark).paper)));
}

TEST_CASE("words without a break stay within their cards, and lanes' titles clear of cards and of the picture's edge") {
    Content content = load_example();
    for (Lane& lane : content.lanes) lane.title = std::string(max_label_length, 'W');
    for (Node& node : content.nodes) node.title = std::string(max_card_title_length, 'M');
    State wide;
    State tall;
    tall.around.form = Form::Tall;
    tall.around.stage_px = {320, 640};
    State two_columns = tall;
    two_columns.around.stage_px = {390, 844};
    State path = tall;
    path.view.selected = 0;
    State staged;
    staged.view.mode = Mode::Talk;
    staged.view.step = 0;
    staged.around.stage_px = {1280, 720};
    for (const State& state : {wide, tall, two_columns, path, staged}) {
        const Scene scene = scene_of(content, state);
        CAPTURE(state.around.stage_px.x);
        CHECK_FALSE(scene.drawing->cards.empty());
        for (const SceneCard& card : scene.drawing->cards) {
            for (const PlacedText& line : card.lines) {
                const float width = measure_text(line.text, line.weight, line.size);
                CHECK(width <= line.max_width + 0.5F);  // or it would be drawn narrower than it is
                CHECK(line.pos.x + width <= card.rect.right());
                CHECK(line.pos.y - 0.75F * line.size >= card.rect.y);
                CHECK(line.pos.y + 0.25F * line.size <= card.rect.bottom());
            }
        }
        for (const PlacedText& label : scene.drawing->labels) {
            const Rect words{label.pos.x, label.pos.y - 0.75F * label.size,
                             measure_text(label.text, label.weight, label.size), label.size};
            CHECK(words.right() <= scene.drawing->bounds.right());
            for (const SceneCard& card : scene.drawing->cards) {
                const bool is_clear = words.right() <= card.rect.x || card.rect.right() <= words.x ||
                                      words.bottom() <= card.rect.y || card.rect.bottom() <= words.y;
                CHECK(is_clear);
            }
        }
    }
}
