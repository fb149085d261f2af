// The text form of a Scene and of a whole Frame.
#include "core/view/frame.h"

#include "core/base/text_format.h"
#include "core/view/palette.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace throughline {
namespace {

constexpr std::array<std::string_view, 4> emphasis_words{"plain", "lit", "quiet", "selected"};

class SceneDump {
public:
    explicit SceneDump(const Scene& scene) : scene_(scene), palette_(palette_of(scene.look)) {}

    std::string write() const {
        std::string out = "scene " + format_vec(scene_.stage_px) + " scale " +
                          format_number(scene_.stage_from_world.scale, 3) + " offset " +
                          format_vec(scene_.stage_from_world.offset) + " on " + color(scene_.background) + "\n";
        for (const SceneLink& link : scene_.drawing->links) out += line_of(link);
        for (const SceneCard& card : scene_.drawing->cards) out += lines_of(card);
        for (const PlacedText& label : scene_.drawing->labels) out += line_of(label);
        for (const SceneBar& bar : scene_.drawing->bars)
            out += "bar " + format_rect(bar.rect) + " " + color(bar.color) + "\n";
        for (const PlacedText& caption : scene_.captions) out += "caption " + line_of(caption);
        if (scene_.code) out += line_of(*scene_.code);
        if (scene_.spot)
            out += "spot " + format_vec(scene_.spot->center) + " " + format_number(scene_.spot->radius) + "\n";
        for (const ScenePreview& preview : scene_.previews) {
            out += "preview " + format_rect(preview.rect) + "\n";
            for (const PlacedText& line : preview.lines) out += "  " + line_of(line);
        }
        return out;
    }

private:
    std::string color(Paint paint) const { return css_color(color_of(palette_, paint)); }
    static std::string word(Emphasis emphasis) {
        return std::string(emphasis_words[static_cast<std::size_t>(emphasis)]);
    }

    std::string line_of(const PlacedText& text) const {
        return "text " + format_vec(text.pos) + " " + format_number(text.size) +
               (text.weight == Weight::Semibold ? " semibold " : " regular ") + color(text.color) + " " + text.text +
               "\n";
    }

    std::string line_of(const SceneLink& link) const {
        const DrawnPart part = drawn_part(link, scene_.revealed);
        return "link " + std::to_string(link.link.index()) + " " + word(link.emphasis) +
               (link.basis == Basis::Stated ? " stated " : " inferred ") + color(link.color) + " " +
               format_number(link.width) + " " + format_number(part.from, 2) + ".." + format_number(part.to, 2) + " " +
               format_vec(link.points.front()) + " " + format_vec(link.arrow.tip) + "\n";
    }

    std::string lines_of(const SceneCard& card) const {
        std::string out = "card " + std::to_string(card.node.index()) + " " + format_rect(card.rect) + " " +
                          word(card.emphasis) + (card.is_hovered ? " hovered" : "") +
                          (card.is_focused ? " focused" : "") + " " + color(card.fill) + " " + color(card.border) +
                          " " + format_number(card.border_width) + "\n";
        for (const PlacedText& line : card.lines) out += "  " + line_of(line);
        return out;
    }

    static std::string line_of(const SceneCode& code) {
        std::string rows;
        for (const bool is_dark : code.modules) rows += is_dark ? '#' : '.';
        return "code " + format_rect(code.rect) + " " + std::to_string(code.size) + " " + rows + "\n";
    }

    const Scene& scene_;
    const Palette& palette_;
};

}  // namespace

DrawnPart drawn_part(const SceneLink& link, float revealed) {
    if (link.links_before < 0) return {};
    const float drawn = std::clamp(revealed - static_cast<float>(link.links_before), 0.0F, 1.0F);
    return link.grows_from_end ? DrawnPart{1 - drawn, 1} : DrawnPart{0, drawn};
}

std::string dump_scene(const Scene& scene) { return SceneDump(scene).write(); }

std::string dump_frame(const Frame& frame) { return dump_scene(frame.scene) + dump_page(frame.page); }

}  // namespace throughline
