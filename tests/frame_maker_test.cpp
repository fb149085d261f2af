// Frames that share what has not changed with the frame before, against frames that are made anew.
#include "core/base/card_size.h"
#include "core/command/commands.h"
#include "core/program/session.h"
#include "core/state/camera.h"
#include "core/view/frame_maker.h"
#include "core/view/view.h"
#include "support.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

// What a session shows, made by somebody who has seen no frame before.
std::string anew(const Session& session) {
    const auto layout = std::make_shared<const Layout>(session.layout());
    State state = session.state();
    state.library = library_of(session.content());
    return dump_frame(FrameMaker().make(layout, layout, state));
}

bool can_zoom_in(const Session& session) {
    const Situation now{session.content(), session.state(),
                        most_zoom(session.content(), session.layout(), session.state())};
    return find_command(now, "zoom-in")->is_enabled(now);
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
    for (int i = 0; i < 200; ++i) {
        card.id = "card-" + std::to_string(i);
        card.title = "Card number " + std::to_string(i);
        content.nodes.push_back(card);
    }
    return content;
}

float words_px(const Session& session) {
    return stage_from_world(session.content(), session.layout(), session.state()).scale * card_text_size;
}

}  // namespace

TEST_CASE("whatever was shown before, a frame is the same as one that is made anew") {
    Session session(load_example());
    const std::vector<Input> inputs{{1, ResizeInput{{1046, 755}, 1, Form::Wide}},
                                    {2, ActivateInput{"node:last-bus"}},
                                    {3, FocusInput{"node:shelters"}},
                                    {4, ActivateInput{"link-out"}},
                                    {5, WheelInput{{300, 300}, -100}},
                                    {6, PointerInput{PointerPhase::Move, PointerKind::Mouse, 1, {200, 300}}},
                                    {7, ActivateInput{"theme"}},
                                    {8, ActivateInput{"contrast"}},
                                    {9, ActivateInput{"whole"}},
                                    {10, ActivateInput{"tour"}},
                                    {11, ActivateInput{"tour-next"}},
                                    {12, ResizeInput{{390, 700}, 2, Form::Tall}},
                                    {13, ActivateInput{"extent"}},
                                    {14, ActivateInput{"node:last-bus"}},
                                    {15, ResizeInput{{1280, 720}, 1, Form::Wide}},
                                    {16, ActivateInput{"present"}},
                                    {17, ActivateInput{"talk-spot"}},
                                    {18, ActivateInput{"tour-next"}},
                                    {19, ActivateInput{"talk-blank"}},
                                    {20, ActivateInput{"talk-end"}},
                                    {21, RouteInput{"mode=kiosk"}},
                                    {22, ActivateInput{"wake"}},
                                    {23, WheelInput{{300, 300}, -100}},
                                    {24, ActivateInput{"node:last-bus"}}};
    for (const Input& input : inputs) {
        session.handle(input);
        session.frame();
        // Past the glide from step to step, which stands between two layouts.
        for (double time_ms = input.time_ms; session.state().motion.is_running(); time_ms += 100)
            session.handle({time_ms, FrameInput{}});
        CHECK_MESSAGE(dump_frame(session.frame()) == anew(session), input.time_ms);
    }
}

TEST_CASE("what a zoomed frame shows of cards, links and their buttons is the very same as before") {
    Session session(load_example());
    session.handle({1, ResizeInput{{1046, 755}, 1, Form::Wide}});
    const auto buttons = [&session] {
        std::shared_ptr<const std::vector<PageItem>> found;
        const auto look = [&found](const auto& self, const std::vector<PageItem>& items) -> void {
            for (const PageItem& item : items) {
                if (item.part == "nodes") found = item.shared.items;
                self(self, item.inside());
            }
        };
        look(look, session.frame().page.items);
        return found;
    };
    const DrawingPtr drawing = session.frame().scene.drawing;
    const auto before = buttons();
    REQUIRE(before != nullptr);
    session.handle({2, WheelInput{{300, 300}, -100}});
    CHECK(session.frame().scene.drawing == drawing);
    CHECK(buttons() == before);
    session.handle({3, ActivateInput{"node:last-bus"}});
    CHECK(session.frame().scene.drawing != drawing);
    CHECK(buttons() != before);
}

TEST_CASE("words too small to read are bars, and zooming in reaches words that can be read") {
    Session session(crowd());
    session.handle({1, ResizeInput{{1046, 755}, 1, Form::Wide}});
    CHECK(words_px(session) < 5);
    CHECK(session.frame().scene.drawing->bars.size() >= 200);
    for (const SceneCard& card : session.frame().scene.drawing->cards) CHECK(card.lines.empty());
    int presses = 0;
    while (can_zoom_in(session) && presses < 100) {
        session.handle({2.0 + presses, ActivateInput{"zoom-in"}});
        for (double time_ms = 2.0 + presses; session.state().motion.is_running(); time_ms += 100)
            session.handle({time_ms, FrameInput{}});
        ++presses;
    }
    CHECK(words_px(session) >= 19.9F);
    CHECK(session.frame().scene.drawing->bars.empty());
    CHECK_FALSE(session.frame().scene.drawing->cards.front().lines.empty());
    // How far it goes follows the stage, which the layout does not.
    session.handle({200, ResizeInput{{2092, 1510}, 1, Form::Wide}});
    const float large = most_zoom(session.content(), session.layout(), session.state());
    session.handle({201, ResizeInput{{1046, 755}, 1, Form::Wide}});
    CHECK(most_zoom(session.content(), session.layout(), session.state()) > large);
    // A link to that place opens there.
    const std::string view = encode_view(session.content(), session.state().view);
    Session again(crowd());
    again.handle({1, ResizeInput{{1046, 755}, 1, Form::Wide}});
    again.handle({2, RouteInput{view}});
    CHECK(words_px(again) == doctest::Approx(words_px(session)).epsilon(0.01));
}
