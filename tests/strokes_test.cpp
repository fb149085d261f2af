// The strokes that links share in the wide form: together where they have a card in common, and nowhere else.
#include "core/layout/layout.h"
#include "harness.h"
#include "support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

using namespace throughline;
using namespace throughline::testing;

namespace {

struct Stretch {
    std::size_t link = 0;
    bool is_level = false;
    float at = 0;  // its height, or how far to the right an upright one is
    float from = 0;
    float to = 0;
};

std::vector<Stretch> stretches_of(const Layout& layout) {
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < layout.links.size(); ++i) {
        const std::vector<Vec2>& points = layout.links[i].points;
        for (std::size_t k = 0; k + 3 < points.size(); k += 3) {
            const Vec2 a = points[k];
            const Vec2 b = points[k + 3];
            if (std::abs(a.y - b.y) < 0.01F) {
                stretches.push_back({i, true, a.y, std::min(a.x, b.x), std::max(a.x, b.x)});
            } else if (std::abs(a.x - b.x) < 0.01F) {
                stretches.push_back({i, false, a.x, std::min(a.y, b.y), std::max(a.y, b.y)});
            }
        }
    }
    return stretches;
}

Layout wide_layout(const Content& content) { return compute_layout(content, whole_request(content, Form::Wide)); }

// How far two links run on each other, or so near that they are taken for one, without a card that both join.
std::vector<std::string> ambiguities(const Content& content) {
    const Layout layout = wide_layout(content);
    const std::vector<Stretch> stretches = stretches_of(layout);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const Stretch& a = stretches[i];
            const Stretch& b = stretches[j];
            if (a.is_level != b.is_level || std::abs(a.at - b.at) > 2) continue;
            const float shared = std::min(a.to, b.to) - std::max(a.from, b.from);
            if (shared < 2) continue;
            const Link& one = content[layout.links[a.link].link];
            const Link& other = content[layout.links[b.link].link];
            if (one.flow_from() == other.flow_from() || one.flow_to() == other.flow_to()) continue;
            found.push_back(content[one.from].id + "->" + content[one.to].id + " and " + content[other.from].id + "->" +
                            content[other.to].id + (a.is_level ? " level at " : " upright at ") + std::to_string(a.at));
        }
    }
    return found;
}

}  // namespace

TEST_CASE("links that run on each other have a card in common, so that none is taken for another") {
    for (const Content& content : {load_brief(), load_example(), small_content()}) {
        for (const std::string& pair : ambiguities(content)) CHECK_MESSAGE(pair.empty(), pair);
    }
}

TEST_CASE("links leave a card together, and arrive together, each basis for itself") {
    const Content content = load_brief();
    const Layout layout = wide_layout(content);
    std::map<std::tuple<NodeId, float, Basis, bool>, float> ports;  // by card, side, basis and direction
    std::map<std::tuple<NodeId, float, float>, std::pair<Basis, bool>> uses;
    for (const LinkPath& path : layout.links) {
        const Link& link = content[path.link];
        for (const bool is_arriving : {false, true}) {
            const Vec2 end = is_arriving ? path.points.back() : path.points.front();
            const NodeId card = is_arriving ? link.flow_to() : link.flow_from();
            const float height = ports.try_emplace({card, end.x, link.basis, is_arriving}, end.y).first->second;
            CHECK(height == end.y);
            const std::pair use{link.basis, is_arriving};
            CHECK(uses.try_emplace({card, end.x, end.y}, use).first->second == use);
        }
    }
}

TEST_CASE("every link comes to its card level and straight, with room for its arrow") {
    for (const Content& content : {load_brief(), load_example(), small_content()}) {
        for (const LinkPath& path : wide_layout(content).links) {
            const Vec2 before = path.points[path.points.size() - 4];
            CHECK(before.y == path.points.back().y);
            CHECK(std::abs(before.x - path.points.back().x) >= 8.5F);
        }
    }
    Harness h(load_brief());
    for (const SceneLink& link : h.scene().drawing->links) {
        CHECK(link.arrow.base.y == link.arrow.tip.y);
        CHECK(length_of(link.arrow.tip - link.arrow.base) > 5);
        // The line's blunt end lies within.
        CHECK(length_of(link.arrow.tip - link.points.back()) < length_of(link.arrow.tip - link.arrow.base));
        CHECK(length_of(link.arrow.tip - link.points.back()) > 1);
    }
}

TEST_CASE("a lane of fixed order stands as its author wrote it, and one of free order as it is calmest") {
    Content content = load_brief();
    const auto is_in_order = [&content](std::string_view lane) {
        const Layout layout = wide_layout(content);
        NodeId last = none;
        for (const CardBox& card : layout.cards) {
            if (content.lane_of(card.node).id != lane) continue;
            if (last != none && card.node < last) return false;
            last = card.node;
        }
        return true;
    };
    CHECK(is_in_order("calls"));
    CHECK_FALSE(is_in_order("harms"));
    for (Lane& lane : content.lanes) lane.order = Order::Fixed;
    CHECK(is_in_order("harms"));
    for (Lane& lane : content.lanes) lane.order = Order::Free;
    CHECK_FALSE(is_in_order("calls"));
}
