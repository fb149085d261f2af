// See waiting.h.
#include "core/view/waiting.h"

#include "core/content/words.h"
#include "core/view/items.h"

#include <string>
#include <utility>

namespace throughline {
namespace {

// A way to have it at once.
PageItem file_input() {
    PageItem open = button_item("open-brief", "open", words().open_brief);
    open.role = Role::FileInput;
    return open;
}

PageItem trouble_item(const Trouble& trouble) {
    std::vector<PageItem> parts = items_of(heading_item(3, "", trouble.file_name));
    for (const std::string& line : trouble.lines) parts.push_back(paragraph_item("", line));
    return list_item(std::move(parts));
}

// First for a visitor, who can do nothing about it, then for staff, who can.
std::vector<PageItem> kiosk_parts(const State& state) {
    const Words& w = words();
    if (state.files.troubles.empty()) return items_of(heading_item(1, "", w.waiting_kiosk_reading));
    PageItem list;
    list.role = Role::List;
    list.part = "waiting-files";
    // In the order of the address, whichever was read first.
    for (const std::string& file_name : state.view.kiosk.editions) {
        for (const Trouble& trouble : state.files.troubles) {
            if (trouble.file_name == file_name) list.children.push_back(trouble_item(trouble));
        }
    }
    return items_of(heading_item(1, "", w.waiting_kiosk_title), paragraph_item("", w.waiting_kiosk_visitor),
                    heading_item(2, "", w.staff_title), paragraph_item("", w.waiting_kiosk_staff), std::move(list),
                    paragraph_item("", w.waiting_kiosk_mend));
}

}  // namespace

PageItem waiting_item(const State& state) {
    const Words& w = words();
    std::vector<PageItem> parts;
    switch (state.files.wait) {
        case Wait::None: break;
        case Wait::File:
            parts = items_of(heading_item(1, "", fill(w.waiting_file_title, {state.files.awaited_file})),
                             paragraph_item("", w.waiting_file), file_input());
            break;
        case Wait::OtherWindow:
            parts = items_of(heading_item(1, "", w.waiting_window_title), paragraph_item("", w.waiting_window),
                             file_input());
            break;
        case Wait::KioskFiles: parts = kiosk_parts(state); break;
    }
    PageItem waiting = group_item("waiting", items_of(group_item("waiting-words", std::move(parts))));
    waiting.id = "waiting";
    return waiting;
}

}  // namespace throughline
