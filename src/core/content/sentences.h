// What the links of a node are to it, and the sentences that say so.
#pragma once

#include "core/content/content.h"
#include "core/content/graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace throughline {

bool has_basis(const Content& content, Basis basis);  // some link of it

// All links of one node that are the same thing to it.
struct Relation {
    std::string_view slot;  // the part of an item's id that keeps it unique in the page
    std::string_view title;
    std::string_view count_pattern;
    std::vector<LinkId> links;  // in the author's order
};

// Without the empty ones.
std::vector<Relation> find_relations(const Content& content, const Graph& graph, NodeId node);

// The end of the link that is not `node`.
NodeId other_end(const Link& link, NodeId node);

// "leads to 5, comes from 3"
std::string count_relations(const Content& content, const Graph& graph, NodeId node);

// "Source: <label>; <label>"
std::string source_line(const Content& content, const std::vector<std::string>& sources);

// The nodes of a lane, in reading order.
std::vector<NodeId> nodes_of_lane(const Content& content, LaneId lane);

// The links that flow on from a node, or to it, in the content's order.
std::vector<LinkId> links_of(const Content& content, NodeId node, Course course);

// A link of a node as it is said while it is looked at: its sentence, which of how many it is, and how it is known.
std::string looked_at_sentence(const Content& content, NodeId node, LinkId link);

// "<title> leads to <title>.", the sentence of a link in flow-independent words.
std::string link_sentence(const Content& content, const Link& link);

}  // namespace throughline
