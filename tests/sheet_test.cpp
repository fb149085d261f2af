// Where the details stand: a phone's sheet, which is drawn up over the diagram, and the panel beside a wide one.
#include "core/content/words.h"
#include "harness.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

const Opening phone{.stage_px = {390, 600}, .form = Form::Tall};

bool is_open(Harness& h) { return h.button(words().sheet).is_expanded == true; }

}  // namespace

TEST_CASE("the sheet opens and closes by its handle, and brings the selected card into sight each time") {
    Harness h(small_content(), phone);
    CHECK_FALSE(is_open(h));
    h.press("Details in full");
    CHECK(h.effects().empty());
    CHECK(is_open(h));
    h.press("Node b");
    CHECK_MESSAGE(is_open(h), "choosing a card does not close it");
    h.press("Details in full");
    CHECK_FALSE(is_open(h));
    CHECK(h.effects().size() == 1);
    CHECK(h.effect<ScrollToItem>() == "node:b");
}

TEST_CASE("a kiosk that starts over closes the sheet") {
    Harness h(small_content(), phone);
    h.open("mode=kiosk");
    h.send(PresenceInput{});
    h.wait(1);
    h.press("Details in full");
    CHECK(is_open(h));
    h.press("Start over");
    CHECK_FALSE(is_open(h));
}

TEST_CASE("the panel beside a wide picture is folded away, and a tour, which is read in it, brings it back meanwhile") {
    Harness h(load_brief());
    CHECK(h.has_item("panel"));
    h.activate("fold");
    CHECK_FALSE(h.has_item("panel"));
    CHECK(h.item("fold").is_pressed == true);
    h.activate("node:raids");
    CHECK_FALSE(h.has_item("panel"));
    CHECK_MESSAGE(contains(h.status(), "Rescue raids"), "what was chosen is said all the same");
    h.activate("tour");
    CHECK(h.has_item("panel"));
    CHECK_FALSE(h.has_item("fold"));
    h.activate("tour-end");
    CHECK_FALSE(h.has_item("panel"));
    h.activate("fold");
    CHECK(h.has_item("panel"));
    h.activate("fold");
    h.resize({390, 600}, Form::Tall);
    CHECK_MESSAGE(h.has_item("panel"), "a phone's is the foot of its page");
}
