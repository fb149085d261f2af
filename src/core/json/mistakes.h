// Collects what is wrong in a file: keeps the most telling, counts the rest, and knows lines and columns only at the
// end, so that a file of a hundred thousand mistakes costs one walk over its bytes.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

// One thing wrong in a file and how to mend it, or a remark that refuses nothing. Line and column count from 1, columns
// in characters. Pointer and message are well formed and have no line break.
struct Mistake {
    int line = 1;
    int column = 1;
    std::string pointer;  // RFC 6901; empty for the whole file
    std::string message;
    friend bool operator==(const Mistake&, const Mistake&) = default;
};

// The most telling first; `count` is larger than the list where there are more than help.
struct Mistakes {
    std::vector<Mistake> listed;
    std::size_t count = 0;
    friend bool operator==(const Mistakes&, const Mistakes&) = default;
};

inline constexpr std::size_t max_listed_mistakes = 100;

// The listed ones, and where there are more, one that says how many.
std::vector<Mistake> with_rest(const Mistakes& mistakes);

// `file:line:column: pointer: message`
std::vector<std::string> format_mistakes(std::string_view file, const Mistakes& mistakes);
std::string format_mistake(std::string_view file, const Mistake& mistake);
// The same with "remark: " before the message.
std::vector<std::string> format_remarks(std::string_view file, const Mistakes& remarks);

struct TextPosition {
    int line = 1;
    int column = 1;  // in characters
};

// Of offsets in ascending order, in one walk. Lines end with LF, CR or both; a UTF-8 mark at the start has no column.
std::vector<TextPosition> positions_at(std::string_view bytes, const std::vector<std::size_t>& offsets);

// What explains most comes first; within one kind the order is the file's.
enum class Telling { WholeFile, Syntax, Rule };

class MistakeList {
public:
    // `say` makes the message and is called only if it may yet be listed.
    void add(Telling telling, std::size_t offset, const std::string& pointer, const std::function<std::string()>& say);
    void add(Telling telling, std::size_t offset, const std::string& pointer, const char* message);

    std::size_t count() const { return count_; }
    std::size_t count(Telling telling) const { return counts_[static_cast<std::size_t>(telling)]; }

    // At most `max_listed_mistakes`, in order, placed in `bytes`.
    std::vector<Mistake> list(std::string_view bytes) const;

private:
    struct Entry {
        Telling telling;
        std::size_t offset;
        std::size_t number;  // entries of one place keep their order
        std::string pointer;
        std::string message;
        bool operator<(const Entry& other) const;
    };

    std::vector<Entry> entries_;  // a heap, the least telling on top
    std::size_t count_ = 0;
    std::size_t counts_[3] = {};
};

}  // namespace throughline
