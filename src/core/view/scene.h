// What is drawn inside the diagram, and nothing else: flat lists in paint order. The shell paints it with shaders and
// ImGui, svg writes it as a picture. What stands in a Drawing is in world units, what stands in the Scene itself in
// pixels of the stage; painters look the colours up in the palette of its look.
#pragma once

#include "core/base/geometry.h"
#include "core/base/paint.h"
#include "core/base/placed_text.h"
#include "core/content/content.h"
#include "core/state/state.h"

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
    Vec2 icon_center;
    float corner_radius = 0;
    float border_width = 0;
    Paint fill;
    Paint border;
    Paint icon;
    Paint halo;  // the ring around a hovered or focused card
    std::vector<PlacedText> lines;
};

inline constexpr float dot_period = 2.6F;  // of an inferred link's dots, in widths of the link

// Where a link arrives: a triangle as long as it is wide.
struct SceneArrow {
    Vec2 base;  // the middle of the side where the line ends
    Vec2 tip;
};

struct SceneLink {
    LinkId link;
    std::vector<Vec2> points;  // as LinkPath, to within the arrow
    SceneArrow arrow;
    bool is_near = true;  // as LinkPath
    Emphasis emphasis = Emphasis::Plain;
    Basis basis = Basis::Stated;
    Paint color;  // of where it comes from
    float width = 0;
    int links_before = -1;  // on its path from the selected card, while lit links draw themselves; -1: it is drawn
                            // whole from the start
    bool grows_from_end = false;  // upstream of the card
};

// The part of a link that is drawn, as fractions of its length, where `revealed` links of each path are.
struct DrawnPart {
    float from = 0;
    float to = 1;
};
DrawnPart drawn_part(const SceneLink& link, float revealed);

// A hovered node's card: its text in full, over everything else.
struct ScenePreview {
    Rect rect;
    float corner_radius = 0;
    Paint fill;
    Paint border;
    std::vector<PlacedText> lines;
};

// The talk's pointer.
struct SceneSpot {
    Vec2 center;
    float radius = 0;
    float border_width = 0;
    Paint fill;
    Paint border;
};

// An address as a code for a camera (ISO/IEC 18004), `size` by `size` modules with no margin of their own.
inline constexpr int code_margin = 4;  // modules, on each side

struct SceneCode {
    Rect rect;  // light, with the margin that a camera needs
    int size = 0;
    std::vector<bool> modules;  // row by row; true is dark
    Paint dark;
    Paint light;
};

// In place of a line of words that would be too small to be read.
struct SceneBar {
    Rect rect;
    Paint color;
};

// What the camera moves as a whole, in world units. Frames share it as long as nothing in it changes.
struct Drawing {
    Rect bounds;
    int depth = 1;                   // links to the farthest card of those whose links draw themselves
    std::vector<SceneLink> links;    // quiet ones first
    std::vector<SceneCard> cards;    // in reading order; without lines where there are bars
    std::vector<PlacedText> labels;  // lane heads and counts
    std::vector<SceneBar> bars;
};
using DrawingPtr = std::shared_ptr<const Drawing>;

struct Scene {
    Vec2 stage_px;
    Transform stage_from_world;
    Look look = Look::Light;
    float revealed = 0;  // how many links of each path are drawn; more than Drawing::depth: all
    Paint background;
    DrawingPtr drawing = std::make_shared<const Drawing>();  // never null
    std::vector<PlacedText> captions;
    std::optional<SceneCode> code;
    std::vector<ScenePreview> previews;  // none or one
    std::optional<SceneSpot> spot;       // over everything
};

}  // namespace throughline
