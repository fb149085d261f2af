// The text form of a Scene and of a whole Frame.
#include "core/view/frame.h"

#include "core/base/color.h"
#include "core/base/text_format.h"

#include <array>
#include <string_view>

namespace throughline {
namespace {

constexpr std::array<std::string_view, 4> emphasis_words{"plain", "lit", "quiet", "selected"};

std::string dump_text(const PlacedText& text) {
    return "text " + format_vec(text.pos) + " " + format_number(text.size) + (text.weight == Weight::Semibold ? " semibold " : " regular ") + css_color(text.color) + " " + text.text + "\n";
}

}  // namespace

std::string dump_scene(const Scene& scene) {
    std::string out = "scene " + format_vec(scene.stage_px) + " scale " + format_number(scene.stage_from_world.scale, 3) + " offset " + format_vec(scene.stage_from_world.offset) + " on " + css_color(scene.background) + "\n";
    for (const SceneLink& link : scene.drawing->links) {
        out += "link " + std::to_string(link.link.index()) + " " + std::string(emphasis_words[static_cast<std::size_t>(link.emphasis)]) + (link.basis == Basis::Stated ? " stated " : " inferred ") + css_color(link.color_from) + " " + css_color(link.color_to) + " " + format_number(link.width) + " " +
               format_number(link.reveal_from, 2) + ".." + format_number(link.reveal_to, 2) + " " + format_vec(link.points.front()) + " " + format_vec(link.points.back()) + "\n";
    }
    for (const SceneCard& card : scene.drawing->cards) {
        out += "card " + std::to_string(card.node.index()) + " " + format_rect(card.rect) + " " + std::string(emphasis_words[static_cast<std::size_t>(card.emphasis)]) + (card.is_hovered ? " hovered" : "") + (card.is_focused ? " focused" : "") + " " + css_color(card.fill) + " " + css_color(card.border) + " " + format_number(card.border_width) + "\n";
        for (const PlacedText& line : card.lines) out += "  " + dump_text(line);
    }
    for (const PlacedText& label : scene.drawing->labels) out += dump_text(label);
    for (const SceneBar& bar : scene.drawing->bars) out += "bar " + format_rect(bar.rect) + " " + css_color(bar.color) + "\n";
    for (const PlacedText& caption : scene.captions) out += "caption " + dump_text(caption);
    if (scene.code) {
        std::string rows;
        for (std::size_t i = 0; i < scene.code->modules.size(); ++i) rows += scene.code->modules[i] ? '#' : '.';
        out += "code " + format_rect(scene.code->rect) + " " + std::to_string(scene.code->size) + " " + rows + "\n";
    }
    if (scene.spot) out += "spot " + format_vec(scene.spot->center) + " " + format_number(scene.spot->radius) + "\n";
    for (const ScenePreview& preview : scene.previews) {
        out += "preview " + format_rect(preview.rect) + "\n";
        for (const PlacedText& line : preview.lines) out += "  " + dump_text(line);
    }
    return out;
}

std::string dump_frame(const Frame& frame) { return dump_scene(frame.scene) + dump_page(frame.page); }

}  // namespace throughline
