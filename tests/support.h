// What the tests share: the shipped contents, one small content, texts that are taken apart, files and goldens.
#pragma once

#include "core/content/content.h"
#include "core/json/mistakes.h"

#include <string>
#include <string_view>

namespace throughline {

// A test's comparisons have their numbers at run time.
template <class Thing>
bool operator==(const Id<Thing>& id, int index) {
    return index < 0 ? id == none : id == Id<Thing>(static_cast<std::size_t>(index));
}

}  // namespace throughline

namespace throughline::testing {

// Fails the test when the file cannot be read.
std::string read_source_file(const std::string& path_from_root);

// What a file holds; fails the test when it has mistakes, and is then the small content.
Content content_of(const std::string& json);

// The one mistake of a file called f, as a line; fails the test when there is another number of them.
std::string only_mistake(const std::string& json);

Content load_brief();
Content load_example();
std::string example_json();

// Five nodes, each in a lane of its own: a -> b -> c, d answers c (inferred), e opposes b; the lanes of a and e share
// the first column. Two steps, a alone and b with c, both with notes. Real input for the real door, so that a test of
// the format and one of the page mean the same nodes.
std::string small_json();
Content small_content();

// Replaces the first `from` of a text; fails the test when there is none.
std::string with(std::string text, std::string_view from, std::string_view to);

bool contains(std::string_view text, std::string_view part);

// How often, without overlap.
int count_of(std::string_view text, std::string_view part);

// Takes the first line off a text and returns it without its end.
std::string_view take_line(std::string_view& text);

// The first three lines that are not the same, each with its number and both sides; nothing if all are.
std::string describe_difference(std::string_view expected, std::string_view got);

// Compares with tests/golden/<name>; what came instead is kept as build/got-<name>. THROUGHLINE_UPDATE_GOLDENS=1 in the
// environment writes the golden anew, natively.
void check_golden(const std::string& name, const std::string& text);

}  // namespace throughline::testing
