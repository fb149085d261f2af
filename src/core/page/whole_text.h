// The whole text: everything the brief's diagram says, in the order it is read. It depends on the content alone.
#pragma once

#include "core/content/content.h"
#include "core/content/graph.h"
#include "core/page/page.h"

#include <cstddef>
#include <string>

namespace throughline {

// The id of a step's section in it, which is its address too.
std::string step_id(std::size_t step);

// Static: its steps are places that an address can name, and lead on to each other.
PageItem whole_text_item(const Content& content, const Graph& graph, Liveness liveness);
PageItem about_item(const Content& content, Liveness liveness);

}  // namespace throughline
