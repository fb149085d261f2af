// What stands in place of everything while a page has no content of its own to show (Files::wait).
#pragma once

#include "core/state/state.h"
#include "core/page/page.h"

namespace throughline {

// What is waited for, in words, and how it comes: for whoever opened it, or for a kiosk's staff.
PageItem waiting_item(const State& state);

}  // namespace throughline
