// Every control of the program, each in one entry: what its button is called and where it stands, which keys do the
// same, when it is offered, can be pressed and is pressed, and what it does. Buttons, key hints and the meaning of
// presses and keys are made from this table; reserved ids and the key tables of the documents are compared with it by
// tests.
#pragma once

#include "core/command/action.h"
#include "core/content/content.h"
#include "core/content/words.h"
#include "core/state/state.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

struct Situation {
    const Content& content;
    const State& state;
    float most_zoom = max_zoom;  // as far as the picture that is shown goes in
};

// The modes in which a command's key and press mean something, as bits.
// Page: where a reader goes at their own pace. Talks: both windows of one.
enum Modes : unsigned {
    in_explore = 1,
    in_talk = 2,
    in_speaker = 4,
    in_kiosk = 8,
    in_page = in_explore | in_kiosk,
    in_talks = in_talk | in_speaker,
    in_any = 15
};

// The rows of buttons that hold whatever is entered for them, in the table's order, as bits. Talk: in both windows of
// one.
enum Bars : unsigned {
    no_bar = 0,
    zoom_bar = 1,
    walk_bar = 2,
    audience_bar = 4,
    speaker_bar = 8,
    staff_bar = 16,
    talk_bars = audience_bar | speaker_bar
};

using Word = std::string_view Words::*;

struct Command {
    std::string_view id = {};    // of its button, hence reserved; empty where only a key does it
    std::string_view part = {};  // the style's word for the button
    Modes modes = in_any;
    Bars bars = no_bar;
    Word text = nullptr;                                  // on the button
    std::string (*text_now)(const Situation&) = nullptr;  // in its place where it changes
    Word label = nullptr;                                 // the button's name where its text is a sign or none
    // As KeyboardEvent.key names them, but Space, with blanks between; letters small, and first the one that is hinted
    // at.
    std::string_view keys = {};                      // in the page
    std::string_view talk_keys = {};                 // in a talk, where single characters can be turned off
    bool hints_key = false;                          // on the button in the page; a talk's buttons always do
    std::string_view talk_hint = {};                 // a key that does this among other things
    bool (*is_offered)(const Situation&) = nullptr;  // where its modes are not all it takes
    bool (*is_enabled)(const Situation&) =
        nullptr;  // where its button can be greyed; the key says why nothing comes of it
    bool (*is_pressed)(const Situation&) = nullptr;   // of a switch
    bool (*is_expanded)(const Situation&) = nullptr;  // of what folds and unfolds
    std::vector<Action> (*act)(const Situation&) = nullptr;
};

std::span<const Command> all_commands();

bool is_offered(const Command& command, const Situation& now);

// The one that a pressed button or key means now; null where none does.
const Command* find_command(const Situation& now, std::string_view id);
const Command* find_command_of_key(const Situation& now, std::string_view key);

// The key to be named on the command's button, as readers call it; empty for none.
std::string key_hint_of(const Command& command, const Situation& now);

}  // namespace throughline
