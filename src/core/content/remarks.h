// What would help the readers of a content that is right: remarks refuse nothing.
#pragma once

#include "core/content/content.h"
#include "core/json/json.h"
#include "core/json/mistakes.h"

namespace throughline {

// `content` is as it was read from `root`, in the file's order.
void remark(const Content& content, const JsonValue& root, MistakeList& remarks);

}  // namespace throughline
