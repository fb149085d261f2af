// See library.h.
#include "core/state/library.h"

#include "core/content/words.h"

#include <algorithm>
#include <utility>

namespace throughline {
namespace {

// A content of no brief: no card, no step, nobody's words but the program's.
Content neutral_content() {
    const Words& w = words();
    Content content;
    content.language = "en";
    content.title = w.waiting_page;
    content.about.exit = {std::string(w.exit_label), std::string(w.exit_url), std::string(w.exit_limits), "", ""};
    return content;
}

}  // namespace

Library library_of(Content content) {
    Library library;
    library.editions.push_back({open_brief(std::move(content)), ""});
    return library;
}

void place_edition(Library& library, Edition edition, const std::vector<std::string>& order) {
    std::vector<Edition>& editions = library.editions;
    const auto same = std::find_if(editions.begin(), editions.end(), [&edition](const Edition& other) {
        return other.brief->content.language == edition.brief->content.language;
    });
    if (same != editions.end()) {
        *same = std::move(edition);
        return;
    }
    const auto rank = [&order](const std::string& file) {
        return file.empty() ? -1 : std::find(order.begin(), order.end(), file) - order.begin();
    };
    const auto after = std::find_if(editions.begin(), editions.end(), [&](const Edition& other) {
        return rank(other.file_name) > rank(edition.file_name);
    });
    const auto at = static_cast<std::size_t>(after - editions.begin());
    if (at <= library.shown && !editions.empty()) ++library.shown;
    editions.insert(after, std::move(edition));
}

void place_arrived(Library& library, const std::vector<std::string>& order) {
    for (Edition& edition : std::exchange(library.arrived, {})) place_edition(library, std::move(edition), order);
    library.shown = 0;
}

void put_content_away(Library& library) {
    BriefPtr put_away = std::move(library.editions.front().brief);
    library = library_of(neutral_content());
    library.put_away = std::move(put_away);
}

void take_content_back(Library& library) {
    library.editions.assign(1, {std::exchange(library.put_away, nullptr), ""});
    library.shown = 0;
}

}  // namespace throughline
