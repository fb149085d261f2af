// What a file seems to be that is no content: one mistake of the whole file, in plain words, that says what to do.
#include "core/content/content.h"
#include "core/content/parse.h"
#include "core/json/mistakes.h"

#include "support.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;
using namespace std::string_literals;

TEST_CASE("a file of another program is one mistake that says what it seems to be") {
    struct File {
        std::string bytes;
        std::string kind;
    };
    const std::vector<File> files{
        {"a,b,c\n1,2,3\n4,5,6\n", "a table (CSV)"},
        {"flowchart LR\n  a --> b\n", "a Mermaid diagram"},
        {"# Title\n\nSome words.\n", "a text in Markdown"},
        {"PK\x03\x04....[Content_Types].xml word/document.xml", "a word processor"},
        {"PK\x03\x04....[Content_Types].xml xl/workbook.xml", "Excel"},
        {"\x89PNG\r\n\x1A\n....", "a picture (PNG)"},
        {"%PDF-1.4\n", "a PDF"},
        {"<!doctype html><html></html>", "a web page (HTML)"},
        {"\xFF\xFE{\0\"\0a\0"s, "UTF-16"},
        {"{\0\"\0a\0\"\0:\0"s, "UTF-16"},
        {R"({"nodes": [{"data": {"id": "a"}}], "edges": []})", "a graph of another program"},
    };
    for (const File& file : files) {
        const ParsedContent parsed = parse_content(file.bytes);
        CHECK_FALSE(parsed.content.has_value());
        CHECK_MESSAGE(parsed.mistakes.count == 1, file.kind);
        if (parsed.mistakes.listed.empty()) continue;
        const Mistake& mistake = parsed.mistakes.listed[0];
        CHECK_MESSAGE(contains(mistake.message, file.kind), mistake.message);
        CHECK(mistake.line == 1);
        const bool says_what_to_do =
            contains(mistake.message, "copy examples/") || contains(mistake.message, "save it");
        CHECK_MESSAGE(says_what_to_do, mistake.message);
    }
}
