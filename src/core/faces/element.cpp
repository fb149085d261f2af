// Roles to tags and attributes, and elements to JSON.
#include "core/faces/element.h"

#include "core/base/text_format.h"
#include "core/json/json.h"

#include <cstddef>

namespace throughline {

namespace {

using Attributes = std::vector<std::pair<std::string, std::string>>;

bool is_web_address(const std::string& href) { return href.starts_with("https://"); }

std::string tag_of(const PageItem& item) {
    switch (item.role) {
        case Role::Group: return "div";
        case Role::Banner: return "header";
        case Role::Main: return "main";
        case Role::ContentInfo: return "footer";
        case Role::Region: return "section";
        case Role::Navigation: return "nav";
        case Role::Heading: return "h" + std::to_string(item.level);
        case Role::Paragraph: return "p";
        case Role::Text: return "span";
        case Role::List: return "ul";
        case Role::OrderedList: return "ol";
        case Role::ListItem: return "li";
        case Role::Button: return "button";
        case Role::Link: return "a";
        case Role::Disclosure: return "details";
        case Role::FileInput:
        case Role::Field: return "label";
        case Role::Status: return "p";
        case Role::Alert: return "div";
        case Role::Picture: return "div";
    }
    return "div";
}

// "go shaped" becomes "part-go part-shaped".
std::string class_of(const std::string& part) {
    std::string names;
    bool at_start = true;
    for (const char c : part) {
        if (at_start) names += "part-";
        names += c;
        at_start = c == ' ';
    }
    return names;
}

const char* boolean_text(bool value) { return value ? "true" : "false"; }

void add_role(Attributes& attributes, const PageItem& item) {
    if (item.role == Role::Button) attributes.emplace_back("type", "button");
    if (item.role == Role::Status) attributes.emplace_back("role", "status");
    if (item.role == Role::Alert) attributes.emplace_back("role", "alert");
    // A browser forgets that a list is one when its bullets are gone, and names no plain division.
    if (item.role == Role::List) attributes.emplace_back("role", "list");
    if (item.role == Role::Group && !item.label.empty()) attributes.emplace_back("role", "group");
    if (item.role == Role::Link && (is_web_address(item.href) || item.href.starts_with('#'))) {
        attributes.emplace_back("href", item.href);
        if (is_web_address(item.href)) attributes.emplace_back("rel", "noreferrer noopener");
        // Another site takes the whole tab: in a frame, the page around it would stay, and most sites refuse to be
        // framed.
        if (is_web_address(item.href)) attributes.emplace_back("target", "_top");
    }
}

void add_states(Attributes& attributes, const PageItem& item) {
    if (!item.language.empty()) attributes.emplace_back("lang", item.language);
    if (!item.label.empty()) attributes.emplace_back("aria-label", item.label);
    if (!item.description.empty()) attributes.emplace_back("aria-description", item.description);
    if (item.is_pressed) attributes.emplace_back("aria-pressed", boolean_text(*item.is_pressed));
    if (item.is_expanded) attributes.emplace_back("aria-expanded", boolean_text(*item.is_expanded));
    // NOTE: never `disabled`, which would drop the focus of somebody who has just reached the end of a tour.
    if (item.is_disabled) attributes.emplace_back("aria-disabled", "true");
    if (item.is_hidden) attributes.emplace_back("hidden", "");
    if (item.takes_focus || item.scrolls) attributes.emplace_back("tabindex", item.scrolls ? "0" : "-1");
    if (!item.node.empty()) attributes.emplace_back("data-node", item.node);
    if (!item.link.empty()) attributes.emplace_back("data-link", item.link);
}

Element input_element(const PageItem& item) {
    const bool is_field = item.role == Role::Field;
    Element input{"input", {{"id", item.id}}};
    const Attributes own = is_field ? Attributes{{"type", "text"}, {"readonly", ""}, {"value", item.value}}
                                    : Attributes{{"type", "file"}, {"accept", ".json,application/json"}};
    input.attributes.insert(input.attributes.end(), own.begin(), own.end());
    Element words{"span", {}, item.text};
    Element label{"label", {{"class", class_of(item.part)}}};
    label.children = is_field ? std::vector<Element>{words, input} : std::vector<Element>{input, words};
    return label;
}

// The element without the item's own children, but with those that its role needs.
Element element_alone(const PageItem& item) {
    if (item.role == Role::FileInput || item.role == Role::Field) return input_element(item);
    Element element;
    element.tag = tag_of(item);
    if (!item.id.empty()) element.attributes.emplace_back("id", item.id);
    if (!item.part.empty()) element.attributes.emplace_back("class", class_of(item.part));
    add_role(element.attributes, item);
    element.rect = item.rect;
    element.moves_children = item.stage_from_children;
    element.is_opaque = item.role == Role::Picture;
    if (item.role == Role::Disclosure) {
        Element summary{"summary", {}, item.text};
        if (!item.label.empty()) summary.attributes.emplace_back("aria-label", item.label);
        element.children.push_back(std::move(summary));
    } else {
        element.text = item.text;
        add_states(element.attributes, item);
    }
    return element;
}

std::string encode_object(const Attributes& attributes) {
    std::string json = "{";
    for (const auto& [name, value] : attributes) {
        if (json.size() > 1) json += ',';
        json += quote_json(name) + ":" + quote_json(value);
    }
    return json + "}";
}

// Up to the children.
std::string encode_opening(const Element& element) {
    std::string json =
        "[" + quote_json(element.tag) + "," + encode_object(element.attributes) + "," + quote_json(element.text) + ",";
    if (const auto& moved = element.moves_children) {
        return json + "[" + format_number(moved->scale, 6) + "," + format_number(moved->offset.x, 2) + "," +
               format_number(moved->offset.y, 2) + "],";
    }
    if (!element.rect) return json + "null,";
    return json + "[" + format_rect(*element.rect, 2) + "],";
}

std::string encode_changes(const std::vector<PageItem>& items, const std::vector<PageItem>& before);

std::string encode_changes(const PageItem& item, const PageItem* before) {
    if (before != nullptr && item == *before) return "0";
    const Element element = element_alone(item);
    if (element.is_opaque || !element.children.empty()) return encode_element(element_of(item));
    static const std::vector<PageItem> nothing;
    // Zeros stand for children of the element that stays, so there are none where another element takes the place.
    const bool stays = before != nullptr && before->id == item.id && tag_of(*before) == element.tag;
    return encode_opening(element) + encode_changes(item.inside(), stays ? before->inside() : nothing) + "]";
}

std::string encode_changes(const std::vector<PageItem>& items, const std::vector<PageItem>& before) {
    std::string json = "[";
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) json += ',';
        json += encode_changes(items[i], i < before.size() ? &before[i] : nullptr);
    }
    return json + "]";
}

}  // namespace

Element element_of(const PageItem& item) {
    Element element = element_alone(item);
    for (const PageItem& child : item.inside()) element.children.push_back(element_of(child));
    return element;
}

std::vector<std::pair<std::string, std::string>> root_attributes(const PageAttributes& attributes) {
    Attributes named{{"lang", attributes.language},  {"dir", attributes.direction},
                     {"data-mode", attributes.mode}, {"data-selected", attributes.selected},
                     {"data-step", attributes.step}, {"data-theme", attributes.theme}};
    if (!attributes.form.empty()) named.emplace_back("data-form", attributes.form);
    if (attributes.is_own) named.emplace_back("data-own", "");
    if (!attributes.phase.empty()) named.emplace_back("data-phase", attributes.phase);
    if (!attributes.traces.empty()) named.emplace_back("data-traces", attributes.traces);
    return named;
}

std::string encode_element(const Element& element) {
    std::string json = encode_opening(element);
    if (element.is_opaque) return json + "null]";
    json += '[';
    for (std::size_t i = 0; i < element.children.size(); ++i) {
        if (i > 0) json += ',';
        json += encode_element(element.children[i]);
    }
    return json + "]]";
}

std::string encode_page(const Page& page) { return encode_page_changes({}, page); }

std::string encode_page_changes(const Page& before, const Page& page) {
    return "{\"html\":" + encode_object(root_attributes(page.attributes)) +
           ",\"title\":" + quote_json(page.attributes.title) +
           ",\"items\":" + encode_changes(page.items, before.items) + "}";
}

}  // namespace throughline
