// See items.h.
#include "core/page/items.h"

#include "core/content/rules.h"

#include <algorithm>
#include <utility>

namespace throughline {

namespace {

PageItem plain_item(Role role, std::string_view part, std::string_view text) {
    PageItem item;
    item.role = role;
    item.part = part;
    item.text = text;
    return item;
}

}  // namespace

PageItem group_item(std::string_view part, std::vector<PageItem> children) {
    PageItem item = plain_item(Role::Group, part, "");
    item.children = std::move(children);
    return item;
}

PageItem heading_item(int level, std::string_view part, std::string_view text) {
    PageItem item = plain_item(Role::Heading, part, text);
    item.level = level;
    return item;
}

PageItem paragraph_item(std::string_view part, std::string_view text) {
    return plain_item(Role::Paragraph, part, text);
}

PageItem text_item(std::string_view part, std::string_view text) { return plain_item(Role::Text, part, text); }

PageItem link_item(std::string_view part, std::string_view text, std::string_view href) {
    PageItem item = plain_item(Role::Link, part, text);
    item.href = href;
    return item;
}

PageItem button_item(std::string_view id, std::string_view part, std::string_view text) {
    PageItem item = plain_item(Role::Button, part, text);
    item.id = id;
    return item;
}

PageItem list_item(std::vector<PageItem> children) {
    PageItem item = plain_item(Role::ListItem, "", "");
    item.children = std::move(children);
    return item;
}

std::string lane_part(std::string_view part, const Lane& lane) {
    return std::string(part) + " " + std::string(hue_words[static_cast<std::size_t>(lane.hue)]) + " " +
           std::string(shape_words[static_cast<std::size_t>(lane.shape)]);
}

const char* basis_part(Basis basis) { return basis == Basis::Stated ? "stated" : "inferred"; }

PageItem named_group(std::string_view id, std::string_view part, std::string_view label,
                     std::vector<PageItem> children) {
    PageItem group = group_item(part, std::move(children));
    group.id = id;
    group.label = label;
    return group;
}

PageItem region_of(std::string_view id, std::string_view part, std::string_view label, std::vector<PageItem> children) {
    PageItem region = named_group(id, part, label, std::move(children));
    region.role = Role::Region;
    return region;
}

}  // namespace throughline
