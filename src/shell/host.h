// What the app asks of the platform around it. Each platform is a folder that CMake chooses: native/ or web/.
#pragma once

#include "core/base/text_metrics.h"
#include "core/command/action.h"
#include "core/state/state.h"
#include "core/page/page.h"
#include "shell/viewport.h"

#include <string>
#include <vector>

namespace throughline {

// What the platform is to draw with its own fonts: one character that the bundled font lacks, or one line of a script
// that needs shaping.
struct PlatformText {
    std::string text;
    Weight weight = Weight::Regular;
    float size_px = 0;  // of the em, in device pixels
    int stretch = 1;    // columns a device pixel
};

// How it is drawn, in device pixels and in columns.
struct PlatformExtent {
    float advance_px = 0;
    int left = 0;   // columns from the pen to the first one
    int top = 0;    // rows from the baseline to the first one; negative above it
    int width = 0;  // columns; none for a blank
    int height = 0;
    bool is_colored = false;  // has colours of its own, which no ink changes
};

class Host {
public:
    Host() = default;
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;
    virtual ~Host() = default;

    virtual double now_ms() = 0;

    // Where the stage of this state stands in what the context draws to; empty while there is nothing to draw to.
    virtual Viewport viewport_of(const State& state) = 0;

    // Called for each drawn frame, when the scene is painted.
    virtual void show_page(const Page& page) = 0;
    virtual void carry_out(const Effect& effect) = 0;
    virtual void report_frames(int drawn) = 0;

    virtual PlatformExtent measure(const PlatformText& text) = 0;

    // Draws it into the GL texture that is bound, its first column and row at `x` and `y`: white of some opacity, or
    // its own colours, premultiplied. NOTE: The pixels never pass through the program, because a browser that hides
    // what tells its readers apart answers a look at drawn letters with noise.
    virtual void draw(const PlatformText& text, const PlatformExtent& extent, int x, int y) = 0;
};

}  // namespace throughline
