// What a scene of a talk or of a kiosk's loop has besides the picture: captions, the address as a code, the pointer.
#pragma once

#include "core/content/content.h"
#include "core/state/state.h"
#include "core/view/scene.h"

namespace throughline {

void add_talk(const Content& content, const State& state, Scene& scene);

}  // namespace throughline
