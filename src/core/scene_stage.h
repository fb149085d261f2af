// What a scene has on a stage besides the picture: captions, the address as a code, the pointer.
#pragma once

#include "core/content.h"
#include "core/palette.h"
#include "core/scene.h"
#include "core/state.h"

namespace throughline {

void add_stage(const Content& content, const State& state, const Palette& palette, Scene& scene);

}  // namespace throughline
