// The actions about contents: files that somebody opened, a kiosk's own, and waiting for either.
#include "core/program/updater.h"

#include <algorithm>
#include <utility>

namespace throughline {
namespace {

constexpr std::size_t most_reports = 20;  // of files that were dropped together

}  // namespace

void Updater::operator()(const AcceptContent& action) {
    State& state = result_.state;
    Files& files = state.files;
    if (files.has_opened && action.order == FileOrder::Next) {
        (*this)(RefuseContent{action.file_name, {}, action.order});
        return;
    }
    const BriefPtr before = state.brief();
    const View shown = state.view;
    const bool has_waited = files.wait != Wait::None;
    const bool is_same = is_same_brief(before->content, action.brief->content);
    forget_content(state);
    state.library = {{{action.brief, ""}}, 0, {}, nullptr};
    if (is_same) carry_view(state, before->content, shown);
    if (action.order == FileOrder::First) clear_reports();
    if (action.remarks.count > 0) files.reports.push_back({action.file_name, {}, action.remarks});
    files.opened_file = files.opened_beside = action.file_name;
    files.has_opened = true;
    files.wait = Wait::None;
    result_.effects.push_back(KeepContent{action.file_name});
    // Before its view, which means nothing without it. Whoever was handed a content follows, and does not lead.
    if (!action.is_handed_over) result_.effects.emplace_back(ShareContent{});
    is_following_ = action.is_handed_over;
    if (!is_same && !has_waited) {
        put_camera(Camera{});
        if (state.fills_stage() && !content().tour.empty()) look_at_step(0);
    }
    if (has_waited) (*this)(OpenView{std::string(files.awaited_view)});
    finish_motion();
    tells_anew_ = true;
    say_files();
}

void Updater::operator()(const RefuseContent& action) {
    Files& files = result_.state.files;
    if (action.order == FileOrder::First) {
        files.has_opened = false;
        clear_reports();
    }
    if (++files.refused <= most_reports) files.reports.push_back({action.file_name, action.mistakes, {}});
    say_files();
    result_.effects.push_back(ScrollToItem{"mistakes"});
}

void Updater::operator()(const DismissMistakes&) { clear_reports(); }

void Updater::clear_reports() {
    State& state = result_.state;
    state.files.reports.clear();
    state.files.refused = 0;
    state.files.opened_beside.clear();
}

void Updater::say_files() {
    const Files& files = result_.state.files;
    SaidFiles said{files.opened_beside, files.refused, "", 0};
    const auto refused = std::find_if(files.reports.begin(), files.reports.end(),
                                      [](const FileReport& report) { return report.is_refused(); });
    if (refused != files.reports.end()) {
        said.refused_file = refused->file_name;
        said.mistakes = refused->mistakes.count;
    }
    result_.state.said = std::move(said);
}

void Updater::operator()(const AwaitContent& action) {
    result_.state.files.awaited_file = action.file_name;
    begin_wait(action.file_name.empty() ? Wait::OtherWindow : Wait::File);
    say(Saying::Awaited);
}

void Updater::begin_wait(Wait wait) {
    State& state = result_.state;
    state.files.wait = wait;
    if (state.library.put_away) return;
    put_content_away(state.library);
    forget_content(state);
}

void Updater::end_wait() {
    State& state = result_.state;
    state.files.wait = Wait::None;
    if (state.library.put_away) take_content_back(state.library);
}

void Updater::operator()(const SwitchEdition& action) {
    State& state = result_.state;
    const BriefPtr before = state.brief();
    const View shown = state.view;
    forget_content(state);
    state.library.shown = action.edition;
    carry_view(state, before->content, shown);
    clear_reports();
}

void Updater::operator()(const NoteTrouble& action) {
    std::vector<Trouble>& troubles = result_.state.files.troubles;
    const auto known = std::find_if(troubles.begin(), troubles.end(), [&action](const Trouble& trouble) {
        return trouble.file_name == action.trouble.file_name;
    });
    if (known == troubles.end()) {
        troubles.push_back(action.trouble);
    } else {
        *known = action.trouble;
    }
}

void Updater::operator()(const ReadFilesAgain&) {
    ++result_.state.files.readings;
    result_.effects.emplace_back(ReadFiles{});
}

// The same language takes the place of what there was, another one stands beside it. Nobody loses what they are
// reading.
void Updater::operator()(const AcceptEdition& action) {
    State& state = result_.state;
    if (state.files.wait == Wait::KioskFiles) return begin_kiosk(action.edition);
    if (action.edition.brief->content.language == content().language) {
        state.library.arrived.push_back(action.edition);
    } else {
        place_edition(state.library, action.edition, edition_order());
    }
    const bool is_first_shown = state.library.shown == 0 && state.library.arrived.empty();
    if (state.kiosk.phase == KioskPhase::Attract && !is_first_shown) (*this)(StartOver{});
}

// The first of a kiosk's own files is there. What the page came with stands beside it only if that is the same brief.
void Updater::begin_kiosk(const Edition& edition) {
    State& state = result_.state;
    Library& library = state.library;
    const bool is_same = is_same_brief(library.put_away->content, edition.brief->content);
    if (is_same) {
        take_content_back(library);
    } else {
        library = {};
    }
    place_edition(library, edition, state.view.kiosk.editions);
    state.files.wait = Wait::None;
    state.files.troubles.clear();
    state.files.opened_file = is_same ? "" : edition.file_name;
    state = fresh_state(content(), state);
}

std::vector<std::string> Updater::edition_order() const {
    const State& state = result_.state;
    const std::vector<std::string>& asked = state.view.kiosk.editions;
    return asked.empty() ? state.library.editions.front().brief->content.kiosk.editions : asked;
}

}  // namespace throughline
