// A file's bytes, for whatever is tested: without doctest, because the week of a kiosk has none.
#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace throughline::testing {

inline std::optional<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

// A path from the root of the project as one from wherever the tests run.
inline std::string source_path(const std::string& path_from_root) {
    return std::string(THROUGHLINE_SOURCE_DIR) + "/" + path_from_root;
}

}  // namespace throughline::testing
