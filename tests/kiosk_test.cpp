// A kiosk's rules that its page rests on. What its clock does has clockwork_test.cpp.
#include "core/base/text_format.h"
#include "core/program/session.h"
#include "core/state/camera.h"
#include "small_brief.h"
#include "support.h"

#include <doctest/doctest.h>

#include <functional>

using namespace throughline;
using namespace throughline::testing;

namespace {

void send(Session& session, const std::string& line) {
    const std::optional<Input> input = parse_input(line);
    CHECK_MESSAGE(input.has_value(), line);
    if (input) session.handle(*input);
}

Session kiosk() {
    Session session(load_brief());
    send(session, "0 environment light still plain");
    send(session, "0 resize 1920 1080 1 wide 1");
    send(session, "0 route mode%3Dkiosk");
    return session;
}

void visit(const std::vector<PageItem>& items, const std::function<void(const PageItem&)>& see) {
    for (const PageItem& item : items) {
        see(item);
        visit(item.inside(), see);
    }
}

std::string text_of(const std::vector<PageItem>& items) {
    std::string all;
    visit(items, [&all](const PageItem& item) { all += item.text + "\n"; });
    return all;
}

std::string phase_of(Session& session) { return session.frame().page.attributes.phase; }

}  // namespace

TEST_CASE("the page says which phase a kiosk is in, and no other mode has one") {
    Session session = kiosk();
    CHECK(phase_of(session) == "attract");
    send(session, "1 presence -");
    CHECK(phase_of(session) == "visit");
    send(session, "70000 tick 0 0");
    CHECK(phase_of(session) == "warning");
    send(session, "70001 route -");
    CHECK(phase_of(session).empty());
}

TEST_CASE("the staff's key opens their panel although a key of it has just ended the loop") {
    Session session = kiosk();
    send(session, "10 presence -");
    CHECK(session.state().kiosk.phase == KioskPhase::Visit);
    send(session, "20 activate staff");
    CHECK(session.state().kiosk.shows_staff);
}

TEST_CASE("the click of the touch that wakes presses nothing") {
    Session session = kiosk();
    send(session, "10 presence wake");
    send(session, "20 activate node:raids");
    CHECK(session.state().view.selected == none);
    send(session, "1000 activate node:raids");
    CHECK(session.state().view.selected != none);
}

TEST_CASE("in a kiosk a card's button reaches to 60 px or to the middle of the gap, and no two overlap") {
    Session session = kiosk();
    send(session, "1 presence -");
    std::vector<Rect> areas;
    visit_placed(session.frame().page.items, [&areas](const PageItem& item, Rect rect) {
        if (!item.node.empty()) areas.push_back(rect);
    });
    CHECK(areas.size() == session.content().nodes.size());
    const Transform px_from_world = stage_from_world(session.content(), session.layout(), session.state());
    std::size_t grown = 0;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const Rect card = px_from_world.apply(session.layout().cards[i].rect);
        CHECK(areas[i].y <= card.y + 0.01F);
        CHECK(areas[i].bottom() >= card.bottom() - 0.01F);
        CHECK(areas[i].h <= std::max(card.h, 60.01F));
        if (areas[i].h > card.h + 1) ++grown;
        for (std::size_t j = 0; j < i; ++j) {
            const bool is_apart = areas[i].x >= areas[j].right() || areas[j].x >= areas[i].right() ||
                                  areas[i].y >= areas[j].bottom() - 0.01F || areas[j].y >= areas[i].bottom() - 0.01F;
            CHECK(is_apart);
        }
    }
    CHECK(grown > 10);
    send(session, "2 route -");
    CHECK(rect_on_stage(session.frame().page, "node:raids").h < 60);
}

TEST_CASE("the staff's log says in words what the page notes, and leaves what it does not know") {
    Session session = kiosk();
    send(session, "1 health 2026-03-01%2009:00:00%20started");
    send(session, "2 health 2026-03-01%2009:00:01%20memory%20210");
    send(session, "3 health 2026-03-01%2009:00:02%20unread%20a.json%20(404)");
    send(session, "4 health something%20else");
    send(session, "5 health word");
    send(session, "6 activate staff");
    const std::string text = text_of(session.frame().page.items);
    for (const char* line :
         {"2026-03-01 09:00:00 started\n", "2026-03-01 09:00:01 memory was at 210 MB\n",
          "2026-03-01 09:00:02 a.json (404): it could not be read\n", "something else\n", "word\n"}) {
        CHECK_MESSAGE(text.find(line) != std::string::npos, line);
    }
}

TEST_CASE("what came of a content has the time of the last tick") {
    Session session = kiosk();
    send(session, "1 tick 1772355612000 60");
    send(session, "2 edition other.json %7B%7D");
    CHECK(session.state().kiosk.health.back().rfind("2026-03-01 10:00:12 other.json was not taken: ", 0) == 0);
}

TEST_CASE("a date and a time are those of a calendar") {
    CHECK(format_date_time(0, 0) == "1970-01-01 00:00:00");
    CHECK(format_date_time(951782399000, 0) == "2000-02-28 23:59:59");
    CHECK(format_date_time(951782400000, 0) == "2000-02-29 00:00:00");
    CHECK(format_date_time(1764024012000, 60) == "2025-11-24 23:40:12");
    CHECK(format_date_time(1798761599000, 0) == "2026-12-31 23:59:59");
    CHECK(format_date_time(1798761599000, 1) == "2027-01-01 00:00:59");
}
