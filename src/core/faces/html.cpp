// Elements as HTML text.
#include "core/faces/html.h"

#include "core/faces/element.h"

namespace throughline {

namespace {

bool is_void(const std::string& tag) { return tag == "input"; }
bool is_closed_shape(const std::string& tag) { return tag == "path" || tag == "rect" || tag == "circle"; }

// Line breaks stand only where a browser shows none, and never before an element's own text: the bridge takes the
// first text it finds in an element for that.
bool ends_line(const std::string& tag) {
    return tag != "a" && tag != "span" && tag != "button" && tag != "input" && tag != "tspan";
}

void write_attributes(std::string& html, const std::vector<std::pair<std::string, std::string>>& attributes) {
    for (const auto& [name, value] : attributes) html += " " + name + "=\"" + escape_markup(value) + "\"";
}

void write_element(std::string& html, const Element& element, std::string_view picture) {
    html += "<" + element.tag;
    write_attributes(html, element.attributes);
    html += is_closed_shape(element.tag) ? "/>" : ">";
    if (!is_closed_shape(element.tag) && !is_void(element.tag)) {
        html += escape_markup(element.text);
        if (element.is_opaque) html += picture;
        for (const Element& child : element.children) write_element(html, child, picture);
        html += "</" + element.tag + ">";
    }
    if (ends_line(element.tag)) html += '\n';
}

}  // namespace

std::string write_html(const Page& page, std::string_view picture) {
    std::string html;
    for (const PageItem& item : page.items) write_element(html, element_of(item), picture);
    return html;
}

std::string write_markup(const Element& element) {
    std::string markup;
    write_element(markup, element, {});
    return markup;
}

std::string write_html_head(const Content& content) {
    return "<title>" + escape_markup(content.title) + "</title>\n<meta name=\"description\" content=\"" +
           escape_markup(content.summary) + "\">\n";
}

std::string write_html_attributes(const Page& page) {
    std::string html;
    write_attributes(html, root_attributes(page.attributes));
    html.erase(0, 1);
    return html + " data-state=\"static\" data-renderer=\"none\" data-frames=\"0\"";
}

std::string escape_markup(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default: escaped += c;
        }
    }
    return escaped;
}

}  // namespace throughline
