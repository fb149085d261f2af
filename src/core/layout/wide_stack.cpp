// A gap depends on the two that it is between: corridors stand closer than cards, and heads belong to what is below.
#include "core/layout/wide_stack.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace throughline::wide {
namespace {

constexpr float card_gap = 7;
constexpr float corridor_gap = 4;
constexpr float card_corridor_gap = 5;
constexpr float head_gap_above = 16;
constexpr float boxed_head_gap_above = 14;
constexpr float max_stretch = 3.2F;

float gap_between(const Item& above, const Item& below, Space space) {
    if (below.kind == ItemKind::Head) return space == Space::Boxed ? boxed_head_gap_above : head_gap_above;
    if (above.kind == ItemKind::Head) return head_gap_below;
    if (above.kind == ItemKind::Corridor && below.kind == ItemKind::Corridor) return corridor_gap;
    if (above.kind == ItemKind::Corridor || below.kind == ItemKind::Corridor) return card_corridor_gap;
    return card_gap;
}

}  // namespace

Stack measure_stack(const std::vector<Item>& items, const std::vector<int>& column, Space space) {
    const auto item_at = [&items](int index) -> const Item& { return items[static_cast<std::size_t>(index)]; };
    Stack stack;
    for (std::size_t i = 0; i < column.size(); ++i) {
        stack.solid += item_at(column[i]).rect.h;
        if (i > 0) stack.gaps += gap_between(item_at(column[i - 1]), item_at(column[i]), space);
    }
    return stack;
}

void place_stack(std::vector<Item>& items, const std::vector<int>& column, Space space, float height) {
    const Stack stack = measure_stack(items, column, space);
    const float stretch = stack.gaps > 0 ? std::min(max_stretch, (height - stack.solid) / stack.gaps) : 1;
    float y = (height - stack.solid - stack.gaps * stretch) / 2;
    for (std::size_t i = 0; i < column.size(); ++i) {
        Item& item = items[static_cast<std::size_t>(column[i])];
        if (i > 0) y += gap_between(items[static_cast<std::size_t>(column[i - 1])], item, space) * stretch;
        item.rect.y = y;
        y += item.rect.h;
    }
}

void straighten_corridors(std::vector<Item>& items, const std::vector<int>& column,
                          const std::vector<std::array<std::vector<std::size_t>, 2>>& joined, Space space) {
    const auto item_at = [&items, &column](std::size_t i) -> Item& {
        return items[static_cast<std::size_t>(column[i])];
    };
    for (std::size_t i = 0; i < column.size(); ++i) {
        Item& item = item_at(i);
        if (item.kind != ItemKind::Corridor) continue;
        // The side where one thing stands alone is the trunk's own; of two such the nearer.
        float wanted = item.rect.y;
        float nearest = std::numeric_limits<float>::max();
        for (const std::vector<std::size_t>& side : joined[static_cast<std::size_t>(column[i])]) {
            if (side.size() != 1) continue;
            const float height = items[side.front()].rect.center().y;
            if (std::abs(height - item.rect.y) >= nearest) continue;
            nearest = std::abs(height - item.rect.y);
            wanted = height;
        }
        if (i > 0) wanted = std::max(wanted, item_at(i - 1).rect.bottom() + gap_between(item_at(i - 1), item, space));
        if (i + 1 < column.size()) {
            const float least = item_at(i + 1).rect.y - gap_between(item, item_at(i + 1), space);
            wanted = std::min(wanted, least);
        }
        item.rect.y = wanted;
    }
}

}  // namespace throughline::wide
