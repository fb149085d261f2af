#include "core/state/route.h"

#include "support.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("the whole view has the empty address, and every part of a view comes back") {
    const Content content = small_content();
    CHECK(encode_route(content, Route{}).empty());
    Route route;
    route.selected = 2;
    route.step = 1;
    route.camera = {2.5F, {0.25F, 0.75F}};
    route.theme = Theme::Dark;
    route.extent = Extent::Everything;
    route.inspector = true;
    CHECK(encode_route(content, route) == "c&step=2&zoom=2.5&at=0.25,0.75&theme=dark&show=everything&inspect");
    CHECK(decode_route(content, encode_route(content, route)) == route);
}

TEST_CASE("a view of one node is its id alone") {
    const Content content = small_content();
    Route route;
    route.selected = 3;
    CHECK(encode_route(content, route) == "d");
    CHECK(decode_route(content, "d") == route);
}

TEST_CASE("a line is part of the view of a node that it touches, and of no other") {
    const Content content = small_content();
    Route route;
    route.selected = 1;
    route.looked_at = decode_route(content, "b&line=b.c").looked_at;
    CHECK(route.looked_at != none);
    CHECK(encode_route(content, route) == "b&line=b.c");
    CHECK(decode_route(content, "a&line=b.c").looked_at == none);
    CHECK(decode_route(content, "line=b.c").looked_at == none);
    CHECK(decode_route(content, "b&line=c.b").looked_at == none);
}

TEST_CASE("every part of a talk comes back, the closing step too") {
    const Content content = small_content();
    Route route;
    route.mode = Mode::Talk;
    route.selected = 1;
    route.step = static_cast<int>(content.tour.size());
    route.is_blank = true;
    route.spot = Vec2{0.25F, 0.5F};
    route.text_step = 2;
    route.auto_secs = 30;
    route.theme = Theme::Contrast;
    route.has_letter_keys = false;
    CHECK(encode_route(content, route) == "b&mode=talk&step=3&blank&spot=0.25,0.5&text=3&auto=30&theme=contrast&keys=off");
    CHECK(decode_route(content, encode_route(content, route)) == route);
    Route speaker;
    speaker.mode = Mode::Speaker;
    speaker.step = 0;
    speaker.since_ms = 1764000000000.0;
    CHECK(encode_route(content, speaker) == "mode=speaker&step=1&since=1764000000");
    CHECK(decode_route(content, encode_route(content, speaker)) == speaker);
    CHECK(decode_route(content, "mode=speaker&step=1&aspect=1.333").audience_aspect == doctest::Approx(1.333F));
}

TEST_CASE("what belongs to a talk means nothing elsewhere: no address makes a visitor's page blank") {
    const Content content = small_content();
    CHECK(decode_route(content, "blank&spot=0.5,0.5&text=3&keys=off&auto=9&since=5&aspect=1.5&step=3") == Route{});
}

TEST_CASE("what an address of a talk cannot mean is passed over") {
    const Content content = small_content();
    Route talk;
    talk.mode = Mode::Talk;
    for (const char* part : {"text=0", "text=4", "text=x", "spot=2,0", "spot=0.5", "spot=-1,0", "keys=on", "auto=0", "auto=601", "auto=-5", "aspect=0", "aspect=nan", "aspect=99", "since=x", "since=9999999999999999999", "since=-1", "since=1e400", "step=4", "nonce=ab"}) {
        CHECK_MESSAGE(decode_route(content, std::string("mode=talk&") + part) == talk, part);
    }
    CHECK(decode_route(content, "mode=party") == Route{});
}

TEST_CASE("what an address cannot mean is passed over") {
    const Content content = small_content();
    for (const char* fragment : {"nobody", "step=0", "step=3", "step=x", "zoom=99", "zoom=nan", "zoom=1e3", "at=5,5", "at=1", "theme=pink", "&&&", "=", "a=b", "line=", "line=a", "line=.", "theme=contrasty", "%", "step=99999999999999999999"}) {
        CHECK_MESSAGE(decode_route(content, fragment) == Route{}, fragment);
    }
    CHECK(decode_route(content, "nobody&step=2").step == 1);
    CHECK(decode_route(content, "step=1&b").selected == none);
}
