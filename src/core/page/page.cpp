// Page as text for goldens.
#include "core/page/page.h"

#include "core/base/text_format.h"
#include "core/json/json.h"

namespace throughline {

namespace {

const char* role_name(Role role) {
    switch (role) {
        case Role::Group: return "group";
        case Role::Banner: return "banner";
        case Role::Main: return "main";
        case Role::ContentInfo: return "contentinfo";
        case Role::Region: return "region";
        case Role::Navigation: return "navigation";
        case Role::Heading: return "heading";
        case Role::Paragraph: return "paragraph";
        case Role::Text: return "text";
        case Role::List: return "list";
        case Role::OrderedList: return "ordered-list";
        case Role::ListItem: return "item";
        case Role::Button: return "button";
        case Role::Link: return "link";
        case Role::Disclosure: return "disclosure";
        case Role::FileInput: return "file";
        case Role::Field: return "field";
        case Role::Status: return "status";
        case Role::Alert: return "alert";
        case Role::Picture: return "picture";
    }
    return "group";
}

void dump_item(std::string& dump, const PageItem& item, std::size_t depth) {
    dump += std::string(2 * depth, ' ') + role_name(item.role);
    if (item.role == Role::Heading) dump += " " + std::to_string(item.level);
    if (!item.id.empty()) dump += " #" + item.id;
    if (!item.part.empty()) dump += " (" + item.part + ")";
    if (!item.text.empty()) dump += " " + quote_json(item.text);
    if (!item.label.empty()) dump += " named " + quote_json(item.label);
    if (!item.description.empty()) dump += " described " + quote_json(item.description);
    if (!item.value.empty()) dump += " holds " + quote_json(item.value);
    if (!item.href.empty()) dump += " to " + item.href;
    if (!item.node.empty()) dump += " node " + item.node;
    if (!item.link.empty()) dump += " link " + item.link;
    if (item.is_pressed) dump += *item.is_pressed ? " pressed" : " unpressed";
    if (item.is_expanded) dump += *item.is_expanded ? " expanded" : " collapsed";
    if (item.is_disabled) dump += " disabled";
    if (item.takes_focus) dump += " focusable";
    if (item.scrolls) dump += " scrolling";
    if (item.rect) dump += " at " + format_rect(*item.rect);
    if (item.stage_from_children)
        dump += " moved by " + format_number(item.stage_from_children->scale, 6) + " " +
                format_number(item.stage_from_children->offset.x, 2) + "," +
                format_number(item.stage_from_children->offset.y, 2);
    dump += '\n';
    for (const PageItem& child : item.inside()) dump_item(dump, child, depth + 1);
}

}  // namespace

std::string dump_page(const Page& page) {
    const PageAttributes& of = page.attributes;
    std::string dump = "page " + quote_json(of.title) + " language " + of.language + " direction " + of.direction +
                       " mode " + of.mode + " selected " + quote_json(of.selected) + " step " + quote_json(of.step) +
                       " theme " + of.theme + " form " + quote_json(of.form) + "\n";
    for (const PageItem& item : page.items) dump_item(dump, item, 1);
    return dump;
}

}  // namespace throughline
