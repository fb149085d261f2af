// Measures and small shapes that both forms of the layout share. Private to the layout.
#pragma once

#include "core/layout/layout.h"

#include <string>
#include <vector>

namespace throughline {

Layout compute_wide_layout(const Content& content, const LayoutRequest& request);
Layout compute_tall_layout(const Content& content, const LayoutRequest& request);

// The request's nodes, by lane.
std::vector<std::vector<NodeId>> nodes_by_lane(const Content& content, const LayoutRequest& request);

// A card's height for its wrapped title.
float card_height(std::size_t line_count);

// These append to a path that already has its start.
void append_cubic(std::vector<Vec2>& points, Vec2 control_1, Vec2 control_2, Vec2 end);
void append_line(std::vector<Vec2>& points, Vec2 end);

}  // namespace throughline
