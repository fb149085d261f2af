// Where everything stands: a pure function of the content and a comparable request. Geometry only, in world units.
#pragma once

#include "core/base/card_size.h"
#include "core/base/geometry.h"
#include "core/content/content.h"
#include "core/layout/card_index.h"

#include <string>
#include <vector>

namespace throughline {

// Wide: lanes side by side. Tall: lanes below each other, for phones and upright screens.
enum class Form { Wide, Tall };

inline constexpr float usual_aspect = 1.56F;  // of the stage on a usual screen, header, panel and footer taken off

struct LayoutRequest {
    Form form = Form::Wide;
    // Tall: how wide the picture is, at least narrowest_width; below two_columns_from one card a row. Wide: 0, or how
    // wide and high the box is that a few cards should fill without being made smaller; lanes then share columns where
    // they must.
    float width = 0;
    float height = 0;
    float margin = 0;             // of such a box, to the left and right of the cards; links may run in it
    float aspect = usual_aspect;  // Wide, where there is no such box: of width to height, that the picture should have
    std::vector<NodeId> nodes;    // which nodes stand in the picture, ascending
    friend bool operator==(const LayoutRequest&, const LayoutRequest&) = default;
};

struct LaneBox {
    LaneId lane;
    Rect head;  // its title, and its count at the end of the last line
    std::vector<std::string> lines;
};

struct LinkPath {
    LinkId link;
    std::vector<Vec2> points;  // 3n + 1 control points of n joined cubic Béziers, in flow direction
    bool is_near = true;       // Tall: short enough to be followed without scrolling
};

struct Layout {
    Rect bounds;
    float cards_from = 0;  // where the outermost cards begin and end, also while they glide
    float cards_to = 0;
    std::vector<LaneBox> lanes;
    std::vector<CardBox> cards;  // in reading order: lane by lane, each top to bottom
    std::vector<LinkPath> links;
    CardIndex index;  // of the cards

    // Null where there is none.
    const CardBox* card_of(NodeId node) const { return card(index.find(node)); }
    const CardBox* card_at(Vec2 place) const { return card(index.find(cards, place)); }

private:
    const CardBox* card(std::size_t place) const { return place == CardIndex::nowhere ? nullptr : &cards[place]; }
};

inline constexpr float lane_text_size = 15;  // world units, as are all below
inline constexpr float lane_line_height = 19;
inline constexpr float lane_count_width = 38;  // kept free beside a lane's title for how many cards it has

// Of the tall form. Two cards a row are as wide as a small phone; one card a row follows the stage down to where the
// longest words still fit.
inline constexpr float two_columns_from = 360;
inline constexpr float one_column_width = 300;
inline constexpr float narrowest_width = 190;

// Of one node or more. Indices are those of `content`, which has no circle.
[[nodiscard]] Layout compute_layout(const Content& content, const LayoutRequest& request);

// Every node of the content, in one form.
LayoutRequest whole_request(const Content& content, Form form);

// Text with one line a thing, rounded to tenths; goldens and `throughline layout` print it.
std::string dump_layout(const Content& content, const Layout& layout);

}  // namespace throughline
