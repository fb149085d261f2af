// The page around the engine, as the app sees it: each call goes to the bridge through imports.js.
#pragma once

#include "shell/host.h"

namespace throughline {

class PageHost final : public Host {
public:
    double now_ms() override;
    Viewport viewport_of(const State& state) override;
    void show_page(const Page& page) override;
    void carry_out(const Effect& effect) override;
    void report_frames(int drawn) override;
    PlatformExtent measure(const PlatformText& text) override;
    void draw(const PlatformText& text, const PlatformExtent& extent, int x, int y) override;

private:
    Page shown_;  // as the bridge has it
};

}  // namespace throughline
