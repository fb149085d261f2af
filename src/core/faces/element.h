// Page as elements: the one mapping from roles to tags and attributes. html writes the elements as text, the bridge
// builds them in the DOM from JSON; so the whole text and the live page cannot differ. Pictures and a talk's handout
// are elements from the start (svg.h, handout.h).
#pragma once

#include "core/page/page.h"

#include <string>
#include <utility>
#include <vector>

namespace throughline {

struct Element {
    std::string tag;
    std::vector<std::pair<std::string, std::string>> attributes = {};  // not escaped, as the text is not
    std::string text = {};                                             // before the children
    std::optional<Rect> rect = {};                                     // where it stands, as PageItem has it
    std::optional<Transform> moves_children = {};                      // PageItem::stage_from_children
    bool is_opaque = false;                                            // the inside belongs to somebody else
    std::vector<Element> children = {};
    friend bool operator==(const Element&, const Element&) = default;
};

Element element_of(const PageItem& item);

// The root element's attributes, by name.
std::vector<std::pair<std::string, std::string>> root_attributes(const PageAttributes& attributes);

// [tag, {attributes}, text, where it stands as [x, y, w, h], how its children are moved as [scale, x, y], or null,
// [children] or null when opaque]
std::string encode_element(const Element& element);

// {"html": {name: value}, "title": …, "items": [elements]}
std::string encode_page(const Page& page);

// The same, with 0 for each item and child that is as it was at its place in `before`: a pan moves thirty buttons and
// leaves the text alone.
std::string encode_page_changes(const Page& before, const Page& page);

}  // namespace throughline
