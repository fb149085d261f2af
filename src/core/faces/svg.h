// Scene as an SVG picture: the same cards, links and labels in plain strokes, coloured by the page's style.
#pragma once

#include "core/content/content.h"
#include "core/base/color.h"
#include "core/faces/element.h"
#include "core/faces/lit_views.h"
#include "core/view/scene.h"

#include <string>
#include <string_view>

namespace throughline {

// Embedded: colours by class from the page's style. Standalone: the theme's own colours inside, a file of its own.
// Alive: embedded, with an element for each link, so that the style can light what LitViews says.
enum class SvgUse { Embedded, Standalone, Alive };

// As elements, so that the page can build it in its DOM. `css_class` is the class of an embedded picture.
Element svg_element(const Content& content, const Scene& scene, SvgUse use, std::string_view css_class = {});
std::string write_svg(const Content& content, const Scene& scene, SvgUse use, std::string_view css_class = {});
std::string write_alive_svg(const Content& content, const Scene& scene, const LitViews& views,
                            std::string_view css_class);

// A lane's sign alone, `scale` times as large as on a card.
Element svg_of_shape(Shape shape, Vec2 center, float scale, Color color);

// The code alone.
Element svg_of_code(const SceneCode& code, std::string_view css_class);

}  // namespace throughline
