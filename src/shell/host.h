// What the app asks of the platform around it. Each platform is a folder that CMake chooses: native/ or web/.
#pragma once

#include "core/action.h"
#include "core/page.h"
#include "core/state.h"
#include "core/text_metrics.h"
#include "shell/viewport.h"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline {

// A text as the platform's own fonts draw it. Pixels are device pixels, columns `stretch` times as fine.
struct GlyphBitmap {
    float advance_px = 0;
    int left = 0;  // columns from the pen to the first one
    int top = 0;   // rows from the baseline to the first one; negative above it
    int width = 0;
    int height = 0;
    bool is_colored = false;
    std::vector<std::uint8_t> rgba;  // not premultiplied; white where not coloured; empty for a blank
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

    // One character that the bundled font lacks, or one line of a script that needs shaping.
    virtual GlyphBitmap rasterise(const std::string& text, Weight weight, float size_px, int stretch) = 0;
};

}  // namespace throughline
