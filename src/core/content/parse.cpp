// What kind of file it is, its syntax, its rules, in this order.
#include "core/content/parse.h"

#include "core/base/characters.h"
#include "core/base/suggestion.h"
#include "core/content/file_kind.h"
#include "core/content/reader.h"
#include "core/content/remarks.h"
#include "core/content/rules.h"
#include "core/content/whole.h"
#include "core/json/json.h"
#include "core/json/mistakes.h"
#include "core/json/repair.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace throughline {
namespace {

std::string plural(std::size_t count, std::string_view one) {
    return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

void add_whole(MistakeList& mistakes, std::size_t offset, const std::string& message) {
    mistakes.add(Telling::WholeFile, offset, "", [&message] { return message; });
}

std::string too_large(std::size_t size_bytes) {
    const std::size_t tenths = (size_bytes * 10 + 1024 * 1024 - 1) / (1024 * 1024);
    return "the file is " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
           " MB; the most a content file may have is " + std::to_string(max_content_bytes / (1024 * 1024)) + " MB";
}

// Where the first byte is that no UTF-8 has, and how many there are.
void check_encoding(std::string_view bytes, MistakeList& mistakes) {
    std::size_t first = bytes.size();
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = utf8_length(bytes, at);
        if (length == 0 && count++ == 0) first = at;
        at += std::max<std::size_t>(length, 1);
    }
    if (count == 0) return;
    static constexpr char hex[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(bytes[first]);
    add_whole(
        mistakes, first,
        std::string("this file is not UTF-8 (byte ") + hex[byte >> 4] + hex[byte & 15] + " here" +
            (count > 1 ? ", " + std::to_string(count) + " such bytes in all" : "") +
            "): it was probably saved as Windows-1252; save it anew as UTF-8 (in most editors: Save as, Encoding)");
}

// FNV-1a by Fowler, Noll and Vo, as 16 hexadecimal digits: it tells files apart and protects nothing.
std::string fingerprint_of(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(hash >> shift) & 15U];
    return digits;
}

bool lacks_fields(const JsonValue& root) {
    return std::any_of(required_fields.begin(), required_fields.end(),
                       [&root](std::string_view field) { return root.find(field) == nullptr; });
}

// The tree of the file as it was meant; none where its rules are better not checked.
std::optional<JsonValue> read_tree(std::string_view bytes, MistakeList& mistakes) {
    const JsonPart part = find_json_part(bytes);
    std::optional<JsonValue> root;
    if (!part.is_fenced) root = parse_json(bytes, max_content_depth);
    if (root) return root;
    if (part.is_fenced)
        mistakes.add(Telling::Syntax, bytes.find('`'), "",
                     "the JSON stands in a Markdown fence; remove this line and the ``` at the end");
    RepairedJson repaired = repair_json(bytes, part.begin, part.end, max_content_depth, mistakes);
    if (mistakes.count() == 0)
        mistakes.add(Telling::Syntax, part.begin, "", "this is no JSON; look at its commas, quotes and brackets");
    // What was lost with the rest of the file is no mistake of its own.
    if (!repaired.root || repaired.is_cut || (repaired.ends_early && lacks_fields(*repaired.root))) return std::nullopt;
    return std::move(repaired.root);
}

// What has no node has nothing to show under its title, in whatever form.
void remove_empty_lanes(Content& content) {
    std::vector<bool> has_node(content.lanes.size());
    for (const Node& node : content.nodes) has_node[node.lane.index()] = true;
    std::vector<Lane> lanes;
    std::vector<LaneId> places;
    for (std::size_t i = 0; i < has_node.size(); ++i) {
        places.emplace_back(lanes.size());
        if (has_node[i]) lanes.push_back(std::move(content.lanes[i]));
    }
    for (Node& node : content.nodes) node.lane = places[node.lane.index()];
    content.lanes = std::move(lanes);
}

void check(std::string_view bytes, std::size_t size_bytes, MistakeList& mistakes, ParsedContent& parsed) {
    if (size_bytes > max_content_bytes) return add_whole(mistakes, 0, too_large(size_bytes));
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return add_whole(mistakes, 0, "the file is empty; a content file is one JSON object");
    if (const std::string other = name_other_file(bytes); !other.empty()) return add_whole(mistakes, 0, other);
    check_encoding(bytes, mistakes);
    std::optional<JsonValue> root = read_tree(bytes, mistakes);
    if (!root) return;
    if (const std::string other = name_other_json(*root); !other.empty()) {
        mistakes = MistakeList();  // what is wrong with another program's file is nobody's business here
        return add_whole(mistakes, root->offset, other);
    }
    ReadContent read = read_content(*root, mistakes);
    check_whole(read, *root, bytes, mistakes);
    if (mistakes.count() > 0) return;
    MistakeList remarks;
    remark(read.content, *root, remarks);
    parsed.remarks = {remarks.list(bytes), remarks.count()};
    remove_empty_lanes(read.content);
    std::stable_partition(read.content.links.begin(), read.content.links.end(),
                          [](const Link& link) { return link.basis == Basis::Stated; });
    parsed.content = std::move(read.content);
    parsed.content->fingerprint = fingerprint_of(bytes);
}

}  // namespace

ParsedContent parse_content(std::string_view bytes, std::size_t size_bytes) {
    ParsedContent parsed;
    MistakeList mistakes;
    check(bytes, std::max(size_bytes, bytes.size()), mistakes, parsed);
    parsed.mistakes = {mistakes.list(bytes), mistakes.count()};
    return parsed;
}

std::string format_counts(const Content& content, const Mistakes& remarks) {
    return "no mistakes: " + plural(content.nodes.size(), "card") + ", " + plural(content.links.size(), "link") + ", " +
           plural(content.tour.size(), "step") + ", " + plural(remarks.count, "remark");
}

}  // namespace throughline
