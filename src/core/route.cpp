// The fragment grammar: [<node id>] then key=value parts, joined by '&'.
//   line=<from>.<to>  step=<1…>  zoom=<1…8>  at=<x>,<y>  theme=light|dark|contrast  show=everything  inspect
#include "core/route.h"

#include "core/text_format.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace throughline {
namespace {

std::optional<int> parse_int(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<float> parse_float(std::string_view text) {
    const bool is_plain = !text.empty() && text.size() < 20 && text.find_first_not_of("0123456789.") == std::string_view::npos;
    if (!is_plain) return std::nullopt;
    const std::string copy(text);
    char* end = nullptr;
    const float value = std::strtof(copy.c_str(), &end);
    if (end != copy.c_str() + copy.size()) return std::nullopt;
    return value;
}

void decode_part(std::string_view key, std::string_view value, const Content& content, Route& route) {
    if (key == "step") {
        const std::optional<int> step = parse_int(value);
        if (step && *step >= 1 && *step <= static_cast<int>(content.tour.size())) route.step = *step - 1;
    } else if (key == "line") {
        const std::size_t dot = std::min(value.find('.'), value.size());
        const std::optional<int> from = content.find_node(value.substr(0, dot));
        const std::optional<int> to = content.find_node(value.substr(std::min(dot + 1, value.size())));
        for (std::size_t i = 0; i < content.links.size(); ++i) {
            if (from == content.links[i].from && to == content.links[i].to) route.line = static_cast<int>(i);
        }
    } else if (key == "zoom") {
        const std::optional<float> zoom = parse_float(value);
        if (zoom && *zoom >= min_zoom && *zoom <= max_zoom) route.camera.zoom = *zoom;
    } else if (key == "at") {
        const std::size_t comma = value.find(',');
        if (comma == std::string_view::npos) return;
        const std::optional<float> x = parse_float(value.substr(0, comma));
        const std::optional<float> y = parse_float(value.substr(comma + 1));
        if (x && y && *x <= 1 && *y <= 1) route.camera.center = {*x, *y};
    } else if (key == "theme") {
        if (value == "light") route.theme = Theme::Light;
        if (value == "dark") route.theme = Theme::Dark;
        if (value == "contrast") route.theme = Theme::Contrast;
    } else if (key == "show") {
        if (value == "everything") route.extent = Extent::Everything;
    } else if (key == "inspect") {
        route.inspector = true;
    }
}

}  // namespace

Route route_of(const State& state) {
    return {state.selected, state.step, state.line, state.camera, state.theme, state.extent, state.inspector};
}

std::string encode_route(const Content& content, const Route& route) {
    std::string out;
    const auto add = [&](const std::string& part) { out += (out.empty() ? "" : "&") + part; };
    if (route.selected != none) add(content.nodes[static_cast<std::size_t>(route.selected)].id);
    if (route.step != none) add("step=" + std::to_string(route.step + 1));
    if (route.line != none) {
        const Link& link = content.links[static_cast<std::size_t>(route.line)];
        add("line=" + content.nodes[static_cast<std::size_t>(link.from)].id + "." + content.nodes[static_cast<std::size_t>(link.to)].id);
    }
    if (route.camera.zoom > min_zoom) {
        add("zoom=" + format_number(route.camera.zoom, 2));
        add("at=" + format_vec(route.camera.center, 3));
    }
    if (route.theme != Theme::System) add(route.theme == Theme::Light ? "theme=light" : route.theme == Theme::Dark ? "theme=dark" : "theme=contrast");
    if (route.extent == Extent::Everything) add("show=everything");
    if (route.inspector) add("inspect");
    return out;
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
    if (route.line != none) {
        const Link& link = content.links[static_cast<std::size_t>(route.line)];
        if (link.from != route.selected && link.to != route.selected) route.line = none;
    }
    return route;
}

}  // namespace throughline
