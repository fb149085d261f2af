// Paints one Scene with shaders, within the GL context that is current. Order: background, links, cards, words,
// preview. Knows no state and no inputs.
#pragma once

#include "core/view/scene.h"
#include "shell/paint_cards.h"
#include "shell/paint_links.h"
#include "shell/paint_text.h"
#include "shell/viewport.h"

#include <string>
#include <vector>

namespace throughline {

class ScenePainter {
public:
    // What failed, or nothing. The fonts are copied; the host must outlive the painter.
    [[nodiscard]] std::string start(const FontBytes& fonts, Host& host);

    void paint(const Scene& scene, const Viewport& viewport);
    // One more card with words over everything, after paint() in the same frame.
    void paint_over(const ScenePreview& preview, const Viewport& viewport);

    // The GL context is gone: forgets every GL object. restore() makes them anew in the new one.
    void release();
    [[nodiscard]] std::string restore();

private:
    void keep(const Scene& scene);
    void paint_captions(const Scene& scene, const Viewport& viewport);

    LinkPainter links_;
    CardPainter cards_;
    TextPainter text_;
    const Palette* palette_ = nullptr;  // of the frame that is painted
    // What the painters of links and cards hold.
    DrawingPtr kept_;
    Look kept_look_ = Look::Light;
};

}  // namespace throughline
