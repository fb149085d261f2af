// See commands.h.
#include "core/command/commands.h"

#include "core/content/sentences.h"

#include <algorithm>
#include <utility>

namespace throughline {
namespace {

constexpr float zoom_factor = 1.4F;
constexpr int auto_secs = 20;

using Now = Situation;
using Actions = std::vector<Action>;

// Without an initializer list, which would copy each action.
template <typename... Steps>
Actions actions_of(Steps&&... steps) {
    Actions actions;
    (actions.emplace_back(std::forward<Steps>(steps)), ...);
    return actions;
}

template <typename Step>
Actions just(const Now&) {
    return actions_of(Step{});
}

bool is_talk(const Now& now) { return now.state.view.is_talk(); }
bool has_card(const Now& now) { return now.state.view.selected != none; }
bool has_step(const Now& now) { return now.state.view.step != none; }
bool has_step_in_page(const Now& now) { return has_step(now) || is_talk(now); }
bool has_tour(const Now& now) { return !now.content.tour.empty(); }

bool has_any_notes(const Now& now) {
    return std::any_of(now.content.tour.begin(), now.content.tour.end(),
                       [](const TourStep& step) { return !step.notes.empty(); });
}

bool has_links(const Now& now, Course course) {
    return !links_of(now.content, now.state.view.selected, course).empty();
}

// A talk has one step more than its tour.
bool can_go_on(const Now& now) {
    return has_step(now) && now.state.view.step + (is_talk(now) ? 0 : 1) < static_cast<int>(now.content.tour.size());
}

std::string to_tour_words(const Now& now) {
    return fill(is_talk(now) ? words().back_to_step : words().resume_tour, {std::to_string(now.state.view.step + 1)});
}

template <int by>
Actions step_by(const Now& now) {
    return actions_of(GoToStep{now.state.view.step + by});
}

template <int by>
Actions text_by(const Now& now) {
    return actions_of(SetTextStep{now.state.view.text_step + by});
}

// The order is that of the buttons in a bar.
constexpr Command commands[]{
    // The picture.
    {.id = "zoom-out",
     .modes = in_page,
     .bars = zoom_bar,
     .text = &Words::zoom_out_sign,
     .label = &Words::zoom_out,
     .keys = "-",
     .is_enabled = [](const Now& now) { return now.state.view.camera.zoom > min_zoom; },
     .act = [](const Now&) { return actions_of(ZoomSmoothly{1 / zoom_factor}); }},
    {.id = "fit",
     .modes = in_page,
     .bars = zoom_bar,
     .text = &Words::fit,
     .label = &Words::fit_label,
     .keys = "0",
     .act = just<FitView>},
    {.id = "zoom-in",
     .modes = in_page,
     .bars = zoom_bar,
     .text = &Words::zoom_in_sign,
     .label = &Words::zoom_in,
     .keys = "+ =",
     .is_enabled = [](const Now& now) { return now.state.view.camera.zoom < now.most_zoom; },
     .act = [](const Now&) { return actions_of(ZoomSmoothly{zoom_factor}); }},
    {.id = "sheet",
     .part = "sheet",
     .modes = in_page,
     .label = &Words::sheet,
     .is_expanded = [](const Now& now) { return now.state.hands.is_sheet_open; },
     .act = just<ToggleSheet>},
    {.id = "theme",
     .part = "theme",
     .modes = in_page,
     .label = &Words::dark_theme,
     .is_pressed = [](const Now& now) { return now.state.look() == Look::Dark; },
     .act =
         [](const Now& now) {
             return actions_of(SetTheme{now.state.look() == Look::Dark ? Theme::Light : Theme::Dark});
         }},
    {.id = "contrast",
     .part = "contrast",
     .modes = in_page,
     .label = &Words::high_contrast,
     .is_pressed = [](const Now& now) { return now.state.look() == Look::Contrast; },
     .act =
         [](const Now& now) {
             const Theme usual = now.state.around.prefers_dark ? Theme::Dark : Theme::Light;
             return actions_of(SetTheme{now.state.look() == Look::Contrast ? usual : Theme::Contrast});
         }},
    {.id = "fold",
     .part = "fold",
     .modes = in_explore,
     .label = &Words::fold_panel,
     .is_offered = [](const Now& now) { return now.state.around.form == Form::Wide && !has_step(now); },
     .is_pressed = [](const Now& now) { return now.state.hands.is_panel_folded; },
     .act = just<TogglePanel>},
    {.id = "extent",
     .part = "inline",
     .modes = in_page,
     .text_now =
         [](const Now& now) {
             return std::string(now.state.view.extent == Extent::Path ? words().show_everything : words().show_path);
         },
     .is_offered =
         [](const Now& now) {
             const State& state = now.state;
             const bool has_path = has_card(now) || has_step(now);
             return state.around.form == Form::Tall && has_path && !state.fills_stage() && !state.hands.is_as_found;
         },
     .act =
         [](const Now& now) {
             return actions_of(SetExtent{now.state.view.extent == Extent::Path ? Extent::Everything : Extent::Path});
         }},
    {.modes = in_explore, .keys = "F1", .act = just<ToggleInspector>},

    // What a reader takes along.
    {.id = "print", .part = "print", .modes = in_explore, .label = &Words::print, .act = just<AskForPrint>},
    {.id = "copy-link",
     .part = "copy-link",
     .modes = in_explore,
     .label = &Words::copy_link,
     // A link to this page would not show a content that was opened in it.
     .is_offered =
         [](const Now& now) { return now.state.files.opened_file.empty() || !now.content.about.address.empty(); },
     .act = just<CopyLink>},
    {.id = "present", .part = "present", .modes = in_explore, .text = &Words::present, .act = just<Present>},
    {.id = "read-text",
     .part = "read",
     .modes = in_page,
     .text = &Words::read_as_text,
     .act = [](const Now&) { return actions_of(ShowItem{"text"}); }},
    {.id = "mistakes-dismiss", .text = &Words::dismiss, .act = just<DismissMistakes>},

    // A card.
    {.id = "whole",
     .modes = in_page,
     .text = &Words::whole,
     .act =
         [](const Now& now) {
             Actions actions;
             if (has_card(now)) actions.emplace_back(ClearSelection{});
             if (has_step(now)) actions.emplace_back(EndTour{});
             actions.emplace_back(FitView{});
             return actions;
         }},
    {.id = "link-in",
     .modes = in_page,
     .bars = walk_bar,
     .text = &Words::link_in,
     .keys = "i",
     .hints_key = true,
     .is_offered = has_card,
     .is_enabled = [](const Now& now) { return has_links(now, Course::Back); },
     .act = [](const Now&) { return actions_of(NextLink{Course::Back}); }},
    {.id = "link-out",
     .modes = in_page,
     .bars = walk_bar,
     .text = &Words::link_out,
     .keys = "o",
     .hints_key = true,
     .is_offered = has_card,
     .is_enabled = [](const Now& now) { return has_links(now, Course::Along); },
     .act = [](const Now&) { return actions_of(NextLink{Course::Along}); }},
    {.id = "link-follow",
     .modes = in_page,
     .bars = walk_bar,
     .text = &Words::link_follow,
     .keys = "f",
     .hints_key = true,
     .is_offered = has_card,
     .is_enabled = [](const Now& now) { return now.state.view.looked_at != none; },
     .act = just<FollowLink>},
    {.id = "link-back",
     .modes = in_page,
     .bars = walk_bar,
     .text = &Words::link_back,
     .keys = "b",
     .hints_key = true,
     .is_offered = has_card,
     .is_enabled = [](const Now& now) { return !now.state.hands.trail.empty(); },
     .act = just<FollowBack>},

    // The tour, and a talk's steps.
    {.id = "tour",
     .part = "primary tour",
     .modes = in_page,
     .text_now = [](const Now& now) { return std::string(has_step(now) ? words().restart_tour : words().take_tour); },
     .is_offered = has_tour,
     .act = [](const Now&) { return actions_of(GoToStep{0}); }},
    {.id = "tour-end", .modes = in_page, .text = &Words::end_tour, .is_offered = has_step, .act = just<EndTour>},
    {.id = "tour-back",
     .part = "back",
     .bars = talk_bars,
     .text = &Words::back,
     .keys = "p",
     .talk_keys = "PageUp MediaTrackPrevious p",
     .is_offered = has_step_in_page,
     .is_enabled = [](const Now& now) { return now.state.view.step > 0; },
     .act = step_by<-1>},
    {.id = "tour-next",
     .part = "primary next",
     .bars = talk_bars,
     .text = &Words::next,
     .keys = "n",
     .talk_keys = "PageDown Space MediaTrackNext n",
     .is_offered = has_step_in_page,
     .is_enabled = can_go_on,
     .act = step_by<1>},
    {.modes = in_talks, .talk_keys = "Home", .act = [](const Now&) { return actions_of(GoToStep{0}); }},
    {.modes = in_talks,
     .talk_keys = "End",
     .act = [](const Now& now) { return actions_of(GoToStep{static_cast<int>(now.content.tour.size())}); }},
    {.id = "tour-resume",
     .bars = talk_bars,
     .text_now = to_tour_words,
     .talk_hint = "Escape",
     .is_offered = [](const Now& now) { return has_card(now) && has_step(now); },
     .act = just<ClearSelection>},

    // A talk.
    {.id = "talk-jump",
     .modes = in_talks,
     .bars = talk_bars,
     .text = &Words::jump,
     .talk_keys = "j",
     .is_pressed = [](const Now& now) { return now.state.talk.jump.is_open; },
     .act =
         [](const Now& now) { return now.state.talk.jump.is_open ? actions_of(CloseJump{}) : actions_of(OpenJump{}); }},
    {.id = "jump-lanes",
     .modes = in_talks,
     .text = &Words::jump_back,
     .talk_hint = "Escape",
     .is_offered = [](const Now& now) { return now.state.talk.jump.lane != none; },
     .act = just<OpenJump>},
    {.id = "talk-jump-close",
     .modes = in_talks,
     .text = &Words::jump_close,
     .talk_hint = "Escape",
     .is_offered = [](const Now& now) { return now.state.talk.jump.is_open; },
     .act = just<CloseJump>},
    {.id = "talk-blank",
     .modes = in_talks,
     .bars = talk_bars,
     .text_now = [](const Now& now) { return std::string(now.state.view.is_blank ? words().unblank : words().blank); },
     .talk_keys = "b .",
     .is_pressed = [](const Now& now) { return now.state.view.is_blank; },
     .act = just<ToggleBlank>},
    {.id = "talk-spot",
     .modes = in_talks,
     .bars = talk_bars,
     .text = &Words::spot,
     .talk_keys = "l",
     .is_pressed = [](const Now& now) { return now.state.view.spot.has_value(); },
     .act =
         [](const Now& now) {
             return actions_of(now.state.view.spot ? MoveSpot{} : MoveSpot{Vec2{0.5F, 0.5F}});
         }},
    {.id = "talk-text",
     .modes = in_talks,
     .bars = talk_bars,
     .text = &Words::text_size,
     .talk_keys = "t",
     .act = [](const Now& now) { return actions_of(SetTextStep{(now.state.view.text_step + 1) % text_steps}); }},
    {.modes = in_talks, .talk_keys = "+ =", .act = text_by<1>},
    {.modes = in_talks, .talk_keys = "-", .act = text_by<-1>},
    {.id = "talk-auto",
     .modes = in_talks,
     .bars = talk_bars,
     .text = &Words::auto_advance,
     .talk_keys = "a",
     .is_pressed = [](const Now& now) { return now.state.view.auto_secs > 0; },
     .act = [](const Now& now) { return actions_of(SetAuto{now.state.view.auto_secs > 0 ? 0 : auto_secs}); }},
    {.id = "talk-fullscreen",
     .modes = in_talks,
     .bars = audience_bar,
     .text = &Words::fullscreen,
     .talk_keys = "f",
     .act = just<AskForFullscreen>},
    {.id = "talk-speaker",
     .modes = in_talk,
     .bars = audience_bar,
     .text = &Words::speaker_view,
     .talk_keys = "s",
     .act = just<AskForSpeaker>},
    {.id = "talk-notes",
     .modes = in_talk,
     .bars = audience_bar,
     .text = &Words::notes_here,
     .is_offered = has_any_notes,
     .is_pressed = [](const Now& now) { return now.state.talk.has_notes; },
     .act = [](const Now& now) { return actions_of(SetNotes{!now.state.talk.has_notes}); }},
    {.id = "talk-keys",
     .modes = in_talks,
     .bars = audience_bar,
     .text = &Words::letter_keys,
     .is_pressed = [](const Now& now) { return now.state.view.has_letter_keys; },
     .act = [](const Now& now) { return actions_of(SetLetterKeys{!now.state.view.has_letter_keys}); }},
    {.id = "talk-timer", .modes = in_speaker, .text = &Words::restart_timer, .talk_keys = "r", .act = just<StartTimer>},
    {.id = "print-steps", .modes = in_talks, .bars = talk_bars, .text = &Words::print_steps, .act = just<AskForPrint>},
    {.id = "print-notes",
     .modes = in_talks,
     .bars = speaker_bar,
     .text = &Words::print_notes,
     .is_offered = has_any_notes,
     .act = [](const Now&) { return actions_of(AskForPrint{HandoutNotes::With}); }},
    {.id = "talk-end", .modes = in_talks, .bars = audience_bar, .text = &Words::end_talk, .act = just<EndTalk>},

    // A kiosk.
    {.id = "start-over",
     .part = "leave",
     .modes = in_kiosk,
     .text = &Words::start_over,
     .act = [](const Now&) { return actions_of(StartOver{KioskPhase::Visit}); }},
    {.id = "wake",
     .part = "wake",
     .modes = in_kiosk,
     .text = &Words::touch_to_begin,
     .is_offered = [](const Now& now) { return now.state.kiosk.phase == KioskPhase::Attract; },
     .act = just<Wake>},
    {.id = "attract-pause",
     .part = "attract-pause",
     .modes = in_kiosk,
     .text_now = [](const Now& now) { return std::string(now.state.kiosk.is_paused ? words().go_on : words().pause); },
     .is_pressed = [](const Now& now) { return now.state.kiosk.is_paused; },
     .act = [](const Now& now) { return actions_of(SetPause{!now.state.kiosk.is_paused}); }},
    {.id = "stay",
     .part = "primary",
     .modes = in_kiosk,
     .text = &Words::stay,
     .is_offered = [](const Now& now) { return now.state.kiosk.phase == KioskPhase::Warning; },
     .act = just<StayHere>},
    {.id = "staff-close",
     .part = "primary",
     .modes = in_kiosk,
     .bars = staff_bar,
     .text = &Words::staff_close,
     .act = [](const Now&) { return actions_of(ShowStaff{false}); }},
    {.id = "staff-reload",
     .modes = in_kiosk,
     .bars = staff_bar,
     .text = &Words::staff_reload,
     .act = just<AskForReload>},
    {.id = "staff-leave", .modes = in_kiosk, .bars = staff_bar, .text = &Words::staff_leave, .act = just<LeaveKiosk>},
};

}  // namespace

std::span<const Command> all_commands() { return commands; }

}  // namespace throughline
