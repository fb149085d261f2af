// See scan.h.
#include "core/json/scan.h"

#include "core/base/characters.h"

#include <algorithm>

namespace throughline {

bool JsonScan::starts_comment(std::size_t from) const {
    if (from >= text.size()) return false;
    return text[from] == '#' ||
           (text[from] == '/' && from + 1 < text.size() && (text[from + 1] == '/' || text[from + 1] == '*'));
}

std::size_t JsonScan::line_end_from(std::size_t from) {
    if (from < line_end_ && from >= line_end_from_) return line_end_;
    line_end_from_ = from;
    line_end_ = std::min(text.find_first_of("\r\n", from), text.size());
    return line_end_;
}

std::size_t JsonScan::quote_from(std::size_t from) {
    if (from <= quote_ && from >= quote_from_) return quote_;
    quote_from_ = from;
    quote_ = std::min(text.find('"', from), text.size());
    return quote_;
}

std::size_t JsonScan::plain_space_end(std::size_t from) const {
    while (from < text.size() && is_space(text[from])) ++from;
    return from;
}

bool JsonScan::has_line_end(std::size_t from, std::size_t to) const {
    for (; from < to; ++from) {
        if (is_line_end(text[from])) return true;
    }
    return false;
}

void JsonScan::skip_comment() {
    add(at, "a comment stands here, and JSON has none; remove it");
    if (text[at] == '/' && text[at + 1] == '*') {
        const std::size_t end = text.find("*/", at + 2);
        at = end == std::string_view::npos ? text.size() : end + 2;
    } else {
        at = line_end_from(at);
    }
}

// One mistake a run.
bool JsonScan::skip_unseen() {
    const std::size_t start = at;
    char32_t first = 0;
    while (!is_end()) {
        std::size_t end = at;
        const char32_t c = decode_utf8(text, end);
        if (unseen_name(c).empty() || is_space(text[at])) break;
        if (at == start) first = c;
        at = end;
    }
    if (at == start) return false;
    add_text(start, [first] {
        return "a character that nobody sees stands here: " + std::string(unseen_name(first)) + " (" + code_of(first) +
               "); delete it, or type the spaces here anew";
    });
    return true;
}

void JsonScan::skip_space() {
    for (;;) {
        at = plain_space_end(at);
        if (starts_comment(at)) {
            skip_comment();
        } else if (is_end() || !skip_unseen()) {
            return;
        }
    }
}

bool JsonScan::is_name_ahead(std::size_t from) const {
    const Mark open_mark = mark_at(text, from);
    if (!is_quote(open_mark)) return false;
    std::size_t end = from + open_mark.length;
    const std::size_t most = std::min(text.size(), end + 64);
    while (end < most && !is_line_end(text[end])) {
        const Mark mark = mark_at(text, end);
        end += mark.length;
        if (mark.meant == open_mark.meant) return mark_at(text, plain_space_end(end)).meant == ':';
    }
    return false;
}

bool JsonScan::members_follow(std::size_t from) const {
    from = plain_space_end(from);
    if (mark_at(text, from).meant == ',') from = plain_space_end(from + mark_at(text, from).length);
    return is_name_ahead(from);
}

bool JsonScan::is_unseen_ahead(std::size_t from) const {
    std::size_t end = from;
    return !unseen_name(decode_utf8(text, end)).empty();
}

}  // namespace throughline
