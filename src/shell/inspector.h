// The developers' inspector: what the program knows of itself, written over the diagram. Read only, and whole in one
// frame, so that looking does not change how often is drawn.
#pragma once

#include "core/view/scene.h"
#include "shell/viewport.h"

namespace throughline {

class App;

ScenePreview inspect(const App& app, const Viewport& viewport);

}  // namespace throughline
