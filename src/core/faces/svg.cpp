// Scene as SVG. Few elements, plain strokes and few <text>s: words and gradients are what make an inline SVG slow.
#include "core/faces/svg.h"

#include "core/base/card_size.h"
#include "core/base/color.h"
#include "core/base/text_format.h"
#include "core/faces/html.h"
#include "core/layout/layout.h"
#include "core/view/palette.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace throughline {
namespace {

constexpr float squeeze_from = 0.9F;  // of the room: lines longer than this are held to their width in any font

using Attributes = std::vector<std::pair<std::string, std::string>>;

constexpr const char* icon_stroke = "2.4";

// Relative to the icon's centre.
const char* outline_of(Shape shape) {
    switch (shape) {
        case Shape::Ring: return "m-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0z";
        case Shape::Square: return "m-5-5h10v10h-10z";
        case Shape::Triangle: return "m0-6l6 11h-12z";
        case Shape::Check: return "m-5.4 .4l3.6 3.6l7.2-7.6";
        case Shape::Chevron: return "m4.2-4.6l-8.4 4.6l8.4 4.6";
    }
    return "";
}

bool is_solid(Shape shape) { return shape == Shape::Square || shape == Shape::Triangle; }

class SvgWriter {
public:
    SvgWriter(const Content& content, const Scene& scene, SvgUse use)
        : content_(content), scene_(scene), palette_(palette_of(scene.look)), use_(use) {}

    Element write(std::string_view css_class) const {
        // With captions it is the whole stage; without them, the picture alone.
        const bool fills_stage = !scene_.captions.empty();
        const Rect b = fills_stage ? Rect{0, 0, scene_.stage_px.x, scene_.stage_px.y} : scene_.drawing->bounds;
        Element svg = element("svg", {{"viewBox", format_number(b.x) + " " + format_number(b.y) + " " +
                                                      format_number(b.w) + " " + format_number(b.h)}});
        if (use_ == SvgUse::Standalone) {
            svg.attributes.insert(svg.attributes.begin(), {"xmlns", "http://www.w3.org/2000/svg"});
            for (const auto& [name, value] : Attributes{{"width", format_number(b.w)},
                                                        {"height", format_number(b.h)},
                                                        {"font-family", "Inter, system-ui, sans-serif"}})
                svg.attributes.emplace_back(name, value);
            svg.children.push_back(element("title", {}, content_.title));
            svg.children.push_back(element(
                "rect",
                {{"width", "100%"}, {"height", "100%"}, {"fill", css_color(color_of(palette_, scene_.background))}}));
        } else {
            svg.attributes.emplace_back("class", css_class);
        }
        std::vector<Element> picture;
        picture.push_back(links());
        picture.push_back(cards());
        picture.push_back(icons());
        for (const PlacedText& label : scene_.drawing->labels) picture.push_back(label_of(label));
        if (!fills_stage) {
            for (Element& part : picture) svg.children.push_back(std::move(part));
            return svg;
        }
        const Transform& t = scene_.stage_from_world;
        svg.children.push_back(
            element("g", {{"transform", "translate(" + format_number(t.offset.x) + " " + format_number(t.offset.y) +
                                            ") scale(" + format_number(t.scale, 3) + ")"}}));
        svg.children.back().children = std::move(picture);
        for (const PlacedText& caption : scene_.captions) svg.children.push_back(label_of(caption));
        if (scene_.code) {
            for (Element& part : code_parts(*scene_.code)) svg.children.push_back(std::move(part));
        }
        if (scene_.spot) {
            const SceneSpot& spot = *scene_.spot;
            Element ring = element("circle", {{"cx", format_number(spot.center.x)},
                                              {"cy", format_number(spot.center.y)},
                                              {"r", format_number(spot.radius - spot.border_width / 2)},
                                              {"fill", "none"}});
            add_paint(ring.attributes, "stroke", spot.border);
            ring.attributes.emplace_back("stroke-width", format_number(spot.border_width));
            svg.children.push_back(std::move(ring));
        }
        return svg;
    }

    // Light ground and one path for all dark modules, in the same colours everywhere.
    static std::vector<Element> code_parts(const SceneCode& code) {
        const Rect& r = code.rect;
        const float module = r.w / static_cast<float>(code.size + 2 * code_margin);
        std::string data;
        for (int y = 0; y < code.size; ++y) {
            for (int x = 0; x < code.size; ++x) {
                if (!code.modules[static_cast<std::size_t>(y * code.size + x)]) continue;
                data += "M" + format_number(r.x + module * static_cast<float>(x + code_margin), 2) + " " +
                        format_number(r.y + module * static_cast<float>(y + code_margin), 2) + "h" +
                        format_number(module, 2) + "v" + format_number(module, 2) + "h-" + format_number(module, 2) +
                        "z";
            }
        }
        return {element("rect", {{"x", format_number(r.x)},
                                 {"y", format_number(r.y)},
                                 {"width", format_number(r.w)},
                                 {"height", format_number(r.h)},
                                 {"fill", css_color(color_of(palette_of(Look::Light), code.light))}}),
                path_of({{"fill", css_color(color_of(palette_of(Look::Light), code.dark))},
                         {"shape-rendering", "crispEdges"}},
                        data)};
    }

private:
    static Element element(const char* tag, Attributes attributes, std::string text = {}) {
        return {tag, std::move(attributes), std::move(text)};
    }

    // Embedded pictures follow the page's theme: a colour is its swatch's custom property. `property` is fill or
    // stroke.
    void add_paint(Attributes& look, const std::string& property, Paint paint) const {
        const std::string_view name = use_ == SvgUse::Embedded ? css_name(paint.swatch) : std::string_view();
        if (name.empty()) {
            look.emplace_back(property, css_color(color_of(palette_, paint)));
            return;
        }
        look.emplace_back(property, "var(--" + std::string(name) + ")");
        if (paint.towards_paper > 0)
            look.emplace_back(property + "-opacity", format_number(1 - paint.towards_paper, 2).substr(1));
    }

    // One path for all links that look the same, in the order in which their looks are first painted, and one for
    // their arrows.
    Element links() const {
        struct Path {
            Attributes look;
            std::string data;
            std::set<std::string> pieces;  // dotted ones
        };
        std::vector<Path> paths;
        std::vector<std::pair<Attributes, std::set<std::string>>> arrows;
        for (const SceneLink& link : scene_.drawing->links) {
            Attributes look;
            add_paint(look, "stroke", link.color);
            look.emplace_back("stroke-width", format_number(link.width));
            if (link.basis == Basis::Inferred) {
                look.emplace_back("stroke-dasharray", "0 " + format_number(period_of(link)));
                look.emplace_back("stroke-linecap", "round");
            }
            auto path =
                std::find_if(paths.begin(), paths.end(), [&look](const Path& known) { return known.look == look; });
            if (path == paths.end()) path = paths.insert(paths.end(), {look, "", {}});
            if (link.basis == Basis::Stated) path->data += "M" + point(whole(link.points[0]));
            for (std::size_t i = 0; i + 3 < link.points.size(); i += 3) {
                if (link.basis == Basis::Stated) {
                    path->data += curve(&link.points[i]);
                } else if (const std::string dots = dotted(&link.points[i], period_of(link));
                           path->pieces.insert(dots).second) {
                    path->data += dots;
                }
            }
            Attributes fill;
            add_paint(fill, "fill", link.color);
            auto heads =
                std::find_if(arrows.begin(), arrows.end(), [&fill](const auto& known) { return known.first == fill; });
            if (heads == arrows.end()) heads = arrows.insert(arrows.end(), {fill, {}});
            heads->second.insert(triangle(link.arrow));
        }
        Element group = element("g", {{"fill", "none"}});
        for (Path& path : paths) group.children.push_back(path_of(std::move(path.look), path.data));
        for (auto& [fill, heads] : arrows) {
            std::string data;
            for (const std::string& head : heads) data += head;
            group.children.push_back(path_of(std::move(fill), data));
        }
        return group;
    }

    // As it is written.
    static float period_of(const SceneLink& link) { return std::round(link.width * dot_period * 10) / 10; }

    // A piece of its own, that links which share it write once. Level and upright ones have their dots at even places,
    // as they are painted.
    static std::string dotted(const Vec2* points, float period) {
        const Vec2 way = points[3] - points[0];
        const auto from_even = [period](float from, float by) {
            const float rest = std::fmod(by > 0 ? -from : from, period);
            return std::copysign(rest < 0 ? rest + period : rest, by);
        };
        Vec2 start = whole(points[0]);
        if (std::abs(way.y) < 1e-3F) {
            const float by = from_even(points[0].x, way.x);
            if (std::abs(by) > std::abs(way.x)) return "";
            return "M" + format_number(points[0].x + by) + " " + format_number(start.y, 0) + "h" +
                   format_number(way.x - by);
        }
        if (std::abs(way.x) < 1e-3F) {
            const float by = from_even(points[0].y, way.y);
            if (std::abs(by) > std::abs(way.y)) return "";
            return "M" + format_number(start.x, 0) + " " + format_number(points[0].y + by) + "v" +
                   format_number(way.y - by);
        }
        return "M" + point(start) + curve(points);
    }

    // Links that arrive at one port have one head.
    static std::string triangle(const SceneArrow& arrow) {
        const Vec2 back = arrow.base - arrow.tip;
        const Vec2 aside{-back.y / 2, back.x / 2};
        const auto vec = [](Vec2 v) { return format_number(v.x) + " " + format_number(v.y); };
        return "M" + vec(arrow.tip) + "l" + vec(back + aside) + "l" + vec(aside * -2) + "z";
    }

    static Element path_of(Attributes look, const std::string& data) {
        look.emplace_back("d", data);
        return element("path", std::move(look));
    }

    // From points[0], where the path has come to, to points[3]. A long channel is a straight line, which is a third of
    // the words. OPTIMIZATION: seen from points[0] many curves are alike, and the page packs 690 bytes smaller.
    static std::string curve(const Vec2* points) {
        const Vec2 from = whole(points[0]);
        const auto seen = [points, from](int i) {
            return Vec2{whole(points[i]).x - from.x, whole(points[i]).y - from.y};
        };
        const Vec2 first = seen(1);
        const Vec2 second = seen(2);
        const Vec2 last = seen(3);
        if (first.x == 0 && second.x == 0 && last.x == 0) return "v" + format_number(last.y, 0);
        if (first.y == 0 && second.y == 0 && last.y == 0) return "h" + format_number(last.x, 0);
        return "c" + point(first) + " " + point(second) + " " + point(last);
    }

    static Vec2 whole(Vec2 p) { return {std::round(p.x), std::round(p.y)}; }
    static std::string point(Vec2 p) { return format_number(p.x, 0) + " " + format_number(p.y, 0); }

    // What most cards share stands once, on the group around them.
    Element cards() const {
        Element group = element("g", {{"font-size", format_number(card_text_size)}});
        add_paint(group.attributes, "fill", Swatch::Ink);
        for (const SceneCard& card : scene_.drawing->cards) {
            std::vector<Element> drawn = card_of(card);
            if (use_ == SvgUse::Embedded) {
                group.children.push_back(element("a", {{"href", "#" + content_[card.node].id}}));
                group.children.back().children = std::move(drawn);
            } else {
                for (Element& part : drawn) group.children.push_back(std::move(part));
            }
        }
        return group;
    }

    std::vector<Element> card_of(const SceneCard& card) const {
        Element box = element("rect", {{"x", format_number(card.rect.x)},
                                       {"y", format_number(card.rect.y)},
                                       {"width", format_number(card.rect.w)},
                                       {"height", format_number(card.rect.h)},
                                       {"rx", format_number(card.corner_radius)}});
        add_paint(box.attributes, "fill", card.fill);
        add_paint(box.attributes, "stroke", card.border);
        box.attributes.emplace_back("stroke-width", format_number(card.border_width));
        std::vector<Element> parts{std::move(box)};
        if (!card.lines.empty()) parts.push_back(text_of(card.lines));
        return parts;
    }

    // One path for all shapes that look the same.
    Element icons() const {
        std::map<Attributes, std::string> paths;
        for (const SceneCard& card : scene_.drawing->cards) {
            Attributes look;
            if (!is_solid(card.shape)) look.emplace_back("fill", "none");
            add_paint(look, is_solid(card.shape) ? "fill" : "stroke", card.icon);
            paths[look] += "M" + format_number(card.icon_center.x) + " " + format_number(card.icon_center.y) +
                           outline_of(card.shape);
        }
        Element group = element("g", {{"stroke-width", icon_stroke},
                                      {"stroke-linecap", "round"},
                                      {"stroke-linejoin", "round"},
                                      {"pointer-events", "none"}});
        for (const auto& [look, data] : paths) group.children.push_back(path_of(look, data));
        return group;
    }

    // One <text> a card; its lines are <tspan>s.
    Element text_of(const std::vector<PlacedText>& lines) const {
        const PlacedText& first = lines.front();
        Element text = element("text", {{"x", format_number(first.pos.x)}, {"y", format_number(first.pos.y)}});
        if (first.weight != Weight::Regular || first.color != Paint(Swatch::Ink)) add_look(text, first);
        if (lines.size() == 1) {
            text.text = first.text;
            hold_width(text, first);
            return text;
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            Element line = element("tspan", {}, lines[i].text);
            if (i > 0) line.attributes = {{"x", format_number(lines[i].pos.x)}, {"y", format_number(lines[i].pos.y)}};
            hold_width(line, lines[i]);
            text.children.push_back(std::move(line));
        }
        return text;
    }

    Element label_of(const PlacedText& label) const {
        Element text = element("text",
                               {{"x", format_number(label.pos.x)},
                                {"y", format_number(label.pos.y)},
                                {"font-size", format_number(label.size)}},
                               label.text);
        add_look(text, label);
        hold_width(text, label);
        return text;
    }

    void add_look(Element& element, const PlacedText& text) const {
        if (text.weight == Weight::Semibold) element.attributes.emplace_back("font-weight", "600");
        add_paint(element.attributes, "fill", text.color);
    }

    static void hold_width(Element& element, const PlacedText& text) {
        const float width = measure_text(text.text, text.weight, text.size);
        if (text.max_width <= 0 || width < squeeze_from * text.max_width) return;
        element.attributes.emplace_back("textLength", format_number(width));
        element.attributes.emplace_back("lengthAdjust", "spacingAndGlyphs");
    }

    const Content& content_;
    const Scene& scene_;
    const Palette& palette_;
    SvgUse use_;
};

}  // namespace

Element svg_element(const Content& content, const Scene& scene, SvgUse use, std::string_view css_class) {
    return SvgWriter(content, scene, use).write(css_class);
}

Element svg_of_shape(Shape shape, Vec2 center, float scale, Color color) {
    Element sign{"path"};
    if (!is_solid(shape)) sign.attributes.emplace_back("fill", "none");
    sign.attributes.emplace_back(is_solid(shape) ? "fill" : "stroke", css_color(color));
    const std::string place = "translate(" + format_number(center.x) + " " + format_number(center.y) + ") scale(" +
                              format_number(scale) + ")";
    for (const auto& [name, value] : Attributes{{"stroke-width", icon_stroke},
                                                {"stroke-linecap", "round"},
                                                {"stroke-linejoin", "round"},
                                                {"transform", place},
                                                {"d", std::string("M0 0") + outline_of(shape)}}) {
        sign.attributes.emplace_back(name, value);
    }
    return sign;
}

Element svg_of_code(const SceneCode& code, std::string_view css_class) {
    Element svg{"svg",
                {{"viewBox", format_number(code.rect.x) + " " + format_number(code.rect.y) + " " +
                                 format_number(code.rect.w) + " " + format_number(code.rect.h)},
                 {"class", std::string(css_class)}},
                "",
                std::nullopt,
                std::nullopt,
                false,
                {}};
    svg.children = SvgWriter::code_parts(code);
    return svg;
}

std::string write_svg(const Content& content, const Scene& scene, SvgUse use, std::string_view css_class) {
    return write_markup(svg_element(content, scene, use, css_class));
}

}  // namespace throughline
