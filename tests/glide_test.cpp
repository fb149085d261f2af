// How cards move from step to step.
#include "harness.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE(
    "between two steps a card that stays glides from its old place to its new one; under reduced motion it stands") {
    Harness h(load_brief(), "mode=talk&step=3");
    const auto center = [&h] { return h.card_rect("conflation").center(); };
    const Vec2 third = center();
    h.press("Back");
    const Vec2 second = center();
    CHECK(std::abs(second.y - third.y) + std::abs(second.x - third.x) > 20);
    CHECK_FALSE(h.session.wants_frame());
    h.prefer({false, false, false});
    h.press("Next");
    CHECK(center().x == doctest::Approx(second.x).epsilon(0.01));
    CHECK(center().y == doctest::Approx(second.y).epsilon(0.01));
    // Whoever presses it finds it at its new place at once.
    CHECK(rect_on_stage(h.page(), "node:conflation").center().y == doctest::Approx(third.y).epsilon(0.01));
    float last = std::abs(center().y - third.y);
    int frames = 0;
    for (; h.session.wants_frame() && frames < 200; ++frames) {
        h.draw();
        const float away = std::abs(center().y - third.y);
        CHECK(away <= last + 0.01F);
        last = away;
        for (const SceneLink& link : h.scene().drawing->links) CHECK(std::isfinite(link.points.front().x));
    }
    CHECK(frames > 5);
    CHECK(center() == third);
}
