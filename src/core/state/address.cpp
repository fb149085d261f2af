// The fragment grammar: [<node id>] then key=value parts, joined by '&'.
//   mode=talk|speaker|kiosk  line=<from>.<to>  step=<1…>  zoom=<1…64>  at=<x>,<y>  theme=light|dark|contrast
//   show=everything  inspect
//   of a talk:  text=<1…3>  blank  spot=<x>,<y>  keys=off  auto=<seconds>  since=<seconds since 1970>
//   between its windows:  aspect=<width over height>  brief=<fingerprint of the content>
//   of a kiosk: idle=<seconds>  warning=<seconds>  pace=<seconds>  editions=<file>,<file>…
#include "core/state/address.h"

#include "core/base/text_format.h"
#include "core/content/rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace throughline {
namespace {

// In the order of the enumerators; the first is left out of addresses.
constexpr std::array<const char*, 4> mode_words{"explore", "talk", "speaker", "kiosk"};
constexpr std::array<const char*, 4> theme_words{"system", "light", "dark", "contrast"};
constexpr int most_auto_secs = 600;
constexpr double latest_secs = 253402300799;  // the end of the year 9999
constexpr double least_aspect = 0.2;
constexpr double most_aspect = 10;

std::optional<int> parse_int(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Keeps what was there when the text is no whole number of the range.
void read_int(std::string_view text, int low, int high, int& value) {
    const std::optional<int> parsed = parse_int(text);
    if (parsed && *parsed >= low && *parsed <= high) value = *parsed;
}

std::optional<double> parse_decimal(std::string_view text) {
    const bool is_plain =
        !text.empty() && text.size() < 20 && text.find_first_not_of("0123456789.") == std::string_view::npos;
    if (!is_plain) return std::nullopt;
    const std::string copy(text);
    char* end = nullptr;
    const double value = std::strtod(copy.c_str(), &end);
    if (end != copy.c_str() + copy.size()) return std::nullopt;
    return value;
}

// Two fractions, each from 0 to 1.
std::optional<Vec2> parse_fractions(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    const std::optional<double> x = parse_decimal(text.substr(0, comma));
    const std::optional<double> y = parse_decimal(text.substr(comma + 1));
    if (!x || !y || *x > 1 || *y > 1) return std::nullopt;
    return Vec2{static_cast<float>(*x), static_cast<float>(*y)};
}

template <class Enum>
void read_word(std::string_view text, const std::array<const char*, 4>& words, Enum& value) {
    const auto found = std::find(words.begin() + 1, words.end(), text);
    if (found != words.end()) value = static_cast<Enum>(found - words.begin());
}

std::vector<std::string> read_files(std::string_view text) {
    std::vector<std::string> files;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view name = text.substr(0, end);
        if (is_file_name(name) && files.size() < max_editions) files.emplace_back(name);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return files;
}

void read_kiosk_secs(std::string_view text, int& secs) { read_int(text, min_kiosk_secs, max_kiosk_secs, secs); }

void read_line(std::string_view text, const Content& content, View& view) {
    const std::size_t dot = std::min(text.find('.'), text.size());
    const std::optional<NodeId> from = content.find_node(text.substr(0, dot));
    const std::optional<NodeId> to = content.find_node(text.substr(std::min(dot + 1, text.size())));
    for (const LinkId link : content.link_ids()) {
        if (from == content[link].from && to == content[link].to) view.looked_at = link;
    }
}

// Keeps what was there when the text is no number of the range.
template <class Number>
void read_decimal(std::string_view text, double low, double high, Number& value) {
    const std::optional<double> parsed = parse_decimal(text);
    if (parsed && *parsed >= low && *parsed <= high) value = static_cast<Number>(*parsed);
}

struct Part {
    std::string_view key;
    void (*read)(std::string_view value, const Content& content, SharedView& shared);
};

constexpr Part parts[]{
    {"mode", [](auto value, auto&, auto& shared) { read_word(value, mode_words, shared.view.mode); }},
    {"step",
     [](auto value, auto& content, auto& shared) {
         // One more than the tour has is a talk's closing step.
         int step = 0;
         read_int(value, 1, static_cast<int>(content.tour.size()) + 1, step);
         if (step > 0 && !content.tour.empty()) shared.view.step = step - 1;
     }},
    {"line", [](auto value, auto& content, auto& shared) { read_line(value, content, shared.view); }},
    {"zoom",
     [](auto value, auto&, auto& shared) { read_decimal(value, min_zoom, largest_zoom, shared.view.camera.zoom); }},
    {"at",
     [](auto value, auto&, auto& shared) {
         if (const std::optional<Vec2> at = parse_fractions(value)) shared.view.camera.center = *at;
     }},
    {"theme", [](auto value, auto&, auto& shared) { read_word(value, theme_words, shared.view.theme); }},
    {"show",
     [](auto value, auto&, auto& shared) {
         if (value == "everything") shared.view.extent = Extent::Everything;
     }},
    {"inspect", [](auto, auto&, auto& shared) { shared.view.has_inspector = true; }},
    {"text",
     [](auto value, auto&, auto& shared) {
         int size = shared.view.text_step + 1;
         read_int(value, 1, text_steps, size);
         shared.view.text_step = size - 1;
     }},
    {"blank", [](auto, auto&, auto& shared) { shared.view.is_blank = true; }},
    {"spot", [](auto value, auto&, auto& shared) { shared.view.spot = parse_fractions(value); }},
    {"keys",
     [](auto value, auto&, auto& shared) {
         if (value == "off") shared.view.has_letter_keys = false;
     }},
    {"auto", [](auto value, auto&, auto& shared) { read_int(value, 1, most_auto_secs, shared.view.auto_secs); }},
    {"since",
     [](auto value, auto&, auto& shared) {
         double secs = shared.view.since_ms / 1000;
         read_decimal(value, 0, latest_secs, secs);
         shared.view.since_ms = secs * 1000;
     }},
    {"aspect",
     [](auto value, auto&, auto& shared) { read_decimal(value, least_aspect, most_aspect, shared.audience_aspect); }},
    {"brief", [](auto value, auto&, auto& shared) { shared.brief = value; }},
    {"idle", [](auto value, auto&, auto& shared) { read_kiosk_secs(value, shared.view.kiosk.idle_secs); }},
    {"warning", [](auto value, auto&, auto& shared) { read_kiosk_secs(value, shared.view.kiosk.warning_secs); }},
    {"pace", [](auto value, auto&, auto& shared) { read_kiosk_secs(value, shared.view.kiosk.step_secs); }},
    {"editions", [](auto value, auto&, auto& shared) { shared.view.kiosk.editions = read_files(value); }},
};

void decode_part(std::string_view key, std::string_view value, const Content& content, SharedView& shared) {
    const auto* const known =
        std::find_if(std::begin(parts), std::end(parts), [key](const Part& part) { return part.key == key; });
    if (known != std::end(parts)) known->read(value, content, shared);
}

class Writer {
public:
    void add(const std::string& part) { out_ += (out_.empty() ? "" : "&") + part; }
    void add(const char* key, int value) {
        if (value != 0) add(std::string(key) + "=" + std::to_string(value));
    }
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

// The view itself, whichever window shows it.
void write_view(Writer& out, const Content& content, const View& view) {
    if (view.step != none) out.add("step", view.step + 1);
    if (view.looked_at != none) {
        const Link& link = content[view.looked_at];
        out.add("line=" + content[link.from].id + "." + content[link.to].id);
    }
    if (view.camera.zoom > min_zoom) {
        out.add("zoom=" + format_number(view.camera.zoom, 2));
        out.add("at=" + format_vec(view.camera.center, 3));
    }
    if (view.is_blank) out.add("blank");
    if (view.spot) out.add("spot=" + format_vec(*view.spot, 3));
    if (view.text_step > 0) out.add("text", view.text_step + 1);
    out.add("auto", view.auto_secs);
}

void write_kiosk(Writer& out, const KioskSettings& kiosk) {
    out.add("idle", kiosk.idle_secs);
    out.add("warning", kiosk.warning_secs);
    out.add("pace", kiosk.step_secs);
    std::string files;
    for (const std::string& file : kiosk.editions) files += (files.empty() ? "" : ",") + file;
    if (!files.empty()) out.add("editions=" + files);
}

// What only a talk has would be a trap elsewhere: a blank page with no key to bring it back.
void forget_talk(const Content& content, SharedView& shared) {
    View& view = shared.view;
    const View usual;
    if (view.step == static_cast<int>(content.tour.size())) view.step = none;
    view.is_blank = usual.is_blank;
    view.spot = usual.spot;
    view.text_step = usual.text_step;
    view.auto_secs = usual.auto_secs;
    view.has_letter_keys = usual.has_letter_keys;
    view.since_ms = usual.since_ms;
    shared.audience_aspect = 0;
    shared.brief.clear();
}

SharedView decode(const Content& content, std::string_view fragment, Mode mode) {
    SharedView shared;
    View& view = shared.view;
    view.mode = mode;
    bool is_first = true;
    while (!fragment.empty()) {
        const std::size_t end = std::min(fragment.find('&'), fragment.size());
        const std::string_view part = fragment.substr(0, end);
        fragment.remove_prefix(std::min(end + 1, fragment.size()));
        const std::size_t equals = std::min(part.find('='), part.size());
        const std::optional<NodeId> node = is_first ? content.find_node(part) : std::nullopt;
        if (node) {
            view.selected = *node;
        } else {
            decode_part(part.substr(0, equals), part.substr(std::min(equals + 1, part.size())), content, shared);
        }
        is_first = false;
    }
    if (view.looked_at != none) {
        const Link& link = content[view.looked_at];
        if (link.from != view.selected && link.to != view.selected) view.looked_at = none;
    }
    if (!view.is_talk()) forget_talk(content, shared);
    return shared;
}

}  // namespace

const char* mode_name(Mode mode) { return mode_words[static_cast<std::size_t>(mode)]; }

View addressed(const View& view) {
    if (view.mode != Mode::Kiosk) return view;
    View kiosk;
    kiosk.mode = view.mode;
    kiosk.kiosk = view.kiosk;
    return kiosk;
}

std::string encode_view(const Content& content, const View& shown) {
    const View view = addressed(shown);
    Writer out;
    if (view.selected != none) out.add(content[view.selected].id);
    if (view.mode != Mode::Explore) out.add("mode=" + std::string(mode_name(view.mode)));
    write_view(out, content, view);
    if (view.theme != Theme::System) out.add("theme=" + std::string(theme_words[static_cast<std::size_t>(view.theme)]));
    if (view.extent == Extent::Everything) out.add("show=everything");
    if (view.has_inspector) out.add("inspect");
    if (!view.has_letter_keys) out.add("keys=off");
    if (view.since_ms > 0) out.add("since=" + format_number(view.since_ms / 1000, 0));
    write_kiosk(out, view.kiosk);
    return out.take();
}

std::string encode_shared_view(const Content& content, const SharedView& shared) {
    const View& view = shared.view;
    Writer out;
    if (view.selected != none) out.add(content[view.selected].id);
    write_view(out, content, view);
    if (!shared.brief.empty()) out.add("brief=" + shared.brief);
    if (shared.audience_aspect > 0) out.add("aspect=" + format_number(shared.audience_aspect, 3));
    return out.take();
}

View decode_view(const Content& content, std::string_view fragment) {
    return decode(content, fragment, Mode::Explore).view;
}

// The other window may show the closing step, which an address without a talk does not have.
SharedView decode_shared_view(const Content& content, std::string_view fragment) {
    return decode(content, fragment, Mode::Talk);
}

}  // namespace throughline
