// The shared parts themselves; named *_test.cpp so that every test build has them.
#include "support.h"

#include "core/content/parse.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace throughline::testing {
namespace {

std::string path_of(const std::string& path_from_root) {
    return std::string(THROUGHLINE_SOURCE_DIR) + "/" + path_from_root;
}

bool read_file(const std::string& path, std::string& bytes) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return false;
    char buffer[65536];
    for (std::size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;) bytes.append(buffer, count);
    std::fclose(file);
    return true;
}

bool write_file(const std::string& path, const std::string& bytes) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return false;
    const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    return std::fclose(file) == 0 && is_written;
}

Content load(const std::string& path_from_root) {
    ParsedContent parsed = parse_content(read_source_file(path_from_root));
    for (const std::string& line : format_mistakes(path_from_root, parsed.mistakes)) FAIL_CHECK(line);
    return parsed.content ? std::move(*parsed.content) : small_content();
}

}  // namespace

std::string read_source_file(const std::string& path_from_root) {
    std::string bytes;
    CHECK_MESSAGE(read_file(path_of(path_from_root), bytes), path_from_root, " cannot be read");
    return bytes;
}

Content load_brief() { return load("content/brief.json"); }
Content load_example() { return load("content/examples/night-buses.json"); }

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

Content small_content() {
    ParsedContent parsed = parse_content(small_json());
    for (const std::string& line : format_mistakes("small", parsed.mistakes)) FAIL_CHECK(line);
    return std::move(*parsed.content);
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    CHECK_MESSAGE(at != std::string::npos, "nothing to replace: ", std::string(from));
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
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
    const std::string path = path_of("tests/golden/" + name);
    const char* update = std::getenv("THROUGHLINE_UPDATE_GOLDENS");
    if (update != nullptr && std::string_view(update) == "1") {
        CHECK_MESSAGE(write_file(path, text), path, " cannot be written");
        return;
    }
    std::string expected;
    CHECK_MESSAGE(read_file(path, expected), path, " is missing; run with THROUGHLINE_UPDATE_GOLDENS=1");
    if (text == expected) return;
    write_file(path_of("build/got-" + name), text);
    FAIL_CHECK("tests/golden/", name, " is not what came:\n", describe_difference(expected, text),
               "the whole: diff tests/golden/", name, " build/got-", name,
               "\nif the change is meant, run the tests with THROUGHLINE_UPDATE_GOLDENS=1 and read the diff");
}

}  // namespace throughline::testing

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("the small content has what its comment says") {
    const Content content = small_content();
    CHECK(content.nodes.size() == 5);
    CHECK(content.lanes.size() == 5);
    CHECK(content.lanes[0].column == content.lanes[1].column);
    const auto lane_of = [&](const char* id) { return content[content[*content.find_node(id)].lane].id; };
    CHECK(lane_of("a") == "starts");
    CHECK(lane_of("e") == "back");
    std::string links;
    for (const Link& link : content.links) {
        links += content[link.from].id +
                 (link.kind == LinkKind::LeadsTo   ? "->"
                  : link.kind == LinkKind::Answers ? " answers "
                                                   : " opposes ") +
                 content[link.to].id + "\n";
    }
    CHECK(links == "a->b\nb->c\ne opposes b\nd answers c\n");
}

TEST_CASE("a difference between texts is told by line, with both lines, also where one of them has ended") {
    CHECK(describe_difference("one\ntwo\nthree\n", "one\n2\nthree\nfour\n") ==
          "line 2\n  expected: two\n  got:      2\nline 4\n  expected: (the end)\n  got:      four\n");
    CHECK(describe_difference("same\n", "same\n").empty());
    CHECK(describe_difference("a\n\n", "a\n") == "line 2\n  expected: \n  got:      (the end)\n");
}
