// Lanes below each other, two cards a row or one where the reader's words are large for the stage, in the author's
// order. Links run in three channels that no card and no word ever stands in: the two margins and the gutter between
// the cards, by the same wires as in the wide form.
#include "core/base/card_size.h"
#include "core/base/text_metrics.h"
#include "core/layout/parts.h"
#include "core/layout/wide_wires.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace throughline {
namespace {

using namespace wide;

constexpr float margin_width = 21;
constexpr float gutter_width = 34;
constexpr float margin = 10;
constexpr float least_card_height = 34;
constexpr float row_gap = 10;
constexpr float lane_gap = 26;
constexpr float head_gap_below = 8;
constexpr int most_rows_followed = 3;  // what a phone shows beside its sheet
constexpr Measures measures{5, 9, 3, 7};

struct Placed {
    bool is_shown = false;
    int row = 0;
    std::size_t item = 0;
};

class TallLayout {
public:
    TallLayout(const Content& content, const LayoutRequest& request)
        : content_(content), request_(request), placed_(content.nodes.size()) {
        width_ = std::max(request.width, narrowest_width);
        columns_ = width_ < two_columns_from ? 1 : 2;
        card_width_ = (width_ - 2 * margin_width - static_cast<float>(columns_ - 1) * gutter_width) /
                      static_cast<float>(columns_);
    }

    Layout compute() {
        place_cards();
        add_links();
        return std::move(layout_);
    }

private:
    Placed& placed(NodeId node) { return placed_[node.index()]; }
    const Placed& placed(NodeId node) const { return placed_[node.index()]; }

    void place_cards() {
        float y = margin;
        int row = 0;
        const std::vector<std::vector<NodeId>> by_lane = nodes_by_lane(content_, request_);
        for (const LaneId lane : content_.lane_ids()) {
            const std::vector<NodeId>& nodes = by_lane[lane.index()];
            if (nodes.empty()) continue;
            if (!layout_.lanes.empty()) y += lane_gap;
            LaneBox head;
            head.lane = lane;
            // Within the left card's width: the gutter beside it stays free for links.
            head.lines = wrap_text(content_[lane].title, Weight::Semibold, lane_text_size,
                                   card_width_ - lane_count_width * static_cast<float>(2 - columns_));
            head.head = {margin_width, y, card_width_, static_cast<float>(head.lines.size()) * lane_line_height};
            y += head.head.h + head_gap_below;
            layout_.lanes.push_back(std::move(head));
            for (std::size_t i = 0; i < nodes.size(); i += static_cast<std::size_t>(columns_)) {
                const std::size_t end = std::min(i + static_cast<std::size_t>(columns_), nodes.size());
                float height = 0;
                for (std::size_t k = i; k < end; ++k) {
                    CardBox card;
                    card.node = nodes[k];
                    card.lines = wrap_text(content_[card.node].title, Weight::Semibold, card_text_size,
                                           card_width_ - card_text_inset - 8);
                    height = std::max({height, least_card_height, card_height(card.lines.size())});
                    layout_.cards.push_back(std::move(card));
                }
                for (std::size_t k = i; k < end; ++k) {
                    CardBox& card = layout_.cards[layout_.cards.size() - (end - k)];
                    const int column = static_cast<int>(k - i);
                    card.rect = {card_x(column), y, card_width_, height};
                    placed(card.node) = {true, row, items_.size()};
                    items_.push_back({ItemKind::Card, card.node, {}, static_cast<std::size_t>(column), card.rect, {}});
                }
                y += height + row_gap;
                ++row;
            }
            y -= row_gap;
        }
        layout_.bounds = {0, 0, width_, y + margin};
    }

    void add_links() {
        for (const LinkId link : content_.link_ids()) {
            const NodeId from = content_[link].flow_from();
            const NodeId to = content_[link].flow_to();
            if (!placed(from).is_shown || !placed(to).is_shown) continue;
            Way way;
            way.link = link;
            way.basis = content_[link].basis;
            std::size_t left = placed(from).item;
            std::size_t right = placed(to).item;
            way.is_arc = items_[left].column == items_[right].column;
            way.arc_side = items_[left].column == 0 ? Side::Left : Side::Right;
            way.flows_leftwards = items_[right].column < items_[left].column;
            if (way.flows_leftwards) std::swap(left, right);
            way.items = {left, right};
            ways_.push_back(std::move(way));
        }
        layout_.links = paths_of(ways_);
        // Of the whole, near links alone are drawn until a card is chosen, so the far ones take no room from them.
        std::vector<Way> near_ways;
        for (std::size_t w = 0; w < ways_.size(); ++w) {
            const Link& link = content_[ways_[w].link];
            layout_.links[w].is_near = std::abs(placed(link.from).row - placed(link.to).row) <= most_rows_followed;
            if (layout_.links[w].is_near) near_ways.push_back(ways_[w]);
        }
        if (request_.nodes.size() < content_.nodes.size()) return;
        std::vector<LinkPath> near_paths = paths_of(near_ways);
        std::size_t next = 0;
        for (LinkPath& path : layout_.links) {
            if (path.is_near) path.points = std::move(near_paths[next++].points);
        }
    }

    std::vector<LinkPath> paths_of(const std::vector<Way>& ways) const {
        std::vector<Gap> gaps{{0, margin_width}};
        for (int column = 0; column < columns_; ++column) {
            const float x = card_x(column) + card_width_;
            gaps.push_back({x, x + (column + 1 < columns_ ? gutter_width : margin_width)});
        }
        return Wires(items_, ways, static_cast<std::size_t>(columns_), measures).paths(gaps);
    }

    float card_x(int column) const { return margin_width + static_cast<float>(column) * (card_width_ + gutter_width); }

    const Content& content_;
    const LayoutRequest& request_;
    float width_ = 0;
    int columns_ = 2;
    float card_width_ = 0;
    std::vector<Placed> placed_;
    std::vector<Item> items_;
    std::vector<Way> ways_;
    Layout layout_;
};

}  // namespace

Layout compute_tall_layout(const Content& content, const LayoutRequest& request) {
    return TallLayout(content, request).compute();
}

}  // namespace throughline
