// The only place where State changes. Pure: the same content, layout, state and action give the same result.
#pragma once

#include "core/brief/brief.h"
#include "core/command/action.h"

#include <vector>

namespace throughline {

struct Update {
    State state;
    std::vector<Effect> effects;
};

// `layout` is the one that `state` is shown with now.
[[nodiscard]] Update update(const Brief& brief, const Layout& layout, State state,
                            const Action& action);

}  // namespace throughline
