// Collects what is wrong in a file: keeps the most telling, counts the rest, and knows lines and columns only at the end, so
// that a file of a hundred thousand mistakes costs one walk over its bytes.
#pragma once

#include "core/content.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

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
