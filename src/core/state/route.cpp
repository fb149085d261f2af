// The fragment grammar: [<node id>] then key=value parts, joined by '&'.
//   mode=talk|speaker|kiosk  line=<from>.<to>  step=<1…>  zoom=<1…8>  at=<x>,<y>  theme=light|dark|contrast
//   show=everything  inspect
//   of a talk:  text=<1…3>  blank  spot=<x>,<y>  keys=off  auto=<seconds>  since=<seconds since 1970>
//   between its windows:  aspect=<width over height>  brief=<fingerprint of the content>
//   of a kiosk: idle=<seconds>  warning=<seconds>  pace=<seconds>  editions=<file>,<file>…
#include "core/state/route.h"

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
    const bool is_plain = !text.empty() && text.size() < 20 && text.find_first_not_of("0123456789.") == std::string_view::npos;
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

void decode_part(std::string_view key, std::string_view value, const Content& content, Route& route) {
    if (key == "mode") {
        read_word(value, mode_words, route.mode);
    } else if (key == "step") {
        // One more than the tour has is a talk's closing step.
        int step = 0;
        read_int(value, 1, static_cast<int>(content.tour.size()) + 1, step);
        if (step > 0 && !content.tour.empty()) route.step = step - 1;
    } else if (key == "line") {
        const std::size_t dot = std::min(value.find('.'), value.size());
        const std::optional<int> from = content.find_node(value.substr(0, dot));
        const std::optional<int> to = content.find_node(value.substr(std::min(dot + 1, value.size())));
        for (std::size_t i = 0; i < content.links.size(); ++i) {
            if (from == content.links[i].from && to == content.links[i].to) route.looked_at = static_cast<int>(i);
        }
    } else if (key == "zoom") {
        const std::optional<double> zoom = parse_decimal(value);
        if (zoom && *zoom >= min_zoom && *zoom <= largest_zoom) route.camera.zoom = static_cast<float>(*zoom);
    } else if (key == "at") {
        if (const std::optional<Vec2> at = parse_fractions(value)) route.camera.center = *at;
    } else if (key == "theme") {
        read_word(value, theme_words, route.theme);
    } else if (key == "show") {
        if (value == "everything") route.extent = Extent::Everything;
    } else if (key == "inspect") {
        route.inspector = true;
    } else if (key == "text") {
        int size = route.text_step + 1;
        read_int(value, 1, text_steps, size);
        route.text_step = size - 1;
    } else if (key == "blank") {
        route.is_blank = true;
    } else if (key == "spot") {
        route.spot = parse_fractions(value);
    } else if (key == "keys") {
        if (value == "off") route.has_letter_keys = false;
    } else if (key == "auto") {
        read_int(value, 1, most_auto_secs, route.auto_secs);
    } else if (key == "since") {
        const std::optional<double> secs = parse_decimal(value);
        if (secs && *secs <= latest_secs) route.since_ms = *secs * 1000;
    } else if (key == "aspect") {
        const std::optional<double> aspect = parse_decimal(value);
        if (aspect && *aspect >= least_aspect && *aspect <= most_aspect) route.audience_aspect = static_cast<float>(*aspect);
    } else if (key == "brief") {
        route.brief = value;
    } else if (key == "idle") {
        read_int(value, min_kiosk_secs, max_kiosk_secs, route.kiosk.idle_secs);
    } else if (key == "warning") {
        read_int(value, min_kiosk_secs, max_kiosk_secs, route.kiosk.warning_secs);
    } else if (key == "pace") {
        read_int(value, min_kiosk_secs, max_kiosk_secs, route.kiosk.step_secs);
    } else if (key == "editions") {
        route.kiosk.editions = read_files(value);
    }
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
void write_view(Writer& out, const Content& content, const Route& route) {
    if (route.step != none) out.add("step", route.step + 1);
    if (route.looked_at != none) {
        const Link& link = content.links[static_cast<std::size_t>(route.looked_at)];
        out.add("line=" + content.nodes[static_cast<std::size_t>(link.from)].id + "." + content.nodes[static_cast<std::size_t>(link.to)].id);
    }
    if (route.camera.zoom > min_zoom) {
        out.add("zoom=" + format_number(route.camera.zoom, 2));
        out.add("at=" + format_vec(route.camera.center, 3));
    }
    if (route.is_blank) out.add("blank");
    if (route.spot) out.add("spot=" + format_vec(*route.spot, 3));
    if (route.text_step > 0) out.add("text", route.text_step + 1);
    out.add("auto", route.auto_secs);
}

}  // namespace

const char* mode_name(Mode mode) { return mode_words[static_cast<std::size_t>(mode)]; }

// A kiosk's address says how it is set up, and nothing of who stands before it.
Route route_of(const State& state) {
    Route route;
    route.mode = state.mode;
    route.kiosk = state.kiosk;
    if (state.mode == Mode::Kiosk) return route;
    route.selected = state.selected;
    route.step = state.step;
    route.looked_at = state.looked_at;
    route.camera = state.camera;
    route.theme = state.theme;
    route.extent = state.extent;
    route.inspector = state.inspector;
    route.is_blank = state.is_blank;
    route.text_step = state.text_step;
    route.spot = state.spot;
    route.has_letter_keys = state.has_letter_keys;
    route.auto_secs = state.auto_secs;
    route.since_ms = state.since_ms;
    return route;
}

std::string encode_route(const Content& content, const Route& route) {
    Writer out;
    if (route.selected != none) out.add(content.nodes[static_cast<std::size_t>(route.selected)].id);
    if (route.mode != Mode::Explore) out.add("mode=" + std::string(mode_name(route.mode)));
    write_view(out, content, route);
    if (route.theme != Theme::System) out.add("theme=" + std::string(theme_words[static_cast<std::size_t>(route.theme)]));
    if (route.extent == Extent::Everything) out.add("show=everything");
    if (route.inspector) out.add("inspect");
    if (!route.has_letter_keys) out.add("keys=off");
    if (route.since_ms > 0) out.add("since=" + format_number(route.since_ms / 1000, 0));
    out.add("idle", route.kiosk.idle_secs);
    out.add("warning", route.kiosk.warning_secs);
    out.add("pace", route.kiosk.step_secs);
    std::string files;
    for (const std::string& file : route.kiosk.editions) files += (files.empty() ? "" : ",") + file;
    if (!files.empty()) out.add("editions=" + files);
    return out.take();
}

std::string encode_shared_view(const Content& content, const State& state) {
    Writer out;
    if (state.selected != none) out.add(content.nodes[static_cast<std::size_t>(state.selected)].id);
    write_view(out, content, route_of(state));
    if (!content.fingerprint.empty()) out.add("brief=" + content.fingerprint);
    if (state.mode == Mode::Talk) out.add("aspect=" + format_number(state.stage_px.x / state.stage_px.y, 3));
    return out.take();
}

Route decode_route(const Content& content, std::string_view fragment) {
    Route route;
    bool is_first = true;
    while (!fragment.empty()) {
        const std::size_t end = std::min(fragment.find('&'), fragment.size());
        const std::string_view part = fragment.substr(0, end);
        fragment.remove_prefix(std::min(end + 1, fragment.size()));
        const std::size_t equals = part.find('=');
        const std::optional<int> node = is_first ? content.find_node(part) : std::nullopt;
        if (node) {
            route.selected = *node;
        } else {
            decode_part(part.substr(0, std::min(equals, part.size())), equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1), content, route);
        }
        is_first = false;
    }
    if (route.looked_at != none) {
        const Link& link = content.links[static_cast<std::size_t>(route.looked_at)];
        if (link.from != route.selected && link.to != route.selected) route.looked_at = none;
    }
    if (route.mode == Mode::Talk || route.mode == Mode::Speaker) return route;
    // What only a talk has would be a trap elsewhere: a blank page with no key to bring it back.
    if (route.step == static_cast<int>(content.tour.size())) route.step = none;
    route.is_blank = false;
    route.spot.reset();
    route.text_step = route.auto_secs = 0;
    route.has_letter_keys = true;
    route.since_ms = 0;
    route.audience_aspect = 0;
    route.brief.clear();
    return route;
}

}  // namespace throughline
