// Characters that the bundled font lacks, drawn by the platform into Dear ImGui's atlas: a font loader to merge into
// each typeface. Knows ImGui's atlas and the host, nothing else.
#pragma once

#include "core/text_metrics.h"

struct ImFontAtlas;

namespace throughline {

class Host;

// Merges the host's glyphs into the font added last. The host must outlive the atlas.
void add_fallback_glyphs(ImFontAtlas& atlas, Weight weight, Host& host);

// Dear ImGui sizes a font by its height from ascent to descent, everybody else by its em.
float imgui_size_of(float em_size);
float em_size_of(float imgui_size);

}  // namespace throughline
