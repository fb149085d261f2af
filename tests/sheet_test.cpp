// A phone's sheet, which holds the details and is drawn up over the diagram.
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
