// See mistakes.h.
#include "core/json/mistakes.h"

#include "core/base/characters.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace throughline {
namespace {

constexpr std::size_t longest_pointer = 160;  // a name of a megabyte is shown by its beginning

}  // namespace

bool MistakeList::Entry::operator<(const Entry& other) const {
    return std::tie(telling, offset, number) < std::tie(other.telling, other.offset, other.number);
}

void MistakeList::add(Telling telling, std::size_t offset, const std::string& pointer,
                      const std::function<std::string()>& say) {
    Entry entry{telling, offset, count_++, {}, {}};
    ++counts_[static_cast<std::size_t>(telling)];
    if (entries_.size() == max_listed_mistakes) {
        if (!(entry < entries_.front())) return;
        std::pop_heap(entries_.begin(), entries_.end());
        entries_.pop_back();
    }
    entry.pointer = pointer;
    entry.message = say();
    entries_.push_back(std::move(entry));
    std::push_heap(entries_.begin(), entries_.end());
}

void MistakeList::add(Telling telling, std::size_t offset, const std::string& pointer, const char* message) {
    add(telling, offset, pointer, [message] { return std::string(message); });
}

std::vector<Mistake> MistakeList::list(std::string_view bytes) const {
    std::vector<Entry> sorted = entries_;
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::size_t> offsets;
    for (const Entry& entry : sorted) offsets.push_back(entry.offset);
    std::sort(offsets.begin(), offsets.end());
    const std::vector<TextPosition> positions = positions_at(bytes, offsets);
    std::vector<Mistake> mistakes;
    for (Entry& entry : sorted) {
        const auto place = std::lower_bound(offsets.begin(), offsets.end(), entry.offset) - offsets.begin();
        const TextPosition at = positions[static_cast<std::size_t>(place)];
        mistakes.push_back({at.line, at.column, one_line(std::string_view(entry.pointer).substr(0, longest_pointer)),
                            one_line(entry.message)});
    }
    return mistakes;
}

std::vector<TextPosition> positions_at(std::string_view bytes, const std::vector<std::size_t>& offsets) {
    std::vector<TextPosition> positions;
    TextPosition here;
    std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (const std::size_t offset : offsets) {
        for (; at < offset && at < bytes.size(); ++at) {
            const auto byte = static_cast<unsigned char>(bytes[at]);
            const bool is_line_end =
                byte == '\n' || (byte == '\r' && (at + 1 == bytes.size() || bytes[at + 1] != '\n'));
            if (is_line_end) {
                ++here.line;
                here.column = 1;
            } else if ((byte & 0xC0) != 0x80) {
                ++here.column;
            }
        }
        positions.push_back(here);
    }
    return positions;
}

std::vector<Mistake> with_rest(const Mistakes& mistakes) {
    std::vector<Mistake> all = mistakes.listed;
    const std::size_t rest = mistakes.count - all.size();
    if (rest > 0)
        all.push_back(
            {1, 1, "", "and " + std::to_string(rest) + " more; mend these first, then open or check the file again"});
    return all;
}

std::string format_mistake(std::string_view file, const Mistake& mistake) {
    return std::string(file) + ":" + std::to_string(mistake.line) + ":" + std::to_string(mistake.column) + ": " +
           mistake.pointer + ": " + mistake.message;
}

std::vector<std::string> format_mistakes(std::string_view file, const Mistakes& mistakes) {
    std::vector<std::string> lines;
    for (const Mistake& mistake : with_rest(mistakes)) lines.push_back(format_mistake(file, mistake));
    return lines;
}

std::vector<std::string> format_remarks(std::string_view file, const Mistakes& remarks) {
    Mistakes marked = remarks;
    for (Mistake& one : marked.listed) one.message = "remark: " + one.message;
    return format_mistakes(file, marked);
}

}  // namespace throughline
