// What is drawn inside the diagram, and nothing else: flat lists in paint order. The shell paints it with shaders and
// ImGui, svg writes it as a picture. Everything is in world units but the stage; colours are final.
#pragma once

#include "core/base/color.h"
#include "core/base/geometry.h"
#include "core/base/placed_text.h"
#include "core/content/content.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace throughline {

// Selected: the reader's choice. Lit: on its path. Quiet: off it. Plain: nothing is chosen.
enum class Emphasis { Plain, Lit, Quiet, Selected };

struct SceneCard {
    NodeId node;
    Rect rect;
    Emphasis emphasis = Emphasis::Plain;
    bool is_hovered = false;
    bool is_focused = false;
    Shape shape = Shape::Ring;
    Hue hue = Hue::Violet;
    Vec2 icon_center;
    float corner_radius = 0;
    float border_width = 0;
    Color fill;
    Color border;
    Color icon;
    Color halo;  // the ring around a hovered or focused card
    std::vector<PlacedText> lines;
};

struct SceneLink {
    LinkId link;
    std::vector<Vec2> points;  // as LinkPath
    Emphasis emphasis = Emphasis::Plain;
    Basis basis = Basis::Stated;
    Hue hue_from = Hue::Violet;
    Hue hue_to = Hue::Violet;
    Color color_from;
    Color color_to;
    float width = 0;
    float reveal_from = 0;  // drawn from this fraction of its length …
    float reveal_to = 1;    // … to this one
};

// A hovered node's card: its text in full, over everything else.
struct ScenePreview {
    Rect rect;
    float corner_radius = 0;
    Color fill;
    Color border;
    std::vector<PlacedText> lines;
};

// The talk's pointer.
struct SceneSpot {
    Vec2 center;
    float radius = 0;
    float border_width = 0;
    Color fill;
    Color border;
};

// An address as a code for a camera (ISO/IEC 18004), `size` by `size` modules with no margin of their own.
inline constexpr int code_margin = 4;  // modules, on each side

struct SceneCode {
    Rect rect;  // light, with the margin that a camera needs
    int size = 0;
    std::vector<bool> modules;  // row by row; true is dark
    Color dark;
    Color light;
};

// In place of a line of words that would be too small to be read.
struct SceneBar {
    Rect rect;
    Color color;
};

// What the camera moves as a whole, in world units. Frames share it as long as nothing in it changes.
struct Drawing {
    Rect bounds;
    std::vector<SceneLink> links;  // quiet ones first
    std::vector<SceneCard> cards;  // in reading order; without lines where there are bars
    std::vector<PlacedText> labels;  // lane heads and counts
    std::vector<SceneBar> bars;
};
using DrawingPtr = std::shared_ptr<const Drawing>;

struct Scene {
    Vec2 stage_px;
    Transform stage_from_world;
    Color background;
    DrawingPtr drawing = std::make_shared<const Drawing>();  // never null
    // In pixels of the stage, not in world units.
    std::vector<PlacedText> captions;
    std::optional<SceneCode> code;
    std::vector<ScenePreview> previews;  // none or one
    std::optional<SceneSpot> spot;       // over everything
};

}  // namespace throughline
