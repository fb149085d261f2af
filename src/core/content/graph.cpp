// Adjacency and breadth-first reachability.
#include "core/content/graph.h"

#include <cstddef>

namespace throughline {
namespace {

enum class Way { Downstream, Upstream };

void walk(const Content& content, const Graph& graph, int start, Way way, Closure& closure) {
    const auto& links_at = way == Way::Downstream ? graph.links_out : graph.links_in;
    const int sign = way == Way::Downstream ? 1 : -1;
    std::vector<int> queue{start};
    for (std::size_t head = 0; head < queue.size(); ++head) {
        const auto node = static_cast<std::size_t>(queue[head]);
        for (const int link_index : links_at[node]) {
            const Link& link = content.links[static_cast<std::size_t>(link_index)];
            const auto next = static_cast<std::size_t>(way == Way::Downstream ? link.flow_to() : link.flow_from());
            closure.has_link[static_cast<std::size_t>(link_index)] = true;
            if (closure.has_node[next]) continue;
            closure.has_node[next] = true;
            closure.distance[next] = closure.distance[node] + sign;
            queue.push_back(static_cast<int>(next));
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
    for (std::size_t i = 0; i < content.links.size(); ++i) {
        graph.links_out[static_cast<std::size_t>(content.links[i].flow_from())].push_back(static_cast<int>(i));
        graph.links_in[static_cast<std::size_t>(content.links[i].flow_to())].push_back(static_cast<int>(i));
    }
    return graph;
}

Closure find_closure(const Content& content, const Graph& graph, int node) {
    Closure closure = empty_closure(content);
    closure.has_node[static_cast<std::size_t>(node)] = true;
    // The graph has no cycle, so the two walks meet only at the node itself.
    walk(content, graph, node, Way::Downstream, closure);
    walk(content, graph, node, Way::Upstream, closure);
    return closure;
}

Closure find_neighbourhood(const Content& content, const Graph& graph, int node) {
    std::vector<int> nodes{node};
    const auto index = static_cast<std::size_t>(node);
    for (const int link : graph.links_out[index]) nodes.push_back(content.links[static_cast<std::size_t>(link)].flow_to());
    for (const int link : graph.links_in[index]) nodes.push_back(content.links[static_cast<std::size_t>(link)].flow_from());
    Closure closure = find_subgraph(content, nodes);
    for (std::size_t i = 0; i < content.links.size(); ++i) closure.has_link[i] = content.links[i].from == node || content.links[i].to == node;
    return closure;
}

Closure find_subgraph(const Content& content, const std::vector<int>& nodes) {
    Closure closure = empty_closure(content);
    for (const int node : nodes) closure.has_node[static_cast<std::size_t>(node)] = true;
    for (std::size_t i = 0; i < content.links.size(); ++i) {
        const Link& link = content.links[i];
        closure.has_link[i] = closure.has_node[static_cast<std::size_t>(link.from)] && closure.has_node[static_cast<std::size_t>(link.to)];
    }
    return closure;
}

}  // namespace throughline
