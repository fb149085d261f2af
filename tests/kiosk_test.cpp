// A kiosk's rules that its page rests on. What its clock does has clockwork_test.cpp.
#include "core/base/text_format.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

const Opening kiosk{.view = "mode=kiosk", .stage_px = {1920, 1080}};

}  // namespace

TEST_CASE("the page says which phase a kiosk is in, and no other mode has one") {
    Harness h(load_brief(), kiosk);
    CHECK(h.root().phase == "attract");
    h.send(PresenceInput{});
    CHECK(h.root().phase == "visit");
    h.wait(70);
    CHECK(h.root().phase == "warning");
    h.open("");
    CHECK(h.root().phase.empty());
}

TEST_CASE("the staff's key opens their panel although a key of it has just ended the loop") {
    Harness h(load_brief(), kiosk);
    h.send(PresenceInput{});
    CHECK(h.root().phase == "visit");
    h.activate("staff");
    CHECK(h.has_item("staff-panel"));
}

TEST_CASE("the click of the touch that wakes presses nothing") {
    Harness h(load_brief(), kiosk);
    h.send(PresenceInput{"wake"});
    h.activate("node:raids");
    CHECK(h.selected().empty());
    h.wait(1);
    h.activate("node:raids");
    CHECK(h.selected() == "raids");
}

TEST_CASE("in a kiosk a card's button reaches to 60 px or to the middle of the gap, and no two overlap") {
    Harness h(load_brief(), kiosk);
    h.send(PresenceInput{});
    std::vector<std::pair<std::string, Rect>> areas;
    visit_placed(h.page().items, [&areas](const PageItem& item, Rect rect) {
        if (!item.node.empty()) areas.emplace_back(item.node, rect);
    });
    CHECK(areas.size() == h.content().nodes.size());
    std::size_t grown = 0;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const auto& [node, area] = areas[i];
        const Rect card = h.card_rect(node);
        CHECK(area.y <= card.y + 0.01F);
        CHECK(area.bottom() >= card.bottom() - 0.01F);
        CHECK(area.h <= std::max(card.h, 60.01F));
        if (area.h > card.h + 1) ++grown;
        for (std::size_t j = 0; j < i; ++j) {
            const Rect& other = areas[j].second;
            const bool is_apart = area.x >= other.right() || other.x >= area.right() ||
                                  area.y >= other.bottom() - 0.01F || other.y >= area.bottom() - 0.01F;
            CHECK(is_apart);
        }
    }
    CHECK(grown > 10);
    h.open("");
    CHECK(rect_on_stage(h.page(), "node:discrimination").h < 50);
}

TEST_CASE("the staff's log says in words what the page notes, and leaves what it does not know") {
    Harness h(load_brief(), kiosk);
    for (const char* entry : {"2026-03-01 09:00:00 started", "2026-03-01 09:00:01 memory 210",
                              "2026-03-01 09:00:02 unread a.json (404)", "something else", "word"}) {
        h.send(HealthInput{entry});
    }
    h.activate("staff");
    std::string lines;
    visit_items(h.item("staff-panel").inside(), [&lines](const PageItem& item) { lines += item.text + "\n"; });
    for (const std::string line :
         {"2026-03-01 09:00:00 started\n", "2026-03-01 09:00:01 memory was at 210 MB\n",
          "2026-03-01 09:00:02 a.json (404): it could not be read\n", "something else\n", "word\n"}) {
        CHECK_MESSAGE(contains(lines, line), line);
    }
}

TEST_CASE("what came of a content has the time of the last tick") {
    Harness h(load_brief(), kiosk);
    h.started_wall_ms = 1772355612000 - h.now_ms;
    h.tick();
    h.send(EditionInput{"other.json", "{}"});
    CHECK(h.state().kiosk.health.back().starts_with("2026-03-01 10:00:12 other.json was not taken: "));
}

TEST_CASE("a date and a time are those of a calendar") {
    CHECK(format_date_time(0, 0) == "1970-01-01 00:00:00");
    CHECK(format_date_time(951782399000, 0) == "2000-02-28 23:59:59");
    CHECK(format_date_time(951782400000, 0) == "2000-02-29 00:00:00");
    CHECK(format_date_time(1764024012000, 60) == "2025-11-24 23:40:12");
    CHECK(format_date_time(1798761599000, 0) == "2026-12-31 23:59:59");
    CHECK(format_date_time(1798761599000, 1) == "2027-01-01 00:00:59");
}
