// One input at a time: intent, update, layout when its request changed, and a frame when somebody asks.
#include "core/program/session.h"

#include "core/base/text_format.h"
#include "core/content/parse.h"
#include "core/content/words.h"
#include "core/faces/handout.h"
#include "core/json/mistakes.h"
#include "core/state/camera.h"
#include "core/state/route.h"
#include "core/view/waiting.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace throughline {
namespace {

constexpr std::size_t remembered_actions = 32;
constexpr std::size_t told_mistakes = 3;  // of a file on a waiting kiosk's screen; the tool tells all

bool is_activity(const Input& input) {
    return std::holds_alternative<PointerInput>(input.event) || std::holds_alternative<WheelInput>(input.event) || std::holds_alternative<KeyInput>(input.event) ||
           std::holds_alternative<ActivateInput>(input.event) || std::holds_alternative<PresenceInput>(input.event);
}

// Without a content only what tells how the page stands, and the staff's controls, mean anything.
bool is_meant_while_waiting(const Input& input) {
    if (const auto* pressed = std::get_if<ActivateInput>(&input.event)) return pressed->item.rfind("staff", 0) == 0 || pressed->item == "mistakes-dismiss";
    return !is_activity(input) && !std::holds_alternative<FocusInput>(input.event) && !std::holds_alternative<FollowInput>(input.event);
}

}  // namespace

Session::Session(Content content) {
    editions_.push_back(open_brief(std::move(content)));
    edition_files_.emplace_back();
}

Reaction Session::handle(const Input& input) {
    Reaction reaction;
    // The first size says which form is wanted: until it or anything else comes, none is laid out.
    if (!std::holds_alternative<ResizeInput>(input.event)) refresh_layout();
    const State before = state_;
    if (is_activity(input)) clockwork_.note_activity(input.time_ms);
    if (const auto* dropped = std::get_if<ContentInput>(&input.event)) {
        take_content(*dropped, reaction);
    } else if (const auto* loaded = std::get_if<EditionInput>(&input.event)) {
        take_edition(*loaded, reaction);
    } else if (std::holds_alternative<FrameInput>(input.event)) {
        const double dt_ms = std::max(0.0, input.time_ms - frame_time_ms_);
        frame_time_ms_ = input.time_ms;
        if (state_.is_moving()) apply(Advance{static_cast<float>(dt_ms / 1000)}, reaction);
    } else if (state_.wait != Wait::None) {
        wait(input, reaction);
    } else {
        act(input, reaction);
    }
    clockwork_.note_change(before, state_, input.time_ms);
    return reaction;
}

void Session::act(const Input& input, Reaction& reaction) {
    // Motion starts now, not at the last frame, which may be long ago.
    if (!state_.is_moving()) frame_time_ms_ = input.time_ms;
    if (const auto* tick = std::get_if<TickInput>(&input.event)) {
        wall_ms_ = tick->wall_ms;
        minutes_east_of_utc_ = tick->minutes_east_of_utc;
        for (const Action& action : clockwork_.due(content(), state_, input.time_ms)) apply(action, reaction);
        clockwork_.note_tick(input.time_ms);
    }
    if (const auto* pressed = std::get_if<ActivateInput>(&input.event)) {
        const std::string_view prefix = "language:";
        for (std::size_t edition = 0; edition < editions_.size() && pressed->item.rfind(prefix, 0) == 0; ++edition) {
            if (editions_[edition]->content.language != pressed->item.substr(prefix.size()) || edition == edition_) continue;
            switch_edition(edition);
            apply(SwitchEdition{}, reaction);
            reaction.is_handled = true;
            return;
        }
    }
    Intent intent = find_intent(content(), layout(), state_, gesture_, input);
    for (const Action& action : intent.actions) apply(action, reaction);
    reaction.is_handled = intent.is_handled;
}

void Session::take_content(const ContentInput& dropped, Reaction& reaction) {
    // What a visitor of a kiosk brings along is not for the next one.
    if (state_.mode == Mode::Kiosk && state_.wait != Wait::File) return;
    ParsedContent parsed = parse_content(dropped.bytes, dropped.size_bytes);
    has_opened_ = has_opened_ && dropped.order == FileOrder::Next;
    if (parsed.content && has_opened_) {
        apply(RefuseContent{dropped.file_name, {}, dropped.order}, reaction);
    } else if (parsed.content) {
        has_opened_ = true;
        const BriefPtr before = editions_[edition_];
        const State shown = state_;
        const bool is_same = is_same_brief(before->content, *parsed.content);
        forget_content();
        editions_.assign(1, open_brief(std::move(*parsed.content)));
        edition_ = 0;
        edition_files_.assign(1, "");
        put_away_.reset();
        AcceptContent accepted{dropped.file_name, is_same, dropped.is_handed_over, std::nullopt, std::move(parsed.remarks), dropped.order};
        if (shown.wait != Wait::None) accepted.view = decode_route(content(), awaited_view_);
        if (is_same) carry_view(before->content, shown);
        refresh_layout();
        is_stale_ = true;
        apply(accepted, reaction);
    } else {
        apply(RefuseContent{dropped.file_name, std::move(parsed.mistakes), dropped.order}, reaction);
    }
    reaction.is_handled = true;
}

// The same language takes the place of what there was, another one stands beside it. Nobody loses what they are reading.
void Session::take_edition(const EditionInput& loaded, Reaction& reaction) {
    ParsedContent parsed = parse_content(loaded.bytes);
    const std::string when = wall_ms_ > 0 ? format_date_time(wall_ms_, minutes_east_of_utc_) + " " : "";
    if (!parsed.content) {
        refuse_edition(loaded, parsed.mistakes, reaction);
        apply(NoteHealth{when + fill(words().health_content, {loaded.file_name, format_mistake(loaded.file_name, parsed.mistakes.listed.front()), std::to_string(parsed.mistakes.count)})}, reaction);
        return;
    }
    apply(NoteHealth{when + fill(words().health_edition, {loaded.file_name})}, reaction);
    is_stale_ = true;
    if (state_.wait == Wait::KioskFiles) {
        begin_kiosk(open_brief(std::move(*parsed.content)), loaded.file_name, reaction);
        return;
    }
    if (parsed.content->language != content().language) {
        place_edition(open_brief(std::move(*parsed.content)), loaded.file_name);
        if (state_.phase == KioskPhase::Attract && edition_ != 0) apply(StartOver{}, reaction);
        return;
    }
    waiting_.emplace_back(loaded.file_name, open_brief(std::move(*parsed.content)));
    if (state_.phase == KioskPhase::Attract) apply(StartOver{}, reaction);
}

void Session::refuse_edition(const EditionInput& loaded, const Mistakes& mistakes, Reaction& reaction) {
    if (state_.wait != Wait::KioskFiles) return;
    Trouble trouble{loaded.file_name, {}};
    const std::size_t told = std::min(mistakes.listed.size(), told_mistakes);
    for (std::size_t i = 0; i < told; ++i) trouble.lines.push_back(format_mistake(loaded.file_name, mistakes.listed[i]));
    if (mistakes.count > told) trouble.lines.push_back(fill(words().waiting_more, {std::to_string(mistakes.count - told)}));
    apply(NoteTrouble{std::move(trouble)}, reaction);
}

// In the order in which the kiosk names its files, whichever is read first; the page's own stands before them.
void Session::place_edition(BriefPtr edition, const std::string& file_name) {
    const auto same = std::find_if(editions_.begin(), editions_.end(), [&edition](const BriefPtr& brief) { return brief->content.language == edition->content.language; });
    if (same != editions_.end()) {
        edition_files_[static_cast<std::size_t>(same - editions_.begin())] = file_name;
        *same = std::move(edition);
        return;
    }
    const std::vector<std::string>& named = state_.kiosk.editions.empty() && !editions_.empty() ? editions_.front()->content.kiosk.editions : state_.kiosk.editions;
    const auto rank = [&named](const std::string& file) { return file.empty() ? -1 : std::find(named.begin(), named.end(), file) - named.begin(); };
    std::size_t at = 0;
    while (at < editions_.size() && rank(edition_files_[at]) <= rank(file_name)) ++at;
    if (at <= edition_ && !editions_.empty()) ++edition_;
    editions_.insert(editions_.begin() + static_cast<std::ptrdiff_t>(at), std::move(edition));
    edition_files_.insert(edition_files_.begin() + static_cast<std::ptrdiff_t>(at), file_name);
}

// The first of a kiosk's own files is there. What the page came with stands beside it only if that is the same brief.
void Session::begin_kiosk(BriefPtr edition, const std::string& file_name, Reaction& reaction) {
    const bool is_same = is_same_brief(put_away_->content, edition->content);
    editions_.clear();
    edition_files_.clear();
    if (is_same) {
        editions_.push_back(std::move(put_away_));
        edition_files_.emplace_back();
    }
    put_away_.reset();
    edition_ = 0;
    place_edition(std::move(edition), file_name);
    apply(AcceptEdition{is_same ? "" : file_name}, reaction);
}

void Session::wait(const Input& input, Reaction& reaction) {
    const auto* route = std::get_if<RouteInput>(&input.event);
    if (route != nullptr) awaited_view_ = route->fragment;
    if (!is_meant_while_waiting(input)) return;
    act(input, reaction);
    // The address has led away from a kiosk: it names a view of the content that is back.
    if (route != nullptr && state_.wait == Wait::None) act(input, reaction);
}

// Nothing of it can be shown by any way, because it is not there.
void Session::put_content_away() {
    put_away_ = std::move(editions_.front());
    editions_.assign(1, open_brief(neutral_content()));
    edition_files_.assign(1, "");
    waiting_.clear();
    edition_ = 0;
    forget_content();
}

void Session::take_content_back() {
    editions_.assign(1, std::exchange(put_away_, nullptr));
    edition_ = 0;
}

// Before another content takes the place of the one that the state's indices mean.
void Session::forget_content() {
    state_.selected = state_.looked_at = state_.step = state_.hovered = state_.focused = none;
    state_.jump = {};
    state_.trail.clear();
    request_ = {};
    before_ = {};
}

// Cards and links by their ids, as far as they are still there; the step by its number. The closing step stays that.
void Session::carry_view(const Content& from, const State& shown) {
    const Route route = decode_route(content(), encode_shared_view(from, shown));
    state_.selected = route.selected;
    state_.looked_at = route.looked_at;
    if (shown.step == none || content().tour.empty()) return;
    const int closing = static_cast<int>(content().tour.size());
    state_.step = shown.step == static_cast<int>(from.tour.size()) ? closing : std::min(shown.step, closing - 1);
}

void Session::switch_edition(std::size_t edition) {
    const State shown = state_;
    const Content& before = content();
    forget_content();
    edition_ = edition;
    carry_view(before, shown);
    refresh_layout();
    is_stale_ = true;
}

void Session::apply(const Action& action, Reaction& reaction) {
    if (std::holds_alternative<StartOver>(action)) {
        ++restarts_;
        gesture_ = {};
        recent_actions_ = std::vector<std::string>();  // `= {}` would keep the room
        if (edition_ != 0 || !waiting_.empty()) {
            forget_content();
            for (auto& [file_name, edition] : waiting_) place_edition(std::move(edition), file_name);
            waiting_.clear();
            edition_ = 0;
        }
    }
    Update updated = update(brief(), layout(), state_, action);
    // What changes nothing, such as a wheel turned at the end of its range, wants no frame.
    if (updated.state != state_) is_stale_ = true;
    const State before = std::exchange(state_, std::move(updated.state));
    for (Effect& effect : updated.effects) reaction.effects.push_back(std::move(effect));
    if (before.wait == Wait::None && state_.wait != Wait::None) put_content_away();
    if (state_.wait == Wait::None && put_away_) take_content_back();
    begin_glide(before);
    refresh_layout();
    if (!std::holds_alternative<Advance>(action)) {
        recent_actions_.emplace_back(action_name(action));
        if (recent_actions_.size() > remembered_actions) recent_actions_.erase(recent_actions_.begin());
    }
}

void Session::begin_glide(const State& before) {
    const bool is_new_view = before.step != state_.step || before.selected != state_.selected;
    if (state_.reveal >= 1) {
        before_ = {};
    } else if (is_new_view && before.fills_stage() && state_.fills_stage()) {
        before_ = {layout(), stage_from_world(content(), layout(), before)};
    }
}

void Session::refresh_layout() {
    if (state_.wait != Wait::None) {
        layout_ = std::make_shared<const Layout>();
        return;
    }
    LayoutRequest request = layout_request(brief(), state_);
    if (request != request_) {
        request_ = std::move(request);
        layout_ = std::make_shared<const Layout>(compute_layout(content(), request_));
        state_.camera_shown = clamp_camera(content(), layout(), state_, state_.camera);
        state_.camera_progress = 1;
    }
    // A talk has no buttons to zoom with, and its picture would have to be fitted anew to tell.
    if (!state_.fills_stage()) state_.most_zoom = most_zoom(content(), layout(), state_);
}

Element Session::handout(HandoutNotes notes) const {
    if (state_.wait != Wait::None) return {"div", {}, "", std::nullopt, std::nullopt, false, {}};
    return make_handout(brief(), state_, notes);
}

const Frame& Session::frame() {
    if (is_stale_) {
        refresh_layout();
        frame_ = make_frame();
        is_stale_ = false;
    }
    return frame_;
}

Frame Session::make_frame() {
    const bool is_gliding = state_.reveal < 1 && !before_.layout.cards.empty();
    const auto drawn = [this] { return glide_layout(content(), before_, layout(), stage_from_world(content(), layout(), state_), state_.reveal); };
    return frame_maker_.make(editions_[edition_], layout_, is_gliding ? std::make_shared<const Layout>(drawn()) : layout_, state_, editions_);
}

}  // namespace throughline
