// A page's tree, walked for one item or for all of a kind.
#include "page_items.h"

namespace throughline::testing {

Rect rect_on_stage(const Page& page, std::string_view id) {
    Rect found;
    visit_placed(page.items, [&](const PageItem& item, Rect rect) {
        if (item.id == id) found = rect;
    });
    return found;
}

std::string words_of(const PageItem& item) {
    std::string text = item.text;
    for (const PageItem& child : item.inside()) text += (text.empty() ? "" : " ") + words_of(child);
    return text;
}

std::string name_of(const PageItem& item) { return item.label.empty() ? words_of(item) : item.label; }

std::vector<PageItem> find_items(const Page& page, Role role) {
    std::vector<PageItem> found;
    visit_items(page.items, [&](const PageItem& item) {
        if (item.role == role) found.push_back(item);
    });
    return found;
}

std::vector<PageItem> find_items(const Page& page, Role role, std::string_view name) {
    std::vector<PageItem> found = find_items(page, role);
    std::erase_if(found, [name](const PageItem& item) { return name_of(item) != name; });
    return found;
}

PageItem find_item(const Page& page, std::string_view id) {
    PageItem found;
    visit_items(page.items, [&](const PageItem& item) {
        if (item.id == id) found = item;
    });
    return found;
}

}  // namespace throughline::testing
