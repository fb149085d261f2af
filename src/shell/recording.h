// Every input since the start as lines of text, so that a session can be replayed. Bounded: what comes after the last
// whole line that fits is not kept, because a replay needs the beginning.
#pragma once

#include "core/command/input.h"

#include <cstddef>
#include <optional>
#include <string>

namespace throughline {

class Recording {
public:
    // The input as its line reads back, so that what runs now is what a replay will run; nothing if it has no line.
    [[nodiscard]] std::optional<Input> add(const Input& input);

    const std::string& lines() const { return lines_; }
    int input_count() const { return input_count_; }
    bool is_full() const { return is_full_; }

    static constexpr int max_inputs = 20000;
    static constexpr std::size_t max_bytes = 4 * 1024 * 1024;

private:
    std::string lines_;
    int input_count_ = 0;
    bool is_full_ = false;
};

}  // namespace throughline
