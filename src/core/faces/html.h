// Page as HTML text: the whole text that both pages are before any script runs.
#pragma once

#include "core/content/content.h"
#include "core/faces/element.h"
#include "core/page/page.h"

#include <string>
#include <string_view>

namespace throughline {

// The body's markup. `picture` is trusted SVG markup of our own and fills the page's Picture.
std::string write_html(const Page& page, std::string_view picture);

// <title> and <meta> lines for the head.
std::string write_html_head(const Content& content);

// The root element's attributes, `lang="en" dir="ltr" …`, as they stand before any script.
std::string write_html_attributes(const Page& page);

// One element of HTML or SVG.
std::string write_markup(const Element& element);

// Escapes &, <, > and quotes; every string of a content goes through it on its way into HTML or SVG.
std::string escape_markup(std::string_view text);

}  // namespace throughline
