// Frames that share what has not changed with the frame before, against frames that are made anew.
#include "core/view/frame_maker.h"

#include "core/base/card_size.h"
#include "core/state/address.h"
#include "core/state/camera.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

const Opening desktop{.stage_px = {1046, 755}, .pace = Pace::Moving};

// What is shown now, made by somebody who has seen no frame before.
std::string anew(const Harness& h) {
    const auto layout = std::make_shared<const Layout>(h.session.layout());
    State state = h.state();
    state.library = library_of(h.content());
    return dump_frame(FrameMaker().make(layout, layout, state));
}

// A content of one lane with so many cards that its words cannot be read at the fitted view.
Content crowd() {
    Content content = small_content();
    content.lanes.resize(1);
    content.links.clear();
    content.tour.clear();
    Node card = content.nodes.front();
    card.lane = 0;
    content.nodes.clear();
    for (int i = 0; i < 300; ++i) {
        card.id = "card-" + std::to_string(i);
        card.title = "Card number " + std::to_string(i);
        content.nodes.push_back(card);
    }
    return content;
}

float words_px(Harness& h) { return h.scene().stage_from_world.scale * card_text_size; }

}  // namespace

TEST_CASE("whatever was shown before, a frame is the same as one that is made anew") {
    Harness h(load_example(), desktop);
    for (const std::string line : {"activate node:last-bus",
                                   "focus node:shelters",
                                   "activate link-out",
                                   "wheel 300 300 -100 plain",
                                   "pointer move mouse 1 200 300",
                                   "activate theme",
                                   "activate contrast",
                                   "activate fold",
                                   "activate whole",
                                   "activate tour",
                                   "activate tour-next",
                                   "resize 390 700 2 tall 1",
                                   "activate extent",
                                   "activate node:last-bus",
                                   "resize 1280 720 1 wide 1",
                                   "activate present",
                                   "activate talk-spot",
                                   "activate tour-next",
                                   "activate talk-blank",
                                   "activate talk-end",
                                   "route mode%3Dkiosk",
                                   "activate wake",
                                   "wheel 300 300 -100 plain",
                                   "activate node:last-bus"}) {
        h.send_line(line);
        h.frame();
        // Past the glide from step to step, which stands between two layouts.
        h.rest();
        CHECK_MESSAGE(dump_frame(h.frame()) == anew(h), line);
    }
}

TEST_CASE("what a zoomed frame shows of cards, links and their buttons is the very same as before") {
    Harness h(load_example(), desktop);
    const auto buttons = [&h] {
        std::shared_ptr<const std::vector<PageItem>> found;
        visit_items(h.page().items, [&found](const PageItem& item) {
            if (item.part == "nodes") found = item.shared.items;
        });
        return found;
    };
    const DrawingPtr drawing = h.scene().drawing;
    const auto before = buttons();
    REQUIRE(before != nullptr);
    h.wheel({300, 300}, -100);
    CHECK(h.scene().drawing == drawing);
    CHECK(buttons() == before);
    h.activate("node:last-bus");
    CHECK(h.scene().drawing != drawing);
    CHECK(buttons() != before);
}

TEST_CASE("words too small to read are bars, and zooming in reaches words that can be read") {
    Harness h(crowd(), desktop);
    CHECK(words_px(h) < 5);
    CHECK(h.scene().drawing->bars.size() >= 300);
    for (const SceneCard& card : h.scene().drawing->cards) CHECK(card.lines.empty());
    for (int presses = 0; !h.button("Zoom in").is_disabled && presses < 100; ++presses) {
        h.press("Zoom in");
        h.rest();
    }
    CHECK(words_px(h) >= 19.9F);
    CHECK(h.scene().drawing->bars.empty());
    CHECK_FALSE(h.scene().drawing->cards.front().lines.empty());
    // How far it goes follows the stage, which the layout does not.
    const auto most = [&h] { return most_zoom(h.content(), h.session.layout(), h.state()); };
    h.resize({2092, 1510});
    const float large = most();
    h.resize({1046, 755});
    CHECK(most() > large);
    // A link to that place opens there.
    Harness again(crowd(), {.view = encode_view(h.content(), h.view()), .stage_px = {1046, 755}});
    CHECK(words_px(again) == doctest::Approx(words_px(h)).epsilon(0.01));
}
