// See share_picture.h.
#include "core/faces/share_picture.h"

#include "core/base/color.h"
#include "core/base/text_format.h"
#include "core/base/text_metrics.h"
#include "core/faces/element.h"
#include "core/faces/html.h"
#include "core/faces/svg.h"
#include "core/layout/layout.h"
#include "core/view/palette.h"
#include "core/view/view.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace throughline {
namespace {

using Attributes = std::vector<std::pair<std::string, std::string>>;

constexpr float margin = 72;
constexpr float words_width = 440;
constexpr float largest_title = 54;
constexpr float smallest_title = 34;
constexpr float title_line = 1.16F;               // of its size
constexpr float room = share_height_px - 2 * 36;  // for the words, from edge to edge
constexpr float lane_size = 24;
constexpr float lane_step = 40;
constexpr float lane_indent = 36;
constexpr float shape_center = 11;     // from the edge of the words
constexpr float shape_middle = 0.58F;  // of the size, from a line's top
constexpr float shape_scale = 1.7F;
constexpr float lanes_gap = 28;
constexpr float link_fade = 0.55F;
constexpr float mark_width = 64;
constexpr float mark_height = 10;
constexpr float mark_gap = 36;
constexpr float ascent = 0.76F;  // of the size: from a line's top to its baseline

bool is_neutral(const Content& content) { return !content.about.share.title.empty(); }
const std::string& title_of(const Content& content) {
    return is_neutral(content) ? content.about.share.title : content.title;
}
const std::string& text_of(const Content& content) {
    return is_neutral(content) ? content.about.share.text : content.summary;
}

Element element(const char* tag, Attributes attributes, std::string text = {}) {
    return {tag, std::move(attributes), std::move(text)};
}

class ShareWriter {
public:
    explicit ShareWriter(const Content& content)
        : content_(content),
          palette_(palette_of(Look::Light)),
          is_reversed_(content.direction == Direction::RightToLeft) {}

    Element write() const {
        Element svg = element("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                                      {"width", std::to_string(share_width_px)},
                                      {"height", std::to_string(share_height_px)},
                                      {"font-family", "Inter, sans-serif"}});
        svg.children.push_back(
            element("rect", {{"width", "100%"}, {"height", "100%"}, {"fill", css_color(palette_.paper)}}));
        svg.children.push_back(picture());
        // A smaller title before no lanes, and no lanes before words beyond the edge.
        const float lanes_height =
            is_neutral(content_) ? 0 : lanes_gap + lane_step * static_cast<float>(content_.lanes.size());
        float size = largest_title;
        while (size > smallest_title && words_height(size) + lanes_height > room) size -= 2;
        const bool has_lanes = lanes_height > 0 && words_height(size) + lanes_height <= room;
        float y = (share_height_px - words_height(size) - (has_lanes ? lanes_height : 0)) / 2;
        svg.children.push_back(
            element("rect", {{"x", format_number(is_reversed_ ? share_width_px - margin - mark_width : margin)},
                             {"y", format_number(y)},
                             {"width", format_number(mark_width)},
                             {"height", format_number(mark_height)},
                             {"rx", format_number(mark_height / 2)},
                             {"fill", css_color(palette_.accent)}}));
        y += mark_height + mark_gap;
        for (const std::string& line : title_lines(size)) {
            svg.children.push_back(words(line, y, 0, size, palette_.ink));
            y += size * title_line;
        }
        if (!has_lanes) return svg;
        y += lanes_gap;
        const float lane_words = lanes_size();
        for (const Lane& lane : content_.lanes) {
            const Color color = color_of(palette_, swatch_of(lane.hue));
            const float x = is_reversed_ ? share_width_px - margin - shape_center : margin + shape_center;
            svg.children.push_back(svg_of_shape(lane.shape, {x, y + shape_middle * lane_words}, shape_scale, color));
            svg.children.push_back(words(lane.title, y, lane_indent, lane_words, color));
            y += lane_step;
        }
        return svg;
    }

private:
    // None of the lanes runs into the picture.
    float lanes_size() const {
        float widest = 0;
        for (const Lane& lane : content_.lanes)
            widest = std::max(widest, measure_text(lane.title, Weight::Semibold, lane_size));
        return lane_size * std::min(1.0F, (words_width - lane_indent) / widest);
    }

    std::vector<std::string> title_lines(float size) const {
        return wrap_text(title_of(content_), Weight::Semibold, size, words_width);
    }
    float words_height(float size) const {
        return mark_height + mark_gap + size * title_line * static_cast<float>(title_lines(size).size());
    }

    Element words(const std::string& text, float top, float indent, float size, Color color) const {
        Element line = element("text",
                               {{"x", format_number(is_reversed_ ? share_width_px - margin - indent : margin + indent)},
                                {"y", format_number(top + ascent * size + (title_line - 1) / 2 * size)},
                                {"font-size", format_number(size)},
                                {"font-weight", "600"},
                                {"fill", css_color(color)}},
                               text);
        if (is_reversed_) line.attributes.emplace_back("direction", "rtl");
        return line;
    }

    // The whole diagram in the shape of its place, so small that no word could be read: filled cards tell the lanes,
    // and the links stand back.
    Element picture() const {
        const float room_width = share_width_px - 3 * margin - words_width;
        const float room_height = share_height_px - 2 * margin;
        LayoutRequest request = whole_request(content_, Form::Wide);
        request.aspect = room_width / room_height;
        const Layout layout = compute_layout(content_, request);
        const BriefPtr brief = open_brief(content_);
        Drawing drawing = *view_drawing(*brief, layout, State{}, Lettering::Picture);
        const float scale = std::min(room_width / drawing.bounds.w, room_height / drawing.bounds.h);
        drawing.labels.clear();
        for (SceneCard& card : drawing.cards) {
            card.lines.clear();
            card.fill = card.border;
            card.icon = Swatch::OnHue;
        }
        for (SceneLink& link : drawing.links) {
            link.color = Paint(link.color.swatch, link_fade);
            link.width = 1.5F / scale;
        }
        Scene scene = view_scene(*brief, layout, State{}, std::make_shared<const Drawing>(drawing));
        Content nameless;
        Element svg = svg_element(nameless, scene, SvgUse::Standalone);
        const float left = is_reversed_ ? margin : share_width_px - margin - room_width;
        for (auto& [name, value] : svg.attributes) {
            if (name == "width") value = format_number(drawing.bounds.w * scale);
            if (name == "height") value = format_number(drawing.bounds.h * scale);
        }
        svg.attributes.emplace_back("x", format_number(left + (room_width - drawing.bounds.w * scale) / 2));
        svg.attributes.emplace_back("y", format_number((share_height_px - drawing.bounds.h * scale) / 2));
        return svg;
    }

    const Content& content_;
    const Palette& palette_;
    bool is_reversed_;
};

// The address of a file beside the page. Without a published address it is the file's name alone, which only some of
// those who make previews can follow.
std::string beside(std::string_view page, std::string_view file) {
    if (page.empty()) return std::string(file);
    page = page.substr(0, page.find_first_of("?#"));
    const std::size_t host = page.find("//") + 2;
    const std::size_t slash = page.rfind('/');
    if (slash < host) return std::string(page) + "/" + std::string(file);
    const bool names_file = page.find('.', slash) != std::string_view::npos;
    std::string folder(names_file ? page.substr(0, slash) : page);
    if (folder.back() != '/') folder += '/';
    return folder + std::string(file);
}

}  // namespace

std::string write_share_picture(const Content& content) { return write_markup(ShareWriter(content).write()); }

std::string write_share_head(const Content& content, std::string_view picture) {
    std::string head;
    const auto add = [&head](std::string_view attribute, std::string_view name, std::string_view value) {
        head += "<meta " + std::string(attribute) + "=\"" + std::string(name) + "\" content=\"" + escape_markup(value) +
                "\">\n";
    };
    add("property", "og:type", "website");
    add("property", "og:title", title_of(content));
    add("property", "og:description", text_of(content));
    if (!content.about.address.empty()) add("property", "og:url", content.about.address);
    add("property", "og:image", beside(content.about.address, picture));
    add("property", "og:image:width", std::to_string(share_width_px));
    add("property", "og:image:height", std::to_string(share_height_px));
    add("property", "og:image:alt", title_of(content));
    add("name", "twitter:card", "summary_large_image");
    return head;
}

}  // namespace throughline
