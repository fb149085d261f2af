// Roles as tags and attributes, and what the bridge is sent.
#include "core/faces/element.h"

#include "harness.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

PageItem item_of(Role role, std::string text = {}) {
    PageItem item;
    item.role = role;
    item.text = std::move(text);
    return item;
}

std::string attribute(const Element& element, std::string_view name) {
    for (const auto& [key, value] : element.attributes) {
        if (key == name) return value;
    }
    return "-";
}

}  // namespace

TEST_CASE("a toggle button over a card carries its node, its state, its description and its place") {
    PageItem button = item_of(Role::Button, "Raids");
    button.id = "node:raids";
    button.part = "node-button";
    button.node = "raids";
    button.description = "leads to 5";
    button.is_pressed = true;
    button.rect = Rect{1.5F, 2, 30, 4.25F};
    CHECK(encode_element(element_of(button)) ==
          "[\"button\",{\"id\":\"node:raids\",\"class\":\"part-node-button\",\"type\":\"button\","
          "\"aria-description\":\"leads to "
          "5\",\"aria-pressed\":\"true\",\"data-node\":\"raids\"},\"Raids\",[1.5,2,30,4.25],[]]");
}

TEST_CASE("a control that cannot be used now keeps the focus") {
    PageItem button = item_of(Role::Button, "Next");
    button.is_disabled = true;
    CHECK(attribute(element_of(button), "aria-disabled") == "true");
    CHECK(attribute(element_of(button), "disabled") == "-");
}

TEST_CASE("only fragments and https addresses become links, the latter without a referrer") {
    PageItem link = item_of(Role::Link, "there");
    link.href = "https://example.org/";
    CHECK(attribute(element_of(link), "rel") == "noreferrer noopener");
    link.href = "#raids";
    CHECK(attribute(element_of(link), "href") == "#raids");
    CHECK(attribute(element_of(link), "rel") == "-");
    for (const char* href : {"javascript:alert(1)", "http://example.org/", "data:text/html,x", " #x", ""}) {
        link.href = href;
        CHECK(attribute(element_of(link), "href") == "-");
    }
}

TEST_CASE("a named group is a group and an unnamed one is nothing") {
    PageItem group = item_of(Role::Group);
    CHECK(attribute(element_of(group), "role") == "-");
    group.label = "Zoom";
    CHECK(attribute(element_of(group), "role") == "group");
    CHECK(attribute(element_of(group), "aria-label") == "Zoom");
}

TEST_CASE("a disclosure has its words in a summary and a file input its words in a label") {
    PageItem disclosure = item_of(Role::Disclosure, "stated");
    disclosure.children = {item_of(Role::Paragraph, "Why")};
    CHECK(encode_element(element_of(disclosure)) ==
          "[\"details\",{},\"\",null,[[\"summary\",{},\"stated\",null,[]],[\"p\",{},\"Why\",null,[]]]]");
    PageItem file = item_of(Role::FileInput, "Open");
    file.id = "open-brief";
    const Element label = element_of(file);
    CHECK(label.tag == "label");
    CHECK(attribute(label.children[0], "id") == "open-brief");
    CHECK(label.children[1].text == "Open");
}

TEST_CASE("a field holds its text to be copied, takes none, and its name is its label") {
    PageItem field = item_of(Role::Field, "Link");
    field.id = "link-field";
    field.value = "https://example.org/#b";
    const Element label = element_of(field);
    CHECK(label.tag == "label");
    CHECK(label.children[0].text == "Link");
    CHECK(label.children[1].tag == "input");
    CHECK(attribute(label.children[1], "id") == "link-field");
    CHECK(attribute(label.children[1], "type") == "text");
    CHECK(attribute(label.children[1], "value") == "https://example.org/#b");
    CHECK(attribute(label.children[1], "readonly").empty());
}

TEST_CASE("the inside of the picture is nobody's business") {
    CHECK(encode_element(element_of(item_of(Role::Picture))) == "[\"div\",{},\"\",null,null]");
}

TEST_CASE("an item that is as it was is sent as a zero") {
    Page before;
    before.items = {item_of(Role::Group), item_of(Role::Paragraph, "kept")};
    before.items[0].children = {item_of(Role::Text, "kept"), item_of(Role::Text, "old")};
    Page after = before;
    after.items[0].children[1].text = "new";
    CHECK(contains(encode_page_changes(before, before), "\"items\":[0,0]"));
    CHECK(contains(encode_page_changes(before, after),
                   "\"items\":[[\"div\",{},\"\",null,[0,[\"span\",{},\"new\",null,[]]]],0]"));
}

TEST_CASE("an item that takes the place of another is sent with all its children") {
    Page before;
    before.items = {item_of(Role::Group)};
    before.items[0].id = "old";
    before.items[0].children = {item_of(Role::Text, "same")};
    Page after = before;
    after.items[0].id = "new";
    CHECK(contains(encode_page_changes(before, after),
                   "\"items\":[[\"div\",{\"id\":\"new\"},\"\",null,[[\"span\",{},\"same\",null,[]]]]]"));
    after.items[0].id = "old";
    after.items[0].role = Role::Region;
    CHECK(contains(encode_page_changes(before, after), "[[\"span\",{},\"same\",null,[]]]"));
}

TEST_CASE("a moved view sends how the cards' buttons are moved as a whole, and neither them nor the text") {
    Harness h;
    const Page before = h.page();
    h.press("Zoom in");
    const std::string changes = encode_page_changes(before, h.page());
    CHECK(contains(changes, "part-nodes"));
    CHECK_FALSE(contains(changes, "node:c"));
    CHECK_FALSE(contains(changes, "Text of c."));
    CHECK(changes.size() * 2 < encode_page(h.page()).size());
}

TEST_CASE("the whole page is its changes from an empty one") {
    const std::string whole = encode_page(Harness().page());
    CHECK(whole == encode_page_changes({}, Harness().page()));
    CHECK(
        contains(whole, "\"html\":{\"lang\":\"en\",\"dir\":\"ltr\",\"data-mode\":\"explore\",\"data-selected\":\"\""));
    CHECK(contains(whole, "\"title\":\"A small brief\""));
}
