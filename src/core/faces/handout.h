// What a view is on paper, as elements: the page's bridge puts them in the picture's place while it prints.
#pragma once

#include "core/brief/brief.h"
#include "core/faces/element.h"
#include "core/state/state.h"

namespace throughline {

// Exploring: the picture of everything, with what is lit. A talk: a section for each step, each with its picture and
// its words, and with the speaker's notes where they are asked for.
Element make_handout(const Brief& brief, const State& state, HandoutNotes notes);

}  // namespace throughline
