// See intent_files.h.
#include "core/program/intent_files.h"

#include "core/base/text_format.h"
#include "core/content/parse.h"
#include "core/content/words.h"

#include <algorithm>
#include <string>
#include <utility>

namespace throughline {
namespace {

constexpr std::size_t told_mistakes = 3;  // of a file on a waiting kiosk's screen; the tool tells all

NoteHealth note(const State& state, const std::string& what) {
    const Clock& clock = state.clock;
    const std::string when = clock.wall_ms > 0 ? format_date_time(clock.wall_ms, clock.minutes_east_of_utc) + " " : "";
    return {when + what};
}

Trouble refused_file(const std::string& name, const Mistakes& mistakes) {
    Trouble trouble{name, {}};
    const std::size_t told = std::min(mistakes.listed.size(), told_mistakes);
    for (std::size_t i = 0; i < told; ++i) trouble.lines.push_back(format_mistake(name, mistakes.listed[i]));
    if (mistakes.count > told)
        trouble.lines.push_back(fill(words().waiting_more, {std::to_string(mistakes.count - told)}));
    return trouble;
}

}  // namespace

Action open_file(const ContentInput& file) {
    ParsedContent parsed = parse_content(file.bytes, file.size_bytes);
    if (!parsed.content) return RefuseContent{file.file_name, std::move(parsed.mistakes), file.order};
    return AcceptContent{file.file_name, open_brief(std::move(*parsed.content)), file.is_handed_over,
                         std::move(parsed.remarks), file.order};
}

std::vector<Action> open_edition(const State& state, const EditionInput& file) {
    ParsedContent parsed = parse_content(file.bytes);
    std::vector<Action> actions;
    if (parsed.content) {
        actions.emplace_back(note(state, fill(words().health_edition, {file.file_name})));
        actions.emplace_back(AcceptEdition{{open_brief(std::move(*parsed.content)), file.file_name}});
        return actions;
    }
    if (state.files.wait == Wait::KioskFiles)
        actions.emplace_back(NoteTrouble{refused_file(file.file_name, parsed.mistakes)});
    const std::string first = format_mistake(file.file_name, parsed.mistakes.listed.front());
    actions.emplace_back(
        note(state, fill(words().health_content, {file.file_name, first, std::to_string(parsed.mistakes.count)})));
    return actions;
}

Trouble unread_file(const State& state, const UnreadInput& event) {
    // A page from a disk has no address, and its browser says no reason.
    const std::string_view pattern = state.around.url.empty() ? words().waiting_unread_disk : words().waiting_unread;
    return {event.file_name, {fill(pattern, {event.reason})}};
}

}  // namespace throughline
