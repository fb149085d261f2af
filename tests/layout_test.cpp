#include "core/layout/layout.h"

#include "core/base/card_size.h"
#include "core/base/text_metrics.h"
#include "core/brief/brief.h"
#include "core/state/camera.h"
#include "support.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using namespace throughline::testing;

namespace {

bool overlaps(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Vec2 cubic_at(const Vec2* p, float t) {
    const float s = 1 - t;
    return p[0] * (s * s * s) + p[1] * (3 * s * s * t) + p[2] * (3 * s * t * t) + p[3] * (t * t * t);
}

// Every drawn point of a link.
std::vector<Vec2> sample(const LinkPath& path) {
    std::vector<Vec2> points;
    for (std::size_t i = 0; i + 3 < path.points.size(); i += 3) {
        for (int step = 0; step <= 64; ++step)
            points.push_back(cubic_at(&path.points[i], static_cast<float>(step) / 64));
    }
    return points;
}

Rect shrunk(const Rect& r) { return {r.x + 0.5F, r.y + 0.5F, r.w - 1, r.h - 1}; }

void check_layout(const Content& content, const LayoutRequest& request) {
    CAPTURE(static_cast<int>(request.form));
    CAPTURE(request.width);
    const Layout layout = compute_layout(content, request);
    CHECK(layout.cards.size() == content.nodes.size());
    CHECK(layout.links.size() == content.links.size());
    for (std::size_t i = 0; i < layout.cards.size(); ++i) {
        const CardBox& card = layout.cards[i];
        const Node& node = content[card.node];
        CHECK(card.rect.x >= layout.bounds.x);
        CHECK(card.rect.y >= layout.bounds.y);
        CHECK(card.rect.right() <= layout.bounds.right());
        CHECK(card.rect.bottom() <= layout.bounds.bottom());
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(overlaps(card.rect, layout.cards[j].rect));
        for (const LaneBox& lane : layout.lanes) CHECK_FALSE(overlaps(card.rect, lane.head));
        std::string letters;
        for (const std::string& line : card.lines) {
            letters += line;
            CHECK_MESSAGE(card_text_inset + measure_text(line, Weight::Semibold, card_text_size) <= card.rect.w - 5,
                          node.id);
        }
        letters.erase(std::remove(letters.begin(), letters.end(), ' '), letters.end());
        std::string title = node.title;
        title.erase(std::remove(title.begin(), title.end(), ' '), title.end());
        CHECK(letters == title);
        CHECK(static_cast<float>(card.lines.size()) * card_line_height <= card.rect.h - 4);
    }
    for (const LaneBox& lane : layout.lanes) {
        CHECK(lane.head.right() <= layout.bounds.right());
        for (const std::string& line : lane.lines)
            CHECK(measure_text(line, Weight::Semibold, lane_text_size) <= lane.head.w);
    }
    for (const LinkPath& path : layout.links) {
        const Link& link = content[path.link];
        const std::vector<Vec2> points = sample(path);
        for (const Vec2 p : points) {
            CHECK(layout.bounds.contains(p));
            for (const CardBox& card : layout.cards) {
                const bool is_inside = shrunk(card.rect).contains(p);
                if (is_inside)
                    CHECK_MESSAGE(!is_inside, content[link.from].id, "->", content[link.to].id, " runs through ",
                                  content[card.node].id);
            }
            for (const LaneBox& lane : layout.lanes) CHECK_FALSE(lane.head.contains(p));
        }
        const auto touches = [&](NodeId node, Vec2 p) {
            for (const CardBox& card : layout.cards) {
                if (card.node != node) continue;
                const Rect& r = card.rect;
                const bool is_on_side = std::min(std::abs(p.x - r.x), std::abs(p.x - r.right())) < 0.01F;
                return is_on_side && p.y > r.y && p.y < r.bottom();
            }
            return false;
        };
        CHECK(touches(link.flow_from(), points.front()));
        CHECK(touches(link.flow_to(), points.back()));
    }
}

}  // namespace

TEST_CASE("nothing overlaps, words stay whole, and no link runs through a card or a word") {
    for (const Form form : {Form::Wide, Form::Tall}) {
        check_layout(load_brief(), whole_request(load_brief(), form));
        check_layout(load_example(), whole_request(load_example(), form));
        check_layout(small_content(), whole_request(small_content(), form));
    }
}

TEST_CASE("one card a row holds the same where the reader's words are large") {
    for (const float width : {one_column_width, 240.0F, narrowest_width}) {
        LayoutRequest request = whole_request(load_brief(), Form::Tall);
        request.width = width;
        check_layout(load_brief(), request);
    }
}

TEST_CASE("any part of the nodes can stand in the picture alone") {
    const Content content = load_brief();
    for (const Form form : {Form::Wide, Form::Tall}) {
        for (std::size_t first = 0; first < content.nodes.size(); first += 5) {
            LayoutRequest request = whole_request(content, form);
            request.nodes.clear();
            for (std::size_t node = first; node < content.nodes.size(); node += 3) request.nodes.emplace_back(node);
            const Layout layout = compute_layout(content, request);
            CHECK(layout.cards.size() == request.nodes.size());
        }
    }
}

TEST_CASE("cards come in reading order: lane by lane, each from the top") {
    const Content content = load_brief();
    for (const Form form : {Form::Wide, Form::Tall}) {
        const Layout layout = compute_layout(content, whole_request(content, form));
        for (std::size_t i = 1; i < layout.cards.size(); ++i) {
            const LaneId lane_before = content[layout.cards[i - 1].node].lane;
            const LaneId lane = content[layout.cards[i].node].lane;
            CHECK(lane_before <= lane);
            if (lane_before == lane) CHECK(layout.cards[i - 1].rect.y <= layout.cards[i].rect.y);
        }
    }
}

TEST_CASE("lanes that share a column stand below each other in it") {
    const Content content = small_content();
    const Layout layout = compute_layout(content, whole_request(content, Form::Wide));
    CHECK(layout.cards[0].rect.x == layout.cards[1].rect.x);
    CHECK(layout.lanes[1].head.y > layout.cards[0].rect.bottom());
    CHECK(layout.lanes[1].head.bottom() < layout.cards[1].rect.y);
}

TEST_CASE("the layouts are the golden ones") {
    for (const auto& [name, content] : {std::pair{"brief", load_brief()}, std::pair{"night-buses", load_example()}}) {
        check_golden(std::string("layout-") + name + "-wide.txt",
                     dump_layout(content, compute_layout(content, whole_request(content, Form::Wide))));
        check_golden(std::string("layout-") + name + "-tall.txt",
                     dump_layout(content, compute_layout(content, whole_request(content, Form::Tall))));
    }
}

TEST_CASE("a picture is fitted whole and in the middle") {
    const Transform fit = fit_transform({0, 0, 200, 100}, {400, 400});
    CHECK(fit.scale == 2);
    CHECK(fit.apply(Vec2{100, 50}) == Vec2{200, 200});
    CHECK(fit.invert({200, 200}) == Vec2{100, 50});
}

TEST_CASE("the words of the whole can be read on usual screens, and a narrow or broad stage has a picture to fit") {
    const BriefPtr brief = open_brief(load_brief());
    const auto layout_on = [&brief](State& state, Vec2 stage_px) {
        state.around.stage_px = stage_px;
        return compute_layout(brief->content, layout_request(*brief, state));
    };
    // The stage beside the panel in windows of 1024 by 768, 1280 by 720, 1366 by 768, 1440 by 900 and 1920 by 1080.
    for (const auto& [stage_px, least_px] : {std::pair{Vec2{780, 660}, 12.0F},
                                             {Vec2{948, 604}, 12.5F},
                                             {Vec2{1010, 652}, 13.0F},
                                             {Vec2{1064, 784}, 14.0F},
                                             {Vec2{1500, 964}, 16.0F}}) {
        State state;
        const Layout layout = layout_on(state, stage_px);
        const float scale = stage_from_world(brief->content, layout, state).scale;
        CHECK(scale * std::min(card_text_size, lane_text_size) >= least_px);
    }
    State state;
    const Rect usual = layout_on(state, {1064, 784}).bounds;
    const Rect narrow = layout_on(state, {700, 650}).bounds;
    CHECK(narrow.w < usual.w);
    CHECK(narrow.h > usual.h);
    const Rect broad = layout_on(state, {1280, 604}).bounds;
    CHECK(broad.w > usual.w);
    CHECK(broad.h < usual.h);
}

TEST_CASE("long lanes wrap into several columns, so that the words of sixty cards can be read") {
    for (const std::pair<int, int>& split : {std::pair{1, 30}, {2, 25}, {3, 20}, {10, 6}}) {
        const int lanes = split.first;
        const int each = split.second;
        CAPTURE(lanes);
        Content content = small_content();
        content.tour.clear();
        const Link link = content.links.front();
        content.links.clear();
        const Lane lane = content.lanes.front();
        const Node node = content.nodes.front();
        content.lanes.clear();
        content.nodes.clear();
        for (int l = 0; l < lanes; ++l) {
            content.lanes.push_back(lane);
            content.lanes.back().id = "lane-" + std::to_string(l);
            content.lanes.back().column = 1 + l % 5;
            for (int n = 0; n < each; ++n) {
                content.nodes.push_back(node);
                content.nodes.back().id = "card-" + std::to_string(l * each + n);
                content.nodes.back().title = "A title of a usual length, of lane " + std::to_string(l);
                content.nodes.back().lane = LaneId(static_cast<std::size_t>(l));
            }
        }
        // Within a lane, from one of its columns to another, and on to the next lanes.
        for (std::size_t n = 0; n < content.nodes.size(); n += 3) {
            for (const std::size_t to :
                 {n + 2, n + static_cast<std::size_t>(each) / 2, n + static_cast<std::size_t>(each)}) {
                if (to >= content.nodes.size()) continue;
                content.links.push_back(link);
                content.links.back().from = NodeId(n);
                content.links.back().to = NodeId(to);
            }
        }
        const BriefPtr brief = open_brief(content);
        State state;
        state.around.stage_px = {1066, 784};  // beside the panel in a window of 1440 by 900
        const Layout layout = compute_layout(brief->content, layout_request(*brief, state));
        CHECK(stage_from_world(brief->content, layout, state).scale * card_text_size >= 12);
        CHECK(layout.cards.size() == content.nodes.size());
        for (const LaneBox& box : layout.lanes) {
            // Its head stands over its first column, and shares its edge.
            const auto is_first = [&](const CardBox& card) { return brief->content[card.node].lane == box.lane; };
            const auto first = std::find_if(layout.cards.begin(), layout.cards.end(), is_first);
            REQUIRE(first != layout.cards.end());
            CHECK(box.head.x == first->rect.x);
            CHECK(box.head.bottom() <= first->rect.y);
        }
        check_layout(brief->content, layout_request(*brief, state));
    }
}
