// The order in which a scene is painted.
#include "shell/paint_scene.h"

namespace throughline {
namespace {

void prepare_state(const Viewport& viewport, Color background) {
    glViewport(0, 0, static_cast<GLsizei>(viewport.framebuffer_px.x), static_cast<GLsizei>(viewport.framebuffer_px.y));
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glActiveTexture(GL_TEXTURE0);
    glClearColor(static_cast<float>(background.r) / 255, static_cast<float>(background.g) / 255,
                 static_cast<float>(background.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace

std::string ScenePainter::start(const FontBytes& fonts, Host& host) {
    if (std::string error = text_.load(fonts, host); !error.empty()) return error;
    return restore();
}

std::string ScenePainter::restore() {
    if (std::string error = links_.build(); !error.empty()) return error;
    if (std::string error = cards_.build(); !error.empty()) return error;
    return text_.build();
}

void ScenePainter::release() {
    glUseProgram(0);  // or the one in use would outlive its deletion
    kept_.reset();
    links_ = LinkPainter();
    cards_ = CardPainter();
    text_.release();
}

void ScenePainter::paint(const Scene& scene, const Viewport& viewport) {
    const Transform pixels_from_world = viewport.pixels_from(scene.stage_from_world);
    palette_ = &palette_of(scene.look);
    prepare_state(viewport, color_of(*palette_, scene.background));
    text_.begin_frame(*palette_);

    if (scene.drawing != kept_ || scene.look != kept_look_) keep(scene);
    const bool is_revealing = scene.revealed <= static_cast<float>(scene.drawing->depth);
    links_.paint(pixels_from_world, viewport, scene.revealed, is_revealing || viewport.sharpness == Sharpness::Moving);
    cards_.paint_kept(pixels_from_world, viewport);

    for (const PlacedText& label : scene.drawing->labels) text_.add(label, pixels_from_world);
    for (const SceneCard& card : scene.drawing->cards) {
        for (const PlacedText& line : card.lines) text_.add(line, pixels_from_world);
    }
    text_.paint(viewport);

    paint_captions(scene, viewport);
    for (const ScenePreview& preview : scene.previews) paint_over(preview, viewport);
}

void ScenePainter::keep(const Scene& scene) {
    kept_ = scene.drawing;
    kept_look_ = scene.look;
    const Drawing& drawing = *scene.drawing;
    links_.keep(drawing.links, *palette_);
    std::vector<CardInstance> cards;
    cards.reserve(drawing.cards.size() + drawing.bars.size());
    for (const SceneCard& card : drawing.cards) cards.push_back(card_instance(card, *palette_));
    for (const SceneBar& bar : drawing.bars) cards.push_back(bar_instance(bar, *palette_));
    cards_.keep(cards);
}

// They stand still while the diagram below them moves.
void ScenePainter::paint_captions(const Scene& scene, const Viewport& viewport) {
    if (scene.captions.empty() && !scene.code && !scene.spot) return;
    Viewport still = viewport;
    still.sharpness = Sharpness::Exact;
    const Transform pixels_from_stage = still.pixels_from({});
    for (const PlacedText& line : scene.captions) text_.add(line, pixels_from_stage);
    text_.paint(still);
    if (scene.code) cards_.paint(code_instances(*scene.code, *palette_), pixels_from_stage, still);
    if (scene.spot) cards_.paint({spot_instance(*scene.spot, *palette_)}, pixels_from_stage, still);
}

void ScenePainter::paint_over(const ScenePreview& preview, const Viewport& viewport) {
    // It stands still while the diagram below it moves.
    Viewport still = viewport;
    still.sharpness = Sharpness::Exact;
    const Transform pixels_from_stage = still.pixels_from({});
    cards_.paint({preview_instance(preview, *palette_)}, pixels_from_stage, still);
    for (const PlacedText& line : preview.lines) text_.add(line, pixels_from_stage);
    text_.paint(still);
}

}  // namespace throughline
