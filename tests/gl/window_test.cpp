// The native window's own parts: the page beside the stage.
#include "gl_stage.h"

#include "shell/native/window_host.h"

using namespace throughline;

TEST_CASE("the page's parts and the stage share the window without overlapping") {
    for (const Vec2 window : {Vec2{1440, 900}, Vec2{1280, 720}, Vec2{390, 844}}) {
        const PagePlan plan = plan_page(window);
        const Rect parts[] = {plan.header, plan.stage, plan.controls, plan.panel};
        float area = 0;
        for (const Rect& part : parts) {
            area += part.w * part.h;
            for (const Rect& other : parts) {
                const bool is_apart = &part == &other || part.right() <= other.x || other.right() <= part.x || part.bottom() <= other.y || other.bottom() <= part.y;
                CHECK(is_apart);
            }
        }
        CHECK(area == doctest::Approx(window.x * window.y));
    }
}

TEST_CASE("ImGui paints the page around the diagram") {
    setenv("SDL_VIDEODRIVER", "offscreen", 0);
    GlWindow window;
    CHECK(window.open("test", 1280, 720, Visibility::Hidden) == "");
    const std::string regular = read_bytes(THROUGHLINE_FONT_DIR "/inter-400.otf");
    const std::string semibold = read_bytes(THROUGHLINE_FONT_DIR "/inter-600.otf");
    WindowHost host(window, {regular, semibold});
    App app(host);
    CHECK(app.start(read_bytes(THROUGHLINE_SOURCE_DIR "/content/brief.json"), {regular, semibold}).error == "");
    const PagePlan plan = host.plan();
    app.handle({0, EnvironmentInput{false, false, true}});
    app.handle({0, ResizeInput{{plan.stage.w, plan.stage.h}, 1, Form::Wide}});
    for (int i = 1; i < 4; ++i) app.repaint(), app.frame(i * 1000.0);
    const Picture picture = read_picture(1280, 720);
    const Color surface = palette_of(Look::Light).surface;
    for (const Rect& part : {plan.header, plan.controls, plan.panel}) CHECK(count_ink(picture, part, surface) > 500);

    const Session& session = app.session();
    const Vec2 card = stage_from_world(session.content(), session.layout(), session.state()).apply(session.layout().cards[0].rect).center();
    CHECK(host.find_control(card) == "node:" + session.content().nodes[static_cast<std::size_t>(session.layout().cards[0].node)].id);
    CHECK(host.find_control({-5, -5}) == "");
}

TEST_CASE("a missing letter is a visible box, hollow inside") {
    const GlyphBitmap box = replacement_box(10, 16, 2);
    CHECK(box.rgba.size() == static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height) * 4);
    CHECK(box.rgba[3] == 255);
    CHECK(box.rgba[static_cast<std::size_t>((box.height / 2) * box.width + box.width / 2) * 4 + 3] == 0);
    CHECK(box.advance_px > 8);
}
