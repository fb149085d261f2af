#include "core/route.h"

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
    route.line = decode_route(content, "b&line=b.c").line;
    CHECK(route.line != none);
    CHECK(encode_route(content, route) == "b&line=b.c");
    CHECK(decode_route(content, "a&line=b.c").line == none);
    CHECK(decode_route(content, "line=b.c").line == none);
    CHECK(decode_route(content, "b&line=c.b").line == none);
}

TEST_CASE("what an address cannot mean is passed over") {
    const Content content = small_content();
    for (const char* fragment : {"nobody", "step=0", "step=3", "step=x", "zoom=99", "zoom=nan", "zoom=1e3", "at=5,5", "at=1", "theme=pink", "&&&", "=", "a=b", "line=", "line=a", "line=.", "theme=contrasty", "%", "step=99999999999999999999"}) {
        CHECK_MESSAGE(decode_route(content, fragment) == Route{}, fragment);
    }
    CHECK(decode_route(content, "nobody&step=2").step == 1);
    CHECK(decode_route(content, "step=1&b").selected == none);
}
