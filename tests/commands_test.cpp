// The table of commands against what is made by hand: reserved ids, the key tables of the documents, the pages'
// buttons.
#include "core/command/commands.h"
#include "core/content/rules.h"
#include "every_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

std::set<std::string> words_in(std::string_view text, std::string_view between) {
    std::set<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(between), text.size());
        if (end > 0) words.emplace(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// What stands in the first column of a document's table of keys, the `n`-th one from 0.
std::set<std::string> documented_keys(const std::string& document, int n) {
    std::string text = read_source_file(document);
    std::size_t at = 0;
    for (int i = 0; i <= n; ++i) {
        at = text.find("| key | does |\n", at + 1);
        REQUIRE_MESSAGE(at != std::string::npos, document, " has no table of keys number ", n);
    }
    std::string_view rows = std::string_view(text).substr(at);
    take_line(rows);
    take_line(rows);
    std::set<std::string> keys;
    while (rows.starts_with("|")) {
        const std::string_view row = take_line(rows);
        std::string cell(row.substr(2, row.find(" |", 2) - 2));
        for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"→", "arrows"},
                                       {"←", "arrows"},
                                       {"↑", "arrows"},
                                       {"↓", "arrows"},
                                       {"−", "-"},
                                       {"Shift+Tab", "Tab"}})
            replace_all(cell, from, to);
        // The words between the keys.
        for (const char* phrase : {"then a digit or letter", "a digit or letter", "then a digit", "a digit",
                                   "until the page is gone", " or ", " and "})
            replace_all(cell, phrase, " ");
        for (std::string key : words_in(cell, " ,`")) {
            if (key.size() == 1 && key[0] >= 'A' && key[0] <= 'Z') key[0] = static_cast<char>(key[0] - 'A' + 'a');
            if (key == "Escape") key = "Esc";
            keys.insert(std::move(key));
        }
    }
    return keys;
}

std::set<std::string> keys_of(std::string_view Command::*keys) {
    std::set<std::string> all{"Esc", "arrows"};
    for (const Command& command : all_commands()) all.merge(words_in(command.*keys, " "));
    // The same keys without Shift, and as remotes for music send them.
    for (const char* same : {"=", "MediaTrackNext", "MediaTrackPrevious"}) all.erase(same);
    return all;
}

std::string joined(const std::set<std::string>& keys) {
    std::string line;
    for (const std::string& key : keys) line += (line.empty() ? "" : " ") + key;
    return line;
}

}  // namespace

TEST_CASE("each command has an id of its own, which no node can have") {
    std::set<std::string_view> ids;
    for (const Command& command : all_commands()) {
        CHECK_MESSAGE((!command.id.empty() || !command.keys.empty() || !command.talk_keys.empty()),
                      "nobody can give this command");
        if (command.id.empty()) continue;
        CHECK_MESSAGE(ids.insert(command.id).second, command.id);
        CHECK_MESSAGE(is_reserved_id(command.id), command.id);
    }
}

TEST_CASE("an id is reserved only for a command, an item of the page or what the page's own script makes") {
    // The last two are words of an address and of a build.
    std::set<std::string, std::less<>> used{"canvas", "page", "inspect", "payload"};
    for (const Command& command : all_commands()) used.insert(std::string(command.id));
    for (Harness& h : every_page()) {
        visit_items(h.page().items, [&used](const PageItem& item) { used.insert(item.id); });
    }
    for (const std::string_view id : reserved_ids) CHECK_MESSAGE(used.contains(id), id);
}

TEST_CASE("in no mode a key means two commands") {
    for (const unsigned mode : {in_explore, in_talk, in_speaker, in_kiosk}) {
        std::set<std::string> keys;
        for (const Command& command : all_commands()) {
            if ((command.modes & mode) == 0) continue;
            for (const std::string& key : words_in((mode & in_talks) != 0 ? command.talk_keys : command.keys, " "))
                CHECK_MESSAGE(keys.insert(key).second, key);
        }
    }
}

TEST_CASE("the documents' tables of keys have every key and no other") {
    std::set<std::string> of_page = keys_of(&Command::keys);
    of_page.merge(std::set<std::string>{"Tab", "Enter", "Space"});
    const std::set<std::string> of_talk = keys_of(&Command::talk_keys);
    CHECK(joined(documented_keys("README.md", 0)) == joined(of_page));
    CHECK(joined(documented_keys("docs/accessibility.md", 0)) == joined(of_page));
    CHECK(joined(documented_keys("docs/accessibility.md", 1)) == joined(of_talk));
    CHECK(joined(documented_keys("docs/presenting.md", 0)) == joined(of_talk));
}

TEST_CASE("every button of every page is a command that is offered there, or stands for a card, a lane or a language") {
    std::set<std::string_view> seen;
    for (Harness& h : every_page()) {
        const Page page = h.page();
        const Situation now{h.content(), h.state()};
        visit_items(page.items, [&](const PageItem& item) {
            if (item.role != Role::Button || contains(item.id, ":")) return;
            const Command* command = find_command(now, item.id);
            REQUIRE_MESSAGE(command != nullptr, item.id, " in ", page.attributes.mode);
            CHECK_MESSAGE(!command->act(now).empty(), item.id);
            seen.insert(command->id);
        });
    }
    for (const Command& command : all_commands()) {
        // The whole text is a link; some commands are keys alone.
        if (command.id.empty() || command.id == "read-text") continue;
        CHECK_MESSAGE(seen.contains(command.id), command.id, " has no button anywhere");
    }
}
