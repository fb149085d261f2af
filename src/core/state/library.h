// The contents there are to choose from, and which of them is shown.
#pragma once

#include "core/brief/brief.h"

#include <cstddef>
#include <string>
#include <vector>

namespace throughline {

struct Edition {
    BriefPtr brief;
    std::string file_name;  // empty: the page came with it
    friend bool operator==(const Edition&, const Edition&) = default;
};

// Of a session it is never empty.
struct Library {
    std::vector<Edition>
        editions;  // each in a language of its own, the one the page came with first, or what replaced it
    std::size_t shown = 0;
    std::vector<Edition> arrived;  // they take the place of what somebody still reads
    BriefPtr put_away;  // what there was while something is waited for; nothing of it can be shown by any way

    const BriefPtr& brief() const { return editions[shown].brief; }
    friend bool operator==(const Library&, const Library&) = default;
};

Library library_of(Content content);

// In place of the edition in the same language, or where `order`, the kiosk's own, has its file: whichever is read
// first, those that the page came with stand before. The one that is shown stays that.
void place_edition(Library& library, Edition edition, const std::vector<std::string>& order);

// What has arrived takes its place, and the first edition is shown.
void place_arrived(Library& library, const std::vector<std::string>& order);

// An empty content in its place, until it is taken back or replaced.
void put_content_away(Library& library);
void take_content_back(Library& library);

}  // namespace throughline
