// The running program: a session, what paints it and what goes between. Inputs in, frames out; where both come from is
// the platform's business.
#pragma once

#include "core/program/session.h"
#include "shell/host.h"
#include "shell/paint_scene.h"
#include "shell/recording.h"
#include "shell/settling.h"

#include <memory>
#include <string>
#include <string_view>

namespace throughline {

// Milliseconds that the last of each took.
struct Timings {
    double layout_ms = 0;  // the input that last changed what stands in the picture, layout included
    double view_ms = 0;
    double paint_ms = 0;
};

enum class StartFailure { None, Content, Graphics };

struct Started {
    StartFailure failure = StartFailure::None;
    std::string error;
};

class App {
public:
    // A GL context must be current. The host must outlive the app.
    explicit App(Host& host) : host_(host) {}

    [[nodiscard]] Started start(std::string_view content_bytes, const FontBytes& fonts);

    // True when the platform's default action should not follow. The input is taken as the recording will give it back.
    bool handle(const Input& input);

    // Draws if anything changed; true when it wants to be called again soon. Nothing is drawn while nothing changes.
    bool frame(double time_ms);
    // Draws at the next call although nothing changed, because what was drawn is lost or ImGui has to settle.
    void repaint() { must_repaint_ = true; }

    // When a TickInput should come at the latest; infinity while nothing is waited for.
    double next_tick_ms() const { return session_->next_tick_ms(); }

    void lose_context();
    [[nodiscard]] std::string restore_context();

    const Session& session() const { return *session_; }
    Sharpness sharpness() const { return sharpness_; }
    const Recording& recording() const { return recording_; }
    const Timings& timings() const { return timings_; }
    int frames_drawn() const { return frames_drawn_; }

private:
    void draw(Viewport viewport, double time_ms);
    [[nodiscard]] std::string make_painter();
    void forget_visit();

    Host& host_;
    std::unique_ptr<Session> session_;
    std::string regular_;  // the fonts, for as often as a painter is made
    std::string semibold_;
    std::unique_ptr<ScenePainter> painter_;
    Sharpness sharpness_ = Sharpness::Exact;
    Settling settling_;
    Recording recording_;
    Timings timings_;
    int frames_drawn_ = 0;
    int restarts_seen_ = 0;
    bool must_repaint_ = false;
    bool has_context_ = false;
};

}  // namespace throughline
