// What is written, spoken and operated: a small semantic tree with stable ids. The page bridge patches it into the DOM,
// html writes it as the whole text, ImGui paints it natively.
#pragma once

#include "core/base/geometry.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline {

// Static: the whole text, which must work without any script. Live: the engine runs and carries out actions.
enum class Liveness { Static, Live };

enum class Role {
    Group,  // no meaning of its own, only a place; with a label, a named group
    Banner,
    Main,
    ContentInfo,
    Region,  // a section; a landmark if it has a label
    Navigation,
    Heading,  // with a level
    Paragraph,
    Text,  // words within a line
    List,
    OrderedList,
    ListItem,
    Button,  // a toggle when `is_pressed` is set
    Link,
    Disclosure,  // `text` is always there, the children on request; that choice is the page's own
    FileInput,
    Field,   // holds a text to be selected and copied; nothing can be typed
    Status,  // the polite live region
    Alert,
    Picture,  // the place of the diagram's canvas and of its SVG, and on paper of the handout; Page says nothing of
              // them
};

struct PageItem;

// Equal at once where they are the same, and else by value.
struct SharedItems {
    std::shared_ptr<const std::vector<PageItem>> items;
};
bool operator==(const SharedItems& a, const SharedItems& b);

struct PageItem {
    Role role = Role::Group;
    std::string id;           // unique in the page; empty where nothing refers to it
    std::string part;         // words for the style: which part of the page this is, its hue and shape; never content
    std::string text;         // what is written; for a control its name as well
    std::string label;        // the name, where it is not what is written
    std::string description;  // said after the name
    std::string value;        // Field: what it holds; its name is `text`
    std::string href;         // Link: a fragment or an https address
    std::string language;     // of its words, where it is not the page's
    std::string node;         // the id of the node that this controls
    std::string link;         // "<from>-><to>" of the link that this sentence tells
    int level = 0;            // Heading: 1 to 6
    std::optional<bool> is_pressed;
    std::optional<bool> is_expanded;  // Button: whether what it opens is open
    bool is_disabled = false;
    bool is_hidden = false;    // only for the moment that the page itself shows it
    bool takes_focus = false;  // the focus may be sent here, though Tab passes it over
    bool scrolls = false;      // it may hold more than it shows, so Tab stops here for the arrows to scroll it
    // Where its drawn counterpart stands: in pixels of the stage, or in the units of the group that moves it. Picture:
    // the layout's bounds, for its proportions.
    std::optional<Rect> rect;
    std::optional<Transform> stage_from_children;  // Group: moves all that stands in it
    // One of the two is empty: those of this item alone, or those that many pages have alike and none changes.
    std::vector<PageItem> children;
    SharedItems shared;

    const std::vector<PageItem>& inside() const { return shared.items ? *shared.items : children; }
    // From now on copies of this item have the very same children.
    void share_children();

    friend bool operator==(const PageItem&, const PageItem&) = default;
};

inline void PageItem::share_children() {
    shared.items = std::make_shared<const std::vector<PageItem>>(std::move(children));
    children.clear();
}

inline bool operator==(const SharedItems& a, const SharedItems& b) {
    return a.items == b.items || (a.items && b.items && *a.items == *b.items);
}

// What a page tells tests, styles and host pages about itself, on its root element.
struct PageAttributes {
    std::string language;
    std::string direction;
    std::string title;
    std::string mode;
    std::string selected;
    std::string step;
    std::string theme;
    std::string form;
    std::string phase;    // of a kiosk alone
    bool is_own = false;  // what is shown, or awaited, is not what the page came with
    std::string traces;   // only "fewest": where the page keeps its view (ViewPlace) without an engine too
    friend bool operator==(const PageAttributes&, const PageAttributes&) = default;
};

struct Page {
    PageAttributes attributes;
    std::vector<PageItem> items;
    friend bool operator==(const Page&, const Page&) = default;
};

// One line an item, indented; goldens and tests read it.
std::string dump_page(const Page& page);

}  // namespace throughline
