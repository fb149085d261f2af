// Short ways to write the items of a page.
#pragma once

#include "core/content/content.h"
#include "core/page/page.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline {

// Moves its arguments, as an initializer list would not.
template <typename... Items>
std::vector<PageItem> items_of(Items&&... items) {
    std::vector<PageItem> list;
    list.reserve(sizeof...(items));
    (list.push_back(std::forward<Items>(items)), ...);
    return list;
}

PageItem group_item(std::string_view part, std::vector<PageItem> children);
PageItem heading_item(int level, std::string_view part, std::string_view text);
PageItem paragraph_item(std::string_view part, std::string_view text);
PageItem text_item(std::string_view part, std::string_view text);
PageItem link_item(std::string_view part, std::string_view text, std::string_view href);
PageItem button_item(std::string_view id, std::string_view part, std::string_view text);
PageItem list_item(std::vector<PageItem> children);
PageItem named_group(std::string_view id, std::string_view part, std::string_view label,
                     std::vector<PageItem> children);
PageItem region_of(std::string_view id, std::string_view part, std::string_view label, std::vector<PageItem> children);

// The style's words for a lane: its hue and its shape.
std::string lane_part(std::string_view part, const Lane& lane);

const char* basis_part(Basis basis);

}  // namespace throughline
