// The harness itself: what all other tests believe of it.
#include "harness.h"

#include "core/content/words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("what is pressed is found by the name that is read out, and keys go where the focus is") {
    Harness h(small_content(), "mode=talk");
    h.press("Next");
    h.key("PageDown");
    CHECK(h.button("Next").is_disabled);
    CHECK(h.status() == words().status_closing);
    h.press("End");
    // Its sign is another: the name is what is read out.
    CHECK(h.button("Zoom in").text == "+");
    CHECK_FALSE(h.has_button("+"));
    h.press("Zoom in");
    const Vec2 before = h.view().camera.center;
    h.focus("panel");
    h.key("ArrowRight");
    CHECK(h.view().camera.center == before);
    h.focus("node:b");
    h.key("ArrowRight");
    CHECK_FALSE(h.view().camera.center == before);
}

TEST_CASE("time passes as a shell lets it pass, and what it brings about is told as that of any input") {
    Harness h(small_content(), "mode=talk&auto=5");
    h.wait(4);
    CHECK(h.take<SetFragment>().empty());
    h.wait(2);
    CHECK(h.take<SetFragment>() == std::vector<std::string>{"mode=talk&step=2&auto=5"});
    CHECK(h.take<SetFragment>().empty());
    CHECK(h.address() == "mode=talk&step=2&auto=5");
    CHECK(h.effect<SetFragment>() == h.address());
    h.key("b");
    CHECK(h.effect<OpenWindow>() == "none");
}

TEST_CASE("frames are drawn until nothing moves, and none where a reader wants things still") {
    for (const Pace pace : {Pace::Moving, Pace::Still}) {
        Harness h(small_content(), {.pace = pace});
        h.frame();
        h.press("Node b");
        h.frame();
        CHECK((h.rest() > 5) == (pace == Pace::Moving));
        CHECK(h.rest() == 0);
    }
}

TEST_CASE("one action is carried out in the state that inputs have brought about, and they go on from there") {
    Harness h(small_content(), "b");
    CHECK(h.apply(NextLink{Course::Along}).size() == 1);
    CHECK(h.address() == "b&line=b.c");
    h.press("Follow it");
    CHECK(h.selected() == "c");
}
