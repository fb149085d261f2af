// Lanes below each other, two cards a row or one where the reader's words are large for the stage, in the author's
// order. Links run in three channels that no card and no word ever stands in: the two margins and the gutter between
// the cards.
#include "core/base/card_size.h"
#include "core/base/text_metrics.h"
#include "core/layout/parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline {
namespace {

constexpr float channel_width = 22;
constexpr float margin = 10;
constexpr float row_gap = 10;
constexpr float lane_gap = 26;
constexpr float head_gap_below = 8;
constexpr float track_spacing = 3;
constexpr int track_count = 6;
constexpr float turn = 10;  // least height of the curve between a card and its channel

enum class Channel { Left, Gutter, Right };

struct Placed {
    bool is_shown = false;
    int row = 0;
    int column = 0;
    Rect rect;
};

struct Run {
    LinkId link;
    NodeId from;
    NodeId to;
    Channel channel = Channel::Gutter;
    int level = 0;  // how many runs it nests around
    std::size_t first_port = 0;
    std::size_t last_port = 0;
};

struct Port {
    std::size_t side = 0;
    std::array<float, 2> order{};
    float y = 0;
};

class TallLayout {
public:
    TallLayout(const Content& content, const LayoutRequest& request)
        : content_(content), request_(request), placed_(content.nodes.size()) {
        width_ = std::max(request.width, narrowest_width);
        columns_ = width_ < two_columns_from ? 1 : 2;
        card_width_ = (width_ - static_cast<float>(columns_ + 1) * channel_width) / static_cast<float>(columns_);
    }

    Layout compute() {
        place_cards();
        make_runs();
        choose_tracks();
        place_ports();
        for (const Run& run : runs_) layout_.links.push_back(path_of(run));
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
            head.head = {channel_width, y, card_width_, static_cast<float>(head.lines.size()) * lane_line_height};
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
                    height = std::max(height, card_height(card.lines.size()));
                    layout_.cards.push_back(std::move(card));
                }
                for (std::size_t k = i; k < end; ++k) {
                    CardBox& card = layout_.cards[layout_.cards.size() - (end - k)];
                    const int column = static_cast<int>(k - i);
                    card.rect = {channel_width + static_cast<float>(column) * (card_width_ + channel_width), y,
                                 card_width_, height};
                    placed(card.node) = {true, row, column, card.rect};
                }
                y += height + row_gap;
                ++row;
            }
            y -= row_gap;
        }
        layout_.bounds = {0, 0, width_, y + margin};
    }

    void make_runs() {
        for (const LinkId link : content_.link_ids()) {
            const NodeId from = content_[link].flow_from();
            const NodeId to = content_[link].flow_to();
            if (!placed(from).is_shown || !placed(to).is_shown) continue;
            Run run;
            run.link = link;
            run.from = from;
            run.to = to;
            const bool is_one_column = placed(from).column == placed(to).column;
            run.channel = !is_one_column ? Channel::Gutter : placed(from).column == 0 ? Channel::Left : Channel::Right;
            runs_.push_back(run);
        }
    }

    int top_row(const Run& run) const { return std::min(placed(run.from).row, placed(run.to).row); }
    int bottom_row(const Run& run) const { return std::max(placed(run.from).row, placed(run.to).row); }

    // Longer runs nest around shorter ones, as arcs do; beyond the tracks there are, they share. Each is compared with
    // each shorter one: a picture of 1,000 cards and 3,000 links takes 33 ms in all, and is laid out once.
    void choose_tracks() {
        std::vector<Run*> by_span;
        for (Run& run : runs_) by_span.push_back(&run);
        std::stable_sort(by_span.begin(), by_span.end(), [&](const Run* a, const Run* b) {
            return bottom_row(*a) - top_row(*a) < bottom_row(*b) - top_row(*b);
        });
        for (std::size_t i = 0; i < by_span.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const bool is_overlapping = by_span[i]->channel == by_span[j]->channel &&
                                            top_row(*by_span[i]) < bottom_row(*by_span[j]) &&
                                            top_row(*by_span[j]) < bottom_row(*by_span[i]);
                const bool shares_source = by_span[i]->from == by_span[j]->from;
                if (is_overlapping)
                    by_span[i]->level = std::max(by_span[i]->level, by_span[j]->level + (shares_source ? 0 : 1));
            }
        }
    }

    float track_x(const Run& run) const {
        const int track = run.level % track_count;
        const float depth = 4 + track_spacing * static_cast<float>(track);
        if (run.channel == Channel::Left) return channel_width - depth;
        if (run.channel == Channel::Right) return width_ - channel_width + depth;
        const float offset = track_spacing * static_cast<float>((track + 1) / 2);
        return width_ / 2 + (track % 2 == 0 ? offset : -offset);
    }

    bool uses_right_side(NodeId node, Channel channel) const {
        return channel == Channel::Right || (channel == Channel::Gutter && placed(node).column == 0);
    }

    std::size_t add_port(NodeId node, NodeId other, Channel channel) {
        const float rise = placed(other).rect.y - placed(node).rect.y;
        Port port;
        port.side = node.index() * 2 + (uses_right_side(node, channel) ? 1 : 0);
        port.order = {rise < 0 ? -1.0F : rise > 0 ? 1.0F : 0.0F, -rise};
        ports_.push_back(port);
        return ports_.size() - 1;
    }

    void place_ports() {
        for (Run& run : runs_) {
            run.first_port = add_port(run.from, run.to, run.channel);
            run.last_port = add_port(run.to, run.from, run.channel);
        }
        std::vector<std::vector<std::size_t>> by_side(placed_.size() * 2);
        for (std::size_t p = 0; p < ports_.size(); ++p) by_side[ports_[p].side].push_back(p);
        for (std::size_t side = 0; side < by_side.size(); ++side) {
            std::stable_sort(by_side[side].begin(), by_side[side].end(),
                             [&](std::size_t a, std::size_t b) { return ports_[a].order < ports_[b].order; });
            for (std::size_t i = 0; i < by_side[side].size(); ++i)
                ports_[by_side[side][i]].y = port_y(placed_[side / 2].rect, i, by_side[side].size());
        }
    }

    float edge_x(NodeId node, Channel channel) const {
        return uses_right_side(node, channel) ? placed(node).rect.right() : placed(node).rect.x;
    }

    LinkPath path_of(const Run& run) const {
        LinkPath path;
        path.link = run.link;
        const Vec2 start{edge_x(run.from, run.channel), ports_[run.first_port].y};
        const Vec2 end{edge_x(run.to, run.channel), ports_[run.last_port].y};
        const float x = track_x(run);
        const float height = end.y > start.y ? turn : -turn;
        path.points = {start};
        if (std::abs(end.y - start.y) < 2 * turn) {
            append_cubic(path.points, {x, start.y}, {x, end.y}, end);
            return path;
        }
        const Vec2 down{x, start.y + height};
        const Vec2 up{x, end.y - height};
        append_cubic(path.points, {start.x + (x - start.x) * 0.6F, start.y}, {x, start.y + height * 0.4F}, down);
        append_line(path.points, up);
        append_cubic(path.points, {x, end.y - height * 0.4F}, {end.x + (x - end.x) * 0.6F, end.y}, end);
        return path;
    }

    const Content& content_;
    const LayoutRequest& request_;
    float width_ = 0;
    int columns_ = 2;
    float card_width_ = 0;
    std::vector<Placed> placed_;
    std::vector<Run> runs_;
    std::vector<Port> ports_;
    Layout layout_;
};

}  // namespace

Layout compute_tall_layout(const Content& content, const LayoutRequest& request) {
    return TallLayout(content, request).compute();
}

}  // namespace throughline
