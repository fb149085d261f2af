// Crossing reduction in a layered drawing: which item stands above which in each column. Pure combinatorics.
#pragma once

#include <utility>
#include <vector>

namespace throughline {

// Items are numbered 0..n-1; every edge joins neighbouring columns.
struct LayeredGraph {
    std::vector<std::vector<int>> columns;   // top to bottom; the start order in, the best order found out
    std::vector<int> ranks;                  // of two items in a column the lower rank stays above; free_rank: anywhere
    std::vector<std::pair<int, int>> edges;  // left item, right item
    std::vector<std::pair<int, int>> column_edges;  // joins two items of one column, drawn beside it
};

inline constexpr int free_rank = -1;

// Layer-by-layer sweeps with barycenters from several starts (Sugiyama, Tagawa and Toda, Methods for Visual
// Understanding of Hierarchical System Structures, 1981); the best of them is sifted (Matuszewski, Schönfeld and
// Molitor, Using Sifting for k-Layer Straightline Crossing Minimization, 1999), and then shaken and sifted again a
// fixed number of times (iterated local search: Lourenço, Martin and Stützle, 2003). Deterministic.
void order_layers(LayeredGraph& graph);

// Edge crossings between neighbouring columns, and those of the edges beside a column, each drawn on its better side.
int count_layer_crossings(const LayeredGraph& graph);

}  // namespace throughline
