// Buttons of commands.
#include "core/view/items.h"

#include "core/content/words.h"

#include <algorithm>
#include <utility>

namespace throughline {
namespace {

PageItem button_of(const Situation& now, const Command& command) {
    const std::string text = command.text_now != nullptr ? command.text_now(now)
                             : command.text != nullptr   ? std::string(words().*command.text)
                                                         : "";
    PageItem item = button_item(command.id, command.part, text);
    if (command.label != nullptr) item.label = words().*command.label;
    const std::string key = key_hint_of(command, now);
    if (!key.empty()) item.description = fill(words().key_hint, {key});
    if (command.is_enabled != nullptr) item.is_disabled = !command.is_enabled(now);
    if (command.is_pressed != nullptr) item.is_pressed = command.is_pressed(now);
    if (command.is_expanded != nullptr) item.is_expanded = command.is_expanded(now);
    return item;
}

}  // namespace

PageItem button_of(const Situation& now, std::string_view id) {
    const auto commands = all_commands();
    return button_of(now, *std::find_if(commands.begin(), commands.end(),
                                        [id](const Command& command) { return command.id == id; }));
}

std::vector<PageItem> bar_items(const Situation& now, Bars bar) {
    std::vector<PageItem> items;
    for (const Command& command : all_commands()) {
        if ((command.bars & bar) != 0 && is_offered(command, now)) items.push_back(button_of(now, command));
    }
    return items;
}

}  // namespace throughline
