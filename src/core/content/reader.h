// From a tree of JSON to a Content: the shape of each value, and what names what. Rules about the whole are whole.h's.
#pragma once

#include "core/content/content.h"
#include "core/json/json.h"
#include "core/json/mistakes.h"

#include <string_view>

namespace throughline {

struct ReadContent {
    // An item of a list stands at its index in the file, also where it has mistakes; what it names and nobody knows is
    // -1.
    Content content;
    bool has_whole_ids = true;      // every node can be told from every other
    bool has_whole_sources = true;  // every locator that is meant somewhere is found
};

// Collects every mistake, stops at none. Mends the names of fields in `root` that are a slip of the pen.
ReadContent read_content(JsonValue& root, MistakeList& mistakes);

}  // namespace throughline
