// What a file seems to be that is no content: told in one sentence each, with what to do. It judges by the first bytes
// and by the names of the fields; it reads no other format.
#pragma once

#include "core/json/json.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace throughline {

// Empty where the bytes may be JSON in UTF-8.
std::string name_other_file(std::string_view bytes);

// Empty where the value may be meant as a content.
std::string name_other_json(const JsonValue& root);

// The part of a file that is JSON: all of it, or what stands within a Markdown fence.
struct JsonPart {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_fenced = false;
};
JsonPart find_json_part(std::string_view bytes);

}  // namespace throughline
