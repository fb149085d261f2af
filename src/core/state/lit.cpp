// See lit.h.
#include "core/state/lit.h"

#include "core/state/caption.h"

namespace throughline {

std::optional<Closure> lit_closure(const Brief& brief, const State& state) {
    // From the last row a whole closure is too small to read: the card and what it touches are the view.
    if (state.view.selected != none)
        return state.fills_stage() ? find_neighbourhood(brief.content, brief.graph, state.view.selected)
                                   : find_closure(brief.content, brief.graph, state.view.selected);
    if (is_closing(brief.content, state)) return std::nullopt;
    if (state.view.step != none)
        return find_subgraph(brief.content, brief.content.tour[static_cast<std::size_t>(state.view.step)].focus);
    return std::nullopt;
}

}  // namespace throughline
