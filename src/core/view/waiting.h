// What stands in place of everything while a page has no content of its own to show (State::wait).
#pragma once

#include "core/content/content.h"
#include "core/state/state.h"
#include "core/page/page.h"

namespace throughline {

// A content of no brief: no card, no step, nobody's words but the program's.
Content neutral_content();

// What is waited for, in words, and how it comes: for whoever opened it, or for a kiosk's staff.
PageItem waiting_item(const State& state);

}  // namespace throughline
