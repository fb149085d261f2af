// Private to update: one function an action, all of which change one result. What explores is in update.cpp, talk and
// kiosk are in update_talk.cpp.
#pragma once

#include "core/brief/brief.h"
#include "core/program/update.h"
#include "core/state/address.h"

#include <string>
#include <utility>
#include <vector>

namespace throughline {

class Updater {
public:
    // `before` outlives it.
    Updater(const Layout& layout, const State& before) : layout_(layout), before_(before), result_{before, {}} {}

    Update finish();
    void operator()(const SelectNode& action);
    void operator()(const ClearSelection&);
    void operator()(const HoverNode& action) { result_.state.hands.hovered = action.node; }
    void operator()(const FocusNode& action);
    void operator()(const GoToStep& action);
    void operator()(const EndTour&);
    void operator()(const PanBy& action);
    void operator()(const ZoomAt& action);
    void operator()(const ZoomSmoothly& action);
    void operator()(const FitView&) { move_camera(Camera{}); }

    void operator()(const NextLink& action);
    void operator()(const FollowLink&);
    void operator()(const FollowBack&);
    void operator()(const SetExtent& action);
    void operator()(const SetTheme& action) { result_.state.view.theme = action.theme; }
    void operator()(const ToggleInspector&) { result_.state.view.has_inspector = !result_.state.view.has_inspector; }

    void operator()(const ResizeStage& action);
    void operator()(const SetEnvironment& action);
    void operator()(const OpenView& action);
    void operator()(const AcceptContent& action);
    void operator()(const RefuseContent& action);
    void operator()(const DismissMistakes&);
    void operator()(const AwaitContent& action);
    void operator()(const CopyLink&);
    void operator()(const NoteLink& action);
    void operator()(const HideLink&) { result_.state.hands.link.clear(); }
    void operator()(const ToggleSheet&);
    void operator()(const TogglePanel&);
    void operator()(const ShowItem& action) { result_.effects.push_back(ScrollToItem{action.item}); }

    void operator()(const Advance& action);
    void operator()(const FitPicture&) { show_camera(); }
    void operator()(const PassTime& action);
    void operator()(const HoldPointers& action) { result_.state.gesture = action.gesture; }

    // A talk and a kiosk, in update_talk.cpp.
    void operator()(const Present&);
    void operator()(const EndTalk&);
    void operator()(const ToggleBlank&);
    void operator()(const SetTextStep& action);
    void operator()(const MoveSpot& action);
    void operator()(const OpenJump& action);
    void operator()(const CloseJump&) { result_.state.talk.jump = {}; }
    void operator()(const SetAuto& action);
    void operator()(const SetLetterKeys& action) { result_.state.view.has_letter_keys = action.has; }
    void operator()(const SetNotes& action);
    void operator()(const AskForPrint& action);
    void operator()(const StartTimer&) { result_.state.view.since_ms = result_.state.clock.wall_ms; }
    void operator()(const FollowView& action);
    void operator()(const SetConnected& action) { result_.state.talk.is_connected = action.is_connected; }
    void operator()(const AskForFullscreen&) { result_.effects.emplace_back(ToggleFullscreen{}); }
    void operator()(const AskForSpeaker&);
    void operator()(const Wake&);
    void operator()(const WarnIdle& action);
    void operator()(const StayHere&);
    void operator()(const StartOver& action);
    void operator()(const AdvanceAttract&);
    void operator()(const SetPause& action) { result_.state.kiosk.is_paused = action.is_paused; }
    void operator()(const ShowStaff& action) { result_.state.kiosk.shows_staff = action.is_shown; }
    void operator()(const LeaveKiosk&);
    void operator()(const AskForReload&) { result_.effects.emplace_back(ReloadPage{}); }
    void operator()(const SwitchEdition& action);
    void operator()(const NoteTrouble& action);
    void operator()(const ReadFilesAgain&);
    void operator()(const AcceptEdition& action);
    void operator()(const NoteHealth& action);
    void operator()(const SetAddress& action);
    void operator()(const Tick& action);

private:
    void select(NodeId node);
    void unselect();

    // The tall picture is longer than the screen and is made anew for each path.
    void follow(NodeId node);
    void restart_reveal();
    void finish_motion();
    // At once; what the stage cannot show of it now is not forgotten.
    void put_camera(Camera camera);
    void show_camera();
    void move_camera(Camera camera);
    void say(Saying saying) { result_.state.said = saying; }
    void clear_reports();
    void say_files();
    void open_kiosk();
    void look_at_step(int step);  // or at the whole; of a tour that is not empty

    // With no content until one comes, or with what there was again.
    void begin_wait(Wait wait);
    void end_wait();
    void begin_kiosk(const Edition& edition);
    std::vector<std::string> edition_order() const;  // in which a kiosk names its files
    void tell_view();
    void note_motion();
    void note_waits();

    const Content& content() const { return result_.state.brief()->content; }

    const Layout& layout_;
    const State& before_;
    bool is_following_ = false;  // the other window's lead
    bool tells_anew_ = false;    // what was told of the content before means nothing in this one
    Update result_;
};

}  // namespace throughline
