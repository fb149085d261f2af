// Which item stands above which in each column, as the strokes are drawn that links share. Pure combinatorics.
#pragma once

#include "core/layout/layer_order.h"

#include <vector>

namespace throughline {

// Betters an order that order_layers found: moves items while that makes the strokes shorter or lets fewer of them
// cross. A stroke is all that leaves, or arrives at, one item within a gap: an upright with level branches.
// `heights` are those of the items, in world units, gaps included. Deterministic; a graph that is too large for the
// time there is stays as it is.
void order_strokes(LayeredGraph& graph, const std::vector<float>& heights);

}  // namespace throughline
