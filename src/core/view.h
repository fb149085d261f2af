// State to Frame: the only place that decides what is seen and said.
#pragma once

#include "core/content.h"
#include "core/frame.h"
#include "core/graph.h"
#include "core/state.h"

namespace throughline {

// `editions` are the contents to choose from, this one among them.
[[nodiscard]] Frame view(const Content& content, const Graph& graph, const Layout& layout, const State& state,
                         Liveness liveness, const std::vector<Content>& editions = {});

Scene view_scene(const Content& content, const Graph& graph, const Layout& layout, const State& state);
Page view_page(const Content& content, const Graph& graph, const Layout& layout, const State& state,
               Liveness liveness, const std::vector<Content>& editions = {});

// What is lit in this state: the selected node's closure or the tour step's focus; nothing when all is plain.
std::optional<Closure> lit_closure(const Content& content, const Graph& graph, const State& state);

// The links that flow on from a node, or to it, in the content's order.
std::vector<int> lines_of(const Content& content, int node, Course course);

// A link of a node as it is said while it is looked at: its sentence, which of how many it is, and how it is known.
std::string line_sentence(const Content& content, int node, int link);

// "<title> leads to <title>.", the sentence of a link in flow-independent words.
std::string link_sentence(const Content& content, const Link& link);

}  // namespace throughline
