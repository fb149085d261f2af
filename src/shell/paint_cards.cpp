// Cards to instances; everything per pixel is in card.frag.
#include "shell/paint_cards.h"

#include "shell/shaders.h"

#include <cstddef>

namespace throughline {
namespace {

// As card.frag numbers them.
constexpr float halo_hovered = 1;
constexpr float halo_focused = 2;

constexpr float lit_shadow = 0.10F;
constexpr float hovered_shadow = 0.20F;
constexpr float preview_shadow = 0.26F;

float shadow_of(const SceneCard& card) {
    if (card.is_hovered) return hovered_shadow;
    return card.emphasis == Emphasis::Lit || card.emphasis == Emphasis::Selected ? lit_shadow : 0;
}

}  // namespace

CardInstance card_instance(const SceneCard& card, const Palette& palette) {
    CardInstance instance;
    instance.rect = card.rect;
    instance.corner_radius = card.corner_radius;
    instance.border_width = card.border_width;
    instance.shape = static_cast<float>(card.shape);
    if (card.is_hovered) instance.halo_kind = halo_hovered;
    if (card.is_focused) instance.halo_kind = halo_focused;
    instance.icon_center = card.icon_center;
    instance.shadow = shadow_of(card);
    instance.fill = color_of(palette, card.fill);
    instance.border = color_of(palette, card.border);
    instance.icon = color_of(palette, card.icon);
    instance.halo = color_of(palette, card.halo);
    return instance;
}

CardInstance bar_instance(const SceneBar& bar, const Palette& palette) {
    CardInstance instance;
    instance.rect = bar.rect;
    instance.corner_radius = bar.rect.h / 2;
    instance.fill = instance.border = color_of(palette, bar.color);
    return instance;
}

CardInstance preview_instance(const ScenePreview& preview, const Palette& palette) {
    CardInstance instance;
    instance.rect = preview.rect;
    instance.corner_radius = preview.corner_radius;
    instance.border_width = 1;
    instance.shadow = preview_shadow;
    instance.fill = color_of(palette, preview.fill);
    instance.border = color_of(palette, preview.border);
    return instance;
}

std::vector<CardInstance> code_instances(const SceneCode& code, const Palette& palette) {
    const float module = code.rect.w / static_cast<float>(code.size + 2 * code_margin);
    const auto plain = [](Rect rect, Color color) {
        CardInstance instance;
        instance.rect = rect;
        instance.fill = instance.border = color;
        return instance;
    };
    std::vector<CardInstance> instances{plain(code.rect, color_of(palette, code.light))};
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size; ++x) {
            if (!code.modules[static_cast<std::size_t>(y * code.size + x)]) continue;
            instances.push_back(plain({code.rect.x + module * static_cast<float>(x + code_margin),
                                       code.rect.y + module * static_cast<float>(y + code_margin), module, module},
                                      color_of(palette, code.dark)));
        }
    }
    return instances;
}

CardInstance spot_instance(const SceneSpot& spot, const Palette& palette) {
    CardInstance instance;
    instance.rect = {spot.center.x - spot.radius, spot.center.y - spot.radius, 2 * spot.radius, 2 * spot.radius};
    instance.corner_radius = spot.radius;
    instance.border_width = spot.border_width;
    instance.shadow = preview_shadow;
    instance.fill = color_of(palette, spot.fill);
    instance.border = color_of(palette, spot.border);
    return instance;
}

std::string CardPainter::build() {
    if (std::string error = program_.build(card_shaders.vertex, card_shaders.fragment); !error.empty()) {
        return "card: " + error;
    }
    pixels_from_world_ = program_.find_uniform("pixels_from_world");
    framebuffer_px_ = program_.find_uniform("framebuffer_px");
    using Kind = InstanceAttribute::Kind;
    for (InstanceStream* stream : {&kept_, &stream_})
        stream->create(sizeof(CardInstance), {{Kind::Floats, 4, offsetof(CardInstance, rect)},
                                              {Kind::Floats, 4, offsetof(CardInstance, corner_radius)},
                                              {Kind::Floats, 4, offsetof(CardInstance, icon_center)},
                                              {Kind::Color, 4, offsetof(CardInstance, fill)},
                                              {Kind::Color, 4, offsetof(CardInstance, border)},
                                              {Kind::Color, 4, offsetof(CardInstance, icon)},
                                              {Kind::Color, 4, offsetof(CardInstance, halo)}});
    return "";
}

void CardPainter::paint(const std::vector<CardInstance>& cards, const Transform& pixels_from_source,
                        const Viewport& viewport) {
    stream_.upload(cards.data(), cards.size());
    paint(stream_, pixels_from_source, viewport);
}

void CardPainter::paint(const InstanceStream& stream, const Transform& pixels_from_source, const Viewport& viewport) {
    program_.use();
    glUniform4f(pixels_from_world_, pixels_from_source.scale, viewport.sharpness == Sharpness::Exact ? 1.0F : 0.0F,
                pixels_from_source.offset.x, pixels_from_source.offset.y);
    glUniform2f(framebuffer_px_, viewport.framebuffer_px.x, viewport.framebuffer_px.y);
    stream.draw_strips(4);
}

}  // namespace throughline
