// See glide.h.
#include "core/layout/glide.h"

#include <algorithm>
#include <vector>

namespace throughline {
namespace {

constexpr float arrival = 0.7F;  // of the motion; links go on drawing themselves when the cards stand

}  // namespace

Layout glide_layout(const Content& content, const Placed& from, const Layout& to, const Transform& stage_from_to,
                    float progress) {
    const float t = std::clamp(progress / arrival, 0.0F, 1.0F);
    const float left = 1 - t * t * (3 - 2 * t);
    // How far each node is from its place; zero for those that have just come.
    std::vector<Vec2> away(content.nodes.size());
    for (const CardBox& card : to.cards) {
        const CardBox* before = from.layout.card_of(card.node);
        if (before == nullptr) continue;
        const Vec2 stood = stage_from_to.invert(from.stage_from_world.apply(before->rect).center());
        away[card.node.index()] = (stood - card.rect.center()) * left;
    }
    Layout layout = to;
    for (CardBox& card : layout.cards) {
        const Vec2 by = away[card.node.index()];
        card.rect.x += by.x;
        card.rect.y += by.y;
    }
    for (LinkPath& path : layout.links) {
        const Link& link = content[path.link];
        const Vec2 start = away[link.flow_from().index()];
        const Vec2 end = away[link.flow_to().index()];
        for (std::size_t i = 0; i < path.points.size(); ++i) {
            const float along = static_cast<float>(i) / static_cast<float>(path.points.size() - 1);
            path.points[i] = path.points[i] + start * (1 - along) + end * along;
        }
    }
    return layout;
}

}  // namespace throughline
