// The small content as its author would write it, and goldens beside the sources that the tests were built from.
#include "support.h"

#include "core/content/parse.h"
#include "files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace throughline::testing {
namespace {

bool write_file(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    return !file.fail();
}

}  // namespace

std::string read_source_file(const std::string& path_from_root) {
    std::optional<std::string> bytes = read_file(source_path(path_from_root));
    CHECK_MESSAGE(bytes.has_value(), path_from_root, " cannot be read");
    return std::move(bytes).value_or("");
}

Content content_of(const std::string& json) {
    ParsedContent parsed = parse_content(json);
    for (const std::string& line : format_mistakes("content", parsed.mistakes)) FAIL_CHECK(line);
    return parsed.content ? std::move(*parsed.content) : small_content();
}

std::string only_mistake(const std::string& json) {
    const ParsedContent parsed = parse_content(json);
    CHECK_FALSE(parsed.content.has_value());
    CHECK(parsed.mistakes.count == 1);
    const std::vector<Mistake>& listed = parsed.mistakes.listed;
    for (std::size_t i = 1; i < listed.size(); ++i) MESSAGE(format_mistake("also", listed[i]));
    return listed.empty() ? "" : format_mistake("f", listed[0]);
}

Content load_brief() { return content_of(read_source_file("content/brief.json")); }
Content load_example() { return content_of(example_json()); }
std::string example_json() { return read_source_file("content/examples/night-buses.json"); }

std::string small_json() {
    return R"({
  "language": "en",
  "title": "A small brief",
  "summary": "Five points.",
  "about": {
    "publisher": "Somebody", "brief": "A brief", "explainer": "An explainer", "content_note": "Nothing hard",
    "exit": { "label": "Leave", "url": "https://example.org/", "limits": "Much" }
  },
  "locators": [ { "id": "p/1", "label": "Page one" }, { "id": "p/2", "label": "Page two" } ],
  "lanes": [
    { "id": "starts", "title": "Starts", "column": 1, "hue": "violet", "shape": "ring" },
    { "id": "back", "title": "Pushes back", "column": 1, "hue": "amber", "shape": "chevron" },
    { "id": "deeds", "title": "Deeds", "column": 2, "hue": "blue", "shape": "square" },
    { "id": "harms", "title": "Harms", "column": 3, "hue": "crimson", "shape": "triangle" },
    { "id": "calls", "title": "Calls", "column": 4, "hue": "green", "shape": "check" }
  ],
  "nodes": [
    { "id": "a", "lane": "starts", "title": "Node a", "text": "Text of a.", "sources": ["p/1"] },
    { "id": "b", "lane": "deeds", "title": "Node b", "text": "Text of b.", "sources": ["p/1"] },
    { "id": "c", "lane": "harms", "title": "Node c", "text": "Text of c.", "sources": ["p/2"] },
    { "id": "d", "lane": "calls", "title": "1 Node d", "text": "Text of d.", "sources": ["p/2"] },
    { "id": "e", "lane": "back", "title": "Node e", "text": "Text of e.", "sources": ["p/2"] }
  ],
  "links": [
    { "from": "a", "to": "b", "kind": "leads_to", "basis": "stated", "sources": ["p/1"] },
    { "from": "b", "to": "c", "kind": "leads_to", "basis": "stated", "sources": ["p/1"] },
    { "from": "e", "to": "b", "kind": "opposes", "basis": "stated", "sources": ["p/2"] },
    { "from": "d", "to": "c", "kind": "answers", "basis": "inferred", "sources": ["p/2"], "why": "Because." }
  ],
  "tour": [
    { "title": "One", "text": "First.", "notes": "Say it.", "focus": ["a"] },
    { "title": "Two", "text": "Second.", "notes": "Say it.", "focus": ["b", "c"] }
  ]
})";
}

Content small_content() { return *parse_content(small_json()).content; }

std::string with(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    CHECK_MESSAGE(at != std::string::npos, "nothing to replace: ", std::string(from));
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

int count_of(std::string_view text, std::string_view part) {
    int count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

std::string describe_difference(std::string_view expected, std::string_view got) {
    constexpr int most_lines = 3;
    std::string out;
    int told = 0;
    for (int line = 1; (!expected.empty() || !got.empty()) && told < most_lines; ++line) {
        const bool is_expected = !expected.empty();
        const bool is_got = !got.empty();
        const std::string_view expected_line = take_line(expected);
        const std::string_view got_line = take_line(got);
        if (is_expected == is_got && expected_line == got_line) continue;
        out += "line " + std::to_string(line) +
               "\n  expected: " + (is_expected ? std::string(expected_line) : "(the end)") +
               "\n  got:      " + (is_got ? std::string(got_line) : "(the end)") + "\n";
        ++told;
    }
    return out;
}

void check_golden(const std::string& name, const std::string& text) {
    const std::string path = source_path("tests/golden/" + name);
    const char* update = std::getenv("THROUGHLINE_UPDATE_GOLDENS");
    if (update != nullptr && std::string_view(update) == "1") {
        CHECK_MESSAGE(write_file(path, text), path, " cannot be written");
        return;
    }
    const std::optional<std::string> expected = read_file(path);
    CHECK_MESSAGE(expected.has_value(), path, " is missing; run with THROUGHLINE_UPDATE_GOLDENS=1");
    if (text == expected) return;
    write_file(source_path("build/got-" + name), text);
    FAIL_CHECK("tests/golden/", name, " is not what came:\n", describe_difference(expected.value_or(""), text),
               "the whole: diff tests/golden/", name, " build/got-", name,
               "\nif the change is meant, run the tests with THROUGHLINE_UPDATE_GOLDENS=1 and read the diff");
}

}  // namespace throughline::testing
