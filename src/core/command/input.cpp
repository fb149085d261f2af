// The text form of inputs. Numbers are rounded to hundredths when written, so a recording reads back as it was made.
#include "core/command/input.h"

#include "core/base/text_format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <vector>

namespace throughline {
namespace {

constexpr std::array<std::string_view, 5> phase_words{"down", "move", "up", "cancel", "leave"};
constexpr std::array<std::string_view, 3> kind_words{"mouse", "touch", "pen"};
constexpr std::array<std::string_view, 2> order_words{"first", "next"};
constexpr double largest_file_bytes = 4e9;
constexpr double last_wall_ms = 253402300799999;  // of the year 9999
constexpr int most_minutes_from_utc = 24 * 60;

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

std::string number(double value) { return format_number(value, 2); }
std::string position(Vec2 v) { return number(v.x) + " " + number(v.y); }
std::string text_or_dash(std::string_view text) { return text.empty() ? "-" : percent_encode(text); }

class Words {
public:
    explicit Words(std::string_view line) {
        while (!line.empty()) {
            const std::size_t end = std::min(line.find(' '), line.size());
            words_.push_back(line.substr(0, end));
            line.remove_prefix(std::min(end + 1, line.size()));
        }
    }

    std::string_view word() { return next_ < words_.size() ? words_[next_++] : fail(); }

    double number() {
        const std::string copy(word());
        char* end = nullptr;
        const double value = std::strtod(copy.c_str(), &end);
        if (copy.empty() || end != copy.c_str() + copy.size() || !std::isfinite(value)) fail();
        return value;
    }
    double number(double least, double most) {
        const double value = number();
        if (value >= least && value <= most) return value;
        fail();
        return least;
    }
    int whole(int least, int most) { return static_cast<int>(number(least, most)); }
    // No length on a screen comes near the limits, and sums of such numbers stay finite.
    float real() { return static_cast<float>(number(-1e9, 1e9)); }
    Vec2 position() {
        const float x = real();
        return {x, real()};
    }

    std::string text() {
        const std::string_view encoded = word();
        if (encoded == "-") return {};
        std::optional<std::string> decoded = percent_decode(encoded);
        if (!decoded) fail();
        return decoded.value_or("");
    }

    template <class Enum, std::size_t N>
    Enum one_of(const std::array<std::string_view, N>& known) {
        const std::string_view found = word();
        for (std::size_t i = 0; i < N; ++i) {
            if (known[i] == found) return static_cast<Enum>(i);
        }
        fail();
        return Enum{};
    }

    bool is_second(std::string_view first, std::string_view second) {
        return one_of<int>(std::array{first, second}) == 1;
    }

    bool is_complete() const { return !has_failed_ && next_ == words_.size(); }

private:
    std::string_view fail() {
        has_failed_ = true;
        return {};
    }

    std::vector<std::string_view> words_;
    std::size_t next_ = 0;
    bool has_failed_ = false;
};

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '~' || c == ':' || c == '/' || c == '&' || c == '=' || c == ',';
}

}  // namespace

std::string percent_encode(std::string_view bytes) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        const auto byte = static_cast<unsigned char>(c);
        // A lone hyphen means an empty text.
        if (is_unreserved(c) || (c == '-' && bytes.size() > 1)) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

std::optional<std::string> percent_decode(std::string_view text) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                      : -1;
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
        if (high < 0 || low < 0) return std::nullopt;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

std::string encode_input(const Input& input) {
    const std::string event = std::visit(
        Overloaded{
            [](const PointerInput& e) {
                return "pointer " + std::string(phase_words[static_cast<std::size_t>(e.phase)]) + " " +
                       std::string(kind_words[static_cast<std::size_t>(e.kind)]) + " " + std::to_string(e.pointer) +
                       " " + position(e.pos_px);
            },
            [](const WheelInput& e) {
                return "wheel " + position(e.pos_px) + " " + number(e.delta_px) +
                       (e.with_control ? " control" : " plain");
            },
            [](const KeyInput& e) {
                return "key " + text_or_dash(e.key) + (e.is_repeat ? " repeat " : " plain ") + text_or_dash(e.item);
            },
            [](const ActivateInput& e) { return "activate " + text_or_dash(e.item); },
            [](const FocusInput& e) { return "focus " + text_or_dash(e.item); },
            [](const ResizeInput& e) {
                return "resize " + position(e.stage_px) + " " + number(e.device_pixel_ratio) +
                       (e.form == Form::Tall ? " tall " : " wide ") + number(e.text_scale);
            },
            [](const EnvironmentInput& e) {
                return std::string("environment ") + (e.prefers_dark ? "dark" : "light") +
                       (e.prefers_reduced_motion ? " still" : " moving") +
                       (e.prefers_contrast ? " contrast" : " plain");
            },
            [](const RouteInput& e) { return "route " + text_or_dash(e.fragment); },
            [](const ContentInput& e) {
                const std::string what = (e.is_handed_over ? "handed " : "content ") + text_or_dash(e.file_name) + " " +
                                         text_or_dash(e.bytes);
                if (e.size_bytes == 0 && e.order == FileOrder::First) return what;
                return what + " " + std::to_string(e.size_bytes) + " " +
                       std::string(order_words[static_cast<std::size_t>(e.order)]);
            },
            [](const EditionInput& e) { return "edition " + text_or_dash(e.file_name) + " " + text_or_dash(e.bytes); },
            [](const AwaitInput& e) { return "await " + text_or_dash(e.file_name); },
            [](const UnreadInput& e) { return "unread " + text_or_dash(e.file_name) + " " + text_or_dash(e.reason); },
            [](const PresenceInput& e) { return "presence " + text_or_dash(e.item); },
            [](const TickInput& e) {
                return "tick " + number(e.wall_ms) + " " + std::to_string(e.minutes_east_of_utc);
            },
            [](const AddressInput& e) { return "address " + text_or_dash(e.url); },
            [](const TakeOverInput& e) { return "takeover " + text_or_dash(e.fragment); },
            [](const FollowInput& e) { return "follow " + text_or_dash(e.fragment); },
            [](const PeerInput& e) { return std::string("peer ") + (e.is_there ? "present" : "absent"); },
            [](const HealthInput& e) { return "health " + text_or_dash(e.entry); },
            [](const LinkInput& e) { return "link " + text_or_dash(e.url); },
            [](const FrameInput&) { return std::string("frame"); },
        },
        input.event);
    return number(input.time_ms) + " " + event;
}

namespace {

using Event = decltype(Input::event);

struct Kind {
    std::string_view word;
    Event (*read)(Words&);
};

ContentInput read_content(Words& words) {
    ContentInput e;
    e.file_name = words.text();
    e.bytes = words.text();
    if (words.is_complete()) return e;
    e.size_bytes = static_cast<std::size_t>(std::clamp(words.number(), 0.0, largest_file_bytes));
    e.order = words.one_of<FileOrder>(order_words);
    return e;
}

constexpr Kind kinds[]{
    {"pointer",
     [](Words& words) -> Event {
         PointerInput e;
         e.phase = words.one_of<PointerPhase>(phase_words);
         e.kind = words.one_of<PointerKind>(kind_words);
         e.pointer = words.whole(std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
         e.pos_px = words.position();
         return e;
     }},
    {"wheel",
     [](Words& words) -> Event {
         WheelInput e;
         e.pos_px = words.position();
         e.delta_px = words.real();
         e.with_control = words.is_second("plain", "control");
         return e;
     }},
    {"key",
     [](Words& words) -> Event {
         KeyInput e;
         e.key = words.text();
         e.is_repeat = words.is_second("plain", "repeat");
         e.item = words.text();
         return e;
     }},
    {"activate", [](Words& words) -> Event { return ActivateInput{words.text()}; }},
    {"focus", [](Words& words) -> Event { return FocusInput{words.text()}; }},
    {"resize",
     [](Words& words) -> Event {
         ResizeInput e;
         e.stage_px = words.position();
         e.device_pixel_ratio = words.real();
         e.form = words.is_second("wide", "tall") ? Form::Tall : Form::Wide;
         e.text_scale = words.real();
         return e;
     }},
    {"environment",
     [](Words& words) -> Event {
         EnvironmentInput e;
         e.prefers_dark = words.is_second("light", "dark");
         e.prefers_reduced_motion = words.is_second("moving", "still");
         e.prefers_contrast = words.is_second("plain", "contrast");
         return e;
     }},
    {"route", [](Words& words) -> Event { return RouteInput{words.text()}; }},
    {"content", [](Words& words) -> Event { return read_content(words); }},
    {"handed",
     [](Words& words) -> Event {
         ContentInput e = read_content(words);
         e.is_handed_over = true;
         return e;
     }},
    {"edition",
     [](Words& words) -> Event {
         EditionInput e;
         e.file_name = words.text();
         e.bytes = words.text();
         return e;
     }},
    {"await", [](Words& words) -> Event { return AwaitInput{words.text()}; }},
    {"unread",
     [](Words& words) -> Event {
         UnreadInput e;
         e.file_name = words.text();
         e.reason = words.text();
         return e;
     }},
    {"presence", [](Words& words) -> Event { return PresenceInput{words.text()}; }},
    {"tick",
     [](Words& words) -> Event {
         TickInput e;
         e.wall_ms = words.number(0, last_wall_ms);
         e.minutes_east_of_utc = words.whole(-most_minutes_from_utc, most_minutes_from_utc);
         return e;
     }},
    {"address", [](Words& words) -> Event { return AddressInput{words.text()}; }},
    {"takeover", [](Words& words) -> Event { return TakeOverInput{words.text()}; }},
    {"follow", [](Words& words) -> Event { return FollowInput{words.text()}; }},
    {"peer", [](Words& words) -> Event { return PeerInput{words.is_second("absent", "present")}; }},
    {"health", [](Words& words) -> Event { return HealthInput{words.text()}; }},
    {"link", [](Words& words) -> Event { return LinkInput{words.text()}; }},
    {"frame", [](Words&) -> Event { return FrameInput{}; }},
};

}  // namespace

std::optional<Input> parse_input(std::string_view line) {
    Words words(line);
    Input input;
    input.time_ms = words.number();
    const std::string_view word = words.word();
    const Kind* const kind =
        std::find_if(std::begin(kinds), std::end(kinds), [word](const Kind& known) { return known.word == word; });
    if (kind == std::end(kinds)) return std::nullopt;
    input.event = kind->read(words);
    if (!words.is_complete()) return std::nullopt;
    return input;
}

}  // namespace throughline
