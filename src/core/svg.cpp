// Scene as SVG. Few elements, plain strokes and few <text>s: words and gradients are what make an inline SVG slow.
#include "core/svg.h"

#include "core/html.h"
#include "core/layout.h"
#include "core/text_format.h"

#include <map>
#include <string>
#include <utility>

namespace throughline {
namespace {

constexpr float squeeze_from = 0.9F;  // of the room: lines longer than this are held to their width in any font

class SvgWriter {
public:
    SvgWriter(const Content& content, const Scene& scene, SvgUse use) : content_(content), scene_(scene), use_(use) {}

    std::string write(std::string_view css_class) {
        const Rect& b = scene_.bounds;
        out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + format_number(b.x) + " " + format_number(b.y) + " " + format_number(b.w) + " " + format_number(b.h) + "\"";
        if (use_ == SvgUse::Standalone) {
            out_ += " width=\"" + format_number(b.w) + "\" height=\"" + format_number(b.h) + "\" font-family=\"Inter, system-ui, sans-serif\">\n<title>" + escape_markup(content_.title) + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"" + css_color(scene_.background) + "\"/>\n";
        } else {
            out_ += " class=\"" + std::string(css_class) + "\">\n";
        }
        write_links();
        write_cards();
        write_icons();
        for (const SceneText& label : scene_.labels) write_label(label);
        out_ += "</svg>\n";
        return std::move(out_);
    }

private:
    // Embedded pictures follow the page's theme: a colour of the palette becomes its custom property.
    std::string paint(Color color) const {
        if (use_ == SvgUse::Standalone) return css_color(color);
        const Palette& palette = palette_of(false);
        const std::pair<Color, const char*> named[] = {
            {palette.ink, "ink"}, {palette.surface, "surface"}, {palette.paper, "paper"}, {palette.muted, "muted"}, {palette.quiet_line, "quiet-line"}, {palette.on_hue, "on-hue"}};
        for (std::size_t hue = 0; hue < 5; ++hue) {
            if (palette.hues[hue] == color) return "var(--" + std::string(css_hue_name(static_cast<Hue>(hue))) + ")";
        }
        for (const auto& [known, name] : named) {
            if (known == color) return "var(--" + std::string(name) + ")";
        }
        return css_color(color);
    }

    // One path for all links that look the same.
    void write_links() {
        std::map<std::string, std::string> paths;  // attributes to path data, in the order of the attributes
        for (const SceneLink& link : scene_.links) {
            std::string look;
            if (link.emphasis == Emphasis::Plain && use_ == SvgUse::Embedded) {
                look = "stroke=\"var(--" + std::string(css_hue_name(link.hue_from)) + ")\" stroke-opacity=\".62\"";
            } else {
                look = "stroke=\"" + paint(link.color_from) + "\"";
            }
            look += " stroke-width=\"" + format_number(link.width) + "\"";
            if (link.basis == Basis::Inferred) look += " stroke-dasharray=\"0 " + format_number(link.width * 2.6F) + "\" stroke-linecap=\"round\"";
            std::string& data = paths[look];
            data += "M" + point(link.points[0]);
            for (std::size_t i = 1; i + 2 < link.points.size(); i += 3) data += "C" + point(link.points[i]) + " " + point(link.points[i + 1]) + " " + point(link.points[i + 2]);
        }
        out_ += "<g fill=\"none\">\n";
        for (const auto& [look, data] : paths) out_ += "<path " + look + " d=\"" + data + "\"/>\n";
        out_ += "</g>\n";
    }

    static std::string point(Vec2 p) { return format_number(p.x, 0) + " " + format_number(p.y, 0); }

    // What most cards share stands once, on the group around them.
    void write_cards() {
        out_ += "<g font-size=\"" + format_number(card_text_size) + "\" fill=\"" + paint(palette_of(false).ink) + "\">\n";
        for (const SceneCard& card : scene_.cards) write_card(card);
        out_ += "</g>\n";
    }

    void write_card(const SceneCard& card) {
        const Node& node = content_.nodes[static_cast<std::size_t>(card.node)];
        if (use_ == SvgUse::Embedded) out_ += "<a href=\"#" + escape_markup(node.id) + "\">";
        out_ += "<rect x=\"" + format_number(card.rect.x) + "\" y=\"" + format_number(card.rect.y) + "\" width=\"" + format_number(card.rect.w) + "\" height=\"" + format_number(card.rect.h) + "\" rx=\"" + format_number(card.corner_radius) + "\" fill=\"" + paint(card.fill) +
                "\" stroke=\"" + paint(card.border) + "\" stroke-width=\"" + format_number(card.border_width) + "\"/>";
        write_lines(card.lines);
        if (use_ == SvgUse::Embedded) out_ += "</a>";
        out_ += "\n";
    }

    // One path for all shapes that look the same.
    void write_icons() {
        std::map<std::string, std::string> paths;
        for (const SceneCard& card : scene_.cards) {
            const std::string color = paint(card.icon);
            const bool is_filled = card.shape == Shape::Square || card.shape == Shape::Triangle;
            const std::string look = is_filled ? "fill=\"" + color + "\"" : "fill=\"none\" stroke=\"" + color + "\"";
            paths[look] += "M" + format_number(card.icon_center.x) + " " + format_number(card.icon_center.y) + outline_of(card.shape);
        }
        out_ += "<g stroke-width=\"2.4\" stroke-linecap=\"round\" stroke-linejoin=\"round\" pointer-events=\"none\">\n";
        for (const auto& [look, data] : paths) out_ += "<path " + look + " d=\"" + data + "\"/>\n";
        out_ += "</g>\n";
    }

    // Relative to the icon's centre.
    static const char* outline_of(Shape shape) {
        switch (shape) {
            case Shape::Ring: return "m-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0z";
            case Shape::Square: return "m-5-5h10v10h-10z";
            case Shape::Triangle: return "m0-6l6 11h-12z";
            case Shape::Check: return "m-5.4 .4l3.6 3.6l7.2-7.6";
            case Shape::Chevron: return "m4.2-4.6l-8.4 4.6l8.4 4.6";
        }
        return "";
    }

    // One <text> a card; its lines are <tspan>s.
    void write_lines(const std::vector<SceneText>& lines) {
        if (lines.empty()) return;
        const SceneText& first = lines.front();
        const bool is_usual = first.weight == Weight::Regular && first.color == palette_of(false).ink;
        out_ += "<text x=\"" + format_number(first.pos.x) + "\" y=\"" + format_number(first.pos.y) + "\"" + (is_usual ? "" : look_of(first)) + (lines.size() == 1 ? held_width(first) : "") + ">";
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const SceneText& line = lines[i];
            if (lines.size() == 1) {
                out_ += escape_markup(line.text);
            } else {
                const std::string place = i == 0 ? "" : " x=\"" + format_number(line.pos.x) + "\" y=\"" + format_number(line.pos.y) + "\"";
                out_ += "<tspan" + place + held_width(line) + ">" + escape_markup(line.text) + "</tspan>";
            }
        }
        out_ += "</text>";
    }

    void write_label(const SceneText& label) {
        out_ += "<text x=\"" + format_number(label.pos.x) + "\" y=\"" + format_number(label.pos.y) + "\" font-size=\"" + format_number(label.size) + "\"" + look_of(label) + held_width(label) + ">" + escape_markup(label.text) + "</text>\n";
    }

    std::string look_of(const SceneText& text) const {
        return (text.weight == Weight::Semibold ? " font-weight=\"600\"" : "") + (" fill=\"" + paint(text.color) + "\"");
    }

    static std::string held_width(const SceneText& text) {
        const float width = measure_text(text.text, text.weight, text.size);
        if (text.max_width <= 0 || width < squeeze_from * text.max_width) return {};
        return " textLength=\"" + format_number(width) + "\" lengthAdjust=\"spacingAndGlyphs\"";
    }

    const Content& content_;
    const Scene& scene_;
    SvgUse use_;
    std::string out_;
};

}  // namespace

std::string write_svg(const Content& content, const Scene& scene, SvgUse use, std::string_view css_class) { return SvgWriter(content, scene, use).write(css_class); }

}  // namespace throughline
