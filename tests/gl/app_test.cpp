// The app with the real brief: what is drawn, how often, and that it survives its context.
#include "gl_stage.h"

#include "shell/settling.h"

using namespace throughline;
using namespace throughline::testing;

namespace {

constexpr int width = 1046;
constexpr int height = 755;

// `motion`: "still" as a reader may have asked for, or "moving".
void start(App& app, const GlStage& stage, const char* motion = "still") {
    CHECK(app.start(read_bytes(THROUGHLINE_SOURCE_DIR "/content/brief.json"), stage.fonts()).error == "");
    app.handle(*parse_input(std::string("0 environment light ") + motion + " plain"));
    app.handle(*parse_input("0 resize 1046 755 1 wide 1"));
}

int frames_until_rest(App& app, double& time_ms) {
    const int before = app.frames_drawn();
    for (int i = 0; i < 200 && app.frame(time_ms); ++i) time_ms += 16;
    return app.frames_drawn() - before;
}

int count_gl_objects() {
    int count = 0;
    for (GLuint name = 1; name < 4000; ++name) {
        count += (glIsBuffer(name) ? 1 : 0) + (glIsTexture(name) ? 1 : 0) + (glIsProgram(name) ? 1 : 0) +
                 (glIsShader(name) ? 1 : 0) + (glIsVertexArray(name) ? 1 : 0);
    }
    return count;
}

}  // namespace

TEST_CASE("every line of every card and lane leaves ink where the scene puts it") {
    GlStage stage(width, height);
    App app(stage.host);
    start(app, stage);
    app.frame(1);
    const Picture picture = stage.look();
    Session same(app.session().content());
    same.handle(*parse_input("0 resize 1046 755 1 wide 1"));
    const Scene& scene = same.frame().scene;
    const auto check_ink = [&](const PlacedText& line, Paint background) {
        const Vec2 pos = scene.stage_from_world.apply(line.pos);
        const float size = line.size * scene.stage_from_world.scale;
        const float line_width = measure_text(line.text, line.weight, size);
        CAPTURE(line.text);
        CHECK(count_ink(picture, {pos.x, pos.y - size * 0.75F, line_width, size * 0.75F}, background) >
              static_cast<int>(line_width * size / 20));
    };
    int lines = 0;
    for (const SceneCard& card : scene.drawing->cards) {
        for (const PlacedText& line : card.lines) check_ink(line, card.fill), ++lines;
    }
    for (const PlacedText& label : scene.drawing->labels) check_ink(label, scene.background);
    CHECK(lines > 40);
}

TEST_CASE("one change is one frame, and no change is none") {
    GlStage stage(width, height);
    App app(stage.host);
    start(app, stage);
    double time_ms = 1;
    CHECK(frames_until_rest(app, time_ms) == 1);
    for (int i = 0; i < 50; ++i) CHECK_FALSE(app.frame(time_ms += 200));
    CHECK(app.frames_drawn() == 1);
    app.handle({time_ms, ActivateInput{"node:" + app.session().content().nodes[4].id}});
    CHECK(frames_until_rest(app, time_ms) == 1);
    CHECK(stage.host.frames == 2);
    CHECK(stage.host.pages == std::vector<std::string>{"", app.session().content().nodes[4].id});
    CHECK_FALSE(stage.host.effects.empty());
}

TEST_CASE("a selection without reduced motion moves, and comes to rest") {
    GlStage stage(width, height);
    App app(stage.host);
    start(app, stage, "moving");
    double time_ms = 1;
    frames_until_rest(app, time_ms);
    app.handle({time_ms, ActivateInput{"node:" + app.session().content().nodes[4].id}});
    CHECK(frames_until_rest(app, time_ms) > 5);
    CHECK_FALSE(app.frame(time_ms + 1000));
}

TEST_CASE("a zoom ends with one exact frame") {
    GlStage stage(width, height);
    App app(stage.host);
    start(app, stage);
    double time_ms = 1;
    frames_until_rest(app, time_ms);
    for (int i = 0; i < 10; ++i) {
        app.handle({time_ms, WheelInput{{500, 300}, -30, false}});
        app.frame(time_ms += 16);
    }
    CHECK(app.sharpness() == Sharpness::Moving);
    CHECK(frames_until_rest(app, time_ms) == 1);
    CHECK(app.sharpness() == Sharpness::Exact);
}

TEST_CASE("a single jump is exact at once") {
    Settling settling;
    CHECK(settling.observe(1, 0) == Sharpness::Exact);
    CHECK(settling.observe(2, 1000) == Sharpness::Exact);
    CHECK(settling.observe(2.1F, 1016) == Sharpness::Moving);
    CHECK(settling.is_waiting());
    CHECK_FALSE(settling.is_due(1032));
    CHECK_FALSE(settling.is_due(1048));
    CHECK_FALSE(settling.is_due(1100));
    CHECK(settling.is_due(1140));
    CHECK(settling.observe(2.1F, 1140) == Sharpness::Exact);
    CHECK_FALSE(settling.is_waiting());
}

TEST_CASE("a zoom at three frames a second is one movement, and none of its steps is painted exactly") {
    Settling settling;
    settling.observe(1, 0);
    settling.observe(1.1F, 1000);
    for (int step = 1; step < 10; ++step) {
        const double time_ms = 1000 + 330 * step;
        CHECK_FALSE(settling.is_due(time_ms));
        CHECK(settling.observe(1.1F + 0.1F * static_cast<float>(step), time_ms) == Sharpness::Moving);
    }
    CHECK_FALSE(settling.is_due(4300));
    CHECK_FALSE(settling.is_due(4316));
    CHECK(settling.is_due(4332));
}

TEST_CASE("a context that was lost and made anew shows the same pixels") {
    GlStage stage(width, height);
    App app(stage.host);
    start(app, stage);
    app.frame(1);
    const Picture before = stage.look();
    app.lose_context();
    CHECK(count_gl_objects() == 0);
    app.repaint();
    CHECK_FALSE(app.frame(2));
    CHECK(app.frames_drawn() == 1);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    CHECK(app.restore_context() == "");
    app.frame(3);
    CHECK(stage.look().rgb == before.rgb);
    CHECK(glGetError() == GL_NO_ERROR);
}

TEST_CASE("a hundred lost contexts leave nothing behind") {
    GlStage stage(width, height);
    App app(stage.host);
    start(app, stage);
    const auto lose_and_restore = [&](int times) {
        for (int i = 0; i < times; ++i) {
            app.lose_context();
            CHECK(app.restore_context() == "");
            app.frame(10.0 * i);
        }
    };
    lose_and_restore(20);
    const int objects = count_gl_objects();
    lose_and_restore(100);
    CHECK(objects > 5);
    CHECK(count_gl_objects() == objects);
}

TEST_CASE("what runs is what the recording says") {
    GlStage stage(width, height);
    App app(stage.host);
    start(app, stage);
    app.handle({1, ResizeInput{{1000.123456F, 700}, 1, Form::Wide}});
    CHECK(app.session().state().around.stage_px.x == doctest::Approx(1000.12).epsilon(1e-7));
    std::string line;
    int lines = 0;
    for (const char c : app.recording().lines()) {
        if (c != '\n') {
            line += c;
            continue;
        }
        CHECK(parse_input(line).has_value());
        line.clear();
        ++lines;
    }
    CHECK(lines == app.recording().input_count());
    CHECK(lines == 3);
}

TEST_CASE("a recording stops at its bound and keeps its beginning") {
    Recording recording;
    const Input input{1, KeyInput{"0", false, ""}};
    for (int i = 0; i < Recording::max_inputs + 5; ++i) CHECK(recording.add(input).has_value());
    CHECK(recording.is_full());
    CHECK(recording.input_count() == Recording::max_inputs);
}

TEST_CASE("the inspector is whole in the frame that asks for it") {
    GlStage stage(width, height);
    App app(stage.host);
    start(app, stage);
    double time_ms = 1;
    frames_until_rest(app, time_ms);
    app.handle({time_ms, KeyInput{"F1", false, ""}});
    CHECK(frames_until_rest(app, time_ms) == 1);
    const Picture picture = stage.look();
    const Color box = pixel_at(picture, 200, 17);
    CHECK(box.r + box.g + box.b < 200);
    CHECK(count_ink(picture, {24, 24, 300, 100}, box) > 1000);
}

TEST_CASE("a content that is wrong is told and nothing starts") {
    GlStage stage(64, 64);
    App app(stage.host);
    const Started started = app.start("{", stage.fonts());
    CHECK(started.failure == StartFailure::Content);
    CHECK_FALSE(started.error.empty());
}

TEST_CASE("a font that is none is told") {
    GlStage stage(64, 64);
    App app(stage.host);
    CHECK(app.start(read_bytes(THROUGHLINE_SOURCE_DIR "/content/brief.json"), {}).failure == StartFailure::Graphics);
}

TEST_CASE("a kiosk records nobody, and draws after a start over the same pixels as at its start") {
    GlStage stage(width, height);
    App app(stage.host);
    start(app, stage);
    double time_ms = 1;
    app.handle({time_ms, RouteInput{"mode=kiosk&idle=20&warning=10"}});
    frames_until_rest(app, time_ms);
    const Picture fresh = stage.look();
    app.handle({time_ms += 1, PresenceInput{}});
    app.handle({time_ms += 1000, ActivateInput{"zoom-in"}});
    frames_until_rest(app, time_ms);
    CHECK(stage.look().rgb != fresh.rgb);
    CHECK(app.recording().lines().empty());
    while (app.next_tick_ms() < 40'000) app.handle({time_ms = std::max(time_ms, app.next_tick_ms()), TickInput{}});
    // The loop has gone on since; waking it and staying away brings its beginning back.
    app.handle({time_ms += 1, ActivateInput{"wake"}});
    while (app.session().state().kiosk.phase != KioskPhase::Attract)
        app.handle({time_ms = std::max(time_ms, app.next_tick_ms()), TickInput{}});
    frames_until_rest(app, time_ms);
    CHECK(stage.look().rgb == fresh.rgb);
}
