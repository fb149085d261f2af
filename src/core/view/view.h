// State to Frame: the only place that decides what is seen and said.
#pragma once

#include "core/content/content.h"
#include "core/content/graph.h"
#include "core/state/state.h"
#include "core/view/frame.h"

namespace throughline {

// `editions` are the contents to choose from, this one among them.
[[nodiscard]] Frame view(const Content& content, const Graph& graph, const Layout& layout, const State& state,
                         Liveness liveness, const std::vector<Content>& editions = {});

Scene view_scene(const Content& content, const Graph& graph, const Layout& layout, const State& state);
Page view_page(const Content& content, const Graph& graph, const Layout& layout, const State& state,
               Liveness liveness, const std::vector<Content>& editions = {});

}  // namespace throughline
