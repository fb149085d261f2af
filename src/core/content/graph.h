// What leads to what: adjacency and reachability over a content's links, read as flow.
#pragma once

#include "core/content/content.h"

#include <vector>

namespace throughline {

// Along the flow of the links, or against it.
enum class Course { Along, Back };

struct Graph {
    // By node, in the author's order.
    std::vector<std::vector<LinkId>> links_out;
    std::vector<std::vector<LinkId>> links_in;
};

Graph build_graph(const Content& content);

// Everything on a path through one node, both ways. `distance` is the number of links from it: negative upstream,
// positive downstream, 0 the node itself; only meaningful where `has_node`.
struct Closure {
    std::vector<bool> has_node;
    std::vector<bool> has_link;
    std::vector<int> distance;
};

Closure find_closure(const Content& content, const Graph& graph, NodeId node);

// A node, its links, and the nodes that they join it to.
Closure find_neighbourhood(const Content& content, const Graph& graph, NodeId node);

// The nodes and the links that run between them.
Closure find_subgraph(const Content& content, const std::vector<NodeId>& nodes);

// The circles of the flow, each once: links one after the other, the first one leaving the node that stands first in
// the file. Where circles share nodes they are one, and its walk meets each of their nodes. Links without an end or to
// their own start are passed over. The layout and the words "upstream" and "downstream" need a content without any.
std::vector<std::vector<LinkId>> find_circles(const Content& content);

}  // namespace throughline
