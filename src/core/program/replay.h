// A recording played through a Session: the same text in, the same text out on every platform.
#pragma once

#include "core/content/content.h"
#include "core/program/session.h"

#include <string>
#include <string_view>

namespace throughline {

// One line for each effect and each drawn frame (a hash of its dump). A line that is no input is reported with its
// number and skipped.
std::string play(Session& session, std::string_view recording);

// The same from a content's start, then the last frame's dump.
std::string replay(Content content, std::string_view recording);

}  // namespace throughline
