// What both forms share, the count of crossings, and the dump.
#include "core/layout/layout.h"

#include "core/base/card_size.h"
#include "core/base/text_format.h"
#include "core/layout/parts.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace throughline {
namespace {

constexpr int flatness = 16;  // straight pieces a cubic is cut into to count crossings

struct Flattened {
    std::vector<Vec2> points;
    Rect bounds;
};

Vec2 cubic_at(const Vec2* p, float t) {
    const float s = 1 - t;
    return p[0] * (s * s * s) + p[1] * (3 * s * s * t) + p[2] * (3 * s * t * t) + p[3] * (t * t * t);
}

Rect bounds_of(const std::vector<Vec2>& points) {
    Vec2 low = points.front();
    Vec2 high = points.front();
    for (const Vec2 p : points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

Flattened flatten(const LinkPath& path) {
    Flattened flat;
    flat.points.push_back(path.points.front());
    for (std::size_t i = 0; i + 3 < path.points.size(); i += 3) {
        for (int step = 1; step <= flatness; ++step)
            flat.points.push_back(cubic_at(&path.points[i], static_cast<float>(step) / flatness));
    }
    flat.bounds = bounds_of(flat.points);
    return flat;
}

bool is_disjoint(const Rect& a, const Rect& b) {
    return a.right() < b.x || b.right() < a.x || a.bottom() < b.y || b.bottom() < a.y;
}

float cross(Vec2 a, Vec2 b) { return a.x * b.y - a.y * b.x; }

// A proper crossing of two straight pieces, half-open in their parameters so that a shared joint counts once.
bool crosses(Vec2 a0, Vec2 a1, Vec2 b0, Vec2 b1) {
    const Vec2 a = a1 - a0;
    const Vec2 b = b1 - b0;
    const float denominator = cross(a, b);
    if (denominator > -1e-4F && denominator < 1e-4F) return false;
    const float t = cross(b0 - a0, b) / denominator;
    const float u = cross(b0 - a0, a) / denominator;
    return t >= 0 && t < 1 && u >= 0 && u < 1;
}

int count_between(const Flattened& a, const Flattened& b) {
    if (is_disjoint(a.bounds, b.bounds)) return 0;
    int crossings = 0;
    for (std::size_t i = 0; i + 1 < a.points.size(); ++i) {
        const Rect piece = bounds_of({a.points[i], a.points[i + 1]});
        if (is_disjoint(piece, b.bounds)) continue;
        for (std::size_t j = 0; j + 1 < b.points.size(); ++j)
            crossings += crosses(a.points[i], a.points[i + 1], b.points[j], b.points[j + 1]) ? 1 : 0;
    }
    return crossings;
}

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

float card_height(std::size_t line_count) {
    return std::max(34.0F, static_cast<float>(line_count) * card_line_height + 11);
}

float port_y(const Rect& card, std::size_t port, std::size_t count) {
    if (count < 2) return card.center().y;
    const float spacing = std::min(7.0F, (card.h - 16) / static_cast<float>(count - 1));
    return card.center().y + spacing * (static_cast<float>(port) - static_cast<float>(count - 1) / 2);
}

void append_cubic(std::vector<Vec2>& points, Vec2 control_1, Vec2 control_2, Vec2 end) {
    points.push_back(control_1);
    points.push_back(control_2);
    points.push_back(end);
}

void append_line(std::vector<Vec2>& points, Vec2 end) {
    const Vec2 start = points.back();
    append_cubic(points, start + (end - start) * (1.0F / 3), start + (end - start) * (2.0F / 3), end);
}

void append_across(std::vector<Vec2>& points, Vec2 end) {
    const Vec2 start = points.back();
    const float middle = (start.x + end.x) / 2;
    append_cubic(points, {middle, start.y}, {middle, end.y}, end);
}

void append_beside(std::vector<Vec2>& points, float bulge, float end_y) {
    const Vec2 start = points.back();
    const float out = start.x + bulge * 4 / 3;  // a cubic reaches three quarters of the way to its control points
    append_cubic(points, {out, start.y}, {out, end_y}, {start.x, end_y});
}

Layout compute_layout(const Content& content, const LayoutRequest& request) {
    assert(!request.nodes.empty());
    Layout layout =
        request.form == Form::Wide ? compute_wide_layout(content, request) : compute_tall_layout(content, request);
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

int count_crossings(const Layout& layout) {
    std::vector<Flattened> flat;
    for (const LinkPath& path : layout.links) flat.push_back(flatten(path));
    int crossings = 0;
    for (std::size_t a = 0; a < flat.size(); ++a) {
        for (std::size_t b = a + 1; b < flat.size(); ++b) crossings += count_between(flat[a], flat[b]);
    }
    return crossings;
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
    out += "crossings " + std::to_string(count_crossings(layout)) + "\n";
    return out;
}

}  // namespace throughline
