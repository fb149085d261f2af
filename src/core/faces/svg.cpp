// Scene as SVG. Few elements, plain strokes and few <text>s: words and gradients are what make an inline SVG slow.
#include "core/faces/svg.h"

#include "core/base/card_size.h"
#include "core/base/color.h"
#include "core/base/text_format.h"
#include "core/faces/html.h"
#include "core/faces/svg_paths.h"
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
    SvgWriter(const Content& content, const Scene& scene, SvgUse use, const LitViews* views = nullptr)
        : content_(content), scene_(scene), palette_(palette_of(scene.look)), use_(use), views_(views) {}

    Element write(std::string_view css_class) {
        css_class_ = css_class;
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
            svg.attributes.emplace_back("class", (use_ == SvgUse::Alive ? "part-alive " : "") + css_class_);
        }
        if (use_ == SvgUse::Alive) svg.children.push_back(way_out_of_view(b));
        std::vector<Element> picture;
        picture.push_back(links());
        if (views_ != nullptr) picture.push_back(lit_links());
        picture.push_back(cards());
        if (use_ != SvgUse::Alive) picture.push_back(icons());
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
        const std::string_view name = use_ != SvgUse::Standalone ? css_name(paint.swatch) : std::string_view();
        if (name.empty()) {
            look.emplace_back(property, css_color(color_of(palette_, paint)));
            return;
        }
        look.emplace_back(property, "var(--" + std::string(name) + ")");
        if (paint.towards_paper > 0)
            look.emplace_back(property + "-opacity", format_number(1 - paint.towards_paper, 2).substr(1));
    }

    // Where nothing is drawn, and through the chosen card, a tap leads back to the whole.
    static Element way_out_of_view(const Rect& bounds) {
        Element ground = element("a", {{"href", "#whole"}, {"tabindex", "-1"}, {"aria-hidden", "true"}});
        ground.children.push_back(element(
            "rect",
            {{"width", format_number(bounds.w)}, {"height", format_number(bounds.h)}, {"fill", "transparent"}}));
        return ground;
    }

    // Links that look the same, in the order in which looks are first painted.
    struct Alike {
        Attributes stroke;
        Attributes fill;  // of their arrows
        std::vector<const SceneLink*> links;
    };
    std::vector<Alike> alike_links(bool with_far) const {
        std::vector<Alike> all;
        for (const SceneLink& link : scene_.drawing->links) {
            if (!link.is_near && !with_far) continue;
            Alike look;
            add_paint(look.stroke, "stroke", link.color);
            look.stroke.emplace_back("stroke-width", format_number(link.width));
            if (link.basis == Basis::Inferred) {
                look.stroke.emplace_back("stroke-dasharray", "0 " + format_number(period_of(link)));
                look.stroke.emplace_back("stroke-linecap", "round");
            }
            add_paint(look.fill, "fill", link.color);
            auto found =
                std::find_if(all.begin(), all.end(), [&look](const Alike& a) { return a.stroke == look.stroke; });
            if (found == all.end()) found = all.insert(all.end(), std::move(look));
            found->links.push_back(&link);
        }
        return all;
    }
    static float period_of(const SceneLink& link) {
        return link.basis == Basis::Inferred ? svg_dot_period(link.width) : 0;
    }

    // One path for those that look the same, and one for their arrows.
    Element links() const {
        Element group = element("g", {{"fill", "none"}});
        if (use_ == SvgUse::Alive) group.attributes.emplace_back("class", "part-rest");
        std::vector<std::pair<Attributes, std::set<std::string>>> arrows;
        for (const Alike& alike : alike_links(use_ != SvgUse::Alive)) {
            SvgStrokes strokes;
            auto heads = std::find_if(arrows.begin(), arrows.end(),
                                      [&alike](const auto& known) { return known.first == alike.fill; });
            if (heads == arrows.end()) heads = arrows.insert(arrows.end(), {alike.fill, {}});
            for (const SceneLink* link : alike.links) {
                strokes.add(link->points);
                heads->second.insert(svg_triangle(link->arrow));
            }
            group.children.push_back(path_of(alike.stroke, strokes.data(period_of(*alike.links.front()))));
        }
        for (const auto& [fill, heads] : arrows) {
            std::string data;
            for (const std::string& head : heads) data += head;
            group.children.push_back(path_of(fill, data));
        }
        return group;
    }

    // Each for itself, far ones too, for the style to show what is lit. Arrows are markers, one for each hue.
    Element lit_links() const {
        Element group = element("g", {{"fill", "none"}, {"class", "part-lit"}});
        std::set<std::string> marked;
        for (Alike& alike : alike_links(true)) {
            const std::string hue(css_name(alike.links.front()->color.swatch));
            const std::string marker = css_class_ + ":" + hue;  // no node can have this id
            if (marked.insert(hue).second) group.children.push_back(arrow_marker(marker, hue));
            alike.stroke.emplace_back("class", "part-" + hue);
            alike.stroke.emplace_back("marker-end", "url(#" + marker + ")");
            Element lines = element("g", std::move(alike.stroke));
            for (const SceneLink* link : alike.links) {
                lines.children.push_back(path_of({{"class", views_->of_link[link->link.index()]}},
                                                 svg_line(link->points, period_of(*link))));
            }
            group.children.push_back(std::move(lines));
        }
        return group;
    }

    // Its middle stands where the line ends.
    static Element arrow_marker(const std::string& id, const std::string& hue) {
        Element marker = element("marker", {{"id", id},
                                            {"viewBox", "-4 -4 8 8"},
                                            {"markerWidth", "8"},
                                            {"markerHeight", "8"},
                                            {"markerUnits", "userSpaceOnUse"},
                                            {"orient", "auto"}});
        marker.children.push_back(path_of({{"fill", "var(--" + hue + ")"}}, "M-4-4L4 0L-4 4z"));
        return marker;
    }

    static Element path_of(Attributes look, const std::string& data) {
        look.emplace_back("d", data);
        return element("path", std::move(look));
    }

    // What most cards share stands once, on the group around them.
    Element cards() const {
        Element group = element("g", {{"font-size", format_number(card_text_size)}});
        add_paint(group.attributes, "fill", Swatch::Ink);
        if (views_ != nullptr) group.attributes.emplace_back("class", "part-cards");
        for (const SceneCard& card : scene_.drawing->cards) {
            if (views_ != nullptr) {
                group.children.push_back(alive_card(card));
                continue;
            }
            for (Element& part : card_of(card)) group.children.push_back(std::move(part));
        }
        return group;
    }

    // Its colours and strokes are the style's (web/alive.css).
    Element alive_card(const SceneCard& card) const {
        const std::string classes =
            "part-" + std::string(css_name(card.border.swatch)) + " " + views_->of_node[card.node.index()];
        Element link = element("a", {{"class", classes}, {"href", "#" + content_[card.node].id}});
        Element icon = path_of({}, icon_data(card));
        if (is_solid(card.shape)) icon.attributes.emplace_back("class", "part-solid");
        link.children = {box_of(card), std::move(icon), text_of(card.lines)};
        return link;
    }

    static Element box_of(const SceneCard& card) {
        return element("rect", {{"x", format_number(card.rect.x)},
                                {"y", format_number(card.rect.y)},
                                {"width", format_number(card.rect.w)},
                                {"height", format_number(card.rect.h)},
                                {"rx", format_number(card.corner_radius)}});
    }

    std::vector<Element> card_of(const SceneCard& card) const {
        Element box = box_of(card);
        add_paint(box.attributes, "fill", card.fill);
        add_paint(box.attributes, "stroke", card.border);
        box.attributes.emplace_back("stroke-width", format_number(card.border_width));
        std::vector<Element> parts{std::move(box)};
        if (!card.lines.empty()) parts.push_back(text_of(card.lines));
        return parts;
    }

    Attributes look_of_icon(const SceneCard& card) const {
        Attributes look;
        if (!is_solid(card.shape)) look.emplace_back("fill", "none");
        add_paint(look, is_solid(card.shape) ? "fill" : "stroke", card.icon);
        return look;
    }
    static std::string icon_data(const SceneCard& card) {
        return "M" + format_number(card.icon_center.x) + " " + format_number(card.icon_center.y) +
               outline_of(card.shape);
    }
    // One path for all shapes that look the same.
    Element icons() const {
        std::map<Attributes, std::string> paths;
        for (const SceneCard& card : scene_.drawing->cards) paths[look_of_icon(card)] += icon_data(card);
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
    const LitViews* views_;  // of a picture that is alive
    std::string css_class_;  // of an embedded one
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
    Element svg{"svg"};
    svg.attributes = {{"viewBox", format_number(code.rect.x) + " " + format_number(code.rect.y) + " " +
                                      format_number(code.rect.w) + " " + format_number(code.rect.h)},
                      {"class", std::string(css_class)}};
    svg.children = SvgWriter::code_parts(code);
    return svg;
}

std::string write_alive_svg(const Content& content, const Scene& scene, const LitViews& views,
                            std::string_view css_class) {
    return write_markup(SvgWriter(content, scene, SvgUse::Alive, &views).write(css_class));
}

std::string write_svg(const Content& content, const Scene& scene, SvgUse use, std::string_view css_class) {
    return write_markup(svg_element(content, scene, use, css_class));
}

}  // namespace throughline
