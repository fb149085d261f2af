// See wide_wires.h.
#include "core/layout/wide_wires.h"

#include "core/layout/parts.h"
#include "core/layout/sharing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace throughline::wide {
namespace {

constexpr float port_spacing = 7;
constexpr float least_stub = 3;
constexpr float edge_room = 2;  // between the outermost track and where the picture ends
constexpr float least_gap = 48;
constexpr float most_gap = 200;   // of a picture so large that its lines are seen as a texture
constexpr float wire_cost = 100;  // of one upright more, besides its length
constexpr float apart = 5;        // two level strokes nearer than this would be taken for one
constexpr int run_together = 8;   // crossings that it would be worth to keep them apart
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();
constexpr int order_sweeps = 6;
constexpr int most_rounds = 4;
constexpr float circle = 0.5523F;  // a cubic's control points that make a quarter of a circle (4/3 (√2 - 1))

// How many of the ascending `heights` lie between, and not at, two others.
int count_within(const std::vector<float>& heights, float top, float bottom) {
    const auto first = std::upper_bound(heights.begin(), heights.end(), top + 0.5F);
    const auto last = std::lower_bound(heights.begin(), heights.end(), bottom - 0.5F);
    return static_cast<int>(std::max<std::ptrdiff_t>(0, last - first));
}

int count_near(const std::vector<float>& heights, const std::vector<float>& others) {
    int near = 0;
    for (const float height : heights) {
        const auto found = std::lower_bound(others.begin(), others.end(), height - apart);
        if (found != others.end() && *found < height + apart) ++near;
    }
    return near;
}

// What it costs that one wire's track stands to the left of another's: the branches of the left one that cross the
// track of the right one, and the other way round.
int cost_of(const Wire& left, const Wire& right) {
    int cost =
        count_within(left.rights, right.top(), right.bottom()) + count_within(right.lefts, left.top(), left.bottom());
    cost += run_together * count_near(left.rights, right.lefts);
    return cost;
}

std::size_t side_of(const Port& port) { return port.item * 2 + (port.side == Side::Right ? 1 : 0); }

void keep_sorted(std::vector<float>& heights, float height) {
    const auto at = std::lower_bound(heights.begin(), heights.end(), height);
    if (at == heights.end() || *at != height) heights.insert(at, height);
}

// From the path's end level to an upright at `x`, along it and level to the end.
void append_turns(std::vector<Vec2>& points, float x, Vec2 end, const Measures& measures) {
    const Vec2 start = points.back();
    const float rise = end.y - start.y;
    if (std::abs(rise) < 0.5F && (start.x < x) == (x < end.x)) {
        if (rise != 0) append_line(points, {end.x - std::copysign(measures.arrow_room, end.x - start.x), end.y});
        append_line(points, end);
        return;
    }
    const float height = std::copysign(std::min(measures.turn_height, std::abs(rise) / 2), rise);
    const auto width_to = [x, &measures](float from) {
        return std::copysign(std::min(measures.turn_width, std::abs(x - from)), x - from);
    };
    const float in = width_to(start.x);
    const float out = width_to(end.x);
    if (std::abs(x - in - start.x) > 0.5F) append_line(points, {x - in, start.y});
    append_cubic(points, {x - in * (1 - circle), start.y}, {x, start.y + height * (1 - circle)}, {x, start.y + height});
    if (std::abs(rise) > 2 * std::abs(height) + 0.5F) append_line(points, {x, end.y - height});
    append_cubic(points, {x, end.y - height * (1 - circle)}, {x - out * (1 - circle), end.y}, {x - out, end.y});
    if (std::abs(x - out - end.x) > 0.5F) append_line(points, end);
}

}  // namespace

float Wires::inset(std::size_t gap, Side side) const {
    return measures_.turn_width + (has_arrivals_[gap][side == Side::Right ? 1 : 0] ? measures_.arrow_room : least_stub);
}

float Wires::room(std::size_t gap) const {
    const float tracks = measures_.track_spacing * static_cast<float>(std::max(0, track_count_[gap] - 1));
    const bool is_outermost = gap == 0 || gap + 1 == wires_.size();
    if (!is_outermost)
        return std::clamp(inset(gap, Side::Left) + tracks + inset(gap, Side::Right), least_gap, most_gap);
    if (track_count_[gap] == 0) return 0;
    return inset(gap, gap == 0 ? Side::Right : Side::Left) + tracks;
}

float Wire::top() const {
    return std::min(lefts.empty() ? rights.front() : lefts.front(), rights.empty() ? lefts.front() : rights.front());
}

float Wire::bottom() const {
    return std::max(lefts.empty() ? rights.back() : lefts.back(), rights.empty() ? lefts.back() : rights.back());
}

Wires::Wires(const std::vector<Item>& items, const std::vector<Way>& ways, std::size_t column_count,
             const Measures& measures)
    : items_(items),
      ways_(ways),
      measures_(measures),
      moved_(items.size() * 2),
      first_port_(ways.size()),
      last_port_(ways.size()) {
    for (int round = 0; round < most_rounds; ++round) {
        place_ports();
        make_wires(column_count);
        bool has_moved = false;
        for (std::size_t gap = 0; gap <= column_count; ++gap) {
            choose_tracks(gap);
            has_moved |= part_heights(gap);
        }
        if (!has_moved) break;
    }
}

// The ports of a side stand in the order of what they lead to.
void Wires::place_ports() {
    ports_.clear();
    std::vector<std::size_t> known(items_.size() * 8, nowhere);  // by card, side, basis and direction
    std::vector<float> sum;
    std::vector<float> count;
    const auto port_for = [&](std::size_t item, Side side, Basis basis, bool is_arriving, float towards) {
        std::size_t& port = known[item * 8 + (side == Side::Right ? 4U : 0U) + (basis == Basis::Inferred ? 2U : 0U) +
                                  (is_arriving ? 1U : 0U)];
        if (port == nowhere) {
            port = ports_.size();
            ports_.push_back({item, side, basis, is_arriving, 0});
            sum.push_back(0);
            count.push_back(0);
        }
        sum[port] += towards;
        ++count[port];
        return port;
    };
    for (std::size_t w = 0; w < ways_.size(); ++w) {
        const Way& way = ways_[w];
        const std::size_t first = way.items.front();
        const std::size_t last = way.items.back();
        const Side first_side = way.is_arc ? way.arc_side : Side::Right;
        const Side last_side = way.is_arc ? way.arc_side : Side::Left;
        first_port_[w] =
            port_for(first, first_side, way.basis, way.flows_leftwards, items_[way.items[1]].rect.center().y);
        last_port_[w] = port_for(last, last_side, way.basis, !way.flows_leftwards,
                                 items_[way.items[way.items.size() - 2]].rect.center().y);
    }
    std::vector<std::size_t> order(ports_.size());
    for (std::size_t p = 0; p < order.size(); ++p) order[p] = p;
    const auto key = [&](std::size_t p) { return std::tuple(ports_[p].item, ports_[p].side, sum[p] / count[p], p); };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < order.size();) {
        const Port& first = ports_[order[i]];
        std::size_t end = i + 1;
        while (end < order.size() && ports_[order[end]].item == first.item && ports_[order[end]].side == first.side)
            ++end;
        const float middle = items_[first.item].rect.center().y + moved_[side_of(first)];
        for (std::size_t k = i; k < end; ++k) {
            ports_[order[k]].y =
                middle + port_spacing * (static_cast<float>(k - i) - static_cast<float>(end - i - 1) / 2);
        }
        i = end;
    }
}

void Wires::make_wires(std::size_t column_count) {
    wires_.assign(column_count + 1, {});
    legs_.assign(ways_.size(), {});
    track_count_.assign(column_count + 1, 0);
    has_arrivals_.assign(column_count + 1, {});
    // Where legs begin and end: ports, and after them corridors by their item.
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> ends(column_count + 1);  // by gap
    std::vector<std::vector<Leg*>> legs(column_count + 1);
    std::vector<float> heights;
    for (const Port& port : ports_) heights.push_back(port.y);
    for (const Item& item : items_) heights.push_back(item.rect.y);
    for (std::size_t w = 0; w < ways_.size(); ++w) {
        const Way& way = ways_[w];
        const std::size_t column = items_[way.items.front()].column;
        legs_[w].resize(way.items.size() - 1);
        for (std::size_t k = 0; k < legs_[w].size(); ++k) {
            Leg& leg = legs_[w][k];
            const std::size_t from = k == 0 ? first_port_[w] : ports_.size() + way.items[k];
            const std::size_t to = k + 1 == legs_[w].size() ? last_port_[w] : ports_.size() + way.items[k + 1];
            leg.gap = way.is_arc && way.arc_side == Side::Left ? column : column + k + 1;
            leg.from_y = heights[from];
            leg.to_y = heights[to];
            leg.from_side = way.is_arc && way.arc_side == Side::Left ? Side::Right : Side::Left;
            leg.to_side = way.is_arc ? leg.from_side : Side::Right;
            const bool arrives_left = way.flows_leftwards ? k == 0 : way.is_arc && leg.to_side == Side::Left;
            const bool arrives_right = !way.flows_leftwards && leg.to_side == Side::Right && k + 1 == legs_[w].size();
            if (arrives_left) has_arrivals_[leg.gap][0] = true;
            if (arrives_right) has_arrivals_[leg.gap][1] = true;
            ends[leg.gap].emplace_back(from, to);
            legs[leg.gap].push_back(&leg);
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> wire_of(heights.size(), {nowhere, 0});  // by end: gap and wire
    for (std::size_t gap = 0; gap <= column_count; ++gap) {
        const std::vector<std::size_t> owners = choose_owners(ends[gap], heights, wire_cost);
        for (std::size_t i = 0; i < owners.size(); ++i) {
            Leg& leg = *legs[gap][i];
            // An end may own one in each of two gaps.
            if (wire_of[owners[i]].first != gap) {
                wire_of[owners[i]] = {gap, wires_[gap].size()};
                wires_[gap].emplace_back();
            }
            leg.wire = wire_of[owners[i]].second;
            Wire& wire = wires_[gap][leg.wire];
            keep_sorted(leg.from_side == Side::Left ? wire.lefts : wire.rights, leg.from_y);
            keep_sorted(leg.to_side == Side::Left ? wire.lefts : wire.rights, leg.to_y);
        }
    }
}

// The order of the tracks in which the fewest strokes cross, found by sifting; then as few tracks as it takes.
void Wires::choose_tracks(std::size_t gap) {
    std::vector<Wire>& wires = wires_[gap];
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < wires.size(); ++i) {
        if (wires[i].is_upright()) order.push_back(i);
    }
    const std::size_t n = order.size();
    if (n == 0) return;
    std::vector<int> more(n * n);  // [i * n + j]: what it costs more that i stands left of j than right of it
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j < n; ++j) {
            const Wire& a = wires[order[i]];
            const Wire& b = wires[order[j]];
            if (a.bottom() < b.top() - apart || b.bottom() < a.top() - apart) continue;
            more[i * n + j] = cost_of(a, b) - cost_of(b, a);
            more[j * n + i] = -more[i * n + j];
        }
    }
    std::vector<std::size_t> places(n);
    for (std::size_t i = 0; i < n; ++i) places[i] = i;
    for (int sweep = 0; sweep < order_sweeps; ++sweep) {
        bool is_better = false;
        for (std::size_t item = 0; item < n; ++item) {
            const auto at = static_cast<std::size_t>(std::find(places.begin(), places.end(), item) - places.begin());
            places.erase(places.begin() + static_cast<std::ptrdiff_t>(at));
            int cost = 0;  // against standing leftmost
            int best = 0;
            int at_now = 0;
            std::size_t best_slot = 0;
            for (std::size_t slot = 0; slot <= places.size(); ++slot) {
                if (slot > 0) cost -= more[item * n + places[slot - 1]];
                if (slot == at) at_now = cost;
                if (cost < best) {
                    best = cost;
                    best_slot = slot;
                }
            }
            if (best == at_now)
                best_slot = at;
            else
                is_better = true;
            places.insert(places.begin() + static_cast<std::ptrdiff_t>(best_slot), item);
        }
        if (!is_better) break;
    }
    int tracks = 0;
    for (std::size_t i = 0; i < n; ++i) {
        Wire& wire = wires[order[places[i]]];
        for (std::size_t k = 0; k < i; ++k) {
            const Wire& other = wires[order[places[k]]];
            if (other.top() <= wire.bottom() + apart && wire.top() <= other.bottom() + apart)
                wire.track = std::max(wire.track, other.track + 1);
        }
        tracks = std::max(tracks, wire.track + 1);
    }
    track_count_[gap] = tracks;
}

// Where no order of the tracks keeps a branch from running on into another wire's, the ports of one card move.
bool Wires::part_heights(std::size_t gap) {
    bool has_moved = false;
    for (const Wire& left : wires_[gap]) {
        for (const Wire& right : wires_[gap]) {
            if (left.track >= right.track || !left.is_upright() || !right.is_upright()) continue;
            for (const float height : left.rights) {
                const auto near = std::lower_bound(right.lefts.begin(), right.lefts.end(), height - apart / 2);
                if (near == right.lefts.end() || *near > height + apart / 2) continue;
                for (const Port& port : ports_) {
                    const std::size_t column = items_[port.item].column + (port.side == Side::Right ? 1 : 0);
                    if (column != gap || port.y != (port.side == Side::Right ? *near : height)) continue;
                    float& moved = moved_[side_of(port)];
                    if (moved == 0) {
                        moved = height < *near ? apart : -apart;
                        has_moved = true;
                    }
                    break;
                }
            }
        }
    }
    return has_moved;
}

float Wires::track_x(const Leg& leg, const std::vector<Gap>& gaps) const {
    const Gap& gap = gaps[leg.gap];
    const auto tracks = static_cast<float>(track_count_[leg.gap] - 1);
    const auto track = static_cast<float>(wires_[leg.gap][leg.wire].track);
    const bool is_first = leg.gap == 0;
    const bool is_last = leg.gap + 1 == gaps.size();
    const float left = gap.left + (is_first ? edge_room : inset(leg.gap, Side::Left));
    const float right = gap.right - (is_last ? edge_room : inset(leg.gap, Side::Right));
    const float spacing = tracks > 0 ? std::min(measures_.track_spacing, std::max(0.0F, right - left) / tracks) : 0;
    // Beside an outermost column they stand as near to it as they can, between two in the middle.
    if (is_first) return right - spacing * (tracks - track);
    if (is_last) return left + spacing * track;
    return (left + right - spacing * tracks) / 2 + spacing * track;
}

LinkPath Wires::path_of(std::size_t w, const std::vector<Gap>& gaps) const {
    LinkPath path;
    path.link = ways_[w].link;
    for (const Leg& leg : legs_[w]) {
        const Gap& gap = gaps[leg.gap];
        const Vec2 start{leg.from_side == Side::Left ? gap.left : gap.right, leg.from_y};
        const Vec2 end{leg.to_side == Side::Left ? gap.left : gap.right, leg.to_y};
        if (path.points.empty())
            path.points.push_back(start);
        else
            append_line(path.points, start);  // through a corridor
        append_turns(path.points, track_x(leg, gaps), end, measures_);
    }
    if (ways_[w].flows_leftwards) std::reverse(path.points.begin(), path.points.end());
    return path;
}

std::vector<LinkPath> Wires::paths(const std::vector<Gap>& gaps) const {
    std::vector<LinkPath> paths;
    for (std::size_t w = 0; w < ways_.size(); ++w) paths.push_back(path_of(w, gaps));
    return paths;
}

}  // namespace throughline::wide
