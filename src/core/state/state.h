// Everything a view depends on besides the content: one value, changed only by update().
#pragma once

#include "core/base/geometry.h"
#include "core/content/content.h"
#include "core/content/graph.h"
#include "core/json/mistakes.h"
#include "core/layout/layout.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline {

enum class Theme { System, Light, Dark, Contrast };

// What a theme comes down to on the screen.
enum class Look { Light, Dark, Contrast };

// Explore: at the reader's own pace. Talk: what an audience sees. Speaker: the talk's other window, for whoever speaks.
// Kiosk: a public screen that starts over by itself.
enum class Mode { Explore, Talk, Speaker, Kiosk };

// Attract: the tour plays to whoever passes by. Visit: somebody explores. Warning: nobody has touched it for a while.
enum class KioskPhase { Attract, Visit, Warning };

// A talk's way to any card in three presses: the list of lanes, then the cards of one lane.
struct Jump {
    bool is_open = false;
    int lane = -1;  // none: the lanes are to choose from
    friend bool operator==(const Jump&, const Jump&) = default;
};

// Whether a talk's handout has the speaker's notes.
enum class HandoutNotes { Without, With };

// What a page waits for that has nothing of its own to show: the file that was open before it was loaded again, the other
// window of a talk, or a kiosk's own files. Nothing of another content is to be seen then.
enum class Wait { None, File, OtherWindow, KioskFiles };

// A file of a kiosk that cannot be shown, and why: whole sentences, for its staff.
struct Trouble {
    std::string file_name;
    std::vector<std::string> lines;
    friend bool operator==(const Trouble&, const Trouble&) = default;
};

// What the picture shows of the whole; a phone shows one path at a time unless asked for everything.
enum class Extent { Path, Everything };

// Relative to the fitted picture: zoom 1 is the fit, and `center` is the world point in the middle of the stage
// as a fraction of the layout's bounds, so that it means the same in both forms and at every size.
struct Camera {
    float zoom = 1;
    Vec2 center{0.5F, 0.5F};
    friend bool operator==(const Camera&, const Camera&) = default;
};

inline constexpr float min_zoom = 1;
inline constexpr float max_zoom = 8;       // more only where words would still be too small
inline constexpr float largest_zoom = 64;  // that an address can name
inline constexpr float reveal_secs = 0.35F;
inline constexpr float camera_secs = 0.25F;

inline constexpr int none = -1;  // no node, no step
inline constexpr int text_steps = 3;              // sizes of a talk's captions
inline constexpr std::size_t most_health = 40;    // entries of a kiosk's log; older ones go

// What is to be said of a file that somebody brought: why it was not taken, or what would help the readers of one that was.
struct FileReport {
    std::string file_name;
    Mistakes mistakes;  // none, and no remarks: nothing is wrong with it, but another one was opened
    Mistakes remarks;
    bool is_refused() const { return remarks.count == 0; }
    friend bool operator==(const FileReport&, const FileReport&) = default;
};

struct State {
    int selected = none;  // index into Content::nodes
    int hovered = none;
    int focused = none;
    int step = none;  // index into Content::tour
    int looked_at = none;    // index into Content::links: the selected node's link that is being looked at
    std::vector<int> trail;  // the nodes that links were followed from, the last one at the end
    // As it was asked for: an address may come before the stage has the size that can show it, and a window that was small
    // for a while shows the same place again.
    Camera camera;
    float most_zoom = max_zoom;  // as far as this picture goes in
    Theme theme = Theme::System;
    Extent extent = Extent::Path;
    bool inspector = false;

    Mode mode = Mode::Explore;
    // Of a talk.
    bool is_blank = false;
    int text_step = 0;           // 0 … text_steps - 1
    std::optional<Vec2> spot;    // the pointer, as fractions of the stage's frame
    bool has_letter_keys = true;
    int auto_secs = 0;           // the next step comes by itself after as many; 0: it waits for the speaker
    bool has_notes = false;      // the notes stand below the audience's own picture, because there is no second window
    bool is_connected = false;   // Speaker: the audience's window answers
    float audience_aspect = 0;   // Speaker: width over height of the audience's stage; 0 until it is known
    Jump jump;
    double since_ms = 0;         // Speaker: when the timer was started, wall clock
    double wall_ms = 0;          // the wall clock in whole seconds, UTC; 0 until it is known
    int minutes_east_of_utc = 0;
    std::string address;         // where the page can be found; empty when it lies on a disk
    bool is_one_file = false;    // it lies on a disk with all that it needs within it, so that a copy of it is the page
    // Of a kiosk.
    KioskPhase phase = KioskPhase::Attract;
    KioskSettings kiosk;         // as the address has them; 0 and empty leave it to the content
    int secs_left = 0;           // of the warning
    bool is_paused = false;      // the attract loop
    int drift = 0;               // how often the attract loop has moved on; moves the picture against burn-in
    bool shows_staff = false;
    std::vector<std::string> health;  // the newest last

    Vec2 stage_px{1046, 755};
    float device_pixel_ratio = 1;
    Form form = Form::Wide;
    float text_scale = 1;  // the reader's usual text size over the browser's
    bool prefers_dark = false;
    bool prefers_contrast = false;
    bool prefers_reduced_motion = false;

    // Running motion. `reveal` grows to 1 as lit links draw themselves; `camera_shown` follows `camera`, as
    // far as stage and layout let it.
    float reveal = 1;
    Camera camera_from;
    Camera camera_shown;
    float camera_progress = 1;

    Wait wait = Wait::None;
    std::string awaited_file;       // Wait::File: its name
    std::vector<Trouble> troubles;  // Wait::KioskFiles: of the files that were tried; empty while they are being read
    int readings = 0;               // how often they were asked for again
    std::string opened_file;  // the name of the content that is shown, if the page did not come with it
    std::string status;  // the last thing said, for the one polite live region
    std::vector<FileReport> reports;  // of the files that were dropped last; empty when there is nothing to say of them
    std::size_t refused = 0;          // how many of those were not opened; of the last ones there is no report
    std::string opened_beside;        // the one of them that is shown
    bool is_link_copied = false;  // to this view
    std::string link;             // to this view, for copying by hand where the browser refused to; empty otherwise

    // Steps stand alone and large on the stage, with their captions.
    bool fills_stage() const { return mode == Mode::Talk || mode == Mode::Speaker || (mode == Mode::Kiosk && phase == KioskPhase::Attract && step != none); }
    bool is_moving() const { return reveal < 1 || camera_progress < 1; }
    friend bool operator==(const State&, const State&) = default;
    Look look() const {
        if (theme == Theme::System) return prefers_contrast ? Look::Contrast : prefers_dark ? Look::Dark : Look::Light;
        return theme == Theme::Light ? Look::Light : theme == Theme::Dark ? Look::Dark : Look::Contrast;
    }
};

// As a page opens in the same mode, window and surroundings: nothing that a visitor did is left. A kiosk's log stays.
State fresh_state(const Content& content, const State& state);

// The kiosk's settings as they hold: the address's before the content's.
KioskSettings kiosk_settings(const Content& content, const State& state);

}  // namespace throughline
