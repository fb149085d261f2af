// The native window: the same app as in the page, for developers, and pictures of it for tests and documents.
#include "shell/app.h"
#include "shell/native/gl_window.h"
#include "shell/native/window_host.h"
#include "shell/native/window_inputs.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

namespace throughline {
namespace {

constexpr int frames_to_settle = 3;  // ImGui's widgets answer an event within as many
constexpr int frame_pause_ms = 16;

struct Options {
    std::string content = THROUGHLINE_SOURCE_DIR "/content/brief.json";
    std::string fragment;
    std::string picture;
    int width = 1440;
    int height = 900;
};

Options parse_options(int count, char** words) {
    Options options;
    int place = 0;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--screenshot" && i + 1 < count) {
            options.picture = words[++i];
        } else if (word == "--size" && i + 1 < count) {
            std::sscanf(words[++i], "%dx%d", &options.width, &options.height);
        } else {
            (place++ == 0 ? options.content : options.fragment) = word;
        }
    }
    return options;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int complain(const std::string& error) {
    std::fprintf(stderr, "throughline_window: %s\n", error.c_str());
    return 1;
}

TickInput tick_now() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return {static_cast<double>(now) * 1000, static_cast<int>(local.tm_gmtoff / 60)};
}

// SDL's own way of saying that there is nothing to wait for is another function.
bool wait_for(SDL_Event& event, double wait_ms) {
    if (std::isinf(wait_ms)) return SDL_WaitEvent(&event) != 0;
    return SDL_WaitEventTimeout(&event, static_cast<int>(std::clamp(wait_ms, 0.0, 60'000.0))) != 0;
}

// Nothing runs while nothing happens and no time is waited for.
void run(App& app, const GlWindow& window, WindowHost& host) {
    int frames_left = frames_to_settle;
    bool is_moving = true;
    while (true) {
        SDL_Event event;
        const bool has_event =
            wait_for(event, frames_left > 0 || is_moving ? frame_pause_ms : app.next_tick_ms() - host.now_ms());
        for (bool is_there = has_event; is_there; is_there = SDL_PollEvent(&event) != 0) {
            if (event.type == SDL_QUIT) return;
            tell_imgui(event, host);
            for (const Input& input : inputs_of(event, host, host.now_ms())) app.handle(input);
            frames_left = frames_to_settle;
        }
        for (const std::string& item : host.take_activated()) app.handle({host.now_ms(), ActivateInput{item}});
        if (app.next_tick_ms() <= host.now_ms()) app.handle({host.now_ms(), tick_now()});
        if (frames_left-- > 0) app.repaint();
        const int drawn = app.frames_drawn();
        is_moving = app.frame(host.now_ms());
        if (app.frames_drawn() != drawn) window.present();
    }
}

int take_picture(App& app, const GlWindow& window, const std::string& path) {
    double time_ms = 0;
    for (int i = 0; i < frames_to_settle; ++i) app.repaint(), app.frame(time_ms += 1000);
    const Vec2 size_px = window.framebuffer_px();
    const std::string error =
        write_picture(read_picture(static_cast<int>(size_px.x), static_cast<int>(size_px.y)), path);
    return error.empty() ? 0 : complain(error);
}

int main_of(const Options& options) {
    const bool is_picture = !options.picture.empty();
    GlWindow window;
    if (std::string error = window.open("Throughline", options.width, options.height,
                                        is_picture ? Visibility::Hidden : Visibility::Shown);
        !error.empty())
        return complain(error);
    const std::string regular = read_file(THROUGHLINE_FONT_DIR "/inter-400.otf");
    const std::string semibold = read_file(THROUGHLINE_FONT_DIR "/inter-600.otf");
    WindowHost host(window, {regular, semibold});
    App app(host);
    if (Started started = app.start(read_file(options.content), {regular, semibold});
        started.failure != StartFailure::None)
        return complain(started.error);
    app.handle({0, EnvironmentInput{false, false, is_picture}});
    app.handle({0, size_of_stage(host)});
    app.handle({0, RouteInput{options.fragment}});
    if (is_picture) return take_picture(app, window, options.picture);
    run(app, window, host);
    return 0;
}

}  // namespace
}  // namespace throughline

int main(int count, char** words) { return throughline::main_of(throughline::parse_options(count, words)); }
