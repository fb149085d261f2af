// Which command a press or a key means, and how its key is called.
#include "core/command/commands.h"

#include <algorithm>
#include <utility>

namespace throughline {
namespace {

unsigned mode_bit(Mode mode) { return 1U << static_cast<unsigned>(mode); }

std::string_view first_of(std::string_view keys) { return keys.substr(0, keys.find(' ')); }

bool has_key(std::string_view keys, std::string_view key) {
    for (; !keys.empty(); keys.remove_prefix(std::min(keys.size(), first_of(keys).size() + 1))) {
        if (first_of(keys) == key) return true;
    }
    return false;
}

}  // namespace

bool is_offered(const Command& command, const Situation& now) {
    return (command.modes & mode_bit(now.state.view.mode)) != 0 &&
           (command.is_offered == nullptr || command.is_offered(now));
}

const Command* find_command(const Situation& now, std::string_view id) {
    const std::span<const Command> commands = all_commands();
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command& command) {
        return !id.empty() && command.id == id && is_offered(command, now);
    });
    return found == commands.end() ? nullptr : &*found;
}

const Command* find_command_of_key(const Situation& now, std::string_view key) {
    const bool is_in_talk = now.state.view.is_talk();
    std::string name = key == " " ? "Space" : std::string(key);
    if (is_in_talk && name.size() == 1) {
        if (!now.state.view.has_letter_keys) return nullptr;
        if (name[0] >= 'A' && name[0] <= 'Z') name[0] = static_cast<char>(name[0] - 'A' + 'a');
    }
    const std::span<const Command> commands = all_commands();
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command& command) {
        return has_key(is_in_talk ? command.talk_keys : command.keys, name) && is_offered(command, now);
    });
    return found == commands.end() ? nullptr : &*found;
}

std::string key_hint_of(const Command& command, const Situation& now) {
    std::string_view key = command.hints_key ? first_of(command.keys) : std::string_view();
    if (now.state.view.is_talk()) key = command.talk_hint.empty() ? first_of(command.talk_keys) : command.talk_hint;
    if (key == "Escape") return std::string(words().key_escape);
    if (key == "PageUp") return std::string(words().key_page_up);
    if (key == "PageDown") return std::string(words().key_page_down);
    if (key.size() != 1 || (now.state.view.is_talk() && !now.state.view.has_letter_keys)) return {};
    const bool is_small = key[0] >= 'a' && key[0] <= 'z';
    return {is_small ? static_cast<char>(key[0] - 'a' + 'A') : key[0]};
}

}  // namespace throughline
