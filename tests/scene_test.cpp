#include "core/base/card_size.h"
#include "core/base/color.h"
#include "core/base/text_format.h"
#include "core/content/rules.h"
#include "core/faces/svg.h"
#include "core/state/camera.h"
#include "core/view/palette.h"
#include "core/view/view.h"

#include "harness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

using namespace throughline;
using namespace throughline::testing;

namespace {

// As a picture for everybody is: nothing selected, at rest.
std::string picture_of(const Content& content, SvgUse use, const std::string& view = "") {
    Harness h(content, view);
    return write_svg(content, h.scene(), use, "picture-wide");
}

}  // namespace

TEST_CASE("a selected card is filled with its hue, its path keeps its colours, the rest is quiet") {
    Harness h;
    h.press("Node a");
    CHECK(h.card("a")->fill == Paint(Swatch::Violet));
    CHECK(h.card("a")->lines[0].color == Paint(Swatch::OnHue));
    CHECK(h.card("b")->emphasis == Emphasis::Lit);
    CHECK(h.card("b")->lines[0].color == Paint(Swatch::Ink));
    CHECK(h.card("e")->emphasis == Emphasis::Quiet);
    CHECK(h.card("e")->border == Paint(Swatch::QuietLine));
    CHECK(h.card("e")->lines[0].color == Paint(Swatch::Muted));
    CHECK(h.card("e")->border_width < h.card("b")->border_width);
    const std::vector<SceneLink>& links = h.scene().drawing->links;
    CHECK(links.front().emphasis == Emphasis::Quiet);
    CHECK(links.back().emphasis == Emphasis::Lit);
    CHECK(links.back().width > links.front().width);
}

TEST_CASE("in the picture a link is dotted exactly when it is inferred, whatever is selected") {
    Harness h(load_brief());
    for (const char* selected : {"", "conflation", "raids"}) {
        h.open(selected);
        const Scene& scene = h.scene();
        const std::string svg = write_svg(h.content(), scene, SvgUse::Standalone);
        for (const Basis basis : {Basis::Stated, Basis::Inferred}) {
            // All links that are drawn this way, solid or dotted.
            std::string drawn;
            for (std::string_view rest = svg; !rest.empty();) {
                const std::string line(take_line(rest));
                const bool is_dotted = contains(line, "stroke-dasharray=");
                if (contains(line, "<path stroke=") && is_dotted == (basis == Basis::Inferred)) drawn += line;
            }
            int expected = 0;
            for (const SceneLink& link : scene.drawing->links) {
                if (h.content()[link.link].basis != basis) continue;
                ++expected;
                const auto begins_at = [&drawn](Vec2 p) {
                    return contains(drawn, "M" + format_number(p.x, 0) + " " + format_number(p.y, 0) + "c");
                };
                // Pieces that links share are written once, so each is looked for by its turns.
                for (std::size_t i = 0; i + 3 < link.points.size(); i += 3) {
                    const Vec2 way = link.points[i + 3] - link.points[i];
                    if (std::abs(way.x) > 1 && std::abs(way.y) > 1) CHECK(begins_at(link.points[i]));
                }
            }
            CHECK(expected > 0);
        }
    }
}

TEST_CASE("lit links grow out of the selected card, downstream forwards and upstream backwards") {
    Harness h(small_content(), {.pace = Pace::Moving});
    h.press("Node b");
    h.apply(Advance{reveal_secs / 4});
    int met = 0;
    for (const SceneLink& link : h.scene().drawing->links) {
        const DrawnPart part = drawn_part(link, h.scene().revealed);
        const std::string ends =
            h.content()[h.content()[link.link].from].id + h.content()[h.content()[link.link].to].id;
        met += ends == "ab" || ends == "bc" || ends == "dc";
        if (ends == "ab") {
            CHECK(part.from == doctest::Approx(0.5));
            CHECK(part.to == 1);
        }
        if (ends == "bc") CHECK(part.to == doctest::Approx(0.5));
        if (ends == "dc") CHECK(part.to == 0);
    }
    CHECK(met == 3);
    h.rest();
    for (const SceneLink& link : h.scene().drawing->links) {
        const DrawnPart part = drawn_part(link, h.scene().revealed);
        CHECK(part.from == 0);
        CHECK(part.to == 1);
    }
}

TEST_CASE("a preview stands inside the stage and beside its card, at every size") {
    for (const Vec2 stage : {Vec2{1046, 755}, Vec2{2100, 1290}, Vec2{900, 560}, Vec2{390, 1900}}) {
        Harness h(load_brief(), {.stage_px = stage, .form = stage.x < stage.y ? Form::Tall : Form::Wide});
        for (const Node& node : load_brief().nodes) {
            h.focus("node:" + node.id);
            CHECK(h.scene().previews.size() == 1);
            if (h.scene().previews.empty()) continue;
            const Rect preview = h.scene().previews[0].rect;
            CHECK(preview.x >= 0);
            CHECK(preview.y >= 0);
            CHECK(preview.right() <= stage.x);
            CHECK(preview.bottom() <= stage.y);
            const Rect card = h.card_rect(node.id);
            const bool is_apart = preview.right() <= card.x || preview.x >= card.right() ||
                                  preview.bottom() <= card.y || preview.y >= card.bottom();
            CHECK(is_apart);
        }
    }
}

TEST_CASE("quiet text keeps 14 world units and every line of text its room") {
    Harness h(load_brief(), load_brief().nodes[0].id);
    int quiet = 0;
    for (const SceneCard& card : h.scene().drawing->cards) {
        quiet += card.emphasis == Emphasis::Quiet;
        for (const PlacedText& line : card.lines) {
            CHECK(line.size == card_text_size);
            CHECK(measure_text(line.text, line.weight, line.size) <= line.max_width);
            CHECK(card.rect.contains(line.pos));
        }
    }
    CHECK(quiet > 0);
}

TEST_CASE("an embedded SVG takes its colours from the page") {
    const std::string svg = picture_of(small_content(), SvgUse::Embedded);
    CHECK(contains(svg, "class=\"picture-wide\""));
    CHECK(contains(svg, "var(--violet)"));
    CHECK_FALSE(contains(svg, "style="));
    CHECK_FALSE(contains(svg, "#5b4b8a"));
}

TEST_CASE("a picture that is alive leads to each node's section, and each of its links knows what lights it") {
    Harness h(small_content());
    const LitViews views = find_lit_views(*open_brief(small_content()));
    CHECK(views.ids.size() == h.content().nodes.size() + h.content().tour.size());
    const std::string svg = write_alive_svg(h.content(), h.scene(), views, "picture-wide");
    for (const Node& node : h.content().nodes) CHECK(contains(svg, " href=\"#" + node.id + "\">"));
    for (const std::string& classes : views.of_link) CHECK(contains(svg, "<path class=\"" + classes + "\" d="));
    const std::string style = lit_style(views);
    for (std::size_t view = 0; view < views.ids.size(); ++view)
        CHECK(contains(style, ":is(:target,.shown)) .part-alive ." + view_class(view)));
    CHECK(contains(style, "#step\\=1:is("));
    std::set<std::string> names;
    for (std::size_t view = 0; view < 3000; ++view) CHECK(names.insert(view_class(view)).second);
}

TEST_CASE("content reaches the SVG as text only") {
    Content content = small_content();
    content.nodes[0].title = "<script>\"&'";
    content.title = "</title><script>";
    for (const SvgUse use : {SvgUse::Embedded, SvgUse::Standalone}) {
        const std::string svg = picture_of(content, use);
        CHECK_FALSE(contains(svg, "<script"));
        CHECK(contains(svg, "&lt;script&gt;"));
    }
}

TEST_CASE("a standalone SVG has its theme's colours inside") {
    const std::string svg = picture_of(small_content(), SvgUse::Standalone, "theme=dark");
    CHECK_FALSE(contains(svg, "var("));
    CHECK(contains(svg, css_color(palette_of(Look::Dark).paper)));
}

TEST_CASE("words without a break stay within their cards, and lanes' titles clear of cards and of the picture's edge") {
    Content content = load_example();
    for (Lane& lane : content.lanes) lane.title = std::string(max_label_length, 'W');
    for (Node& node : content.nodes) node.title = std::string(max_card_title_length, 'M');
    const Opening openings[] = {{},
                                {.stage_px = {320, 640}, .form = Form::Tall},
                                {.stage_px = {390, 844}, .form = Form::Tall},
                                {.view = content.nodes[0].id, .stage_px = {320, 640}, .form = Form::Tall},
                                {.view = "mode=talk&step=1"}};
    for (const Opening& opening : openings) {
        Harness h(content, opening);
        const Scene& scene = h.scene();
        CAPTURE(opening.stage_px.x);
        CAPTURE(opening.view);
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

TEST_CASE("the picture of a talk in a file has its captions, its code and its pointer") {
    Harness h(load_brief(), "mode=talk&step=2&spot=0.5,0.5");
    const auto picture = [&h] { return write_svg(h.content(), h.scene(), SvgUse::Standalone); };
    CHECK(contains(picture(), "viewBox=\"0 0 1280 720\""));
    CHECK(contains(picture(), ">An old idea</text>"));
    CHECK(contains(picture(), "<circle cx=\"640\" cy=\"360\""));
    h.send(AddressInput{"https://example.org/"});
    h.key("End");
    CHECK(contains(picture(), "shape-rendering=\"crispEdges\""));
}
