// What a link to the site looks like where it is shared: a picture and the words beside it. An author may choose
// neutral words for both, and then neither names the subject.
#pragma once

#include "core/content/content.h"

#include <string>
#include <string_view>

namespace throughline {

inline constexpr int share_width_px = 1200;
inline constexpr int share_height_px = 630;

// The picture as SVG: the title, what the lanes are, and the diagram without its words.
std::string write_share_picture(const Content& content);

// The <meta> lines for the site's head. `picture` is the picture's file beside the page.
std::string write_share_head(const Content& content, std::string_view picture);

}  // namespace throughline
