// The texts of a broken JSON file: where each ends, which no quote tells alone, and what it says.
#pragma once

#include "core/json/scan.h"

#include <cstddef>
#include <string>

namespace throughline {

enum class Place { Name, Member, Item };  // of a text: before a colon, after one, in a list

// Whether a quote that ends at `after` closes its text: what follows tells it.
bool closes_text(JsonScan& scan, std::size_t after, Place place);

// The text whose opening quote the scan stands at. Afterwards it stands behind the closing one, or where that belongs.
std::string read_text(JsonScan& scan, Place place);

// What stands between two offsets, with escapes resolved, and blanks in place of what no text may hold raw.
std::string decode_text(JsonScan& scan, std::size_t start, std::size_t end);

}  // namespace throughline
