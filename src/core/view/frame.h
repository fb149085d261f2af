// The one value through which anything reaches a reader.
#pragma once

#include "core/page/page.h"
#include "core/view/scene.h"

#include <string>

namespace throughline {

struct Frame {
    Scene scene;
    Page page;
};

// Text, rounded to tenths: the golden of what is seen and said.
std::string dump_frame(const Frame& frame);
std::string dump_scene(const Scene& scene);

}  // namespace throughline
