// What stands beside the picture of a step, and how large both are.
#include "core/state/caption.h"

#include "core/base/text_format.h"
#include "core/base/text_metrics.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace throughline;
using namespace throughline::testing;

namespace {

std::string step_view(std::size_t step, int text = 0) {
    return "mode=talk&step=" + std::to_string(step + 1) + "&text=" + std::to_string(text + 1);
}

float smallest_title(const Scene& scene) {
    float smallest = 1000;
    for (const SceneCard& card : scene.drawing->cards) {
        for (const PlacedText& line : card.lines)
            smallest = std::min(smallest, line.size * scene.stage_from_world.scale);
    }
    return smallest;
}

void check_apart(const Scene& scene, Vec2 stage) {
    float bottom = 0;
    for (const PlacedText& line : scene.captions) {
        CHECK(line.pos.x >= 0);
        CHECK(line.pos.x + measure_text(line.text, line.weight, line.size) <= stage.x);
        bottom = std::max(bottom, line.pos.y + line.size * 0.25F);
    }
    const Rect picture = scene.stage_from_world.apply(scene.drawing->bounds);
    CHECK(picture.y >= bottom - 0.5F);
    CHECK(picture.bottom() <= stage.y + 0.5F);
    CHECK(picture.x >= -0.5F);
    CHECK(picture.right() <= stage.x + 0.5F);
    if (!scene.code) return;
    CHECK(scene.code->rect.x >= picture.right() - 0.5F);
    CHECK(scene.code->rect.right() <= stage.x);
    CHECK(scene.code->rect.y >= bottom - 0.5F);
    CHECK(scene.code->rect.bottom() <= stage.y);
}

}  // namespace

TEST_CASE("captions leave the picture alone, and neither leaves the stage") {
    for (const Content& content : {load_brief(), load_example()}) {
        for (const Vec2 stage : {Vec2{1280, 720}, Vec2{1024, 768}, Vec2{1920, 1080}, Vec2{1440, 900}, Vec2{800, 600},
                                 Vec2{390, 844}, Vec2{844, 390}, Vec2{3440, 1440}}) {
            Harness h(content, {.view = "mode=talk", .stage_px = stage});
            h.send(AddressInput{"https://example.org/a/long/enough/address/"});
            for (int text = 0; text < (stage.y < 500 ? 1 : text_steps); ++text) {
                for (std::size_t step = 0; step <= content.tour.size(); ++step) {
                    CAPTURE(stage.x);
                    CAPTURE(step);
                    CAPTURE(text);
                    h.open(step_view(step, text));
                    check_apart(h.scene(), stage);
                    CHECK(h.scene().code.has_value() == (step == content.tour.size()));
                }
            }
        }
    }
}

TEST_CASE("a step's cards begin where its caption does, and both keep as far from the other edge, wide and upright") {
    for (const std::string view : {"mode=talk", "mode=kiosk"}) {
        for (const Vec2 stage : {Vec2{1280, 720}, Vec2{1024, 708}, Vec2{1920, 1080}, Vec2{1080, 1920}}) {
            Harness h(load_brief(), {.view = view, .stage_px = stage});
            for (std::size_t step = 0; step <= h.content().tour.size(); ++step) {
                CAPTURE(stage.x);
                CAPTURE(step + 1);
                h.open(view + "&step=" + std::to_string(step + 1));
                if (!h.state().fills_stage()) continue;  // a kiosk's loop has no closing step
                const Rect caption = place_caption(h.content(), h.state()).caption_px;
                float left = stage.x;
                float right = 0;
                for (const SceneCard& card : h.scene().drawing->cards) {
                    const Rect rect = h.scene().stage_from_world.apply(card.rect);
                    left = std::min(left, rect.x);
                    right = std::max(right, rect.right());
                }
                // Links that run beside the cards may need a little more.
                CHECK(left >= caption.x - 0.5F);
                CHECK(left <= caption.x + 32 * stage_unit(h.state()));
                CHECK(right <= caption.right() + 0.5F);
            }
        }
    }
}

TEST_CASE("the closing step leaves on the wall where the picture leads to, in words for a room") {
    Harness h(load_brief(), {.view = "mode=talk", .stage_px = {1280, 659}});
    h.open(step_view(h.content().tour.size()));
    const Content& content = h.content();
    std::size_t calls = 0;
    for (const Node& node : content.nodes) calls += content[node.lane].id == "calls" ? 1 : 0;
    CHECK(h.scene().drawing->cards.size() == calls);
    for (const SceneCard& card : h.scene().drawing->cards) CHECK(content[content[card.node].lane].id == "calls");
    CHECK(h.scene().stage_from_world.scale * card_text_size >= 20);
}

TEST_CASE("titles are 28 pixels or more for every step of the brief on every usual projector") {
    for (const Vec2 stage : {Vec2{1280, 720}, Vec2{1024, 768}, Vec2{1920, 1080}, Vec2{1440, 900}, Vec2{1280, 800},
                             Vec2{800, 600}, Vec2{1366, 768}, Vec2{3840, 2160}}) {
        Harness h(load_brief(), {.view = "mode=talk", .stage_px = stage});
        for (std::size_t step = 0; step < h.content().tour.size(); ++step) {
            CAPTURE(stage.x);
            CAPTURE(stage.y);
            CAPTURE(step + 1);
            h.open(step_view(step));
            const float wanted = stage.x >= 1024 ? 28 : 28 * stage.x / 1024;
            CHECK(smallest_title(h.scene()) >= wanted - 0.001F);
            CHECK(h.scene().captions[1].size >= wanted);
        }
    }
}

TEST_CASE(
    "however long the way out is labelled, a step's title has half of its row and its text stands below the label") {
    for (const std::string label :
         {"Exit", "Leave this site", "Diese Seite sofort verlassen", "Lasciare subito questo sito e aprirne un altro",
          "Rindfleischetikettierungsueberwachungsaufgabenue"}) {
        for (const float width : {320.0F, 390.0F, 768.0F, 1280.0F, 1920.0F}) {
            CAPTURE(label);
            CAPTURE(width);
            Content content = load_brief();
            content.about.exit.label = label;
            const Harness h(content,
                            {.view = step_view(1), .stage_px = {width, width < 700 ? 844.0F : width * 9 / 16}});
            const PlacedCaption text = place_caption(h.content(), h.state());
            CHECK(text.lines[1].max_width >= width / 2 - 2 * text.lines[1].pos.x);
            const auto is_of_text = [](const PlacedText& line) { return line.weight == Weight::Regular; };
            const auto first = std::find_if(text.lines.begin() + 1, text.lines.end(), is_of_text);
            CHECK(first != text.lines.end());
            const bool is_below = first != text.lines.end() && first->pos.y - first->size * 0.75F >= 12 + 44;
            CHECK(is_below);
        }
    }
}

TEST_CASE("a kiosk's style has the stage's unit as the core has it, down to the least") {
    const Harness h(small_content(), {.view = "mode=kiosk", .stage_px = {10, 10}});
    const std::string least = format_number(stage_unit(h.state()), 2);
    CHECK(contains(read_source_file("web/kiosk.css"),
                   "--unit: max(" + least + "px, min(100vw / 1024, max(100vw / 1280, 100vh / 720)))"));
}
