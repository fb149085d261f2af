// Paints cards, with border, lane's shape, halo and shadow, in one instanced call. Knows nothing of links or text.
#pragma once

#include "core/view/palette.h"
#include "core/view/scene.h"
#include "shell/gl.h"
#include "shell/viewport.h"

#include <string>
#include <vector>

namespace throughline {

// As card.vert reads it.
struct CardInstance {
    Rect rect;
    float corner_radius = 0;
    float border_width = 0;
    float shape = -1;  // as enum Shape; -1: none
    float halo_kind = 0;
    Vec2 icon_center;
    float shadow = 0;  // opacity at the card's edge
    float padding = 0;
    Color fill;
    Color border;
    Color icon;
    Color halo;
};

CardInstance card_instance(const SceneCard& card, const Palette& palette);
CardInstance bar_instance(const SceneBar& bar, const Palette& palette);
CardInstance preview_instance(const ScenePreview& preview, const Palette& palette);
CardInstance spot_instance(const SceneSpot& spot, const Palette& palette);
// The light ground and each dark module.
std::vector<CardInstance> code_instances(const SceneCode& code, const Palette& palette);

class CardPainter {
public:
    // What failed, or nothing.
    [[nodiscard]] std::string build();
    void paint(const std::vector<CardInstance>& cards, const Transform& pixels_from_source, const Viewport& viewport);

    // Those that stay from frame to frame: handed over once, and painted however they are moved.
    void keep(const std::vector<CardInstance>& cards) { kept_.upload(cards.data(), cards.size()); }
    void paint_kept(const Transform& pixels_from_source, const Viewport& viewport) {
        paint(kept_, pixels_from_source, viewport);
    }

private:
    void paint(const InstanceStream& stream, const Transform& pixels_from_source, const Viewport& viewport);

    InstanceStream kept_;
    Program program_;
    GLint pixels_from_world_ = -1;
    GLint framebuffer_px_ = -1;
    InstanceStream stream_;
};

}  // namespace throughline
