// Finds a card by its node or by a place, without looking at the others.
#pragma once

#include "core/base/geometry.h"
#include "core/content/ids.h"

#include <cstddef>
#include <string>
#include <vector>

namespace throughline {

struct CardBox {
    NodeId node;
    Rect rect;
    std::vector<std::string> lines;  // the title, wrapped whole
};

// Of a list of cards that does not change after it was made.
class CardIndex {
public:
    CardIndex() = default;
    CardIndex(const std::vector<CardBox>& cards, const Rect& bounds);

    // Where in the list; `nowhere` if there is none.
    std::size_t find(NodeId node) const;
    std::size_t find(const std::vector<CardBox>& cards, Vec2 place) const;

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

private:
    struct Cell {
        std::size_t column = 0;
        std::size_t row = 0;
    };
    Cell cell_of(Vec2 place) const;  // the nearest, for places outside

    std::vector<std::size_t> by_node_;
    // A grid of as many cells as there are cards, each with the cards that reach into it.
    Rect bounds_;
    std::size_t side_ = 0;
    std::vector<std::vector<std::size_t>> cells_;
};

}  // namespace throughline
