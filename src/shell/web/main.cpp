// The engine as the page's bridge calls it. One app for the life of the page; strings that are returned stay valid
// until the same function is called again.
#include "core/base/text_format.h"
#include "core/faces/element.h"
#include "core/json/json.h"
#include "shell/app.h"
#include "shell/versions.h"
#include "shell/web/canvas_window.h"
#include "shell/web/memory.h"
#include "shell/web/page_host.h"

#include <emscripten/emscripten.h>
#include <emscripten/heap.h>

#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <string_view>

namespace throughline {
namespace {

// What throughline_start returns, besides 0.
enum StartCode { ContentCode = 1, CanvasCode = 2, GraphicsCode = 3 };

struct Engine {
    PageHost host;
    App app{host};
    std::string error;
    std::string description;
    std::string handout;
    std::string shared_view;
};

Engine& engine() {
    static Engine the_engine;
    return the_engine;
}

int fail(StartCode code, std::string error) {
    engine().error = std::move(error);
    return code;
}

std::string_view view_of(const void* bytes, int count) {
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(count)};
}

std::string describe(const App& app) {
    const auto text = [](const char* name, const std::string& value) {
        return quote_json(name) + ":" + quote_json(value) + ",";
    };
    const auto number = [](const char* name, double value) { return quote_json(name) + ":" + format_number(value, 3); };
    return "{" + text("sdl", sdl_version()) + text("video", video_driver()) + text("imgui", imgui_version()) +
           text("renderer", graphics_driver()) + number("drawn", app.frames_drawn()) + "," +
           number("memory_bytes", static_cast<double>(bytes_in_use())) + "," +
           number("heap_bytes", static_cast<double>(emscripten_get_heap_size())) + "," +
           number("layout_ms", app.timings().layout_ms) + "," + number("view_ms", app.timings().view_ms) + "," +
           number("paint_ms", app.timings().paint_ms) + "}";
}

}  // namespace
}  // namespace throughline

using namespace throughline;

extern "C" {

// 0: it runs. Otherwise throughline_error tells why, in a sentence. Nothing that is handed in is kept.
EMSCRIPTEN_KEEPALIVE int throughline_start(const char* content, int content_bytes, const unsigned char* regular,
                                           int regular_bytes, const unsigned char* semibold, int semibold_bytes) {
    count_imgui_memory();
    if (std::string error = open_canvas_window(); !error.empty()) return fail(CanvasCode, std::move(error));
    Started started = engine().app.start(view_of(content, content_bytes),
                                         {view_of(regular, regular_bytes), view_of(semibold, semibold_bytes)});
    switch (started.failure) {
        case StartFailure::None: return 0;
        case StartFailure::Content: return fail(ContentCode, std::move(started.error));
        case StartFailure::Graphics: return fail(GraphicsCode, std::move(started.error));
    }
    return 0;
}

// One encoded Input. 1: the page prevents the default action.
EMSCRIPTEN_KEEPALIVE int throughline_input(const char* line) {
    const std::optional<Input> input = parse_input(line);
    return input && engine().app.handle(*input) ? 1 : 0;
}

// A content from beside the page, for throughline's `edition` input.
EMSCRIPTEN_KEEPALIVE int throughline_edition(const char* name, const char* bytes, int count, double time_ms) {
    return engine().app.handle({time_ms, EditionInput{name, std::string(view_of(bytes, count))}}) ? 1 : 0;
}

// A content for the `content` or, from a talk's other window, the `handed` input. `size_bytes` is the file's, of which
// `bytes` may be only the beginning; `place` counts from 0 the files that came together.
EMSCRIPTEN_KEEPALIVE int throughline_content(const char* name, const char* bytes, int count, int is_handed_over,
                                             double size_bytes, int place, double time_ms) {
    ContentInput content{name, std::string(view_of(bytes, count)), is_handed_over != 0, 0,
                         place == 0 ? FileOrder::First : FileOrder::Next};
    if (size_bytes > count) content.size_bytes = static_cast<std::size_t>(size_bytes);
    return engine().app.handle({time_ms, std::move(content)}) ? 1 : 0;
}

// From requestAnimationFrame. 1: call again at the next one.
EMSCRIPTEN_KEEPALIVE int throughline_frame(double time_ms) { return engine().app.frame(time_ms) ? 1 : 0; }

// When a `tick` should come at the latest, in the inputs' time; -1 while nothing is waited for.
EMSCRIPTEN_KEEPALIVE double throughline_next_tick() {
    const double next_ms = engine().app.next_tick_ms();
    return std::isfinite(next_ms) ? next_ms : -1;
}

EMSCRIPTEN_KEEPALIVE const char* throughline_shared_view() {
    engine().shared_view = engine().app.session().shared_view();
    return engine().shared_view.c_str();
}

// The content that is shown; empty while one is waited for.
EMSCRIPTEN_KEEPALIVE const char* throughline_fingerprint() { return engine().app.session().fingerprint().c_str(); }

EMSCRIPTEN_KEEPALIVE const char* throughline_recording() { return engine().app.recording().lines().c_str(); }

EMSCRIPTEN_KEEPALIVE const char* throughline_error() { return engine().error.c_str(); }

EMSCRIPTEN_KEEPALIVE void throughline_context_lost() { engine().app.lose_context(); }

// 0: everything is made anew and the next frame draws it. Otherwise throughline_error tells why.
EMSCRIPTEN_KEEPALIVE int throughline_context_restored() {
    std::string error = engine().app.restore_context();
    return error.empty() ? 0 : fail(GraphicsCode, std::move(error));
}

// The view's picture for paper, encoded as core/faces/element.h says. 1: a talk's has the speaker's notes.
EMSCRIPTEN_KEEPALIVE const char* throughline_handout(int with_notes) {
    engine().handout =
        encode_element(engine().app.session().handout(with_notes == 1 ? HandoutNotes::With : HandoutNotes::Without));
    return engine().handout.c_str();
}

// JSON: versions, renderer, frames drawn and timings, asked of the libraries at the moment.
EMSCRIPTEN_KEEPALIVE const char* throughline_describe() {
    engine().description = {};  // or it would be counted in its own report
    engine().description = describe(engine().app);
    return engine().description.c_str();
}

}  // extern "C"
