// A walk over the bytes of a broken JSON file: where it stands, what is open, and what lies ahead. What it says of
// mistakes goes to one list. `text` ends where the JSON does; offsets count from the start of the file.
#pragma once

#include "core/json/marks.h"
#include "core/json/mistakes.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace throughline {

inline bool is_line_end(char c) { return c == '\n' || c == '\r'; }
inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
inline bool is_space(char c) { return is_blank(c) || is_line_end(c); }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
// Of a name without quotes.
inline bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
}
inline bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '-'; }

class JsonScan {
public:
    JsonScan(std::string_view bytes, std::size_t begin, MistakeList& mistakes)
        : text(bytes), at(begin), mistakes_(mistakes) {}

    void add(std::size_t offset, const char* message) { mistakes_.add(Telling::Syntax, offset, "", message); }
    template <class Say>
    void add_text(std::size_t offset, Say say) {
        mistakes_.add(Telling::Syntax, offset, "", say);
    }
    std::size_t mistake_count() const { return mistakes_.count(); }

    bool is_end() const { return at >= text.size(); }
    Mark here() const { return mark_at(text, at); }
    bool starts_comment(std::size_t from) const;
    bool has_line_end(std::size_t from, std::size_t to) const;
    std::size_t plain_space_end(std::size_t from) const;
    // The next one from a place on, or the end.
    std::size_t line_end_from(std::size_t from);
    std::size_t quote_from(std::size_t from);

    // Passes over spaces, comments and characters that nobody sees.
    void skip_space();

    // Whether a text and a colon follow, past plain spaces only: the name of a member.
    bool is_name_ahead(std::size_t from) const;
    // After a closing bracket of the outermost object: whether more of its members follow.
    bool members_follow(std::size_t from) const;
    bool is_unseen_ahead(std::size_t from) const;

    std::string_view text;
    std::size_t at;
    std::string open;          // the brackets that are to come, innermost last
    std::size_t last_end = 0;  // of the last name, value or bracket: where a missing mark belongs
    bool is_cut = false;       // the file ends in the middle of a value
    bool is_text_cut = false;  // which has been told

private:
    void skip_comment();
    bool skip_unseen();

    MistakeList& mistakes_;
    std::size_t line_end_from_ = 1;
    std::size_t line_end_ = 0;
    std::size_t quote_from_ = 1;
    std::size_t quote_ = 0;
};

}  // namespace throughline
