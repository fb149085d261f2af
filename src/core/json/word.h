// What stands without quotes in a broken JSON file: numbers, true, false and null in whatever spelling, and words that
// lack them.
#pragma once

#include "core/json/json.h"
#include "core/json/scan.h"
#include "core/json/text.h"

#include <string>

namespace throughline {

// Both begin where the scan stands and leave it behind what they have read.
std::string read_bare_name(JsonScan& scan);
void read_bare_value(JsonScan& scan, JsonValue& value, Place place);

}  // namespace throughline
