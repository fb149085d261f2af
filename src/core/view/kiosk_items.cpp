// A kiosk's page: the invitation, the question whether somebody is there, what staff see, and the choice of languages.
#include "core/view/items.h"

#include "core/content/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline {
namespace {

// What the page's shell notes is "<date> <time> <kind> <what the browser says>"; anything else stands as it is.
std::string health_words(const std::string& entry) {
    const Words& w = words();
    const std::array<std::pair<std::string_view, std::string_view>, 10> kinds{{{"started", w.health_started},
                                                                               {"failed", w.health_failed},
                                                                               {"error", w.health_error},
                                                                               {"stuck", w.health_stuck},
                                                                               {"memory", w.health_memory},
                                                                               {"context-lost", w.health_context_lost},
                                                                               {"context-back", w.health_context_back},
                                                                               {"update", w.health_update},
                                                                               {"unread", w.health_unread},
                                                                               {"unread-disk", w.health_unread_disk}}};
    const std::size_t time = entry.find(' ');
    const std::size_t kind = time == std::string::npos ? time : entry.find(' ', time + 1);
    if (kind == std::string::npos) return entry;
    const std::size_t end = std::min(entry.find(' ', kind + 1), entry.size());
    const std::string_view named = std::string_view(entry).substr(kind + 1, end - kind - 1);
    for (const auto& [name, pattern] : kinds) {
        if (name == named)
            return entry.substr(0, kind + 1) +
                   fill(pattern, {std::string_view(entry).substr(std::min(end + 1, entry.size()))});
    }
    return entry;
}

}  // namespace

PageItem languages_item(const Content& content, const std::vector<Edition>& editions) {
    std::vector<PageItem> buttons;
    for (const auto& [brief, file_name] : editions) {
        const Content& edition = brief->content;
        PageItem button = button_item("language:" + edition.language, "",
                                      edition.language_name.empty() ? edition.language : edition.language_name);
        if (edition.language != content.language) button.language = edition.language;
        button.is_pressed = edition.language == content.language;
        buttons.push_back(std::move(button));
    }
    return named_group("languages", "languages", words().languages, std::move(buttons));
}

std::vector<PageItem> kiosk_items(const Content& content, const State& state) {
    const Words& w = words();
    std::vector<PageItem> items;
    if (state.view.mode != Mode::Kiosk) return items;
    if (state.kiosk.shows_staff) {
        PageItem log;
        log.role = Role::List;
        for (auto entry = state.kiosk.health.rbegin(); entry != state.kiosk.health.rend(); ++entry)
            log.children.push_back(list_item(items_of(text_item("", health_words(*entry)))));
        PageItem staff = region_of("staff-panel", "staff", w.staff_title,
                                   items_of(heading_item(2, "", w.staff_title),
                                            paragraph_item("", fill(w.staff_version, {THROUGHLINE_VERSION})),
                                            heading_item(3, "", w.staff_log)));
        if (state.kiosk.health.empty()) {
            staff.children.push_back(paragraph_item("", w.staff_log_empty));
        } else {
            staff.children.push_back(std::move(log));
        }
        staff.children.push_back(group_item("staff-buttons", bar_items({content, state}, staff_bar)));
        items.push_back(std::move(staff));
    } else if (state.kiosk.phase == KioskPhase::Attract) {
        // The whole screen is the button; the prompt moves with the picture.
        PageItem wake = button_of({content, state}, "wake");
        wake.part += " drift-" + std::to_string(state.kiosk.drift % 8);
        items.push_back(group_item("attract", items_of(std::move(wake), button_of({content, state}, "attract-pause"))));
    } else if (state.kiosk.phase == KioskPhase::Warning) {
        PageItem warning =
            region_of("warning", "warning", w.still_there,
                      items_of(heading_item(2, "", w.still_there),
                               paragraph_item("", fill(w.secs_left, {std::to_string(state.kiosk.secs_left)})),
                               button_of({content, state}, "stay")));
        items.push_back(std::move(warning));
    }
    return items;
}

}  // namespace throughline
