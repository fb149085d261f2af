// The page's canvas as SDL's window with a WebGL2 context; SDL listens to nothing in the page.
#pragma once

#include <string>

namespace throughline {

// What failed, or nothing. The canvas is the element #canvas, and Module.canvas as well.
[[nodiscard]] std::string open_canvas_window();

}  // namespace throughline
