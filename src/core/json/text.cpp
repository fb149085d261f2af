// See text.h. A quote within a text, a text without a quote and a quote of another kind look alike: `closes` tells
// them apart.
#include "core/json/text.h"

#include "core/base/characters.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace throughline {
namespace {

using Text = std::string;

void append_utf8(Text& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

class TextReader {
public:
    explicit TextReader(JsonScan& scan) : scan_(scan) {}

    // Whether a quote that ends at `after` closes its text.
    bool closes(std::size_t after, Place place) {
        std::size_t at = scan_.plain_space_end(after);
        const bool is_new_line = scan_.has_line_end(after, at);
        const Mark next = mark_at(scan_.text, at);
        if (at >= scan_.text.size() || next.meant == '}' || next.meant == ']' || scan_.starts_comment(at)) return true;
        // No name holds a quote, so what stands behind a blank is a value that has lost its colon.
        if (place == Place::Name && (next.meant == ':' || next.meant == '{' || next.meant == '[' || at > after)) {
            return true;
        }
        if (is_new_line) return true;
        if (next.meant == ':') return place == Place::Item;
        if (next.meant == ',') {
            const std::size_t comma_end = at + next.length;
            at = scan_.plain_space_end(comma_end);
            if (at >= scan_.text.size() || scan_.has_line_end(comma_end, at) || scan_.starts_comment(at)) return true;
            const Mark mark = mark_at(scan_.text, at);
            if (scan_.is_unseen_ahead(at)) return true;
            if (is_quote(mark) || Text("}]{[,").find(mark.meant) != Text::npos) return true;
            std::size_t end = at;
            while (end < scan_.text.size() && end < at + 64 && is_word(scan_.text[end])) ++end;
            const Mark behind = mark_at(scan_.text, scan_.plain_space_end(end));
            if (place == Place::Item) return end > at && (behind.meant == ',' || behind.meant == ']');
            return end > at && (behind.meant == ':' || behind.meant == '"');
        }
        // A next text without a comma or a colon between; but two quotes side by side stand within one.
        if (next.meant == '"' && next.name.empty()) return at > after;
        return scan_.is_unseen_ahead(at);
    }

    Text read(Place place) {
        const Mark open = scan_.here();
        const std::size_t start = scan_.at;
        const std::size_t mistakes_before = scan_.mistake_count();
        scan_.at += open.length;
        const std::size_t from = scan_.at;
        const Ends ends = find_ends(open, place);
        const bool is_told = scan_.mistake_count() > mistakes_before;
        if (!open.name.empty() && !is_told) add_stand_ins(start, open, ends.end);
        scan_.at = scan_.last_end = ends.after;
        return decode(from, ends.end);
    }

    // The words between the quotes, with blanks in place of what no text may hold raw.
    Text decode(std::size_t start, std::size_t end) {
        Text out;
        for (std::size_t at = start; at < end;) {
            const auto byte = static_cast<unsigned char>(scan_.text[at]);
            const std::size_t length = utf8_length(scan_.text, at);
            if (byte == '\\') {
                at = decode_escape(at, end, out);
            } else if (byte < 0x20) {
                if (is_line_end(scan_.text[at])) {
                    scan_.add(at, "a line break stands within a text; write the text on one line");
                } else {
                    scan_.add_text(at, [byte] {
                        return "a " + Text(unseen_name(byte)) + " (" + code_of(byte) +
                               ") stands within a text; use plain spaces";
                    });
                }
                const std::size_t next = is_line_end(scan_.text[at]) ? scan_.plain_space_end(at) : at + 1;
                at = std::min(next, end);
                out += ' ';
            } else if (length == 0) {
                // The encoding is a mistake of the whole file.
                append_utf8(out, 0xFFFD);
                ++at;
            } else {
                out.append(scan_.text.substr(at, length));
                at += length;
            }
        }
        return out;
    }

private:
    struct Ends {
        std::size_t end = 0;    // of the words
        std::size_t after = 0;  // of the closing quote
    };

    // Blanks, commas and closing brackets at the end of a line that has lost its quote belong to the file, not to the
    // text, as far as the brackets match what is open.
    std::size_t words_end(std::size_t start, std::size_t line_end) const {
        std::size_t end = line_end;
        while (end > start && (is_blank(scan_.text[end - 1]) || Text(",;}]").find(scan_.text[end - 1]) != Text::npos)) {
            --end;
        }
        std::size_t depth = scan_.open.size();
        for (std::size_t at = end; at < line_end; ++at) {
            if (scan_.text[at] != '}' && scan_.text[at] != ']') continue;
            if (depth == 0 || scan_.open[--depth] != scan_.text[at]) {
                end = line_end;
                while (end > start && is_blank(scan_.text[end - 1])) --end;
                if (end > start && scan_.text[end - 1] == ',') --end;
                return end;
            }
        }
        return end;
    }

    // A quote of another kind just before `end`: its start, or `end` where there is none.
    std::size_t quote_before(std::size_t start, std::size_t end) const {
        for (std::size_t length = 1; length <= 3 && end >= start + length; ++length) {
            const Mark mark = mark_at(scan_.text, end - length);
            if (mark.meant == '"' && mark.length == length) return end - length;
        }
        return end;
    }

    // The line is over, and no quote has closed the text that began at `start`.
    bool ends_with_line(std::size_t start, std::size_t line_end, const Mark& open, Ends& ends) {
        const std::size_t end = words_end(start, line_end);
        const std::size_t quote = quote_before(start, end);
        if (quote < end) {
            ends = {quote, end};
            add_stand_in(quote, mark_at(scan_.text, quote));
            return true;
        }
        const std::size_t next = scan_.plain_space_end(line_end);
        const Mark mark = mark_at(scan_.text, next);
        const bool goes_on = next < scan_.text.size() && !is_quote(mark) && Text("{}[]").find(mark.meant) == Text::npos;
        if (goes_on) return false;
        ends = {end, end};
        if (line_end >= scan_.text.size() && scan_.text.substr(end).find_first_of("}]") == Text::npos) {
            scan_.is_cut = scan_.is_text_cut = true;
            scan_.add(end, "the file ends here in the middle of a text; look for its rest");
            return true;
        }
        scan_.add_text(end, [&open] {
            return Text("the closing quote ") + (open.meant == '"' ? "\"" : "'") + " of this text is missing here";
        });
        return true;
    }

    // A quote at `at` that what follows does not let close the text: the text may have ended before it, its own quote
    // lost.
    bool ended_before(std::size_t start, std::size_t at, Place place, Ends& ends) {
        std::size_t end = at;
        while (end > start && is_blank(scan_.text[end - 1])) --end;
        const char last = end > start ? scan_.text[end - 1] : '\0';
        const bool is_name = place == Place::Name && last == ':';
        const bool is_next = last == ',' && (place == Place::Item ? closes_next(at) : scan_.is_name_ahead(at));
        if (!is_name && !is_next) return false;
        --end;
        while (end > start && is_blank(scan_.text[end - 1])) --end;
        const std::size_t quote = quote_before(start, end);
        if (quote < end) {
            add_stand_in(quote, mark_at(scan_.text, quote));
        } else {
            scan_.add(end, "the closing quote \" of this text is missing here");
        }
        ends = {quote, end};
        return true;
    }
    bool closes_next(std::size_t at) {
        const std::size_t next = scan_.quote_from(at + 1);
        return next < scan_.text.size() && next < scan_.line_end_from(at) && closes(next + 1, Place::Item);
    }

    void add_stand_in(std::size_t offset, const Mark& mark) {
        scan_.add_text(offset, [mark] { return "the quote " + Text(mark.name) + stand_in_advice(mark); });
    }
    static Text stand_in_advice(const Mark& mark) {
        const bool is_changed_by_editor = mark.length > 1;
        return Text(" where JSON needs a straight \"; write that") +
               (is_changed_by_editor ? ", and switch off “smart quotes” in your editor: it changes quotes by itself"
                                     : "");
    }

    // From after the opening quote.
    Ends find_ends(const Mark& open, Place place) {
        const std::size_t start = scan_.at;
        std::size_t at = scan_.at;
        while (at < scan_.text.size()) {
            const char c = scan_.text[at];
            if (c == '\\') {
                at += at + 1 < scan_.text.size() && !is_line_end(scan_.text[at + 1]) ? 2 : 1;
                continue;
            }
            Ends ends;
            if (is_line_end(c)) {
                if (ends_with_line(start, at, open, ends)) return ends;
                at = scan_.plain_space_end(at);
                continue;
            }
            const Mark mark = mark_at(scan_.text, at);
            const bool may_close = mark.meant == open.meant && (open.name.empty() ? mark.name.empty() : true);
            if (may_close && closes(at + mark.length, place)) return {at, at + mark.length};
            if (may_close && ended_before(start, at, place, ends)) return ends;
            if (may_close && mark.name.empty()) {
                scan_.add(at, "a straight \" within a text ends it; write “ or ” in its place, or \\\"");
            }
            at += mark.length;
        }
        Ends ends;
        if (ends_with_line(start, scan_.text.size(), open, ends)) return ends;
        return {scan_.text.size(), scan_.text.size()};
    }

    // Four hexadecimal digits, or nothing.
    std::optional<char32_t> hex_at(std::size_t at, std::size_t end) const {
        if (at + 4 > end) return std::nullopt;
        char32_t code = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            const char c = scan_.text[i];
            const char low = static_cast<char>(c | 0x20);
            if (!is_digit(c) && (low < 'a' || low > 'f')) return std::nullopt;
            code = code * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : low - 'a' + 10);
        }
        return code;
    }

    std::size_t decode_escape(std::size_t at, std::size_t end, Text& out) {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        const char letter = at + 1 < end ? scan_.text[at + 1] : '\0';
        const std::size_t known = at + 1 < end ? letters.find(letter) : std::string_view::npos;
        if (known != std::string_view::npos) {
            out += meant[known];
            return at + 2;
        }
        const std::optional<char32_t> code = letter == 'u' ? hex_at(at + 2, end) : std::nullopt;
        if (!code) {
            scan_.add(at,
                      "a backslash stands here that means nothing in JSON; write \\\\ for a backslash, or remove it");
            return at + 1;
        }
        const bool is_first = *code >= 0xD800 && *code < 0xDC00;
        if (!is_first && (*code < 0xDC00 || *code > 0xDFFF)) {
            append_utf8(out, *code);
            return at + 6;
        }
        const bool has_second = is_first && at + 7 < end && scan_.text[at + 6] == '\\' && scan_.text[at + 7] == 'u';
        const std::optional<char32_t> second = has_second ? hex_at(at + 8, end) : std::nullopt;
        if (second && *second >= 0xDC00 && *second <= 0xDFFF) {
            append_utf8(out, 0x10000 + ((*code - 0xD800) << 10) + (*second - 0xDC00));
            return at + 12;
        }
        scan_.add(at, "this escape is half a character; write the character itself");
        append_utf8(out, 0xFFFD);
        return at + 6;
    }

    // One mistake for both quotes of a text.
    void add_stand_ins(std::size_t start, const Mark& open, std::size_t closing) {
        const Mark close = mark_at(scan_.text, closing);
        if (close.name.empty() || close.name == open.name) return add_stand_in(start, open);
        scan_.add_text(start, [open, close] {
            return "the quotes " + Text(open.name) + " and " + Text(close.name) + stand_in_advice(open);
        });
    }

    JsonScan& scan_;
};

}  // namespace

bool closes_text(JsonScan& scan, std::size_t after, Place place) { return TextReader(scan).closes(after, place); }
std::string read_text(JsonScan& scan, Place place) { return TextReader(scan).read(place); }
std::string decode_text(JsonScan& scan, std::size_t start, std::size_t end) {
    return TextReader(scan).decode(start, end);
}

}  // namespace throughline
