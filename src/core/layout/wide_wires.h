// The strokes of both forms. Links that leave one card, or arrive at one, share a port there for each basis, and
// what shares a port shares a stroke until it parts: level from the port, along an upright track in the gap between two
// columns, level to the next port or corridor. Private to the layout.
#pragma once

#include "core/layout/wide_links.h"

#include <array>
#include <cstddef>
#include <vector>

namespace throughline::wide {

// Where the links of one card, side, basis and direction meet it.
struct Port {
    std::size_t item = 0;
    Side side = Side::Left;
    Basis basis = Basis::Stated;
    bool is_arriving = false;
    float y = 0;
};

// What leaves one port or corridor within a gap, or what arrives at one: an upright track with level branches (after
// Sander, "Layout of Directed Hypergraphs with Orthogonal Hyperedges", 2004, whose hyperedges these are).
struct Wire {
    std::vector<float> lefts;   // heights at which it meets the column on the left, ascending
    std::vector<float> rights;  // and on the right
    int track = 0;              // from the left
    bool is_upright() const { return bottom() - top() > 0.5F; }
    float top() const;
    float bottom() const;
};

// Between two columns, or beside the outermost ones.
struct Gap {
    float left = 0;
    float right = 0;
};

// In world units.
struct Measures {
    float turn_width = 7;
    float turn_height = 14;
    float track_spacing = 3.5F;  // at most
    float arrow_room = 9;        // straight on, before a card
};

class Wires {
public:
    // Of items that have their heights. Gap g stands to the left of column g, so there is one more than columns.
    Wires(const std::vector<Item>& items, const std::vector<Way>& ways, std::size_t column_count,
          const Measures& measures = {});

    // How wide a gap must be for its tracks, in world units.
    float room(std::size_t gap) const;

    // The links' paths, in the order of the ways.
    std::vector<LinkPath> paths(const std::vector<Gap>& gaps) const;

private:
    // One way within one gap.
    struct Leg {
        std::size_t gap = 0;
        std::size_t wire = 0;  // of the gap
        float from_y = 0;
        float to_y = 0;
        Side from_side = Side::Left;  // of the gap
        Side to_side = Side::Right;
    };

    void place_ports();
    void make_wires(std::size_t column_count);
    void choose_tracks(std::size_t gap);
    bool part_heights(std::size_t gap);  // whether ports have moved, and all is to be made anew
    LinkPath path_of(std::size_t way, const std::vector<Gap>& gaps) const;
    // Between an outermost track and the cards: to turn, and where links arrive for their arrows.
    float inset(std::size_t gap, Side side) const;
    float track_x(const Leg& leg, const std::vector<Gap>& gaps) const;

    const std::vector<Item>& items_;
    const std::vector<Way>& ways_;
    Measures measures_;
    std::vector<Port> ports_;
    std::vector<float> moved_;             // by card and side, how far its ports stand from its middle
    std::vector<std::size_t> first_port_;  // by way: of its left card, or of an arc's first
    std::vector<std::size_t> last_port_;
    std::vector<std::vector<Wire>> wires_;           // by gap
    std::vector<std::vector<Leg>> legs_;             // by way
    std::vector<int> track_count_;                   // by gap
    std::vector<std::array<bool, 2>> has_arrivals_;  // by gap: at its left side, and at its right
};

}  // namespace throughline::wide
