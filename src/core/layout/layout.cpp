// What both forms share, and the dump.
#include "core/layout/layout.h"

#include "core/base/card_size.h"
#include "core/base/text_format.h"
#include "core/layout/parts.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace throughline {
namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += (out.empty() ? "" : " / ") + line;
    return out;
}

}  // namespace

std::vector<std::vector<NodeId>> nodes_by_lane(const Content& content, const LayoutRequest& request) {
    std::vector<std::vector<NodeId>> nodes(content.lanes.size());
    for (const NodeId node : request.nodes) nodes[content[node].lane.index()].push_back(node);
    return nodes;
}

float card_height(std::size_t line_count) { return static_cast<float>(line_count) * card_line_height + 9; }

void append_cubic(std::vector<Vec2>& points, Vec2 control_1, Vec2 control_2, Vec2 end) {
    points.push_back(control_1);
    points.push_back(control_2);
    points.push_back(end);
}

void append_line(std::vector<Vec2>& points, Vec2 end) {
    const Vec2 start = points.back();
    append_cubic(points, start + (end - start) * (1.0F / 3), start + (end - start) * (2.0F / 3), end);
}

Layout compute_layout(const Content& content, const LayoutRequest& request) {
    assert(!request.nodes.empty());
    Layout layout =
        request.form == Form::Wide ? compute_wide_layout(content, request) : compute_tall_layout(content, request);
    layout.cards_from = layout.bounds.right();
    for (const CardBox& card : layout.cards) {
        layout.cards_from = std::min(layout.cards_from, card.rect.x);
        layout.cards_to = std::max(layout.cards_to, card.rect.right());
    }
    layout.index = CardIndex(layout.cards, layout.bounds);
    return layout;
}

LayoutRequest whole_request(const Content& content, Form form) {
    LayoutRequest request;
    request.form = form;
    if (form == Form::Tall) request.width = two_columns_from;
    for (const NodeId node : content.node_ids()) request.nodes.push_back(node);
    return request;
}

std::string dump_layout(const Content& content, const Layout& layout) {
    std::string out = "bounds " + format_rect(layout.bounds) + "\n";
    for (const LaneBox& lane : layout.lanes) {
        out += "lane " + content[lane.lane].id + " " + format_rect(lane.head) + " " + joined(lane.lines) + "\n";
    }
    for (const CardBox& card : layout.cards) {
        out += "card " + content[card.node].id + " " + format_rect(card.rect) + " " + joined(card.lines) + "\n";
    }
    for (const LinkPath& path : layout.links) {
        const Link& link = content[path.link];
        out += "link " + content[link.from].id + "->" + content[link.to].id;
        for (const Vec2 p : path.points) out += " " + format_vec(p);
        out += "\n";
    }
    return out;
}

}  // namespace throughline
