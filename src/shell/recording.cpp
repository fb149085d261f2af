// Lines as encode_input writes them.
#include "shell/recording.h"

namespace throughline {

std::optional<Input> Recording::add(const Input& input) {
    const std::string line = encode_input(input);
    std::optional<Input> read_back = parse_input(line);
    if (!read_back || is_full_) return read_back;
    is_full_ = input_count_ == max_inputs || lines_.size() + line.size() + 1 > max_bytes;
    if (is_full_) return read_back;
    lines_ += line;
    lines_ += '\n';
    ++input_count_;
    return read_back;
}

}  // namespace throughline
