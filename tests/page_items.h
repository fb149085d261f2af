// A page's items as a reader meets them: by role and by name, in the order in which they are read.
#pragma once

#include "core/page/page.h"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::testing {

// Calls `visit` with every item, parents before children.
template <typename Visit>
void visit_items(const std::vector<PageItem>& items, const Visit& visit) {
    for (const PageItem& item : items) {
        visit(item);
        visit_items(item.inside(), visit);
    }
}

// The same with where each stands on the stage, if it stands anywhere.
template <typename Visit>
void visit_placed(const std::vector<PageItem>& items, const Visit& visit, const Transform& stage_from_items = {}) {
    for (const PageItem& item : items) {
        if (item.rect) visit(item, stage_from_items.apply(*item.rect));
        visit_placed(item.inside(), visit, item.stage_from_children.value_or(stage_from_items));
    }
}

// An empty one where there is none.
Rect rect_on_stage(const Page& page, std::string_view id);

// All that is written in an item and below it.
std::string words_of(const PageItem& item);

// What an item is called when it is read out: its label, and without one its words.
std::string name_of(const PageItem& item);

std::vector<PageItem> find_items(const Page& page, Role role);
std::vector<PageItem> find_items(const Page& page, Role role, std::string_view name);

// By its id, for what has no name of its own; an item without an id where there is none.
PageItem find_item(const Page& page, std::string_view id);

}  // namespace throughline::testing
