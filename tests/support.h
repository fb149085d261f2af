// What the tests share: the shipped contents, small contents made on the spot, files and goldens.
#pragma once

#include "core/content.h"

#include <string>
#include <string_view>

namespace throughline::testing {

// Fails the test when the file cannot be read.
std::string read_source_file(const std::string& path_from_root);

Content load_brief();
Content load_example();

// Five nodes in four lanes: a -> b -> c answered by d, e opposes b; a and e share the first column.
std::string small_json();
Content small_content();

// Replaces the first `from` of a text; fails the test when there is none.
std::string with(std::string text, std::string_view from, std::string_view to);

// Compares with tests/golden/<name>. THROUGHLINE_UPDATE_GOLDENS=1 in the environment writes the file instead.
void check_golden(const std::string& name, const std::string& text);

}  // namespace throughline::testing
