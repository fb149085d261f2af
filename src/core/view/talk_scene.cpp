// See talk_scene.h. The code is made by Project Nayuki's QR Code generator.
#include "core/view/talk_scene.h"

#include "core/state/camera.h"
#include "core/state/caption.h"

#include <qrcodegen.h>

#include <cmath>
#include <string>
#include <utility>

namespace throughline {
namespace {

constexpr float spot_opacity = 40 / 255.0F;
constexpr float spot_border = 7;  // on a stage of 1280 by 720

std::optional<SceneCode> code_of(const std::string& address, Rect rect) {
    std::vector<std::uint8_t> scratch(qrcodegen_BUFFER_LEN_MAX);
    std::vector<std::uint8_t> code(qrcodegen_BUFFER_LEN_MAX);
    if (!qrcodegen_encodeText(address.c_str(), scratch.data(), code.data(), qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN,
                              qrcodegen_VERSION_MAX, qrcodegen_Mask_AUTO, true))
        return std::nullopt;
    SceneCode made;
    made.size = qrcodegen_getSize(code.data());
    // Whole pixels a module, so that no seam is seen between two.
    const float module = std::max(1.0F, std::floor(rect.w / static_cast<float>(made.size + 2 * code_margin)));
    const float side = module * static_cast<float>(made.size + 2 * code_margin);
    made.rect = {std::round(rect.center().x - side / 2), std::round(rect.center().y - side / 2), side, side};
    made.modules.reserve(static_cast<std::size_t>(made.size) * static_cast<std::size_t>(made.size));
    for (int y = 0; y < made.size; ++y) {
        for (int x = 0; x < made.size; ++x) made.modules.push_back(qrcodegen_getModule(code.data(), x, y));
    }
    // A camera wants dark on light, whatever the theme.
    made.dark = Swatch::Black;
    made.light = Swatch::White;
    return made;
}

}  // namespace

void add_talk(const Content& content, const State& state, Scene& scene) {
    PlacedCaption placed = place_caption(content, state);
    const Caption caption = caption_of(content, state);
    const std::size_t first_title = caption.position.empty() ? 0 : 1;
    for (std::size_t i = 0; i < placed.lines.size(); ++i) {
        placed.lines[i].color = i < first_title ? Swatch::Muted : Swatch::Ink;
        scene.captions.push_back(std::move(placed.lines[i]));
    }
    if (!caption.address.empty()) scene.code = code_of(caption.address, placed.code_px);
    if (state.view.spot) {
        const float unit = stage_unit(state);
        SceneSpot spot;
        spot.center = stage_from_frame(state, *state.view.spot);
        spot.radius = spot_radius * unit;
        spot.border_width = spot_border * unit;
        spot.fill = {Swatch::Accent, 0, spot_opacity};
        spot.border = Swatch::Accent;
        scene.spot = spot;
    }
}

}  // namespace throughline
