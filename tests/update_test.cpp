#include "core/program/update.h"

#include "core/content/words.h"
#include "core/state/camera.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

const Opening moving{.pace = Pace::Moving};

std::string fragment_of(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
        if (const auto* fragment = std::get_if<SetFragment>(&effect)) return fragment->fragment;
    }
    return "unchanged";
}

// Pixels of the stage from world units, as the camera is shown now.
Transform stage_transform(const Harness& h) { return stage_from_world(h.content(), h.session.layout(), h.state()); }

Content with_fewest_traces() {
    Content content = small_content();
    content.about.traces = Traces::Fewest;
    return content;
}

}  // namespace

TEST_CASE("selecting names the view in the address and says it") {
    Harness h;
    CHECK(fragment_of(h.apply(SelectNode{1})) == "b");
    CHECK(h.status() == "Node b: leads to 1, comes from 1, opposed by 1.");
    CHECK(fragment_of(h.apply(SelectNode{1})) == "unchanged");
    CHECK(fragment_of(h.apply(ClearSelection{})) == "");
    CHECK(h.status() == "The whole diagram.");
}

TEST_CASE(
    "where a content leaves the fewest traces each view goes to the history's entry, and a kiosk's settings to the "
    "address") {
    const auto place_of = [](Harness& h, const Action& action) {
        for (const Effect& effect : h.apply(action)) {
            if (const auto* view = std::get_if<SetFragment>(&effect))
                return describe(*view).kind + (" " + view->fragment);
        }
        return std::string("unchanged");
    };
    Harness known;
    CHECK(place_of(known, SelectNode{1}) == "fragment b");
    Harness h(with_fewest_traces());
    CHECK(place_of(h, SelectNode{0}) == "view a");
    CHECK(place_of(h, GoToStep{0}) == "view step=1");
    CHECK(place_of(h, Present{}) == "view mode=talk&step=1");
    CHECK(place_of(h, OpenView{"mode=kiosk&idle=30"}) == "fragment mode=kiosk&idle=30");
    CHECK(place_of(h, LeaveKiosk{}) == "view ");
}

TEST_CASE("the address of a speaker's window names the audience's view only where each view may be known") {
    for (const auto& [content, address] :
         {std::pair(small_content(), "mode=speaker&step=2"), std::pair(with_fewest_traces(), "mode=speaker")}) {
        Harness h(content);
        h.press("Present");
        h.press("Next");
        h.press("Speaker view");
        CHECK(h.effect<OpenWindow>() == address);
    }
}

TEST_CASE("a link to the view leads to where the content is published, else to this page, and is gone with the view") {
    Content content = small_content();
    content.about.address = "https://example.org/brief/";
    const auto link_of = [](Harness& h) {
        h.press("Copy a link to this view");
        CHECK(h.effect_kinds() == std::vector<std::string>{"copy"});
        return h.effect<CopyLinkTo>();
    };
    Harness unpublished(small_content(), "b");
    CHECK(link_of(unpublished) == "#b");
    Harness h(content, "b");
    CHECK(link_of(h) == "https://example.org/brief/#b");
    const auto shown_link = [&h] { return h.item("link-field").value; };
    h.send(LinkInput{""});
    CHECK(h.status() == words().status_copied);
    CHECK(shown_link().empty());
    CHECK(h.state().hands.has_copied_link);
    h.send(LinkInput{"https://example.org/brief/#b"});
    CHECK_FALSE(h.state().hands.has_copied_link);
    CHECK(h.status() == words().status_not_copied);
    CHECK(shown_link() == "https://example.org/brief/#b");
    h.apply(HideLink{});
    CHECK(shown_link().empty());
    h.send(LinkInput{"https://example.org/brief/#b"});
    h.apply(ClearSelection{});
    CHECK(shown_link().empty());
    h.send(LinkInput{""});
    h.apply(SelectNode{0});
    CHECK_FALSE(h.state().hands.has_copied_link);
    h.apply(ClearSelection{});
    CHECK(link_of(h) == "https://example.org/brief/");
}

TEST_CASE("a step outside the tour goes to its nearest end") {
    Harness h;
    h.apply(GoToStep{-5});
    CHECK(h.view().step == 0);
    CHECK(fragment_of(h.apply(GoToStep{99})) == "step=2");
    CHECK(h.status() == "Step 2 of 2: Two.");
    CHECK(fragment_of(h.apply(EndTour{})) == "");
}

TEST_CASE("a node picked during the tour is shown, and letting go comes back to the step") {
    Harness h;
    h.apply(GoToStep{1});
    CHECK(fragment_of(h.apply(SelectNode{0})) == "a&step=2");
    CHECK(fragment_of(h.apply(ClearSelection{})) == "step=2");
}

TEST_CASE("zooming keeps the point under the pointer") {
    Harness h;
    const Rect bounds = h.session.layout().bounds;
    h.resize({bounds.w, bounds.h});
    const Vec2 pointer{300, 100};
    h.apply(ZoomAt{2, bounds.center()});
    const Vec2 before = stage_transform(h).invert(pointer);
    h.apply(ZoomAt{1.5F, pointer});
    const Vec2 after = stage_transform(h).invert(pointer);
    CHECK(after.x == doctest::Approx(before.x).epsilon(0.001));
    CHECK(after.y == doctest::Approx(before.y).epsilon(0.001));
    CHECK(h.view().camera.zoom == doctest::Approx(3));
}

TEST_CASE("zoom stays within its range and the picture within the stage") {
    Harness h;
    h.apply(ZoomAt{1000, {10, 10}});
    CHECK(h.view().camera.zoom == max_zoom);
    h.apply(PanBy{{-100000, 100000}});
    const Rect shown = stage_transform(h).apply(h.session.layout().bounds);
    CHECK(shown.right() >= h.state().around.stage_px.x - 0.5F);
    CHECK(shown.y <= 0.5F);
    h.apply(ZoomAt{0.0001F, {10, 10}});
    CHECK(h.view().camera.zoom == min_zoom);
    CHECK(h.view().camera.center == Vec2{0.5F, 0.5F});
}

TEST_CASE("the camera glides to where a button sends it, and jumps under reduced motion") {
    Harness h(small_content(), moving);
    h.apply(ZoomSmoothly{2});
    CHECK(h.state().motion.is_running());
    CHECK(h.state().motion.camera_shown.zoom == 1);
    h.apply(Advance{0.05F});
    CHECK(h.state().motion.camera_shown.zoom > 1);
    CHECK(h.state().motion.camera_shown.zoom < 2);
    for (int i = 0; i < 10; ++i) h.apply(Advance{0.05F});
    CHECK_FALSE(h.state().motion.is_running());
    CHECK(h.state().motion.camera_shown.zoom == 2);

    h.prefer({false, false, true});
    h.apply(FitView{});
    CHECK_FALSE(h.state().motion.is_running());
    CHECK(h.state().motion.camera_shown.zoom == 1);
    h.apply(SelectNode{0});
    CHECK_FALSE(h.state().motion.is_running());
}

TEST_CASE("a selection draws itself and comes to rest") {
    Harness h(small_content(), moving);
    h.apply(SelectNode{0});
    CHECK(h.state().motion.reveal == 0);
    for (int i = 0; i < 20; ++i) h.apply(Advance{0.05F});
    CHECK(h.state().motion.reveal == 1);
    CHECK_FALSE(h.state().motion.is_running());
}

TEST_CASE("a refused file changes nothing but what is said of it") {
    Harness h(small_content(), "b");
    const View before = h.view();
    h.apply(RefuseContent{"x.json", {{{3, 4, "/nodes", "m"}}, 1}});
    CHECK(h.view() == before);
    CHECK(h.state().files.reports.size() == 1);
    CHECK(contains(h.status(), "x.json"));
    h.apply(DismissMistakes{});
    CHECK(h.state().files.reports.empty());
}

TEST_CASE("zoomed in, the card that gets the focus is brought into the stage") {
    Harness h;
    h.apply(ZoomAt{6, {1, 1}});
    const Vec2 stage_px = h.state().around.stage_px;
    const auto is_in_stage = [&h, stage_px] {
        const Vec2 middle = h.card_rect("d").center();
        return middle.x > 0 && middle.x < stage_px.x && middle.y > 0 && middle.y < stage_px.y;
    };
    CHECK_FALSE(is_in_stage());
    h.focus("node:d");
    CHECK(is_in_stage());
}

TEST_CASE("an address opens its whole view at once") {
    Harness h;
    h.apply(OpenView{"c&zoom=2&at=0.5,0.5&theme=dark"});
    CHECK(h.view().selected == 2);
    CHECK(h.state().look() == Look::Dark);
    CHECK(h.state().motion.camera_shown.zoom == 2);
    h.apply(SetTheme{Theme::Light});
    CHECK(h.state().look() == Look::Light);
}

TEST_CASE("the lines of a node are looked at one by one, followed, and gone back along") {
    Harness h;
    h.apply(FollowLink{});
    h.apply(FollowBack{});
    CHECK(h.view().selected == none);
    h.apply(SelectNode{1});
    CHECK(fragment_of(h.apply(NextLink{Course::Along})) == "b&line=b.c");
    CHECK(h.status() == "“Node b” leads to “Node c”. Line 1 of 1 leading on; stated in the brief.");
    h.apply(NextLink{Course::Along});
    CHECK(h.status() == "“Node b” leads to “Node c”. Line 1 of 1 leading on; stated in the brief.");
    h.apply(NextLink{Course::Back});
    const LinkId first_in = h.view().looked_at;
    h.apply(NextLink{Course::Back});
    CHECK(h.view().looked_at != first_in);
    h.apply(NextLink{Course::Back});
    CHECK_MESSAGE(h.view().looked_at == first_in, "after the last line comes the first");

    h.apply(NextLink{Course::Along});
    CHECK(fragment_of(h.apply(FollowLink{})) == "c");
    CHECK(h.view().looked_at == none);
    CHECK(h.state().hands.trail == std::vector<NodeId>{1});
    CHECK(fragment_of(h.apply(FollowBack{})) == "b");
    CHECK(h.state().hands.trail.empty());
    h.apply(NextLink{Course::Along});
    h.apply(FollowLink{});
    h.apply(SelectNode{0});
    CHECK_MESSAGE(h.state().hands.trail.empty(), "a node that was picked starts a way of its own");
}

TEST_CASE("a node that no line leads to says so") {
    Harness h;
    h.apply(SelectNode{0});
    h.apply(NextLink{Course::Back});
    CHECK(h.status() == "No line leads here.");
    CHECK(h.view().looked_at == none);
}

TEST_CASE("more contrast is asked for by the system or by the reader, who has the last word") {
    Harness h;
    h.prefer({true, true, true});
    CHECK(h.state().look() == Look::Contrast);
    CHECK(fragment_of(h.apply(SetTheme{Theme::Light})) == "theme=light");
    CHECK(h.state().look() == Look::Light);
    CHECK(fragment_of(h.apply(SetTheme{Theme::Contrast})) == "theme=contrast");
}

TEST_CASE("words in the tall picture are never smaller than made, and grow with the reader's text") {
    Harness h;
    const auto scale_of = [&h](float stage_width, float text_scale) {
        h.send(ResizeInput{{stage_width, 900}, 2, Form::Tall, text_scale});
        return stage_width / layout_request(h.session.brief(), h.state()).width;
    };
    for (const float width : {280.0F, 320.0F, 359.0F, 360.0F, 390.0F, 768.0F})
        CHECK_MESSAGE(scale_of(width, 1) >= 1, width);
    CHECK(scale_of(390, 2) >= 2);
    CHECK(scale_of(768, 2) >= 2);
}
