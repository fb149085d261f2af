#include "core/graph.h"

#include "support.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("a closure reaches both ways, and answers come after what they answer") {
    const Content content = small_content();
    const Closure closure = find_closure(content, build_graph(content), *content.find_node("b"));
    CHECK(closure.distance == std::vector<int>{-1, 0, 1, 2, -1});
    for (std::size_t node = 0; node < 5; ++node) CHECK(closure.has_node[node]);
    for (std::size_t link = 0; link < 4; ++link) CHECK(closure.has_link[link]);
}

TEST_CASE("a closure leaves out what only shares an effect") {
    const Content content = small_content();
    const Closure closure = find_closure(content, build_graph(content), *content.find_node("a"));
    CHECK_FALSE(closure.has_node[static_cast<std::size_t>(*content.find_node("e"))]);
    CHECK_FALSE(closure.has_link[2]);
    CHECK(closure.has_link[3]);
}

TEST_CASE("in every closure of the brief each lit link joins two lit nodes, and none leads across the chosen one") {
    const Content content = load_brief();
    const Graph graph = build_graph(content);
    for (int node = 0; node < static_cast<int>(content.nodes.size()); ++node) {
        const Closure closure = find_closure(content, graph, node);
        for (std::size_t i = 0; i < content.links.size(); ++i) {
            if (!closure.has_link[i]) continue;
            const auto from = static_cast<std::size_t>(content.links[i].flow_from());
            const auto to = static_cast<std::size_t>(content.links[i].flow_to());
            CHECK(closure.has_node[from]);
            CHECK(closure.has_node[to]);
            CHECK((closure.distance[from] < 0) == (closure.distance[to] <= 0));
        }
    }
}

TEST_CASE("a subgraph has the links between its nodes only") {
    const Content content = small_content();
    const Closure closure = find_subgraph(content, {1, 2});
    CHECK(closure.has_link == std::vector<bool>{false, true, false, false});
}

TEST_CASE("the link that closes a circle is found") {
    Content content = small_content();
    CHECK(find_cycle_link(content) == -1);
    content.links.push_back({2, 0, LinkKind::LeadsTo, Basis::Stated, {}, ""});
    CHECK(find_cycle_link(content) == 4);
}
