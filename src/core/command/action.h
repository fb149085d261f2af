// What may happen to a State, as imperatives, and what the shell is asked to do about it.
#pragma once

#include "core/command/input.h"
#include "core/json/mistakes.h"
#include "core/state/address.h"
#include "core/state/state.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace throughline {

// A line each is what makes the list readable.
// clang-format off
struct SelectNode { NodeId node; };
struct ClearSelection {};
struct HoverNode { NodeId node; };
struct FocusNode { NodeId node; };
struct GoToStep { int step = 0; };  // of the tour, or the closing one; beyond either end: the last on that side
struct EndTour {};
struct PanBy { Vec2 delta_px; };
// The factor is above 0, and above 1 for nearer; what the picture allows is kept to.
struct ZoomAt { float factor = 1; Vec2 pos_px; };
struct ZoomSmoothly { float factor = 1; };  // about the middle of the stage, as the buttons and keys do
struct FitView {};
struct NextLink { Course course = Course::Along; };  // of the selected node, onwards or back; after the last the first
struct FollowLink {};  // to the other end of that link
struct FollowBack {};  // to where the last link followed came from
struct SetExtent { Extent extent = Extent::Path; };
struct SetTheme { Theme theme = Theme::System; };
struct ToggleInspector {};
struct ResizeStage { ResizeInput size; };
struct SetEnvironment { EnvironmentInput environment; };
// The fragment of an address, without the leading '#'; unknown parts are passed over.
struct OpenView {
    std::string fragment;
    bool is_taken_over = false;  // its card or step was lit before the engine ran
};
// A file that somebody opened, or that the other window handed over.
struct AcceptContent {
    std::string file_name;
    BriefPtr brief;
    bool is_handed_over = false;  // by the other window
    Mistakes remarks;
    FileOrder order = FileOrder::First;
};
struct RefuseContent {
    std::string file_name;
    Mistakes mistakes;  // none where another file that was dropped with it is shown
    FileOrder order = FileOrder::First;
};
struct DismissMistakes {};
struct AwaitContent { std::string file_name; };  // without a name it is the other window's to give
struct CopyLink {};
struct NoteLink { std::string url; };  // empty: it was copied; else it is to be shown
struct HideLink {};
struct ToggleSheet {};
struct TogglePanel {};
struct ShowItem { std::string item; };  // of the page: it is scrolled to
struct Advance { float dt_secs = 0; };  // since the last frame of a motion that runs
struct FitPicture {};  // it has been laid out anew
struct PassTime { double now_ms = 0; bool has_activity = false; };  // of Clock; somebody did something
struct HoldPointers { Gesture gesture; };

// A talk.
struct Present {};  // from where the tour stands
struct EndTalk {};
struct ToggleBlank {};
struct SetTextStep { int step = 0; };  // 0 to text_steps - 1
struct MoveSpot { std::optional<Vec2> pos; };  // fractions of the stage; nothing puts the pointer away
struct OpenJump { LaneId lane; };  // none: the lanes are to choose from
struct CloseJump {};
struct SetAuto { int secs = 0; };  // a step; 0: it goes on by hand
struct SetLetterKeys { bool has = true; };
struct SetNotes { bool has = true; bool is_for_want_of_window = false; };
struct AskForPrint { HandoutNotes notes = HandoutNotes::Without; };
struct StartTimer {};
struct FollowView { SharedView shared; };
struct SetConnected { bool is_connected = false; };
struct AskForFullscreen {};
struct AskForSpeaker {};

// A kiosk.
struct Wake {};
struct WarnIdle { int secs_left = 0; };  // until it starts over
struct StayHere {};
struct StartOver { KioskPhase phase = KioskPhase::Attract; };
struct AdvanceAttract {};
struct SetPause { bool is_paused = true; };
struct ShowStaff { bool is_shown = true; };
struct LeaveKiosk {};
struct AskForReload {};
struct SwitchEdition { std::size_t edition = 0; };  // index into Library::editions
struct NoteTrouble { Trouble trouble; };
struct ReadFilesAgain {};
struct AcceptEdition { Edition edition; };  // one of the kiosk's files

// What the surroundings tell.
struct NoteHealth { std::string entry; };
struct SetAddress { std::string url; };
struct Tick { double wall_ms = 0; int minutes_east_of_utc = 0; };  // wall_ms since 1970 in UTC
// clang-format on

using Action =
    std::variant<SelectNode, ClearSelection, HoverNode, FocusNode, GoToStep, EndTour, PanBy, ZoomAt, ZoomSmoothly,
                 FitView, NextLink, FollowLink, FollowBack, SetExtent, SetTheme, ToggleInspector, ResizeStage,
                 SetEnvironment, OpenView, AcceptContent, RefuseContent, DismissMistakes, AwaitContent, ToggleSheet,
                 TogglePanel, ShowItem, Advance, FitPicture, PassTime, HoldPointers, Present, EndTalk, ToggleBlank,
                 SetTextStep, MoveSpot, OpenJump, CloseJump, SetAuto, SetLetterKeys, SetNotes, AskForPrint, StartTimer,
                 FollowView, SetConnected, AskForFullscreen, AskForSpeaker, Wake, WarnIdle, StayHere, StartOver,
                 AdvanceAttract, SetPause, ShowStaff, LeaveKiosk, AskForReload, SwitchEdition, NoteTrouble,
                 ReadFilesAgain, AcceptEdition, NoteHealth, SetAddress, Tick, CopyLink, NoteLink, HideLink>;

// As its type is called; the inspector shows it.
std::string_view action_name(const Action& action);

// Where the view is kept: in the page's address, or in the state of the history's entry, which a reload finds and no
// history shows.
enum class ViewPlace { Address, Entry };
// The view that is shown now, to replace the last one there, without a history entry. Without the leading '#'.
struct SetFragment {
    std::string fragment;
    ViewPlace place = ViewPlace::Address;
};
// The link to this view goes to the clipboard; a LinkInput says what came of it. `address` is where the content is
// published; empty: the page's own address.
struct CopyLinkTo {
    std::string address, fragment;
};
// Scroll so that the page item can be seen; the focus follows only if the reader asked to go there.
struct ScrollToItem {
    std::string item;
};

// For the other window of a talk: what this one shows now. Without the leading '#'.
struct ShareView {
    std::string fragment;
};
// The whole document, so that its controls stay; or back.
struct ToggleFullscreen {};
// The same page in a window of its own, at this view; a blocked one is answered by `activate notes`.
struct OpenWindow {
    std::string fragment;
};
// A file beside the page; it comes back as an EditionInput or as an UnreadInput that says why not.
struct LoadFile {
    std::string name;
};
// Those files once more; only what has changed comes back.
struct ReadFiles {};
// The content that was just handed in is shown from now on: a reload should find it.
struct KeepContent {
    std::string file_name;
};
// The same, to the other window of a talk.
struct ShareContent {};
// Everything that a browser keeps of a visit goes: where it is scrolled to, what is unfolded, the focus.
struct ResetPage {};
struct ReloadPage {};
// Opens the browser's own dialogue for paper. The notes are for this one time: what is printed without asking has none.
struct PrintPage {
    HandoutNotes notes = HandoutNotes::Without;
};

using Effect = std::variant<SetFragment, CopyLinkTo, ScrollToItem, ShareView, ToggleFullscreen, OpenWindow, LoadFile,
                            ReadFiles, KeepContent, ShareContent, ResetPage, ReloadPage, PrintPage>;

// An effect as a word and what it is about, for a shell that speaks in texts, and for recordings' dumps.
struct EffectWords {
    const char* kind = "";
    std::string value;
};
EffectWords describe(const Effect& effect);

}  // namespace throughline
