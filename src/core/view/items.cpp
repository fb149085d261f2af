// What the parts of the page are made of.
#include "core/view/items.h"

#include "core/content/words.h"
#include "core/view/palette.h"
#include "core/view/view.h"

#include <algorithm>
#include <utility>

namespace throughline {

namespace {

const char* shape_name(Shape shape) {
    switch (shape) {
        case Shape::Ring: return "ring";
        case Shape::Square: return "square";
        case Shape::Triangle: return "triangle";
        case Shape::Check: return "check";
        case Shape::Chevron: return "chevron";
    }
    return "ring";
}

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
    return std::string(part) + " " + css_hue_name(lane.hue) + " " + shape_name(lane.shape);
}

const char* basis_part(Basis basis) { return basis == Basis::Stated ? "stated" : "inferred"; }

PageItem named_group(std::string_view id, std::string_view part, std::string_view label, std::vector<PageItem> children) {
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

namespace {

PageItem button_of(const Situation& now, const Command& command) {
    const std::string text = command.text_now != nullptr ? command.text_now(now) : command.text != nullptr ? std::string(words().*command.text) : "";
    PageItem item = button_item(command.id, command.part, text);
    if (command.label != nullptr) item.label = words().*command.label;
    const std::string key = key_hint_of(command, now);
    if (!key.empty()) item.description = fill(words().key_hint, {key});
    if (command.is_enabled != nullptr) item.is_disabled = !command.is_enabled(now);
    if (command.is_pressed != nullptr) item.is_pressed = command.is_pressed(now);
    return item;
}

}  // namespace

PageItem button_of(const Situation& now, std::string_view id) {
    const auto commands = all_commands();
    return button_of(now, *std::find_if(commands.begin(), commands.end(), [id](const Command& command) { return command.id == id; }));
}

std::vector<PageItem> bar_items(const Situation& now, Bars bar) {
    std::vector<PageItem> items;
    for (const Command& command : all_commands()) {
        if ((command.bars & bar) != 0 && is_offered(command, now)) items.push_back(button_of(now, command));
    }
    return items;
}

}  // namespace throughline
