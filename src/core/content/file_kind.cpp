// See file_kind.h.
#include "core/content/file_kind.h"

#include "core/base/characters.h"
#include "core/base/suggestion.h"
#include "core/content/rules.h"
#include "core/json/marks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline {
namespace {

constexpr const char* begin_anew =
    "; a content file is JSON: copy examples/night-buses.json and write your own texts into the copy";
constexpr std::size_t looked_at = 4096;  // bytes at the start

struct Kind {
    std::string_view start;
    std::string_view name;
};

// Programs' files, by how they begin.
constexpr std::array<Kind, 14> binary_kinds{{
    {"\x89PNG", "a picture (PNG)"},
    {"\xFF\xD8\xFF", "a picture (JPEG)"},
    {"GIF8", "a picture (GIF)"},
    {"RIFF", "a picture or a sound"},
    {"%PDF", "a PDF"},
    {"{\\rtf", "a text of a word processor (RTF)"},
    {"\xD0\xCF\x11\xE0", "a document of an old office program"},
    {"\x1F\x8B", "a packed file (gzip)"},
    {"7z\xBC\xAF", "a packed file (7-Zip)"},
    {"SQLite", "a database (SQLite)"},
    {"\x7F"
     "ELF",
     "a program"},
    {"MZ", "a program"},
    {"OggS", "a sound"},
    {"ID3", "a sound (MP3)"},
}};

// Texts for other programs, by their first word, in small letters.
constexpr std::array<Kind, 21> text_kinds{{
    {"<!doctype html", "a web page (HTML)"},
    {"<html", "a web page (HTML)"},
    {"<svg", "a picture (SVG)"},
    {"<mxfile", "a diagram of draw.io"},
    {"<mxgraphmodel", "a diagram of draw.io"},
    {"<", "a file of markup (XML)"},
    {"graph ", "a Mermaid or Graphviz diagram"},
    {"graph{", "a Graphviz diagram"},
    {"digraph", "a Graphviz diagram"},
    {"strict ", "a Graphviz diagram"},
    {"flowchart", "a Mermaid diagram"},
    {"mindmap", "a Mermaid diagram"},
    {"sequencediagram", "a Mermaid diagram"},
    {"statediagram", "a Mermaid diagram"},
    {"sankey", "a Mermaid diagram"},
    {"%%", "a Mermaid diagram"},
    {"@start", "a PlantUML diagram"},
    {"# ", "a text in Markdown"},
    {"## ", "a text in Markdown"},
    {"---", "a file in YAML or Markdown"},
    {"// !$*utf8*$!", "a project file of an editor"},
}};

std::string_view line_at(std::string_view bytes, std::size_t at) {
    const std::size_t end = bytes.find_first_of("\r\n", at);
    return bytes.substr(at, end == std::string_view::npos ? end : end - at);
}

std::string small_letters(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return out;
}

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// A packed folder, as the office programs of today write their documents.
std::string_view name_packed(std::string_view bytes) {
    if (bytes.find("word/") != std::string_view::npos) return "a text of a word processor (Word)";
    if (bytes.find("xl/") != std::string_view::npos) return "a spreadsheet (Excel)";
    if (bytes.find("ppt/") != std::string_view::npos) return "slides (PowerPoint)";
    if (bytes.find("opendocument") != std::string_view::npos) return "a document of an office program (OpenDocument)";
    return "a packed folder (ZIP)";
}

// Two bytes a character: every other byte of Latin text is zero.
bool is_utf16(std::string_view bytes) {
    if (starts_with(bytes, "\xFF\xFE") || starts_with(bytes, "\xFE\xFF")) return true;
    if (bytes.size() < 4) return false;
    return (bytes[0] == '\0' && bytes[1] != '\0' && bytes[2] == '\0') ||
           (bytes[0] != '\0' && bytes[1] == '\0' && bytes[2] != '\0' && bytes[3] == '\0');
}

// Two lines with as many separators each, and no mark of JSON.
bool is_table(std::string_view bytes) {
    const std::string_view first = line_at(bytes, 0);
    if (first.find_first_of("{}[]") != std::string_view::npos) return false;
    const std::size_t next = bytes.find_first_not_of("\r\n", first.size());
    if (next == std::string_view::npos) return false;
    const std::string_view second = line_at(bytes, next);
    for (const char separator : {',', ';', '\t'}) {
        const auto count = std::count(first.begin(), first.end(), separator);
        if (count > 0 && std::count(second.begin(), second.end(), separator) >= count) return true;
    }
    return false;
}

// `name: value` without quotes.
bool is_yaml(std::string_view line) {
    const std::size_t colon = line.find(": ");
    const std::size_t end =
        colon == std::string_view::npos && !line.empty() && line.back() == ':' ? line.size() - 1 : colon;
    return end != std::string_view::npos && end > 0 && line.find_first_of("{}[]\"'; ") > end;
}

struct Signature {
    std::array<std::string_view, 2> fields;
    std::string_view name;
};

// Other programs' JSON, by fields of its outermost object; none of them is a field of a content.
constexpr std::array<Signature, 16> signatures{{
    {{"elements", "appState"}, "a drawing of Excalidraw"},
    {{"elements", ""}, "a graph of Cytoscape or a drawing"},
    {{"nodes", "edges"}, "a graph of another program (vis, sigma, Obsidian Canvas …)"},
    {{"cells", ""}, "a diagram of JointJS, or a notebook"},
    {{"type", "features"}, "a map (GeoJSON)"},
    {{"type", "objects"}, "a map (TopoJSON)"},
    {{"$defs", "properties"}, "a JSON schema"},
    {{"definitions", "properties"}, "a JSON schema"},
    {{"dependencies", ""}, "a list of software packages"},
    {{"devDependencies", ""}, "a list of software packages"},
    {{"schemaVersion", "store"}, "a drawing of tldraw"},
    {{"document", "schema"}, "a drawing of tldraw"},
    {{"mark", "encoding"}, "a chart of Vega-Lite"},
    {{"data", "layout"}, "a chart of Plotly"},
    {{"storymap", ""}, "a story of StoryMapJS"},
    {{"events", ""}, "a timeline of TimelineJS"},
}};

bool has(const JsonValue& object, std::string_view field) { return field.empty() || object.find(field) != nullptr; }

// d3 and its relatives call the ends of a link source and target.
bool is_d3(const JsonValue& root) {
    const JsonValue* links = root.find("links");
    return root.find("nodes") != nullptr && links != nullptr && !links->items.empty() &&
           links->items[0].find("source") != nullptr && links->items[0].find("target") != nullptr;
}

}  // namespace

std::string name_other_file(std::string_view bytes) {
    if (is_utf16(bytes)) return "this file is UTF-16; save it anew as UTF-8 (in most editors: Save as, Encoding)";
    const std::string_view start = bytes.substr(0, looked_at);
    if (starts_with(start, "PK\x03\x04")) return "this seems to be " + std::string(name_packed(bytes)) + begin_anew;
    for (const Kind& kind : binary_kinds) {
        if (starts_with(start, kind.start)) return "this seems to be " + std::string(kind.name) + begin_anew;
    }
    const bool has_mark = starts_with(bytes, "\xEF\xBB\xBF");
    const std::size_t at = bytes.find_first_not_of(" \t\r\n", has_mark ? 3 : 0);
    if (at == std::string_view::npos) return {};
    // Bytes that no text has, and many of them.
    const auto odd = std::count_if(start.begin(), start.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && std::string_view("\t\r\n\f").find(c) == std::string_view::npos;
    });
    if (static_cast<std::size_t>(odd) * 20 > start.size())
        return std::string("this is no text at all, but a file of some program") + begin_anew;
    const std::string_view line = line_at(bytes, at);
    const std::string small = small_letters(line.substr(0, 40));
    for (const Kind& kind : text_kinds) {
        if (starts_with(small, kind.start)) return "this seems to be " + std::string(kind.name) + begin_anew;
    }
    const Mark first = mark_at(bytes, at);
    std::size_t after = at;
    const bool is_unseen = !unseen_name(decode_utf8(bytes, after)).empty();
    const bool may_be_json = first.meant == '{' || first.meant == '[' || is_quote(first) || first.meant == '/' ||
                             is_unseen || starts_with(line, "```");
    const bool may_be_table = !may_be_json || (is_quote(first) && line.find("\":") == std::string_view::npos);
    if (may_be_table && is_table(bytes.substr(at))) return std::string("this seems to be a table (CSV)") + begin_anew;
    if (may_be_json) return {};
    if (is_yaml(line)) return std::string("this seems to be YAML") + begin_anew;
    return "this begins with " + quoted(line) +
           ", and a content file is JSON that begins with {; copy examples/night-buses.json and write your own texts "
           "into the copy";
}

std::string name_other_json(const JsonValue& root) {
    if (root.type != JsonValue::Type::Object || root.members.empty()) return {};
    const auto known = std::count_if(content_fields.begin(), content_fields.end(),
                                     [&root](std::string_view field) { return root.find(field) != nullptr; });
    if (known > 3) return {};
    const auto tell = [](std::string_view name) { return "this seems to be " + std::string(name) + begin_anew; };
    if (is_d3(root)) return tell("a graph of another program (d3, Sankey …), whose links say source and target");
    for (const Signature& one : signatures) {
        if (has(root, one.fields[0]) && has(root, one.fields[1])) return tell(one.name);
    }
    // Not one field is ours, nor a slip of one.
    const std::vector<std::string_view> fields(content_fields.begin(), content_fields.end());
    const bool is_slip =
        std::any_of(root.members.begin(),
                    root.members.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(root.members.size(), 32)),
                    [&fields](const JsonValue::Member& member) { return !find_nearest(member.key, fields).empty(); });
    if (known > 0 || is_slip) return {};
    return "this is JSON of another kind: its first field is " + quoted(root.members[0].key) +
           ", and a content has language, title, nodes, links …; copy examples/night-buses.json and write your own "
           "texts into the copy";
}

JsonPart find_json_part(std::string_view bytes) {
    JsonPart part{starts_with(bytes, "\xEF\xBB\xBF") ? 3U : 0U, bytes.size(), false};
    const std::size_t at = bytes.find_first_not_of(" \t\r\n", part.begin);
    if (at == std::string_view::npos || bytes.compare(at, 3, "```") != 0) return part;
    const std::size_t begin = bytes.find_first_of("\r\n", at);
    if (begin == std::string_view::npos) return part;
    const std::size_t end = bytes.rfind("```");
    return {begin, end > begin ? end : bytes.size(), true};
}

}  // namespace throughline
