#include "core/layout/layer_order.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline;

TEST_CASE("a tangle that can be undone is undone") {
    LayeredGraph graph;
    graph.columns = {{0, 1, 2}, {3, 4, 5}, {6, 7, 8}};
    graph.ranks.assign(9, 0);
    graph.edges = {{0, 5}, {1, 4}, {2, 3}, {5, 7}, {4, 8}, {3, 6}};
    CHECK(count_layer_crossings(graph) > 0);
    order_layers(graph);
    CHECK(count_layer_crossings(graph) == 0);
}

TEST_CASE("the count is the number of inversions") {
    LayeredGraph graph;
    graph.columns = {{0, 1}, {2, 3}};
    graph.ranks.assign(4, 0);
    graph.edges = {{0, 2}, {0, 3}, {1, 2}, {1, 3}};
    CHECK(count_layer_crossings(graph) == 1);
}

TEST_CASE("items of a lower rank stay above, whatever that costs") {
    LayeredGraph graph;
    graph.columns = {{0, 1, 2, 3}, {4, 5, 6, 7}};
    graph.ranks = {0, 0, 2, 2, 0, 0, 2, 2};
    graph.edges = {{0, 7}, {1, 6}, {2, 5}, {3, 4}};
    order_layers(graph);
    for (const std::vector<int>& column : graph.columns) {
        for (std::size_t i = 1; i < column.size(); ++i)
            CHECK(graph.ranks[static_cast<std::size_t>(column[i - 1])] <=
                  graph.ranks[static_cast<std::size_t>(column[i])]);
    }
    CHECK(count_layer_crossings(graph) == 4);
}

TEST_CASE("an edge beside a column counts what it passes on its better side") {
    LayeredGraph graph;
    graph.columns = {{0}, {1, 2, 3}, {4}};
    graph.ranks.assign(5, 0);
    graph.edges = {{0, 2}, {2, 4}};
    graph.column_edges = {{1, 3}};
    CHECK(count_layer_crossings(graph) == 1);
    order_layers(graph);
    CHECK(count_layer_crossings(graph) == 0);
}

// Written down, because two runs of one process would agree about anything.
TEST_CASE("the same graph is ordered the same way every time and everywhere") {
    LayeredGraph graph;
    graph.columns = {{0, 1, 2, 3, 4}, {5, 6, 7, 8, 9}, {10, 11, 12, 13, 14}};
    graph.ranks.assign(15, 0);
    for (int i = 0; i < 5; ++i) {
        graph.edges.insert(graph.edges.end(), {{i, 5 + (i * 3) % 5}, {i, 5 + (i * 2 + 1) % 5}});
        graph.edges.insert(graph.edges.end(), {{5 + i, 10 + (i * 2) % 5}, {5 + i, 10 + (i * 3 + 2) % 5}});
    }
    order_layers(graph);
    std::string columns;
    for (const std::vector<int>& column : graph.columns) {
        for (const int item : column) columns += std::to_string(item) + " ";
        columns += "| ";
    }
    CHECK(columns == "4 3 2 0 1 | 7 9 6 5 8 | 14 13 12 10 11 | ");
}

TEST_CASE("edges beside a column cross where one begins within another and ends beyond it") {
    LayeredGraph graph;
    graph.columns = {{0, 1, 2, 3, 4, 5}};
    graph.ranks.assign(6, 0);
    graph.column_edges = {{0, 4}, {2, 0}, {1, 3}, {5, 2}, {0, 5}};
    // Of 1-3 with 0-2 and 2-5, and of 0-4 with 2-5; what shares an end, or lies within another, crosses nothing.
    CHECK(count_layer_crossings(graph) == 3);
}
