// A page of each kind that there is: every mode and phase, both forms, and what opens over them.
#pragma once

#include "harness.h"

#include <vector>

namespace throughline::testing {

// Of the shipped example, each as it stands before anybody does something more.
std::vector<Harness> every_page();

}  // namespace throughline::testing
