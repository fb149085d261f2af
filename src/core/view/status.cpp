// See status.h.
#include "core/view/status.h"

#include "core/content/sentences.h"
#include "core/content/words.h"
#include "core/state/caption.h"

namespace throughline {
namespace {

std::string step_words(const Content& content, const State& state) {
    if (is_closing(content, state)) return std::string(words().status_closing);
    // As its position on the stage counts: the closing step is one of them.
    const std::size_t count = content.tour.size() + (state.fills_stage() ? 1 : 0);
    const std::string position = fill(words().step, {std::to_string(state.view.step + 1), std::to_string(count)});
    const TourStep& step = content.tour[static_cast<std::size_t>(state.view.step)];
    const std::string said = fill(words().status_step, {position, step.title});
    return state.fills_stage() ? said + " " + step.text : said;
}

std::string view_words(const Brief& brief, const State& state) {
    if (state.view.selected != none) {
        const NodeId selected = state.view.selected;
        return fill(words().status_selected, {brief.content[selected].title, brief.link_counts[selected.index()]});
    }
    return state.view.step != none ? step_words(brief.content, state) : std::string(words().status_whole);
}

std::string looked_at_words(const Content& content, const View& view) {
    return view.looked_at == none ? "" : looked_at_sentence(content, view.selected, view.looked_at);
}

std::string awaited_words(const Files& files) {
    if (files.awaited_file.empty()) return std::string(words().waiting_window_title);
    return fill(words().waiting_file_title, {files.awaited_file});
}

struct Teller {
    const Brief& brief;
    const State& state;

    std::string operator()(Saying saying) const {
        const Words& w = words();
        const View& view = state.view;
        switch (saying) {
            case Saying::Nothing: return "";
            case Saying::View: return view_words(brief, state);
            case Saying::LookedAt: return looked_at_words(brief.content, view);
            case Saying::NoLinkOut: return std::string(w.status_no_link_out);
            case Saying::NoLinkIn: return std::string(w.status_no_link_in);
            case Saying::Extent: return std::string(view.extent == Extent::Path ? w.status_path : w.status_everything);
            case Saying::Awaited: return awaited_words(state.files);
            case Saying::LinkCopied: return std::string(w.status_copied);
            case Saying::LinkShown: return std::string(w.status_not_copied);
            case Saying::TalkEnded: return std::string(w.status_talk_ended);
            case Saying::Blank: return std::string(w.status_blank);
            case Saying::TextSize:
                return fill(w.status_text_size, {std::to_string(view.text_step + 1), std::to_string(text_steps)});
            case Saying::Spot: return std::string(view.spot ? w.status_spot : w.status_spot_off);
            case Saying::Jump: return std::string(w.status_jump);
            case Saying::Auto:
                return view.auto_secs > 0 ? fill(w.status_auto, {std::to_string(view.auto_secs)})
                                          : std::string(w.status_auto_off);
            case Saying::NoWindow: return std::string(w.status_no_window);
            case Saying::Woken: return std::string(w.status_woken);
        }
        return "";
    }

    std::string operator()(const SaidFiles& said) const {
        const Words& w = words();
        std::string out = said.opened.empty() ? "" : fill(w.status_accepted, {said.opened});
        if (said.refused == 0) return out;
        if (!out.empty()) out += " ";
        if (said.refused > 1) return out + fill(w.status_refused_several, {std::to_string(said.refused)});
        if (said.mistakes == 0) return out + fill(w.status_refused_second, {said.refused_file});
        return out + fill(w.status_refused, {said.refused_file, std::to_string(said.mistakes)});
    }

    std::string operator()(const SaidStillThere& said) const {
        return fill(words().status_still_there, {std::to_string(said.secs_left)});
    }
};

}  // namespace

std::string said_words(const Brief& brief, const State& state) { return std::visit(Teller{brief, state}, state.said); }

}  // namespace throughline
