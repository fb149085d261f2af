// Adjacency and breadth-first reachability.
#include "core/content/graph.h"

#include <cstddef>

namespace throughline {
namespace {

enum class Way { Downstream, Upstream };

void walk(const Content& content, const Graph& graph, NodeId start, Way way, Closure& closure) {
    const auto& links_at = way == Way::Downstream ? graph.links_out : graph.links_in;
    const int sign = way == Way::Downstream ? 1 : -1;
    std::vector<NodeId> queue{start};
    for (std::size_t head = 0; head < queue.size(); ++head) {
        const std::size_t node = queue[head].index();
        for (const LinkId link : links_at[node]) {
            const NodeId next = way == Way::Downstream ? content[link].flow_to() : content[link].flow_from();
            closure.has_link[link.index()] = true;
            if (closure.has_node[next.index()]) continue;
            closure.has_node[next.index()] = true;
            closure.distance[next.index()] = closure.distance[node] + sign;
            queue.push_back(next);
        }
    }
}

Closure empty_closure(const Content& content) {
    Closure closure;
    closure.has_node.resize(content.nodes.size());
    closure.has_link.resize(content.links.size());
    closure.distance.resize(content.nodes.size());
    return closure;
}

}  // namespace

Graph build_graph(const Content& content) {
    Graph graph;
    graph.links_out.resize(content.nodes.size());
    graph.links_in.resize(content.nodes.size());
    for (const LinkId link : content.link_ids()) {
        graph.links_out[content[link].flow_from().index()].push_back(link);
        graph.links_in[content[link].flow_to().index()].push_back(link);
    }
    return graph;
}

Closure find_closure(const Content& content, const Graph& graph, NodeId node) {
    Closure closure = empty_closure(content);
    closure.has_node[node.index()] = true;
    // The graph has no cycle, so the two walks meet only at the node itself.
    walk(content, graph, node, Way::Downstream, closure);
    walk(content, graph, node, Way::Upstream, closure);
    return closure;
}

Closure find_neighbourhood(const Content& content, const Graph& graph, NodeId node) {
    std::vector<NodeId> nodes{node};
    for (const LinkId link : graph.links_out[node.index()]) nodes.push_back(content[link].flow_to());
    for (const LinkId link : graph.links_in[node.index()]) nodes.push_back(content[link].flow_from());
    Closure closure = find_subgraph(content, nodes);
    for (const LinkId link : content.link_ids())
        closure.has_link[link.index()] = content[link].from == node || content[link].to == node;
    return closure;
}

Closure find_subgraph(const Content& content, const std::vector<NodeId>& nodes) {
    Closure closure = empty_closure(content);
    for (const NodeId node : nodes) closure.has_node[node.index()] = true;
    for (const LinkId link : content.link_ids()) {
        closure.has_link[link.index()] =
            closure.has_node[content[link].from.index()] && closure.has_node[content[link].to.index()];
    }
    return closure;
}

}  // namespace throughline
