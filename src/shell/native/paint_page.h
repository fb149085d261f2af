// The page natively: Dear ImGui paints the same Page that the bridge patches into the DOM. Plain, for developers.
#pragma once

#include "core/base/geometry.h"
#include "core/page/page.h"

#include <string>
#include <vector>

namespace throughline {

// Where the page's parts stand in the window, in window units.
struct PagePlan {
    Rect header;
    Rect stage;
    Rect controls;
    Rect panel;
};

PagePlan plan_page(Vec2 window);

// Within an ImGui frame. Appends the ids of the items that were pressed. `ratio` is device pixels a window unit.
void paint_page(const Page& page, const PagePlan& plan, float ratio, std::vector<std::string>& activated);

}  // namespace throughline
