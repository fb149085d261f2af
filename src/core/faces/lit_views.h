// What each view lights, for a picture that is alive by its style alone: cards and links have classes, and one rule a
// view says which class is lit while the view's section is the target of the address.
#pragma once

#include "core/brief/brief.h"

#include <string>
#include <vector>

namespace throughline {

struct LitViews {
    std::vector<std::string> ids;      // of the views' sections in the text: nodes, then steps of the tour
    std::vector<std::string> of_node;  // by node: the classes of the views that light it, separated by spaces
    std::vector<std::string> of_link;
};

LitViews find_lit_views(const Brief& brief);

// The class of a view, by its place in LitViews::ids: one letter for the first 52, then more.
std::string view_class(std::size_t view);

// Style rules that tell what is lit, and what is chosen, by custom properties; what has none is quiet. web/alive.css
// says where they count and how they are used.
std::string lit_style(const LitViews& views);

}  // namespace throughline
