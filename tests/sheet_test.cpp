// A phone's sheet, which holds the details and is drawn up over the diagram.
#include "core/program/session.h"

#include "small_brief.h"
#include "support.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

bool is_open(Session& session) { return find_item(session.frame().page, "sheet").is_expanded == true; }

}  // namespace

TEST_CASE("the sheet opens and closes by its handle, and brings the selected card into sight each time") {
    Session session(small_content());
    session.handle({1, ResizeInput{{390, 600}, 1, Form::Tall}});
    CHECK_FALSE(is_open(session));
    CHECK(session.handle({2, ActivateInput{"sheet"}}).effects.empty());
    CHECK(is_open(session));
    session.handle({3, ActivateInput{"node:b"}});
    CHECK_MESSAGE(is_open(session), "choosing a card does not close it");
    const std::vector<Effect> effects = session.handle({4, ActivateInput{"sheet"}}).effects;
    CHECK_FALSE(is_open(session));
    CHECK(effects.size() == 1);
    if (effects.size() == 1) CHECK(describe(effects[0]).value == "node:b");
}

TEST_CASE("a kiosk that starts over closes the sheet") {
    Session session(small_content());
    session.handle({1, ResizeInput{{390, 600}, 1, Form::Tall}});
    session.handle({2, RouteInput{"mode=kiosk"}});
    session.handle({3, PresenceInput{}});
    session.handle({1000, ActivateInput{"sheet"}});
    CHECK(is_open(session));
    session.handle({1001, ActivateInput{"start-over"}});
    CHECK_FALSE(is_open(session));
}
