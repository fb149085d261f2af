// A content that has been opened, with what follows from it alone: made once at the door, shared by all that look at
// it, and never changed.
#pragma once

#include "core/content/content.h"
#include "core/content/graph.h"
#include "core/page/page.h"

#include <memory>
#include <string>
#include <vector>

namespace throughline {

struct Brief {
    Content content;
    Graph graph;
    PageItem whole_text;
    std::vector<std::string> link_counts;  // of each node: "leads to 5, comes from 3"
};

using BriefPtr = std::shared_ptr<const Brief>;

BriefPtr open_brief(Content content);

}  // namespace throughline
