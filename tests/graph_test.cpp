#include "core/content/graph.h"

#include "support.h"

#include <doctest/doctest.h>

#include <set>
#include <utility>
#include <vector>

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
    CHECK_FALSE(closure.has_node[content.find_node("e")->index()]);
    CHECK_FALSE(closure.has_link[2]);
    CHECK(closure.has_link[3]);
}

TEST_CASE("in every closure of the brief each lit link joins two lit nodes, and none leads across the chosen one") {
    const Content content = load_brief();
    const Graph graph = build_graph(content);
    for (const NodeId node : content.node_ids()) {
        const Closure closure = find_closure(content, graph, node);
        for (std::size_t i = 0; i < content.links.size(); ++i) {
            if (!closure.has_link[i]) continue;
            const auto from = content.links[i].flow_from().index();
            const auto to = content.links[i].flow_to().index();
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

namespace {

// Nodes 0 to `count`, one link for each pair, all leading from the first to the second.
Content chain(int count, const std::vector<std::pair<int, int>>& pairs) {
    Content content;
    content.nodes.resize(static_cast<std::size_t>(count));
    const auto id_of = [](int node) { return node < 0 ? NodeId() : NodeId(static_cast<std::size_t>(node)); };
    for (const auto& [from, to] : pairs)
        content.links.push_back({id_of(from), id_of(to), LinkKind::LeadsTo, Basis::Stated, {}, ""});
    return content;
}

}  // namespace

TEST_CASE("every circle is found once, with all its links in the order of the flow") {
    using Circles = std::vector<std::vector<LinkId>>;
    Content content = small_content();
    CHECK(find_circles(content).empty());
    content.links.push_back({2, 0, LinkKind::LeadsTo, Basis::Stated, {}, ""});
    CHECK(find_circles(content) == Circles{{0, 1, 4}});
    CHECK(find_circles(chain(2, {{1, 0}, {0, 1}})) == Circles{{1, 0}});
    // Two circles, and a way between them that is part of neither.
    CHECK(find_circles(chain(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}})) ==
          Circles{{0, 1, 2}, {4, 5, 6}});
    // An answer flows from what it answers.
    content = chain(2, {{0, 1}, {0, 1}});
    content.links[1].kind = LinkKind::Answers;
    CHECK(find_circles(content) == Circles{{0, 1}});
    // Ends that nobody knows, and a link to its own start.
    CHECK(find_circles(chain(2, {{-1, 1}, {1, -1}, {1, 1}})).empty());
}

TEST_CASE("circles that share nodes are one, whose walk meets each of them and ends where it began") {
    const Content content = chain(5, {{0, 1}, {1, 2}, {2, 0}, {1, 3}, {3, 4}, {4, 1}});
    const std::vector<std::vector<LinkId>> circles = find_circles(content);
    CHECK(circles.size() == 1);
    if (circles.size() != 1) return;
    std::set<NodeId> met;
    for (std::size_t i = 0; i < circles[0].size(); ++i) {
        const Link& link = content[circles[0][i]];
        const Link& next = content[circles[0][(i + 1) % circles[0].size()]];
        CHECK(link.to == next.from);
        met.insert(link.from);
    }
    CHECK(met.size() == 5);
}

TEST_CASE("a chain of many links costs one walk and no deep stack") {
    std::vector<std::pair<int, int>> pairs;
    for (int i = 0; i < 100'000; ++i) pairs.emplace_back(i, i + 1);
    CHECK(find_circles(chain(100'001, pairs)).empty());
    pairs.emplace_back(100'000, 0);
    CHECK(find_circles(chain(100'001, pairs)).size() == 1);
}
