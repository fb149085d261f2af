// What a reader means by an input, from states that inputs have brought about.
#include "core/program/intent.h"

#include "harness.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

// What this input would mean now; nothing comes of it. But for the pointers that it holds.
Intent meaning(const Harness& h, const Input& input) {
    State state = h.state();
    state.clock.now_ms = h.now_ms;
    Intent intent = find_intent(h.session.layout(), state, input);
    std::erase_if(intent.actions, [](const Action& action) { return std::holds_alternative<HoldPointers>(action); });
    return intent;
}

Intent meaning(const Harness& h, const std::string& line) {
    const std::optional<Input> input = parse_input("0 " + line);
    CHECK_MESSAGE(input.has_value(), line);
    return input ? meaning(h, *input) : Intent{};
}

Intent meaning(const Harness& h, PointerPhase phase, Vec2 pos_px, PointerKind kind = PointerKind::Mouse,
               int pointer = 1) {
    return meaning(h, Input{0, PointerInput{phase, kind, pointer, pos_px}});
}

template <class A>
const A* only(const Intent& intent) {
    return intent.actions.size() == 1 ? std::get_if<A>(&intent.actions[0]) : nullptr;
}

}  // namespace

TEST_CASE("a card's button selects, and once more lets go") {
    Harness h;
    const Intent first = meaning(h, "activate node:b");
    CHECK(only<SelectNode>(first) != nullptr);
    CHECK(only<SelectNode>(first)->node == h.node("b"));
    CHECK(first.is_handled);
    h.press("Node b");
    CHECK(only<ClearSelection>(meaning(h, "activate node:b")) != nullptr);
    CHECK(meaning(h, "activate go:out:b").actions.empty());
}

TEST_CASE("what is no item of ours is left to the platform") {
    const Harness h;
    for (const std::string line :
         {"activate node:zebra", "activate leave", "key Tab plain -", "key F5 plain -", "key ArrowDown plain -"}) {
        CHECK_FALSE_MESSAGE(meaning(h, line).is_handled, line);
    }
}

TEST_CASE("Escape goes back one thing at a time: mistakes, selection, tour, zoom") {
    Harness h(small_content(), "b&step=1&zoom=2");
    h.drop("x.json", "{");
    CHECK(only<DismissMistakes>(meaning(h, "key Escape plain -")) != nullptr);
    h.key("Escape");
    CHECK(only<ClearSelection>(meaning(h, "key Escape plain -")) != nullptr);
    h.key("Escape");
    CHECK(only<EndTour>(meaning(h, "key Escape plain -")) != nullptr);
    h.key("Escape");
    CHECK(only<FitView>(meaning(h, "key Escape plain -")) != nullptr);
    h.key("Escape");
    CHECK(meaning(h, "key Escape plain -").actions.empty());
}

TEST_CASE("a link to the view is copied on request, and Escape takes away the field that shows it") {
    Harness h(small_content(), "b");
    CHECK(only<CopyLink>(meaning(h, "activate copy-link")) != nullptr);
    CHECK(only<NoteLink>(meaning(h, "link -"))->url.empty());
    CHECK(only<NoteLink>(meaning(h, "link https://example.org/%23b"))->url == "https://example.org/#b");
    h.send(LinkInput{"https://example.org/#b"});
    const Intent escape = meaning(h, "key Escape plain link-field");
    CHECK(only<HideLink>(escape) != nullptr);
    CHECK(escape.is_handled);
}

TEST_CASE("Escape is handled exactly while it closes something: the page counts the others as a wish to leave") {
    const auto is_handled = [](const Harness& h) { return meaning(h, "key Escape plain -").is_handled; };
    CHECK_FALSE(is_handled(Harness()));
    Harness previewed;
    previewed.point(PointerPhase::Move, previewed.card_rect("b").center());
    CHECK(is_handled(previewed));
    Harness refused;
    refused.drop("x.json", "{");
    CHECK(is_handled(refused));
    for (const std::string view : {"a", "step=1", "zoom=2"})
        CHECK_MESSAGE(is_handled(Harness(small_content(), view)), view);
    for (const std::string mode : {"mode=talk", "mode=speaker"}) {
        CAPTURE(mode);
        Harness h(small_content(), mode);
        CHECK_FALSE(is_handled(h));
        for (const std::string button : {"Auto", "Jump to…", "Blank"}) {
            CAPTURE(button);
            h.press(button);
            CHECK(is_handled(h));
            h.key("Escape");
            CHECK_FALSE(is_handled(h));
        }
    }
}

TEST_CASE("the mouse over a card previews it, and leaving ends that") {
    Harness h;
    CHECK(only<HoverNode>(meaning(h, PointerPhase::Move, h.card_rect("c").center()))->node == h.node("c"));
    h.point(PointerPhase::Move, h.card_rect("c").center());
    CHECK(only<HoverNode>(meaning(h, PointerPhase::Leave, {0, 0}))->node == none);
    CHECK(meaning(h, PointerPhase::Move, h.card_rect("b").center(), PointerKind::Touch).actions.empty());
}

TEST_CASE("a drag pans only when zoomed in, and its click selects nothing") {
    Harness h;
    h.point(PointerPhase::Down, {100, 100});
    CHECK(meaning(h, PointerPhase::Move, {150, 100}).actions.empty());
    h.point(PointerPhase::Up, {150, 100});
    CHECK(only<SelectNode>(meaning(h, "activate node:b")) != nullptr);

    h.open("zoom=2");
    h.point(PointerPhase::Down, {100, 100});
    CHECK(meaning(h, PointerPhase::Move, {103, 100}).actions.empty());
    const Intent moved = meaning(h, PointerPhase::Move, {150, 110});
    CHECK(std::get<PanBy>(moved.actions.back()).delta_px == Vec2{50, 10});
    CHECK(moved.is_handled);
    h.point(PointerPhase::Move, {150, 110});
    h.point(PointerPhase::Up, {150, 110});
    h.activate("node:b");
    CHECK(h.selected().empty());
    h.activate("node:b");
    CHECK(h.selected() == "b");
}

TEST_CASE("a drag that no click followed swallows nothing later on") {
    Harness h(small_content(), "zoom=2");
    h.point(PointerPhase::Down, {100, 100}, PointerKind::Touch);
    h.point(PointerPhase::Move, {150, 110}, PointerKind::Touch);
    h.point(PointerPhase::Up, {150, 110}, PointerKind::Touch);
    h.wait(2);
    h.activate("node:b");
    CHECK(h.selected() == "b");
}

TEST_CASE("a cancelled pointer leaves nothing behind") {
    Harness h(small_content(), "zoom=2");
    h.point(PointerPhase::Down, {100, 100}, PointerKind::Touch, 5);
    h.point(PointerPhase::Move, {160, 100}, PointerKind::Touch, 5);
    CHECK(h.state().gesture.is_dragging);
    CHECK(meaning(h, PointerPhase::Cancel, {160, 100}, PointerKind::Touch, 5).actions.empty());
    h.point(PointerPhase::Cancel, {160, 100}, PointerKind::Touch, 5);
    CHECK(h.state().gesture.pointers.empty());
    CHECK_FALSE(h.state().gesture.is_dragging);
    CHECK(only<SelectNode>(meaning(h, "activate node:b")) != nullptr);
}

TEST_CASE("two fingers zoom by the change of their distance and move with their middle") {
    Harness h;
    h.point(PointerPhase::Down, {100, 100}, PointerKind::Touch, 1);
    h.point(PointerPhase::Down, {200, 100}, PointerKind::Touch, 2);
    const Intent pinch = meaning(h, PointerPhase::Move, {300, 100}, PointerKind::Touch, 2);
    CHECK(pinch.actions.size() == 2);
    CHECK(std::get<ZoomAt>(pinch.actions[0]).factor == 2);
    CHECK(std::get<ZoomAt>(pinch.actions[0]).pos_px == Vec2{150, 100});
    CHECK(std::get<PanBy>(pinch.actions[1]).delta_px == Vec2{50, 0});
    CHECK(pinch.is_handled);
}

TEST_CASE("the wheel zooms in, but at the fitted view scrolling down belongs to the page") {
    Harness h;
    const Intent zoom_in = meaning(h, "wheel 10 20 -100 plain");
    CHECK(only<ZoomAt>(zoom_in)->factor > 1);
    CHECK(zoom_in.is_handled);
    CHECK_FALSE(meaning(h, "wheel 10 20 100 plain").is_handled);
    h.open("zoom=2");
    CHECK(only<ZoomAt>(meaning(h, "wheel 10 20 100 plain"))->factor < 1);
    const Harness phone(small_content(), {.stage_px = {390, 844}, .form = Form::Tall});
    CHECK_FALSE(meaning(phone, "wheel 10 20 -100 plain").is_handled);
    CHECK(meaning(phone, "wheel 10 20 -100 control").is_handled);
}

TEST_CASE("keys step through a running tour, zoom, fit and show the inspector") {
    Harness h;
    CHECK(meaning(h, "key n plain -").actions.empty());
    h.press("Take the tour");
    CHECK(only<GoToStep>(meaning(h, "key n plain -"))->step == 1);
    CHECK(only<GoToStep>(meaning(h, "activate tour-back"))->step == -1);
    CHECK(only<ZoomSmoothly>(meaning(h, "key + plain -"))->factor > 1);
    CHECK(only<ZoomSmoothly>(meaning(h, "activate zoom-out"))->factor < 1);
    CHECK(only<FitView>(meaning(h, "key 0 plain -")) != nullptr);
    CHECK(only<ToggleInspector>(meaning(h, "key F1 plain -")) != nullptr);
    h.open("zoom=2");
    CHECK(only<PanBy>(meaning(h, "key ArrowLeft plain node:a"))->delta_px.x > 0);
    CHECK(meaning(h, "key ArrowLeft plain panel").actions.empty());
}

TEST_CASE("the focus on a card's button previews it") {
    const Harness h;
    const Intent focused = meaning(h, "focus node:c");
    CHECK(focused.actions.size() == 2);
    CHECK(std::get<FocusNode>(focused.actions[0]).node == h.node("c"));
    CHECK(std::get<HoverNode>(focused.actions[1]).node == h.node("c"));
}
