// What the values of a content say of each other: circles of links, two links between the same nodes, places of the
// brief that nothing rests on.
#pragma once

#include "core/content/reader.h"
#include "core/json/mistakes.h"

#include <string_view>

namespace throughline {

// `bytes` is the file, for the places that a message names.
void check_whole(const ReadContent& read, const JsonValue& root, std::string_view bytes, MistakeList& mistakes);

}  // namespace throughline
