// A recursive descent over JSON that never gives up: where a mark is missing it goes on as if it stood there, where one is too
// many it passes over it. `closes_text` is the heart of it: whether a quote ends a text is told by what follows.
#include "core/json_repair.h"

#include "core/characters.h"
#include "core/json_marks.h"
#include "core/suggestion.h"
#include "core/text_metrics.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace throughline {
namespace {

using Type = JsonValue::Type;
using Text = std::string;

enum class Place { Name, Member, Item };  // of a text: before a colon, after one, in a list

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || is_line_end(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || (static_cast<unsigned char>(c) & 0x80) != 0; }
bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '-'; }

// As RFC 8259 writes one.
bool is_json_number(std::string_view text) {
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t before = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        return at > before;
    };
    if (at < text.size() && text[at] == '-') ++at;
    const bool has_zero = at < text.size() && text[at] == '0';
    if (has_zero ? (++at, false) : !digits()) return false;
    if (at < text.size() && text[at] == '.' && (++at, !digits())) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        if (!digits()) return false;
    }
    return at == text.size();
}

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

class Repairer {
public:
    Repairer(std::string_view bytes, std::size_t begin, std::size_t end, int max_depth, MistakeList& mistakes)
        : text_(bytes.substr(0, end)), at_(begin), max_depth_(max_depth), mistakes_(mistakes) {}

    RepairedJson read() {
        RepairedJson repaired;
        skip_space();
        if (is_end()) return repaired;
        JsonValue root;
        const bool lacks_opening = is_quote(mark_at(text_, at_)) && is_name_ahead(at_);
        if (lacks_opening) add(at_, "the { that opens the content is missing; write it here");
        if (lacks_opening) {
            read_object(root, Opening::Missing);
        } else {
            read_value(root, Place::Item);
        }
        if (is_too_deep_) return repaired;
        skip_space();
        if (at_ < text_.size()) add(at_, "something stands after the end of the content; remove it");
        repaired.root = std::move(root);
        repaired.is_cut = is_cut_;
        repaired.ends_early = ends_early_;
        return repaired;
    }

private:
    enum class Opening { There, Missing };

    void add(std::size_t offset, const char* message) { mistakes_.add(Telling::Syntax, offset, "", message); }
    template <class Say>
    void add_text(std::size_t offset, Say say) {
        mistakes_.add(Telling::Syntax, offset, "", say);
    }

    bool is_end() const { return at_ >= text_.size(); }
    Mark here() const { return mark_at(text_, at_); }
    bool starts_comment(std::size_t at) const {
        return at < text_.size() && (text_[at] == '#' || (text_[at] == '/' && at + 1 < text_.size() && (text_[at + 1] == '/' || text_[at + 1] == '*')));
    }

    std::size_t line_end_from(std::size_t at) {
        if (at < line_end_ && at >= line_end_from_) return line_end_;
        line_end_from_ = at;
        line_end_ = std::min(text_.find_first_of("\r\n", at), text_.size());
        return line_end_;
    }
    std::size_t quote_from(std::size_t at) {
        if (at <= quote_ && at >= quote_from_) return quote_;
        quote_from_ = at;
        quote_ = std::min(text_.find('"', at), text_.size());
        return quote_;
    }

    std::size_t plain_space_end(std::size_t at) const {
        while (at < text_.size() && is_space(text_[at])) ++at;
        return at;
    }
    bool has_line_end(std::size_t from, std::size_t to) const {
        for (; from < to; ++from) {
            if (is_line_end(text_[from])) return true;
        }
        return false;
    }

    // ---- Between the values.
    void skip_comment() {
        add(at_, "a comment stands here, and JSON has none; remove it");
        if (text_[at_] == '/' && text_[at_ + 1] == '*') {
            const std::size_t end = text_.find("*/", at_ + 2);
            at_ = end == Text::npos ? text_.size() : end + 2;
        } else {
            at_ = line_end_from(at_);
        }
    }

    // Unseen characters between the values: one mistake a run.
    bool skip_unseen() {
        const std::size_t start = at_;
        char32_t first = 0;
        while (!is_end()) {
            std::size_t end = at_;
            const char32_t c = decode_utf8(text_, end);
            if (unseen_name(c).empty() || is_space(text_[at_])) break;
            if (at_ == start) first = c;
            at_ = end;
        }
        if (at_ == start) return false;
        add_text(start, [first] {
            return "a character that nobody sees stands here: " + Text(unseen_name(first)) + " (" + code_of(first) + "); delete it, or type the spaces here anew";
        });
        return true;
    }

    void skip_space() {
        for (;;) {
            at_ = plain_space_end(at_);
            if (starts_comment(at_)) {
                skip_comment();
            } else if (is_end() || !skip_unseen()) {
                return;
            }
        }
    }

    // ---- Looking ahead, past plain spaces only.
    // A text and a colon: the name of a member.
    bool is_name_ahead(std::size_t at) {
        const Mark open = mark_at(text_, at);
        if (!is_quote(open)) return false;
        std::size_t end = at + open.length;
        const std::size_t most = std::min(text_.size(), end + 64);
        while (end < most && !is_line_end(text_[end])) {
            const Mark mark = mark_at(text_, end);
            end += mark.length;
            if (mark.meant == open.meant) return mark_at(text_, plain_space_end(end)).meant == ':';
        }
        return false;
    }

    // After a closing bracket of the outermost object: more of its members.
    bool members_follow(std::size_t at) {
        at = plain_space_end(at);
        if (mark_at(text_, at).meant == ',') at = plain_space_end(at + mark_at(text_, at).length);
        return is_name_ahead(at);
    }

    // Whether a quote that ends at `after` closes its text.
    bool closes_text(std::size_t after, Place place) {
        std::size_t at = plain_space_end(after);
        const bool is_new_line = has_line_end(after, at);
        const Mark next = mark_at(text_, at);
        if (at >= text_.size() || next.meant == '}' || next.meant == ']' || starts_comment(at)) return true;
        // No name holds a quote, so what stands behind a blank is a value that has lost its colon.
        if (place == Place::Name && (next.meant == ':' || next.meant == '{' || next.meant == '[' || at > after)) return true;
        if (is_new_line) return true;
        if (next.meant == ':') return place == Place::Item;
        if (next.meant == ',') {
            const std::size_t comma_end = at + next.length;
            at = plain_space_end(comma_end);
            if (at >= text_.size() || has_line_end(comma_end, at) || starts_comment(at)) return true;
            const Mark mark = mark_at(text_, at);
            if (unseen_ahead(at)) return true;
            if (is_quote(mark) || Text("}]{[,").find(mark.meant) != Text::npos) return true;
            std::size_t end = at;
            while (end < text_.size() && end < at + 64 && is_word(text_[end])) ++end;
            const Mark behind = mark_at(text_, plain_space_end(end));
            if (place == Place::Item) return end > at && (behind.meant == ',' || behind.meant == ']');
            return end > at && (behind.meant == ':' || behind.meant == '"');
        }
        // A next text without a comma or a colon between; but two quotes side by side stand within one.
        if (next.meant == '"' && next.name.empty()) return at > after;
        return unseen_ahead(at);
    }
    bool unseen_ahead(std::size_t at) const {
        std::size_t end = at;
        return !unseen_name(decode_utf8(text_, end)).empty();
    }

    // ---- Texts.
    struct Ends {
        std::size_t end = 0;    // of the words
        std::size_t after = 0;  // of the closing quote
    };

    // Blanks, commas and closing brackets at the end of a line that has lost its quote belong to the file, not to the text, as
    // far as the brackets match what is open.
    std::size_t words_end(std::size_t start, std::size_t line_end) const {
        std::size_t end = line_end;
        while (end > start && (is_blank(text_[end - 1]) || Text(",;}]").find(text_[end - 1]) != Text::npos)) --end;
        std::size_t depth = open_.size();
        for (std::size_t at = end; at < line_end; ++at) {
            if (text_[at] != '}' && text_[at] != ']') continue;
            if (depth == 0 || open_[--depth] != text_[at]) {
                end = line_end;
                while (end > start && is_blank(text_[end - 1])) --end;
                if (end > start && text_[end - 1] == ',') --end;
                return end;
            }
        }
        return end;
    }

    // A quote of another kind just before `end`: its start, or `end` where there is none.
    std::size_t quote_before(std::size_t start, std::size_t end) const {
        for (std::size_t length = 1; length <= 3 && end >= start + length; ++length) {
            const Mark mark = mark_at(text_, end - length);
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
            add_stand_in(quote, mark_at(text_, quote));
            return true;
        }
        const std::size_t next = plain_space_end(line_end);
        const Mark mark = mark_at(text_, next);
        const bool goes_on = next < text_.size() && !is_quote(mark) && Text("{}[]").find(mark.meant) == Text::npos;
        if (goes_on) return false;
        ends = {end, end};
        if (line_end >= text_.size() && text_.substr(end).find_first_of("}]") == Text::npos) {
            is_cut_ = is_text_cut_ = true;
            add(end, "the file ends here in the middle of a text; look for its rest");
            return true;
        }
        add_text(end, [&open] { return Text("the closing quote ") + (open.meant == '"' ? "\"" : "'") + " of this text is missing here"; });
        return true;
    }

    // A quote at `at` that what follows does not let close the text: the text may have ended before it, its own quote lost.
    bool ended_before(std::size_t start, std::size_t at, Place place, Ends& ends) {
        std::size_t end = at;
        while (end > start && is_blank(text_[end - 1])) --end;
        const char last = end > start ? text_[end - 1] : '\0';
        const bool is_name = place == Place::Name && last == ':';
        const bool is_next = last == ',' && (place == Place::Item ? closes_next(at) : is_name_ahead(at));
        if (!is_name && !is_next) return false;
        --end;
        while (end > start && is_blank(text_[end - 1])) --end;
        const std::size_t quote = quote_before(start, end);
        if (quote < end) {
            add_stand_in(quote, mark_at(text_, quote));
        } else {
            add(end, "the closing quote \" of this text is missing here");
        }
        ends = {quote, end};
        return true;
    }
    bool closes_next(std::size_t at) {
        const std::size_t next = quote_from(at + 1);
        return next < text_.size() && next < line_end_from(at) && closes_text(next + 1, Place::Item);
    }

    void add_stand_in(std::size_t offset, const Mark& mark) {
        add_text(offset, [mark] { return "the quote " + Text(mark.name) + stand_in_advice(mark); });
    }
    static Text stand_in_advice(const Mark& mark) {
        const bool is_changed_by_editor = mark.length > 1;
        return Text(" where JSON needs a straight \"; write that") +
               (is_changed_by_editor ? ", and switch off “smart quotes” in your editor: it changes quotes by itself" : "");
    }

    // From after the opening quote.
    Ends find_ends(const Mark& open, Place place) {
        const std::size_t start = at_;
        std::size_t at = at_;
        while (at < text_.size()) {
            const char c = text_[at];
            if (c == '\\') {
                at += at + 1 < text_.size() && !is_line_end(text_[at + 1]) ? 2 : 1;
                continue;
            }
            Ends ends;
            if (is_line_end(c)) {
                if (ends_with_line(start, at, open, ends)) return ends;
                at = plain_space_end(at);
                continue;
            }
            const Mark mark = mark_at(text_, at);
            const bool may_close = mark.meant == open.meant && (open.name.empty() ? mark.name.empty() : true);
            if (may_close && closes_text(at + mark.length, place)) return {at, at + mark.length};
            if (may_close && ended_before(start, at, place, ends)) return ends;
            if (may_close && mark.name.empty()) add(at, "a straight \" within a text ends it; write “ or ” in its place, or \\\"");
            at += mark.length;
        }
        Ends ends;
        if (ends_with_line(start, text_.size(), open, ends)) return ends;
        return {text_.size(), text_.size()};
    }

    // Four hexadecimal digits, or nothing.
    std::optional<char32_t> hex_at(std::size_t at, std::size_t end) const {
        if (at + 4 > end) return std::nullopt;
        char32_t code = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            const char c = text_[i];
            const char low = static_cast<char>(c | 0x20);
            if (!is_digit(c) && (low < 'a' || low > 'f')) return std::nullopt;
            code = code * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : low - 'a' + 10);
        }
        return code;
    }

    std::size_t decode_escape(std::size_t at, std::size_t end, Text& out) {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        const char letter = at + 1 < end ? text_[at + 1] : '\0';
        const std::size_t known = at + 1 < end ? letters.find(letter) : std::string_view::npos;
        if (known != std::string_view::npos) {
            out += meant[known];
            return at + 2;
        }
        const std::optional<char32_t> code = letter == 'u' ? hex_at(at + 2, end) : std::nullopt;
        if (!code) {
            add(at, "a backslash stands here that means nothing in JSON; write \\\\ for a backslash, or remove it");
            return at + 1;
        }
        const bool is_first = *code >= 0xD800 && *code < 0xDC00;
        if (!is_first && (*code < 0xDC00 || *code > 0xDFFF)) {
            append_utf8(out, *code);
            return at + 6;
        }
        const bool has_second = is_first && at + 7 < end && text_[at + 6] == '\\' && text_[at + 7] == 'u';
        const std::optional<char32_t> second = has_second ? hex_at(at + 8, end) : std::nullopt;
        if (second && *second >= 0xDC00 && *second <= 0xDFFF) {
            append_utf8(out, 0x10000 + ((*code - 0xD800) << 10) + (*second - 0xDC00));
            return at + 12;
        }
        add(at, "this escape is half a character; write the character itself");
        append_utf8(out, 0xFFFD);
        return at + 6;
    }

    // The words between the quotes, with blanks in place of what no text may hold raw.
    Text decode(std::size_t start, std::size_t end) {
        Text out;
        for (std::size_t at = start; at < end;) {
            const auto byte = static_cast<unsigned char>(text_[at]);
            const std::size_t length = utf8_length(text_, at);
            if (byte == '\\') {
                at = decode_escape(at, end, out);
            } else if (byte < 0x20) {
                if (is_line_end(text_[at])) {
                    add(at, "a line break stands within a text; write the text on one line");
                } else {
                    add_text(at, [byte] { return "a " + Text(unseen_name(byte)) + " (" + code_of(byte) + ") stands within a text; use plain spaces"; });
                }
                const std::size_t next = is_line_end(text_[at]) ? plain_space_end(at) : at + 1;
                at = std::min(next, end);
                out += ' ';
            } else if (length == 0) {
                // The encoding is a mistake of the whole file.
                append_utf8(out, 0xFFFD);
                ++at;
            } else {
                out.append(text_.substr(at, length));
                at += length;
            }
        }
        return out;
    }

    // One mistake for both quotes of a text.
    void add_stand_ins(std::size_t start, const Mark& open, std::size_t closing) {
        const Mark close = mark_at(text_, closing);
        if (close.name.empty() || close.name == open.name) return add_stand_in(start, open);
        add_text(start, [open, close] { return "the quotes " + Text(open.name) + " and " + Text(close.name) + stand_in_advice(open); });
    }

    Text read_text(Place place) {
        const Mark open = here();
        const std::size_t start = at_;
        const std::size_t mistakes_before = mistakes_.count();
        at_ += open.length;
        const std::size_t from = at_;
        const Ends ends = find_ends(open, place);
        const bool is_told = mistakes_.count() > mistakes_before;
        if (!open.name.empty() && !is_told) add_stand_ins(start, open, ends.end);
        at_ = last_end_ = ends.after;
        return decode(from, ends.end);
    }

    // ---- Words without quotes.
    std::size_t bare_end(Place place) {
        std::size_t end = at_;
        while (end < text_.size() && !is_line_end(text_[end]) && Text(",;{}[]\"").find(text_[end]) == Text::npos) {
            if (place == Place::Name ? !is_word(text_[end]) : starts_comment(end) && is_blank(text_[end - 1])) break;
            end += mark_at(text_, end).length;
        }
        while (end > at_ && is_blank(text_[end - 1])) --end;
        return end;
    }

    Text read_bare_name() {
        const std::size_t start = at_;
        const std::size_t end = std::max(bare_end(Place::Name), at_ + 1);
        const Text name(text_.substr(start, end - start));
        at_ = end;
        if (here().meant == '"') {
            at_ += here().length;
            add(start, "the opening quote \" of this name is missing here");
        } else {
            add_text(start, [name] { return "the name " + quoted(name) + " stands without quotes; write \"" + one_line(name.substr(0, 60)) + "\""; });
        }
        last_end_ = at_;
        return name;
    }

    void read_bare_value(JsonValue& value, Place place) {
        const std::size_t end = std::max(bare_end(place), at_ + mark_at(text_, at_).length);
        const Text word(text_.substr(at_, end - at_));
        const std::size_t quote = quote_from(at_);
        if (!is_json_number(word) && quote < line_end_from(at_) && closes_text(quote + 1, place) && !is_name_ahead(quote)) {
            add(at_, "the opening quote \" of this text is missing here");
            value.type = Type::String;
            value.string = decode(at_, quote);
            at_ = last_end_ = quote + 1;
            return;
        }
        if (end >= text_.size() && !open_.empty()) {
            is_cut_ = true;
            at_ = last_end_ = end;
            return;
        }
        Text small = word;
        for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        const auto literal = [&](Type type, double number, const char* written) {
            value.type = type;
            value.number = number;
            if (word != written) add_text(at_, [word, written] { return quoted(word) + " is not how JSON writes it; write " + written; });
        };
        if (small == "true") {
            literal(Type::Boolean, 1, "true");
        } else if (small == "false") {
            literal(Type::Boolean, 0, "false");
        } else if (small == "null" || small == "none" || small == "undefined" || small == "nil") {
            literal(Type::Null, 0, "null");
        } else if (is_digit(word[0]) || ((word[0] == '-' || word[0] == '+' || word[0] == '.') && word.size() > 1)) {
            read_number(value, word);
        } else {
            value.type = Type::String;
            value.string = decode(at_, end);
            add_text(at_, [word] { return quoted(word) + " stands without quotes; write \"…\" around a text"; });
        }
        at_ = last_end_ = end;
    }

    void read_number(JsonValue& value, const Text& word) {
        value.type = Type::Number;
        value.number = std::strtod(word.c_str(), nullptr);
        if (!is_json_number(word)) {
            add_text(at_, [word] { return quoted(word) + " is no number as JSON writes one: digits, and a point where it has a fraction"; });
        } else if (!std::isfinite(value.number)) {
            add_text(at_, [word] { return "the number " + quoted(word) + " is too large"; });
        }
        if (!std::isfinite(value.number)) value.number = 0;
    }

    // ---- Values.
    void read_value(JsonValue& value, Place place) {
        value.offset = at_;
        const Mark mark = here();
        if (mark.meant == '{') return read_object(value, Opening::There);
        if (mark.meant == '[') return read_list(value);
        if (is_quote(mark)) {
            value.type = Type::String;
            value.string = read_text(place);
            return;
        }
        read_bare_value(value, place);
    }

    bool enter(char closing) {
        if (static_cast<int>(open_.size()) < max_depth_) {
            open_.push_back(closing);
            return true;
        }
        add_text(at_, [this] { return "values are nested deeper than " + std::to_string(max_depth_) + " levels here; a content file needs 4"; });
        is_too_deep_ = true;
        at_ = text_.size();
        return false;
    }

    // The file is over, and brackets are open.
    void end_of_file(bool is_whole_here) {
        const bool lacks_brackets_only = is_whole_here && !is_cut_ && (open_.size() == 1 || (open_.size() == 2 && open_.back() == ']'));
        if (!lacks_brackets_only) is_cut_ = true;
        if (ends_early_) return;
        ends_early_ = true;
        if (is_text_cut_) return;
        Text missing;
        for (auto closing = open_.rbegin(); closing != open_.rend(); ++closing) missing += (missing.empty() ? "" : " ") + Text(1, *closing);
        const bool is_cut = is_cut_;
        add_text(last_end_, [missing, is_cut] {
            return is_cut ? "the file ends here in the middle of something; look for its rest, or close what is open with " + missing : "the file ends here without " + missing + "; add it";
        });
    }

    // After a value: a comma and go on, or a closing bracket, or a comma that is missing. True if a comma stands there.
    bool read_comma() {
        skip_space();
        const Mark mark = here();
        if (mark.meant == ',') {
            if (!mark.name.empty()) add_text(at_, [mark] { return Text(mark.name) + " stands where JSON needs a comma"; });
            comma_at_ = at_;
            at_ += mark.length;
            return true;
        }
        if (is_end() || mark.meant == '}' || mark.meant == ']') return false;
        add(last_end_, "a comma is missing here, after this value");
        return false;
    }

    void close(bool has_comma, const Mark& mark) {
        if (has_comma) add(comma_at_, "this comma has nothing after it; remove it");
        at_ += mark.length;
        last_end_ = at_;
    }

    // An object meets ‘]’. True if the object is over.
    bool meets_bracket_in_object(bool has_comma) {
        const bool is_in_list = open_.size() > 1 && open_[open_.size() - 2] == ']';
        if (is_in_list) {
            add(last_end_, "the } that closes this object is missing here");
            return true;
        }
        if (members_follow(at_ + 1)) {
            add(at_, "this ] closes nothing; remove it");
            last_end_ = ++at_;
            return false;
        }
        add(at_, "this ] stands where } belongs");
        close(has_comma, here());
        return true;
    }

    void read_object(JsonValue& object, Opening opening) {
        object.type = Type::Object;
        object.offset = at_;
        if (!enter('}')) return;
        if (opening == Opening::There) last_end_ = ++at_;
        bool has_comma = false;
        bool may_close = true;
        while (may_close) {
            skip_space();
            const Mark mark = here();
            if (is_end()) {
                end_of_file(!has_comma);
                break;
            }
            if (mark.meant == '}') {
                if (open_.size() == 1 && members_follow(at_ + 1)) {
                    add(at_, "this } closes the content too early; remove it");
                    ++at_;
                    last_end_ = at_;
                    has_comma = read_comma();
                    continue;
                }
                close(has_comma, mark);
                break;
            }
            if (mark.meant == ',') {
                add(at_, "this comma is one too many; remove it");
                at_ += mark.length;
                continue;
            }
            if (mark.meant == ']') {
                may_close = !meets_bracket_in_object(has_comma);
                if (may_close) has_comma = read_comma();
                continue;
            }
            if (mark.meant == '{' || mark.meant == '[') {
                if (mark.meant == '{' && open_.size() > 1 && open_[open_.size() - 2] == ']') {
                    add(has_comma ? comma_at_ : last_end_, "the } that closes the object before is missing here");
                    is_comma_taken_ = true;
                    break;
                }
                add(at_, "a value stands here without a name before it; write \"name\": in front, or remove it");
                JsonValue nameless;
                read_value(nameless, Place::Member);
                has_comma = read_comma();
                continue;
            }
            has_comma = read_member(object, mark);
            if (is_too_deep_) return;
        }
        open_.pop_back();
    }

    // True if a comma follows.
    bool read_member(JsonValue& object, const Mark& mark) {
        JsonValue::Member member;
        member.key_offset = at_;
        if (is_quote(mark)) {
            member.key = read_text(Place::Name);
        } else if (is_word(text_[at_])) {
            member.key = read_bare_name();
        } else {
            const std::size_t start = at_;
            while (!is_end() && !is_space(text_[at_]) && Text(",{}[]\"").find(text_[at_]) == Text::npos) at_ += here().length;
            add_text(start, [this, start] { return quoted(text_.substr(start, at_ - start)) + " has no place here; remove it"; });
            return false;
        }
        skip_space();
        const Mark colon = here();
        if (colon.meant == ':') {
            if (!colon.name.empty()) add_text(at_, [colon] { return Text(colon.name) + " stands where JSON needs a colon"; });
            at_ += colon.length;
            last_end_ = at_;
            skip_space();
        } else if (!is_end() && colon.meant != ',' && colon.meant != '}' && colon.meant != ']') {
            add(last_end_, "a colon is missing here, after the name");
        }
        const Mark next = here();
        if (is_end() || next.meant == ',' || next.meant == '}' || next.meant == ']') {
            if (is_end()) {
                is_cut_ = true;
            } else {
                add_text(last_end_, [&member] { return "the value of " + quoted(member.key) + " is missing here; write : and the value after the name"; });
            }
            return read_comma();
        }
        read_value(member.value, Place::Member);
        object.members.push_back(std::move(member));
        return !is_too_deep_ && (take_comma() || read_comma());
    }

    // A list meets ‘}’. True if the list is over.
    bool meets_brace_in_list(bool has_comma) {
        const std::size_t after = plain_space_end(at_ + 1);
        const bool closes_root = open_.size() <= 2;
        if (open_.size() > 1 && (!closes_root || after >= text_.size())) {
            add(has_comma ? comma_at_ : last_end_, "the ] that closes this list is missing here");
            return true;
        }
        if (members_follow(after)) {
            add(at_, "this } stands where ] belongs");
            close(has_comma, here());
            return true;
        }
        add(at_, "this } closes nothing; remove it");
        last_end_ = ++at_;
        return false;
    }

    // In a list a name and a colon: either the list was not closed, or an object in it was not opened.
    bool meets_name_in_list(JsonValue& list, bool has_comma) {
        const bool has_texts = !list.items.empty() && list.items.back().type != Type::Object;
        std::size_t at = at_;
        while (mark_at(text_, at).meant != ':') at += mark_at(text_, at).length;
        const char value = mark_at(text_, plain_space_end(at + mark_at(text_, at).length)).meant;
        if (!has_texts && open_.size() == 2 && value != '[' && value != '{') {
            add(at_, "the { that opens this object is missing here");
            list.items.emplace_back();
            read_object(list.items.back(), Opening::Missing);
            return false;
        }
        add(has_comma ? comma_at_ : last_end_, "the ] that closes this list is missing here");
        is_comma_taken_ = has_comma;
        return true;
    }

    void read_list(JsonValue& list) {
        list.type = Type::Array;
        if (!enter(']')) return;
        last_end_ = ++at_;
        bool has_comma = false;
        bool may_close = true;
        while (may_close) {
            skip_space();
            const Mark mark = here();
            if (is_end()) {
                end_of_file(!has_comma);
                break;
            }
            if (mark.meant == ']') {
                close(has_comma, mark);
                break;
            }
            if (mark.meant == ',') {
                add(at_, "this comma is one too many; remove it");
                at_ += mark.length;
                continue;
            }
            if (mark.meant == '}') {
                may_close = !meets_brace_in_list(has_comma);
                if (may_close) has_comma = read_comma();
                continue;
            }
            if (open_.size() > 1 && is_name_ahead(at_)) {
                may_close = !meets_name_in_list(list, has_comma);
            } else if (mark.meant == ':') {
                add(at_, "a colon has no place in a list; remove it");
                at_ += mark.length;
                continue;
            } else {
                list.items.emplace_back();
                read_value(list.items.back(), Place::Item);
            }
            if (is_too_deep_) return;
            if (may_close) has_comma = take_comma() || read_comma();
        }
        open_.pop_back();
    }
    bool take_comma() { return std::exchange(is_comma_taken_, false); }

    std::string_view text_;
    std::size_t at_;
    int max_depth_;
    MistakeList& mistakes_;
    std::string open_;           // the brackets that are to come, innermost last
    std::size_t last_end_ = 0;   // of the last name, value or bracket: where a missing mark belongs
    std::size_t comma_at_ = 0;   // of the last comma
    bool is_comma_taken_ = false;  // by what has just ended for want of its bracket
    bool is_cut_ = false;
    bool is_text_cut_ = false;   // which has been told
    bool ends_early_ = false;
    bool is_too_deep_ = false;
    std::size_t line_end_from_ = 1;
    std::size_t line_end_ = 0;
    std::size_t quote_from_ = 1;
    std::size_t quote_ = 0;
};

}  // namespace

RepairedJson repair_json(std::string_view bytes, std::size_t begin, std::size_t end, int max_depth, MistakeList& mistakes) {
    return Repairer(bytes, begin, end, max_depth, mistakes).read();
}

}  // namespace throughline
