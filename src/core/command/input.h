// What happens to the program, from whichever shell: one value a thing that happened, written and read as one line of
// text. A recording is a file of such lines; replaying it natively or in WebAssembly gives the same frames.
#pragma once

#include "core/base/geometry.h"
#include "core/layout/layout.h"
#include "core/state/gesture.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace throughline {

enum class PointerPhase { Down, Move, Up, Cancel, Leave };

// Positions are CSS pixels from the stage's top left corner.
struct PointerInput {
    PointerPhase phase = PointerPhase::Move;
    PointerKind kind = PointerKind::Mouse;
    int pointer = 0;
    Vec2 pos_px;
};

struct WheelInput {
    Vec2 pos_px;
    float delta_px = 0;  // positive away from the reader's content: zooms out
    bool with_control = false;
};

struct KeyInput {
    std::string key;         // as KeyboardEvent.key names it
    bool is_repeat = false;  // held down, and sent again by the keyboard
    std::string item;        // the page item that has the focus, or empty
};

// A page item was clicked, tapped, or pressed by Enter, Space or assistive technology.
struct ActivateInput {
    std::string item;
};

// A page item received the keyboard focus; empty when focus left the page's items.
struct FocusInput {
    std::string item;
};

struct ResizeInput {
    Vec2 stage_px;
    float device_pixel_ratio = 1;
    Form form = Form::Wide;
    float text_scale = 1;  // the size of usual text, over 16 px
};

struct EnvironmentInput {
    bool prefers_dark = false;
    bool prefers_contrast = false;  // more contrast, or colours forced by the system
    bool prefers_reduced_motion = false;
};

// The address changed by hand, or is read at the start. Without the leading '#'.
struct RouteInput {
    std::string fragment;
};

// A card or a step that is lit already, by the text edition alone.
struct TakeOverInput {
    std::string fragment;
};

// Several files may be dropped at once; each is told of.
enum class FileOrder { First, Next };

struct ContentInput {
    std::string file_name;
    std::string bytes;
    bool is_handed_over = false;  // by the other window of a talk, not by whoever sits here
    std::size_t size_bytes = 0;   // of the file, where only its beginning was read
    FileOrder order = FileOrder::First;
};

// Another content that may stand in for the one the page came with, or beside it in another language.
struct EditionInput {
    std::string file_name;
    std::string bytes;
};

// The content that this page should show has yet to come: the file of that name was open before the page was loaded
// again, or, without a name, the other window of a talk hands it over.
struct AwaitInput {
    std::string file_name;
};

// A file that was asked for could not be read.
struct UnreadInput {
    std::string file_name;
    std::string reason;  // a browser's; may be empty
};

// Somebody is there: a finger was lifted or a wheel turned, anywhere in the page.
struct PresenceInput {
    std::string item;  // the page item under it, or empty
};

// Time has passed. Also what the clock on the wall says, for a speaker to read.
struct TickInput {
    double wall_ms = 0;  // since 1970, UTC; up to the year 9999
    int minutes_east_of_utc = 0;
};

// Where this page can be found by others; empty when it is one file on a disk.
struct AddressInput {
    std::string url;
};

// The view that the other window of a talk shows. Without the leading '#'.
struct FollowInput {
    std::string fragment;
};

// Whether that other window answers.
struct PeerInput {
    bool is_there = false;
};

// Something that the people who keep a kiosk should be able to read later.
struct HealthInput {
    std::string entry;
};

// What came of a CopyLinkTo: the link, where the browser refused to copy it; empty where it is on the clipboard.
struct LinkInput {
    std::string url;
};

// A frame is about to be drawn.
struct FrameInput {};

struct Input {
    double time_ms = 0;  // since start, never falling
    std::variant<PointerInput, WheelInput, KeyInput, ActivateInput, FocusInput, ResizeInput, EnvironmentInput,
                 RouteInput, TakeOverInput, ContentInput, EditionInput, AwaitInput, UnreadInput, PresenceInput,
                 TickInput, AddressInput, FollowInput, PeerInput, HealthInput, LinkInput, FrameInput>
        event;
};

// One line without its newline; strings are percent-encoded UTF-8 ("-" stands for an empty one).
//   12.5 pointer down mouse 1 100 200      12.5 key Escape plain node:raids      12.5 resize 1046 755 2 wide 1
//   12.5 wheel 100 200 -40 plain           12.5 activate node:raids              12.5 environment dark still plain
//   12.5 focus node:raids                  12.5 route raids&step=2               12.5 frame
//   12.5 content my%20brief.json %7B%7D [<bytes in all> first|next]    12.5 edition brief.fr.json %7B%7D     12.5
//   presence wake 12.5 tick 1764000000000 60             12.5 address https://example.org/     12.5 follow step=2 12.5
//   health context%20lost             12.5 peer present                     12.5 await mine.json 12.5 unread
//   brief.fr.json 404          12.5 handed my%20brief.json %7B%7D 12.5 link -
std::string encode_input(const Input& input);
[[nodiscard]] std::optional<Input> parse_input(std::string_view line);

std::string percent_encode(std::string_view bytes);
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text);

}  // namespace throughline
