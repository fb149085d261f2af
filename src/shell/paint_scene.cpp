// The order in which a scene is painted.
#include "shell/paint_scene.h"

#include <imgui.h>

namespace throughline {
namespace {

void prepare_state(const Viewport& viewport, Color background) {
    glViewport(0, 0, static_cast<GLsizei>(viewport.framebuffer_px.x), static_cast<GLsizei>(viewport.framebuffer_px.y));
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glClearColor(static_cast<float>(background.r) / 255, static_cast<float>(background.g) / 255, static_cast<float>(background.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

void blend_premultiplied() {
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

}  // namespace

std::string ScenePainter::build() {
    if (std::string error = links_.build(); !error.empty()) return error;
    return cards_.build();
}

void ScenePainter::release() {
    glUseProgram(0);  // or the one in use would outlive its deletion
    links_ = LinkPainter();
    cards_ = CardPainter();
}

void ScenePainter::paint(const Scene& scene, TextPainter& text, const Viewport& viewport, ImDrawList& words) {
    viewport_ = viewport;
    const Transform pixels_from_world = viewport.pixels_from(scene.stage_from_world);
    prepare_state(viewport, scene.background);
    blend_premultiplied();
    links_.paint(scene.links, pixels_from_world, viewport.framebuffer_px);

    card_instances_.clear();
    for (const SceneCard& card : scene.cards) card_instances_.push_back(card_instance(card));
    cards_.paint(card_instances_, pixels_from_world, viewport);

    for (const SceneText& label : scene.labels) text.paint(words, label, pixels_from_world, viewport);
    for (const SceneCard& card : scene.cards) {
        for (const SceneText& line : card.lines) text.paint(words, line, pixels_from_world, viewport);
    }
    paint_previews(scene, text, words);
}

void ScenePainter::paint_previews(const Scene& scene, TextPainter& text, ImDrawList& words) {
    preview_instances_.clear();
    for (const ScenePreview& preview : scene.previews) preview_instances_.push_back(preview_instance(preview));
    if (preview_instances_.empty()) return;

    // A preview's card must cover the words that ImGui draws before it, so it is painted from within ImGui's rendering.
    viewport_.sharpness = Sharpness::Exact;
    words.AddCallback(&ScenePainter::paint_preview_cards, this);
    words.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
    for (const ScenePreview& preview : scene.previews) {
        for (const SceneText& line : preview.lines) text.paint(words, line, viewport_.pixels_from({}), viewport_);
    }
}

void ScenePainter::paint_preview_cards(const ImDrawList*, const ImDrawCmd* command) {
    auto& painter = *static_cast<ScenePainter*>(command->UserCallbackData);
    glDisable(GL_SCISSOR_TEST);
    blend_premultiplied();
    painter.cards_.paint(painter.preview_instances_, painter.viewport_.pixels_from({}), painter.viewport_);
}

}  // namespace throughline
