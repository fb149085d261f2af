// See lit.h.
#include "core/state/lit.h"

#include "core/state/caption.h"

namespace throughline {

std::optional<Closure> lit_closure(const Content& content, const Graph& graph, const State& state) {
    // From the last row a whole closure is too small to read: the card and what it touches are the view.
    if (state.selected != none) return state.fills_stage() ? find_neighbourhood(content, graph, state.selected) : find_closure(content, graph, state.selected);
    if (is_closing(content, state)) return std::nullopt;
    if (state.step != none) return find_subgraph(content, content.tour[static_cast<std::size_t>(state.step)].focus);
    return std::nullopt;
}

}  // namespace throughline
