// Paints one Scene: links and cards by shaders, at once; words and previews through a Dear ImGui draw list, when ImGui
// renders. Order: background, links, cards, words, preview.
#pragma once

#include "core/scene.h"
#include "shell/paint_cards.h"
#include "shell/paint_links.h"
#include "shell/paint_text.h"
#include "shell/viewport.h"

#include <string>
#include <vector>

struct ImDrawCmd;
struct ImDrawList;

namespace throughline {

class ScenePainter {
public:
    // What failed, or nothing. Again after the context was lost.
    [[nodiscard]] std::string build();
    void release();

    // The draw list keeps a pointer to this painter until ImGui has rendered.
    void paint(const Scene& scene, TextPainter& text, const Viewport& viewport, ImDrawList& words);

private:
    void paint_previews(const Scene& scene, TextPainter& text, ImDrawList& words);
    static void paint_preview_cards(const ImDrawList* list, const ImDrawCmd* command);

    LinkPainter links_;
    CardPainter cards_;
    Viewport viewport_;
    std::vector<CardInstance> card_instances_;
    std::vector<CardInstance> preview_instances_;
};

}  // namespace throughline
