// See replay.h.
#include "core/program/replay.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace throughline {
namespace {

// FNV-1a (Fowler, Noll and Vo, 1991), 64 bits.
std::uint64_t hash_text(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
}

std::string hex(std::uint64_t value) {
    std::string out(16, '0');
    for (std::size_t i = 0; i < 16; ++i) out[15 - i] = "0123456789abcdef"[(value >> (4 * i)) & 15];
    return out;
}

}  // namespace

std::string replay(Content content, std::string_view recording) {
    Session session(std::move(content));
    const std::string played = play(session, recording);
    return played + dump_frame(session.frame());
}

std::string play(Session& session, std::string_view recording) {
    std::string out;
    int line_number = 0;
    while (!recording.empty()) {
        const std::size_t end = std::min(recording.find('\n'), recording.size());
        const std::string_view line = recording.substr(0, end);
        recording.remove_prefix(std::min(end + 1, recording.size()));
        ++line_number;
        if (line.empty()) continue;
        const std::optional<Input> input = parse_input(line);
        if (!input) {
            out += "line " + std::to_string(line_number) + " is no input\n";
            continue;
        }
        for (const Effect& effect : session.handle(*input).effects) {
            const auto [kind, value] = describe(effect);
            out += std::to_string(line_number) + " " + kind + " " + value + "\n";
        }
        if (std::holds_alternative<FrameInput>(input->event))
            out += std::to_string(line_number) + " frame " + hex(hash_text(dump_frame(session.frame()))) + "\n";
    }
    return out;
}

}  // namespace throughline
