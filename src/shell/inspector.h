// The developers' inspector: what the program knows of itself, written over the diagram. Read only, and whole in one
// frame, so that looking does not change how often is drawn.
#pragma once

namespace throughline {

class App;
class Renderer;

// Within a frame, after everything else was painted.
void paint_inspector(const App& app, Renderer& renderer);

}  // namespace throughline
