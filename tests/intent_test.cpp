#include "core/program/intent.h"
#include "core/state/camera.h"

#include "support.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace throughline;
using namespace throughline::testing;

namespace {

// A small content with its layout, a state, and what inputs mean to it.
struct Reader {
    Content content = small_content();
    State state;
    Layout layout = compute_layout(content, whole_request(content, Form::Wide));

    Reader() { state.library = library_of(content); }

    // But for the pointers that it holds, which the next input finds.
    Intent read(const Input& input) {
        state.clock.now_ms = input.time_ms;
        Intent intent = find_intent(layout, state, input);
        if (intent.actions.empty()) return intent;
        if (const auto* held = std::get_if<HoldPointers>(&intent.actions.front())) {
            state.gesture = held->gesture;
            intent.actions.erase(intent.actions.begin());
        }
        return intent;
    }
    Intent read(const char* line) { return read(*parse_input(line)); }

    Intent point(PointerPhase phase, PointerKind kind, int pointer, Vec2 pos) {
        return read(Input{0, PointerInput{phase, kind, pointer, pos}});
    }

    Vec2 middle_of(int node) const {
        for (const CardBox& card : layout.cards) {
            if (card.node == node) return stage_from_world(content, layout, state).apply(card.rect.center());
        }
        return {};
    }
};

template <class A>
const A* only(const Intent& intent) {
    return intent.actions.size() == 1 ? std::get_if<A>(&intent.actions[0]) : nullptr;
}

}  // namespace

TEST_CASE("a card's button selects, and once more lets go") {
    Reader reader;
    const Intent first = reader.read("1 activate node:b");
    CHECK(only<SelectNode>(first) != nullptr);
    CHECK(only<SelectNode>(first)->node == 1);
    CHECK(first.is_handled);
    reader.state.view.selected = 1;
    CHECK(only<ClearSelection>(reader.read("2 activate node:b")) != nullptr);
    CHECK(reader.read("2 activate go:out:b").actions.empty());
}

TEST_CASE("what is no item of ours is left to the platform") {
    Reader reader;
    CHECK_FALSE(reader.read("1 activate node:zebra").is_handled);
    CHECK_FALSE(reader.read("1 activate leave").is_handled);
    CHECK_FALSE(reader.read("1 key Tab plain -").is_handled);
    CHECK_FALSE(reader.read("1 key F5 plain -").is_handled);
    CHECK_FALSE(reader.read("1 key ArrowDown plain -").is_handled);
}

TEST_CASE("Escape goes back one thing at a time: mistakes, selection, tour, zoom") {
    Reader reader;
    reader.state.files.reports = {{"x.json", {{{1, 1, "", "x"}}, 1}, {}}};
    reader.state.view.selected = 1;
    reader.state.view.step = 0;
    CHECK(only<DismissMistakes>(reader.read("1 key Escape plain -")) != nullptr);
    reader.state.files.reports.clear();
    CHECK(only<ClearSelection>(reader.read("1 key Escape plain -")) != nullptr);
    reader.state.view.selected = none;
    CHECK(only<EndTour>(reader.read("1 key Escape plain -")) != nullptr);
    reader.state.view.step = none;
    reader.state.view.camera.zoom = 2;
    CHECK(only<FitView>(reader.read("1 key Escape plain -")) != nullptr);
}

TEST_CASE("a link to the view is copied on request, and Escape takes away the field that shows it") {
    Reader reader;
    CHECK(only<CopyLink>(reader.read("1 activate copy-link")) != nullptr);
    CHECK(only<NoteLink>(reader.read("1 link -"))->url.empty());
    CHECK(only<NoteLink>(reader.read("1 link https://example.org/%23b"))->url == "https://example.org/#b");
    reader.state.hands.link = "https://example.org/#b";
    reader.state.view.selected = 1;
    const Intent escape = reader.read("1 key Escape plain link-field");
    CHECK(only<HideLink>(escape) != nullptr);
    CHECK(escape.is_handled);
}

TEST_CASE("Escape is handled exactly while it closes something: the page counts the others as a wish to leave") {
    Reader reader;
    const auto is_handled = [&reader] { return reader.read("1 key Escape plain -").is_handled; };
    CHECK_FALSE(is_handled());
    reader.state.hands.hovered = 1;
    CHECK(is_handled());
    reader.state.hands.hovered = none;
    reader.state.files.reports = {{"x.json", {{{1, 1, "", "x"}}, 1}, {}}};
    CHECK(is_handled());
    reader.state.files.reports.clear();
    for (const bool is_card : {true, false}) {
        reader.state.view.selected = is_card ? NodeId(0) : NodeId();
        reader.state.view.step = is_card ? none : 0;
        CHECK(is_handled());
    }
    reader.state.view.step = none;
    reader.state.view.camera.zoom = 2;
    CHECK(is_handled());
    reader.state.view.camera = {};
    CHECK_FALSE(is_handled());
    for (const Mode mode : {Mode::Talk, Mode::Speaker}) {
        reader.state.view.mode = mode;
        reader.state.view.step = 0;
        CHECK_FALSE(is_handled());
        reader.state.view.auto_secs = 20;
        CHECK(is_handled());
        reader.state.view.auto_secs = 0;
        reader.state.talk.jump = {true, none};
        CHECK(is_handled());
        reader.state.talk.jump = {};
        reader.state.view.is_blank = true;
        CHECK(is_handled());
        reader.state.view.is_blank = false;
    }
}

TEST_CASE("the mouse over a card previews it, and leaving ends that") {
    Reader reader;
    const Intent over = reader.point(PointerPhase::Move, PointerKind::Mouse, 1, reader.middle_of(2));
    CHECK(only<HoverNode>(over)->node == 2);
    reader.state.hands.hovered = 2;
    CHECK(only<HoverNode>(reader.read("2 pointer leave mouse 1 0 0"))->node == none);
    CHECK(reader.point(PointerPhase::Move, PointerKind::Touch, 1, reader.middle_of(1)).actions.empty());
}

TEST_CASE("a drag pans only when zoomed in, and its click selects nothing") {
    Reader reader;
    reader.point(PointerPhase::Down, PointerKind::Mouse, 1, {100, 100});
    CHECK(reader.point(PointerPhase::Move, PointerKind::Mouse, 1, {150, 100}).actions.empty());
    reader.point(PointerPhase::Up, PointerKind::Mouse, 1, {150, 100});
    CHECK(reader.read("1 activate node:b").actions.size() == 1);

    reader.state.view.camera.zoom = reader.state.motion.camera_shown.zoom = 2;
    reader.point(PointerPhase::Down, PointerKind::Mouse, 1, {100, 100});
    CHECK(reader.point(PointerPhase::Move, PointerKind::Mouse, 1, {103, 100}).actions.empty());
    const Intent moved = reader.point(PointerPhase::Move, PointerKind::Mouse, 1, {150, 110});
    CHECK(std::get<PanBy>(moved.actions.back()).delta_px == Vec2{50, 10});
    CHECK(moved.is_handled);
    reader.point(PointerPhase::Up, PointerKind::Mouse, 1, {150, 110});
    CHECK(reader.read("1 activate node:b").actions.empty());
    CHECK(reader.read("2 activate node:b").actions.size() == 1);
}

TEST_CASE("a drag that no click followed swallows nothing later on") {
    Reader reader;
    reader.state.view.camera.zoom = reader.state.motion.camera_shown.zoom = 2;
    reader.point(PointerPhase::Down, PointerKind::Touch, 1, {100, 100});
    reader.point(PointerPhase::Move, PointerKind::Touch, 1, {150, 110});
    reader.point(PointerPhase::Up, PointerKind::Touch, 1, {150, 110});
    CHECK(reader.read("2000 activate node:b").actions.size() == 1);
}

TEST_CASE("a cancelled pointer leaves nothing behind") {
    Reader reader;
    reader.state.view.camera.zoom = reader.state.motion.camera_shown.zoom = 2;
    reader.point(PointerPhase::Down, PointerKind::Touch, 5, {100, 100});
    reader.point(PointerPhase::Move, PointerKind::Touch, 5, {160, 100});
    CHECK(reader.point(PointerPhase::Cancel, PointerKind::Touch, 5, {160, 100}).actions.empty());
    CHECK(reader.state.gesture.pointers.empty());
    CHECK_FALSE(reader.state.gesture.is_dragging);
    CHECK(reader.read("1 activate node:b").actions.size() == 1);
}

TEST_CASE("two fingers zoom by the change of their distance and move with their middle") {
    Reader reader;
    reader.point(PointerPhase::Down, PointerKind::Touch, 1, {100, 100});
    reader.point(PointerPhase::Down, PointerKind::Touch, 2, {200, 100});
    const Intent pinch = reader.point(PointerPhase::Move, PointerKind::Touch, 2, {300, 100});
    CHECK(pinch.actions.size() == 2);
    CHECK(std::get<ZoomAt>(pinch.actions[0]).factor == 2);
    CHECK(std::get<ZoomAt>(pinch.actions[0]).pos_px == Vec2{150, 100});
    CHECK(std::get<PanBy>(pinch.actions[1]).delta_px == Vec2{50, 0});
    CHECK(pinch.is_handled);
}

TEST_CASE("the wheel zooms in, but at the fitted view scrolling down belongs to the page") {
    Reader reader;
    const Intent zoom_in = reader.read("1 wheel 10 20 -100 plain");
    CHECK(only<ZoomAt>(zoom_in)->factor > 1);
    CHECK(zoom_in.is_handled);
    CHECK_FALSE(reader.read("1 wheel 10 20 100 plain").is_handled);
    reader.state.view.camera.zoom = 2;
    CHECK(only<ZoomAt>(reader.read("1 wheel 10 20 100 plain"))->factor < 1);
    reader.state.view.camera.zoom = 1;
    reader.state.around.form = Form::Tall;
    CHECK_FALSE(reader.read("1 wheel 10 20 -100 plain").is_handled);
    CHECK(reader.read("1 wheel 10 20 -100 control").is_handled);
}

TEST_CASE("keys step through a running tour, zoom, fit and show the inspector") {
    Reader reader;
    CHECK(reader.read("1 key n plain -").actions.empty());
    reader.state.view.step = 0;
    CHECK(only<GoToStep>(reader.read("1 key n plain -"))->step == 1);
    CHECK(only<GoToStep>(reader.read("1 activate tour-back"))->step == -1);
    CHECK(only<ZoomSmoothly>(reader.read("1 key + plain -"))->factor > 1);
    CHECK(only<ZoomSmoothly>(reader.read("1 activate zoom-out"))->factor < 1);
    CHECK(only<FitView>(reader.read("1 key 0 plain -")) != nullptr);
    CHECK(only<ToggleInspector>(reader.read("1 key F1 plain -")) != nullptr);
    reader.state.view.camera.zoom = 2;
    CHECK(only<PanBy>(reader.read("1 key ArrowLeft plain node:a"))->delta_px.x > 0);
    CHECK(reader.read("1 key ArrowLeft plain panel").actions.empty());
}

TEST_CASE("the focus on a card's button previews it") {
    Reader reader;
    const Intent focused = reader.read("1 focus node:c");
    CHECK(focused.actions.size() == 2);
    CHECK(std::get<FocusNode>(focused.actions[0]).node == 2);
    CHECK(std::get<HoverNode>(focused.actions[1]).node == 2);
}
