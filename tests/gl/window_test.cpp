// The native window's own parts: the page beside the stage.
#include "gl_stage.h"

#include "core/state/camera.h"
#include "core/view/palette.h"

#include "shell/native/window_host.h"
#include "shell/paint_scene.h"

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("the page's parts and the stage share the window without overlapping") {
    for (const Vec2 window : {Vec2{1440, 900}, Vec2{1280, 720}, Vec2{390, 844}}) {
        const PagePlan plan = plan_page(window);
        const Rect parts[] = {plan.header, plan.stage, plan.controls, plan.panel};
        float area = 0;
        for (const Rect& part : parts) {
            area += part.w * part.h;
            for (const Rect& other : parts) {
                const bool is_apart = &part == &other || part.right() <= other.x || other.right() <= part.x ||
                                      part.bottom() <= other.y || other.bottom() <= part.y;
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
    const Vec2 card = stage_from_world(session.content(), session.layout(), session.state())
                          .apply(session.layout().cards[0].rect)
                          .center();
    CHECK(host.find_control(card) == "node:" + session.content()[session.layout().cards[0].node].id);
    CHECK(host.find_control({-5, -5}) == "");
}

TEST_CASE("a missing letter is a visible box, hollow inside") {
    setenv("SDL_VIDEODRIVER", "offscreen", 0);
    GlWindow window;
    CHECK(window.open("test", 60, 60, Visibility::Hidden) == "");
    const std::string regular = read_bytes(THROUGHLINE_FONT_DIR "/inter-400.otf");
    const std::string semibold = read_bytes(THROUGHLINE_FONT_DIR "/inter-600.otf");
    WindowHost host(window, {regular, semibold});
    ScenePainter painter;
    CHECK(painter.start({regular, semibold}, host) == "");
    Scene scene;
    scene.background = Swatch::White;
    PlacedText letter;
    letter.text = "\u0416";
    letter.pos = {10, 50};
    letter.size = 40;
    letter.color = Swatch::Black;
    const_cast<Drawing&>(*scene.drawing).labels.push_back(letter);
    Viewport viewport;
    viewport.framebuffer_px = {60, 60};
    painter.paint(scene, viewport);
    const Picture picture = read_picture(60, 60);
    const PlatformExtent box = replacement_box({letter.text, Weight::Regular, letter.size, 1});
    const auto at = [&](float x, float y) {
        return pixel_at(picture, letter.pos.x + static_cast<float>(box.left) + x,
                        letter.pos.y + static_cast<float>(box.top) + y);
    };
    const auto width = static_cast<float>(box.width);
    const auto height = static_cast<float>(box.height);
    for (const auto& [x, y] :
         {Vec2{width / 2, 1}, Vec2{width / 2, height - 2}, Vec2{1, height / 2}, Vec2{width - 2, height / 2}})
        CHECK(is_near(at(x, y), letter.color));
    CHECK(is_near(at(width / 2, height / 2), scene.background));
    CHECK(box.advance_px > width);
}
