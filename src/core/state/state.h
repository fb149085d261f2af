// The program's one value: all that a frame and the next step depend on, changed by update() alone. A copy of it in
// another session goes on as this one would.
#pragma once

#include "core/base/geometry.h"
#include "core/json/mistakes.h"
#include "core/layout/layout.h"
#include "core/state/address.h"
#include "core/state/gesture.h"
#include "core/state/library.h"
#include "core/state/said.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline {

// What a theme comes down to on the screen.
enum class Look { Light, Dark, Contrast };

// Attract: the tour plays to whoever passes by. Visit: somebody explores. Warning: nobody has touched it for a while.
enum class KioskPhase { Attract, Visit, Warning };

// Whether a talk's handout has the speaker's notes.
enum class HandoutNotes { Without, With };

inline constexpr float reveal_secs = 0.35F;
inline constexpr float camera_secs = 0.25F;
inline constexpr std::size_t most_health = 40;  // entries of a kiosk's log; older ones go

// A talk's way to any card in three presses: the list of lanes, then the cards of one lane.
struct Jump {
    bool is_open = false;
    LaneId lane;  // none: the lanes are to choose from
    friend bool operator==(const Jump&, const Jump&) = default;
};

// What of a talk no address says.
struct Talk {
    bool has_notes = false;     // the notes stand below the audience's own picture, because there is no second window
    bool is_connected = false;  // Speaker: the audience's window answers
    float audience_aspect = 0;  // Speaker: width over height of the audience's stage; 0 until it is known
    Jump jump;
    friend bool operator==(const Talk&, const Talk&) = default;
};

struct Kiosk {
    KioskPhase phase = KioskPhase::Attract;
    int secs_left = 0;       // of the warning
    bool is_paused = false;  // the attract loop
    int drift = 0;           // how often the attract loop has moved on; moves the picture against burn-in
    bool shows_staff = false;
    std::vector<std::string> health;  // the newest last
    int restarts = 0;                 // how often it has started over
    friend bool operator==(const Kiosk&, const Kiosk&) = default;
};

// What the platform tells.
struct Surroundings {
    Vec2 stage_px{1046, 755};
    float device_pixel_ratio = 1;
    Form form = Form::Wide;
    float text_scale = 1;  // the reader's usual text size over the browser's
    bool prefers_dark = false;
    bool prefers_contrast = false;
    bool prefers_reduced_motion = false;
    std::string url;           // where the page can be found; empty when it lies on a disk
    bool is_one_file = false;  // it lies on a disk with all that it needs within it, so that a copy of it is the page
    friend bool operator==(const Surroundings&, const Surroundings&) = default;
};

// Motion that runs. `reveal` grows to 1 as lit links draw themselves; `camera_shown` follows View::camera, as far as
// stage and layout let it.
struct Motion {
    float reveal = 1;
    Camera camera_from;
    Camera camera_shown;
    float camera_progress = 1;
    std::optional<View> glides_from;  // the step whose cards are on their way to this one's places
    bool is_running() const { return reveal < 1 || camera_progress < 1; }
    friend bool operator==(const Motion&, const Motion&) = default;
};

// What a reader points at and holds open.
struct Hands {
    NodeId hovered;
    NodeId focused;
    std::vector<NodeId> trail;  // the nodes that links were followed from, the last one at the end
    // The picture stands as the page had it before the engine ran, in its shape and with every card, until another view
    // is chosen.
    bool is_as_found = false;
    bool is_panel_folded = false;  // beside a wide picture, which has its room
    bool is_sheet_open = false;    // a phone's, which is drawn up over the diagram
    bool has_copied_link = false;  // to this view
    std::string link;              // to this view, for copying by hand where the browser refused to; empty otherwise
    friend bool operator==(const Hands&, const Hands&) = default;
};

// What a page waits for that has nothing of its own to show: the file that was open before it was loaded again, the
// other window of a talk, or a kiosk's own files. Nothing of another content is to be seen then.
enum class Wait { None, File, OtherWindow, KioskFiles };

// A file of a kiosk that cannot be shown, and why: whole sentences, for its staff.
struct Trouble {
    std::string file_name;
    std::vector<std::string> lines;
    friend bool operator==(const Trouble&, const Trouble&) = default;
};

// What is to be said of a file that somebody brought: why it was not taken, or what would help the readers of one that
// was.
struct FileReport {
    std::string file_name;
    Mistakes mistakes;  // none, and no remarks: nothing is wrong with it, but another one was opened
    Mistakes remarks;
    bool is_refused() const { return remarks.count == 0; }
    friend bool operator==(const FileReport&, const FileReport&) = default;
};

struct Files {
    Wait wait = Wait::None;
    std::string awaited_file;         // Wait::File: its name
    std::string awaited_view;         // the newest fragment that the page was asked for while it waited
    std::vector<Trouble> troubles;    // Wait::KioskFiles: of the files that were tried; empty while they are being read
    int readings = 0;                 // how often they were asked for again
    std::string opened_file;          // the name of the content that is shown, if the page did not come with it
    std::vector<FileReport> reports;  // of the files that were dropped last; empty when there is nothing to say of them
    std::size_t refused = 0;          // how many of those were not opened; of the last ones there is no report
    std::string opened_beside;        // the one of them that is shown
    bool has_opened = false;          // one of the files that were dropped together; the next ones are not
    friend bool operator==(const Files&, const Files&) = default;
};

// Milliseconds since start, as the inputs tell them.
struct Clock {
    double now_ms = 0;
    double active_ms = 0;      // somebody did something
    double begun_ms = 0;       // the present step, or a kiosk's question
    double ticked_ms = -1000;  // a speaker's first tick comes at once
    double frame_ms = 0;       // the last frame of a motion that runs, or its start
    double wall_ms = 0;        // the wall clock in whole seconds, UTC; 0 until it is known
    int minutes_east_of_utc = 0;
    friend bool operator==(const Clock&, const Clock&) = default;
};

struct State {
    View view;
    Talk talk;
    Kiosk kiosk;
    Surroundings around;
    Motion motion;
    Hands hands;
    Files files;
    Library library;
    Said said;
    Gesture gesture;
    Clock clock;

    const BriefPtr& brief() const { return library.brief(); }

    // Steps stand alone and large on the stage, with their captions.
    bool fills_stage() const {
        return view.is_talk() || (view.mode == Mode::Kiosk && kiosk.phase == KioskPhase::Attract && view.step != none);
    }
    // A tour is read in the panel, and a phone's lies over the foot of the page.
    bool has_panel() const {
        const bool can_fold = view.mode == Mode::Explore && around.form == Form::Wide && view.step == none;
        return !view.is_talk() && !(can_fold && hands.is_panel_folded);
    }
    Look look() const {
        if (view.theme == Theme::System)
            return around.prefers_contrast ? Look::Contrast : around.prefers_dark ? Look::Dark : Look::Light;
        return view.theme == Theme::Light ? Look::Light : view.theme == Theme::Dark ? Look::Dark : Look::Contrast;
    }
    friend bool operator==(const State&, const State&) = default;
};

// Whether the same frame is made from both: time alone and pointers that mean nothing yet do not show.
bool looks_same(const State& one, const State& other);

// What the other window of a talk should know of this one.
SharedView shared_view(const State& state);

// As a page opens in the same mode, window and surroundings: nothing that a visitor did is left. A kiosk's log stays.
State fresh_state(const Content& content, const State& state);

// Before another content takes the place of the one that the state's indices mean.
void forget_content(State& state);

// To the content that is shown now, from a view of another one: cards and links by their ids, as far as they are still
// there; the step by its number. The closing step stays that.
void carry_view(State& state, const Content& from, const View& shown);

// The kiosk's settings as they hold: the address's before the content's.
KioskSettings kiosk_settings(const Content& content, const View& view);

}  // namespace throughline
