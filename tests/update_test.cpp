#include "core/program/update.h"

#include "core/content/words.h"
#include "core/state/camera.h"
#include "core/state/address.h"
#include "core/view/status.h"

#include "support.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

struct World {
    Content content = small_content();
    Layout layout = compute_layout(content, whole_request(content, Form::Wide));
    State state;

    std::string said() const { return said_words(*state.brief(), state); }

    std::vector<Effect> apply(const Action& action) {
        state.library = library_of(content);
        Update updated = update(layout, state, action);
        state = updated.state;
        return updated.effects;
    }
};

std::string fragment_of(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
        if (const auto* fragment = std::get_if<SetFragment>(&effect)) return fragment->fragment;
    }
    return "unchanged";
}

}  // namespace

TEST_CASE("selecting names the view in the address and says it") {
    World world;
    CHECK(fragment_of(world.apply(SelectNode{1})) == "b");
    CHECK(world.said() == "Node b: leads to 1, comes from 1, opposed by 1.");
    CHECK(fragment_of(world.apply(SelectNode{1})) == "unchanged");
    CHECK(fragment_of(world.apply(ClearSelection{})) == "");
    CHECK(world.said() == "The whole diagram.");
}

TEST_CASE(
    "where a content leaves the fewest traces each view goes to the history's entry, and a kiosk's settings to the "
    "address") {
    World world;
    const auto place_of = [&world](const Action& action) {
        for (const Effect& effect : world.apply(action)) {
            if (const auto* view = std::get_if<SetFragment>(&effect))
                return describe(*view).kind + (" " + view->fragment);
        }
        return std::string("unchanged");
    };
    CHECK(place_of(SelectNode{1}) == "fragment b");
    world.content.about.traces = Traces::Fewest;
    CHECK(place_of(SelectNode{0}) == "view a");
    CHECK(place_of(GoToStep{0}) == "view step=1");
    CHECK(place_of(Present{}) == "view mode=talk&step=1");
    CHECK(place_of(OpenView{"mode=kiosk&idle=30"}) == "fragment mode=kiosk&idle=30");
    CHECK(place_of(LeaveKiosk{}) == "view ");
}

TEST_CASE("the address of a speaker's window names the audience's view only where each view may be known") {
    World world;
    const auto address_of_speaker = [&world] {
        for (const Effect& effect : world.apply(AskForSpeaker{})) {
            if (const auto* window = std::get_if<OpenWindow>(&effect)) return window->fragment;
        }
        return std::string("none");
    };
    world.apply(Present{});
    world.apply(GoToStep{1});
    CHECK(address_of_speaker() == "mode=speaker&step=2");
    world.content.about.traces = Traces::Fewest;
    CHECK(address_of_speaker() == "mode=speaker");
}

TEST_CASE("a link to the view leads to where the content is published, else to this page, and is gone with the view") {
    World world;
    world.apply(SelectNode{1});
    const auto link = [&world] { return describe(world.apply(CopyLink{}).at(0)); };
    CHECK(link().kind == std::string("copy"));
    CHECK(link().value == "#b");
    world.content.about.address = "https://example.org/brief/";
    CHECK(link().value == "https://example.org/brief/#b");
    world.apply(NoteLink{""});
    CHECK(world.said() == words().status_copied);
    CHECK(world.state.hands.link.empty());
    CHECK(world.state.hands.has_copied_link);
    world.apply(NoteLink{"https://example.org/brief/#b"});
    CHECK_FALSE(world.state.hands.has_copied_link);
    CHECK(world.said() == words().status_not_copied);
    CHECK(world.state.hands.link == "https://example.org/brief/#b");
    world.apply(HideLink{});
    CHECK(world.state.hands.link.empty());
    world.apply(NoteLink{"https://example.org/brief/#b"});
    world.apply(ClearSelection{});
    CHECK(world.state.hands.link.empty());
    world.apply(NoteLink{""});
    world.apply(SelectNode{0});
    CHECK_FALSE(world.state.hands.has_copied_link);
    world.apply(ClearSelection{});
    CHECK(link().value == "https://example.org/brief/");
}

TEST_CASE("a step outside the tour goes to its nearest end") {
    World world;
    world.apply(GoToStep{-5});
    CHECK(world.state.view.step == 0);
    CHECK(fragment_of(world.apply(GoToStep{99})) == "step=2");
    CHECK(world.said() == "Step 2 of 2: Two.");
    CHECK(fragment_of(world.apply(EndTour{})) == "");
}

TEST_CASE("a node picked during the tour is shown, and letting go comes back to the step") {
    World world;
    world.apply(GoToStep{1});
    CHECK(fragment_of(world.apply(SelectNode{0})) == "a&step=2");
    CHECK(fragment_of(world.apply(ClearSelection{})) == "step=2");
}

TEST_CASE("zooming keeps the point under the pointer") {
    World world;
    world.state.around.stage_px = {world.layout.bounds.w, world.layout.bounds.h};
    const Vec2 pointer{300, 100};
    world.apply(ZoomAt{2, world.layout.bounds.center()});
    const Vec2 before = stage_from_world(world.content, world.layout, world.state).invert(pointer);
    world.apply(ZoomAt{1.5F, pointer});
    const Vec2 after = stage_from_world(world.content, world.layout, world.state).invert(pointer);
    CHECK(after.x == doctest::Approx(before.x).epsilon(0.001));
    CHECK(after.y == doctest::Approx(before.y).epsilon(0.001));
    CHECK(world.state.view.camera.zoom == doctest::Approx(3));
}

TEST_CASE("zoom stays within its range and the picture within the stage") {
    World world;
    world.apply(ZoomAt{1000, {10, 10}});
    CHECK(world.state.view.camera.zoom == max_zoom);
    world.apply(PanBy{{-100000, 100000}});
    const Rect shown = stage_from_world(world.content, world.layout, world.state).apply(world.layout.bounds);
    CHECK(shown.right() >= world.state.around.stage_px.x - 0.5F);
    CHECK(shown.y <= 0.5F);
    world.apply(ZoomAt{0.0001F, {10, 10}});
    CHECK(world.state.view.camera.zoom == min_zoom);
    CHECK(world.state.view.camera.center == Vec2{0.5F, 0.5F});
}

TEST_CASE("the camera glides to where a button sends it, and jumps under reduced motion") {
    World world;
    world.apply(ZoomSmoothly{2});
    CHECK(world.state.motion.is_running());
    CHECK(world.state.motion.camera_shown.zoom == 1);
    world.apply(Advance{0.05F});
    CHECK(world.state.motion.camera_shown.zoom > 1);
    CHECK(world.state.motion.camera_shown.zoom < 2);
    for (int i = 0; i < 10; ++i) world.apply(Advance{0.05F});
    CHECK_FALSE(world.state.motion.is_running());
    CHECK(world.state.motion.camera_shown.zoom == 2);

    world.apply(SetEnvironment{{false, false, true}});
    world.apply(FitView{});
    CHECK_FALSE(world.state.motion.is_running());
    CHECK(world.state.motion.camera_shown.zoom == 1);
    world.apply(SelectNode{0});
    CHECK_FALSE(world.state.motion.is_running());
}

TEST_CASE("a selection draws itself and comes to rest") {
    World world;
    world.apply(SelectNode{0});
    CHECK(world.state.motion.reveal == 0);
    for (int i = 0; i < 20; ++i) world.apply(Advance{0.05F});
    CHECK(world.state.motion.reveal == 1);
    CHECK_FALSE(world.state.motion.is_running());
}

TEST_CASE("a refused file changes nothing but what is said of it") {
    World world;
    world.apply(SelectNode{1});
    const View before = world.state.view;
    world.apply(RefuseContent{"x.json", {{{3, 4, "/nodes", "m"}}, 1}});
    CHECK(world.state.view == before);
    CHECK(world.state.files.reports.size() == 1);
    CHECK(world.said().find("x.json") != std::string::npos);
    world.apply(DismissMistakes{});
    CHECK(world.state.files.reports.empty());
}

TEST_CASE("zoomed in, the card that gets the focus is brought into the stage") {
    World world;
    world.state.around.prefers_reduced_motion = true;
    world.apply(ZoomAt{6, {1, 1}});
    const int node = 3;
    world.apply(FocusNode{node});
    for (const CardBox& card : world.layout.cards) {
        if (card.node != node) continue;
        const Vec2 middle = stage_from_world(world.content, world.layout, world.state).apply(card.rect.center());
        CHECK(middle.x > 0);
        CHECK(middle.x < world.state.around.stage_px.x);
        CHECK(middle.y > 0);
        CHECK(middle.y < world.state.around.stage_px.y);
    }
}

TEST_CASE("an address opens its whole view at once") {
    World world;
    world.apply(OpenView{"c&zoom=2&at=0.5,0.5&theme=dark"});
    CHECK(world.state.view.selected == 2);
    CHECK(world.state.look() == Look::Dark);
    CHECK(world.state.motion.camera_shown.zoom == 2);
    world.apply(SetTheme{Theme::Light});
    CHECK(world.state.look() == Look::Light);
}

TEST_CASE("the lines of a node are looked at one by one, followed, and gone back along") {
    World world;
    world.apply(FollowLink{});
    world.apply(FollowBack{});
    CHECK(world.state.view.selected == none);
    world.apply(SelectNode{1});
    CHECK(fragment_of(world.apply(NextLink{Course::Along})) == "b&line=b.c");
    CHECK(world.said() == "“Node b” leads to “Node c”. Line 1 of 1 leading on; stated in the brief.");
    world.apply(NextLink{Course::Along});
    CHECK(world.said() == "“Node b” leads to “Node c”. Line 1 of 1 leading on; stated in the brief.");
    world.apply(NextLink{Course::Back});
    const LinkId first_in = world.state.view.looked_at;
    world.apply(NextLink{Course::Back});
    CHECK(world.state.view.looked_at != first_in);
    world.apply(NextLink{Course::Back});
    CHECK_MESSAGE(world.state.view.looked_at == first_in, "after the last line comes the first");

    world.apply(NextLink{Course::Along});
    CHECK(fragment_of(world.apply(FollowLink{})) == "c");
    CHECK(world.state.view.looked_at == none);
    CHECK(world.state.hands.trail == std::vector<NodeId>{1});
    CHECK(fragment_of(world.apply(FollowBack{})) == "b");
    CHECK(world.state.hands.trail.empty());
    world.apply(NextLink{Course::Along});
    world.apply(FollowLink{});
    world.apply(SelectNode{0});
    CHECK_MESSAGE(world.state.hands.trail.empty(), "a node that was picked starts a way of its own");
}

TEST_CASE("a node that no line leads to says so") {
    World world;
    world.apply(SelectNode{0});
    world.apply(NextLink{Course::Back});
    CHECK(world.said() == "No line leads here.");
    CHECK(world.state.view.looked_at == none);
}

TEST_CASE("more contrast is asked for by the system or by the reader, who has the last word") {
    World world;
    world.apply(SetEnvironment{{true, true, true}});
    CHECK(world.state.look() == Look::Contrast);
    CHECK(fragment_of(world.apply(SetTheme{Theme::Light})) == "theme=light");
    CHECK(world.state.look() == Look::Light);
    CHECK(fragment_of(world.apply(SetTheme{Theme::Contrast})) == "theme=contrast");
}

TEST_CASE("words in the tall picture are never smaller than made, and grow with the reader's text") {
    World world;
    const auto scale_of = [&world](float stage_width, float text_scale) {
        world.apply(ResizeStage{{{stage_width, 900}, 2, Form::Tall, text_scale}});
        return stage_width / layout_request(*open_brief(world.content), world.state).width;
    };
    for (const float width : {280.0F, 320.0F, 359.0F, 360.0F, 390.0F, 768.0F})
        CHECK_MESSAGE(scale_of(width, 1) >= 1, width);
    CHECK(scale_of(390, 2) >= 2);
    CHECK(scale_of(768, 2) >= 2);
}
