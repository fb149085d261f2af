// See card_index.h.
#include "core/layout/card_index.h"

#include <algorithm>
#include <cmath>

namespace throughline {

CardIndex::CardIndex(const std::vector<CardBox>& cards, const Rect& bounds)
    : bounds_(bounds),
      side_(static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<float>(cards.size()))))),
      cells_(side_ * side_) {
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const std::size_t node = cards[i].node.index();
        if (node >= by_node_.size()) by_node_.resize(node + 1, nowhere);
        by_node_[node] = i;
        const Rect& rect = cards[i].rect;
        const Cell first = cell_of({rect.x, rect.y});
        const Cell last = cell_of({rect.right(), rect.bottom()});
        for (std::size_t row = first.row; row <= last.row; ++row) {
            for (std::size_t column = first.column; column <= last.column; ++column)
                cells_[row * side_ + column].push_back(i);
        }
    }
}

std::size_t CardIndex::find(NodeId node) const {
    return node != none && node.index() < by_node_.size() ? by_node_[node.index()] : nowhere;
}

std::size_t CardIndex::find(const std::vector<CardBox>& cards, Vec2 place) const {
    if (cells_.empty()) return nowhere;
    const Cell cell = cell_of(place);
    for (const std::size_t i : cells_[cell.row * side_ + cell.column]) {
        if (cards[i].rect.contains(place)) return i;
    }
    return nowhere;
}

CardIndex::Cell CardIndex::cell_of(Vec2 place) const {
    const auto along = [this](float at, float start, float length) {
        const float cell = length > 0 ? (at - start) / length * static_cast<float>(side_) : 0;
        return static_cast<std::size_t>(std::clamp(cell, 0.0F, static_cast<float>(side_ - 1)));
    };
    return {along(place.x, bounds_.x, bounds_.w), along(place.y, bounds_.y, bounds_.h)};
}

}  // namespace throughline
