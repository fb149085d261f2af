// What the author of a broken JSON file most likely meant: the tree without its mistakes of syntax, and each of those
// in plain words at the place where it is to be mended. For files that nlohmann_json refuses; of one that it takes, the
// tree is the same.
#pragma once

#include "core/json/json.h"
#include "core/json/mistakes.h"

#include <optional>
#include <string_view>

namespace throughline {

struct RepairedJson {
    std::optional<JsonValue> root;  // none where nothing could be read, or values are nested too deep
    bool ends_early = false;        // with something open
    bool is_cut = false;            // in the middle of a value, so that what it lacks may have been lost
};

// One walk over the bytes from `begin` to `end`. Offsets count from the start of `bytes`.
[[nodiscard]] RepairedJson repair_json(std::string_view bytes, std::size_t begin, std::size_t end, int max_depth,
                                       MistakeList& mistakes);

}  // namespace throughline
