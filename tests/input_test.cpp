#include "core/command/input.h"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;

TEST_CASE("every kind of input reads back from the line it was written as") {
    for (const char* line : {"12.5 pointer down mouse 1 100 200.25",
                             "0 pointer cancel touch 7 -3.5 0",
                             "1 pointer leave pen 0 0 0",
                             "1 wheel 10 20 -40 plain",
                             "1 wheel 10 20 3.5 control",
                             "2 key Escape plain node:raids",
                             "2 key %20 plain -",
                             "2 key %2D plain -",
                             "2 key PageDown repeat -",
                             "2 key N repeat talk-next",
                             "3 activate go:out:raids",
                             "3 focus -",
                             "4 resize 1046 755 1.5 wide 1",
                             "4 resize 390 1900 3 tall 1",
                             "5 environment dark still plain",
                             "5 environment light moving plain",
                             "6 route raids&step=2",
                             "6 route -",
                             "7 content my%20brief.json %7B%7D%0A",
                             "8 frame",
                             "9 presence wake",
                             "9 presence -",
                             "9 tick 1764000000000 -210",
                             "9 address https://example.org/a%3Fb",
                             "9 address -",
                             "9 follow raids&step=2&spot=0.5,0.25",
                             "9 follow -",
                             "9 peer present",
                             "9 peer absent",
                             "9 edition brief.fr.json %7B%7D",
                             "9 health context%20lost",
                             "9 link https://example.org/%23b",
                             "9 link -"}) {
        const std::optional<Input> input = parse_input(line);
        CHECK_MESSAGE(input.has_value(), line);
        if (input) CHECK(encode_input(*input) == line);
    }
}

TEST_CASE("a line that is no input is refused") {
    for (const std::string line : {"",
                                   "frame",
                                   "x frame",
                                   "1 frame more",
                                   "1 pointer down mouse 1 100",
                                   "1 pointer up finger 1 2 3",
                                   "1 key %4 plain -",
                                   "1 wheel 1 2 nan plain",
                                   "1 resize 1 2 3 round",
                                   "1 jump",
                                   "1 key a twice -",
                                   "1 key a shift -",
                                   "1 tick 5",
                                   "1 tick x 0",
                                   "1 tick 1e300 0",
                                   "1 tick 0 1e9",
                                   "1 tick -1 0",
                                   "1 pointer down mouse 1e10 1 2",
                                   "1 pointer down mouse 1 1e300 2",
                                   "1 peer gone",
                                   "1 follow",
                                   "1 address"}) {
        CHECK_MESSAGE(!parse_input(line).has_value(), line);
    }
}

TEST_CASE("bytes of any value survive percent-encoding") {
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
    CHECK(percent_decode(percent_encode(bytes)) == bytes);
    CHECK(percent_encode("-") == "%2D");
    CHECK_FALSE(percent_decode("%G0").has_value());
    CHECK_FALSE(percent_decode("%0").has_value());
}
