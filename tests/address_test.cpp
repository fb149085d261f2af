#include "core/state/address.h"

#include "support.h"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("the whole view has the empty address, and every part of a view comes back") {
    const Content content = small_content();
    CHECK(encode_view(content, View{}).empty());
    View view;
    view.selected = 2;
    view.step = 1;
    view.camera = {2.5F, {0.25F, 0.75F}};
    view.theme = Theme::Dark;
    view.extent = Extent::Everything;
    view.has_inspector = true;
    CHECK(encode_view(content, view) == "c&step=2&zoom=2.5&at=0.25,0.75&theme=dark&show=everything&inspect");
    CHECK(decode_view(content, encode_view(content, view)) == view);
}

TEST_CASE("a view of one node is its id alone") {
    const Content content = small_content();
    View view;
    view.selected = 3;
    CHECK(encode_view(content, view) == "d");
    CHECK(decode_view(content, "d") == view);
}

TEST_CASE("a line is part of the view of a node that it touches, and of no other") {
    const Content content = small_content();
    View view;
    view.selected = 1;
    view.looked_at = decode_view(content, "b&line=b.c").looked_at;
    CHECK(view.looked_at != none);
    CHECK(encode_view(content, view) == "b&line=b.c");
    CHECK(decode_view(content, "a&line=b.c").looked_at == none);
    CHECK(decode_view(content, "line=b.c").looked_at == none);
    CHECK(decode_view(content, "b&line=c.b").looked_at == none);
}

TEST_CASE("every part of a talk comes back, the closing step too") {
    const Content content = small_content();
    View view;
    view.mode = Mode::Talk;
    view.selected = 1;
    view.step = static_cast<int>(content.tour.size());
    view.is_blank = true;
    view.spot = Vec2{0.25F, 0.5F};
    view.text_step = 2;
    view.auto_secs = 30;
    view.theme = Theme::Contrast;
    view.has_letter_keys = false;
    CHECK(encode_view(content, view) ==
          "b&mode=talk&step=3&blank&spot=0.25,0.5&text=3&auto=30&theme=contrast&keys=off");
    CHECK(decode_view(content, encode_view(content, view)) == view);
    View speaker;
    speaker.mode = Mode::Speaker;
    speaker.step = 0;
    speaker.since_ms = 1764000000000.0;
    CHECK(encode_view(content, speaker) == "mode=speaker&step=1&since=1764000000");
    CHECK(decode_view(content, encode_view(content, speaker)) == speaker);
    CHECK(decode_shared_view(content, "mode=speaker&step=1&aspect=1.333").audience_aspect == doctest::Approx(1.333F));
}

TEST_CASE("what belongs to a talk means nothing elsewhere: no address makes a visitor's page blank") {
    const Content content = small_content();
    CHECK(decode_view(content, "blank&spot=0.5,0.5&text=3&keys=off&auto=9&since=5&aspect=1.5&step=3") == View{});
}

TEST_CASE("what an address of a talk cannot mean is passed over") {
    const Content content = small_content();
    View talk;
    talk.mode = Mode::Talk;
    for (const std::string part : {"text=0", "text=4", "text=x", "spot=2,0", "spot=0.5", "spot=-1,0", "keys=on",
                                   "auto=0", "auto=601", "auto=-5", "aspect=0", "aspect=nan", "aspect=99", "since=x",
                                   "since=9999999999999999999", "since=-1", "since=1e400", "step=4", "nonce=ab"}) {
        CHECK_MESSAGE(decode_view(content, std::string("mode=talk&") + part) == talk, part);
    }
    CHECK(decode_view(content, "mode=party") == View{});
}

TEST_CASE("what an address cannot mean is passed over") {
    const Content content = small_content();
    for (const std::string fragment :
         {"nobody", "step=0", "step=3", "step=x", "zoom=99", "zoom=nan", "zoom=1e3", "at=5,5", "at=1", "theme=pink",
          "&&&", "=", "a=b", "line=", "line=a", "line=.", "theme=contrasty", "%", "step=99999999999999999999"}) {
        CHECK_MESSAGE(decode_view(content, fragment) == View{}, fragment);
    }
    CHECK(decode_view(content, "nobody&step=2").step == 1);
    CHECK(decode_view(content, "step=1&b").selected == none);
}
