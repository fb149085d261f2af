// What was last done that is said aloud, in the page's one polite live region. A value: view puts it into words, in the
// language that is on the screen.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

namespace throughline {

// What the rest of the state tells is not told again here: View is where the reader is now (a card, a step, the closing
// step, the whole), LookedAt the link that is looked at, Extent, TextSize, Spot and Auto what they have come to.
enum class Saying {
    Nothing,
    View,
    LookedAt,
    NoLinkOut,
    NoLinkIn,
    Extent,
    Awaited,
    LinkCopied,
    LinkShown,
    TalkEnded,
    Blank,
    TextSize,
    Spot,
    Jump,
    Auto,
    NoWindow,
    Woken,
};

// All of the files that were dropped together, since the last thing said is the one that is heard.
struct SaidFiles {
    std::string opened;        // empty: none
    std::size_t refused = 0;   // how many
    std::string refused_file;  // the first of them
    std::size_t mistakes = 0;  // in it; 0: another one was opened
    friend bool operator==(const SaidFiles&, const SaidFiles&) = default;
};

// A kiosk's question. Said once; the seconds that pass are only to be seen.
struct SaidStillThere {
    int secs_left = 0;
    friend bool operator==(const SaidStillThere&, const SaidStillThere&) = default;
};

using Said = std::variant<Saying, SaidFiles, SaidStillThere>;

}  // namespace throughline
