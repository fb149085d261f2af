// The limits and words of the content format, as content/README.md tells authors and brief.schema.json tells editors: a
// test compares the three.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace throughline {

// Lengths in characters (Unicode code points).
inline constexpr std::size_t max_id_length = 40;
inline constexpr std::size_t max_page_title_length = 80;
inline constexpr std::size_t max_card_title_length = 80;
inline constexpr std::size_t max_label_length = 48;
inline constexpr std::size_t max_summary_length = 300;
inline constexpr std::size_t max_text_length = 900;
inline constexpr std::size_t max_address_length = 200;
inline constexpr std::size_t max_language_length = 35;
// Longer ones are remarked on.
inline constexpr std::size_t usual_node_text_length = 600;
inline constexpr std::size_t usual_step_text_length = 400;
inline constexpr std::size_t most_title_lines = 3;  // of a card of the least width

inline constexpr std::size_t max_locators = 400;
inline constexpr std::size_t max_lanes = 40;
inline constexpr int max_columns = 24;
inline constexpr std::size_t max_nodes = 1000;
inline constexpr std::size_t max_links = 3000;
inline constexpr std::size_t max_steps = 60;
inline constexpr std::size_t max_focus = 12;  // cards of a step
inline constexpr std::size_t max_editions = 12;
inline constexpr int min_kiosk_secs = 3;
inline constexpr int max_kiosk_secs = 3600;

// A file that may stand beside the page: small letters, digits, dots, hyphens and underscores, ending in .json. So it
// can lead neither up, nor down, nor elsewhere.
inline bool is_file_name(std::string_view name) {
    constexpr std::string_view ending = ".json";
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
    return name.size() > ending.size() && name.size() <= 64 && name.front() != '.' &&
           name.find_first_not_of(allowed) == std::string_view::npos &&
           name.substr(name.size() - ending.size()) == ending;
}

// Code points.
inline std::size_t count_characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Of the outermost object.
inline constexpr std::array<std::string_view, 13> content_fields{
    "$schema",  "language", "language_name", "direction", "title", "summary", "about",
    "locators", "lanes",    "nodes",         "links",     "tour",  "kiosk"};
inline constexpr std::array<std::string_view, 9> required_fields{"language", "title", "summary", "about", "locators",
                                                                 "lanes",    "nodes", "links",   "tour"};

// In the order of the enumerators in content.h.
inline constexpr std::array<std::string_view, 2> direction_words{"ltr", "rtl"};
inline constexpr std::array<std::string_view, 5> hue_words{"violet", "blue", "crimson", "green", "amber"};
inline constexpr std::array<std::string_view, 5> shape_words{"ring", "square", "triangle", "check", "chevron"};
inline constexpr std::array<std::string_view, 2> order_words{"free", "fixed"};
inline constexpr std::array<std::string_view, 3> link_kind_words{"leads_to", "answers", "opposes"};
inline constexpr std::array<std::string_view, 2> emblem_words{"none", "umbrella"};
inline constexpr std::array<std::string_view, 2> traces_words{"views", "fewest"};
inline constexpr std::array<std::string_view, 2> basis_words{"stated", "inferred"};

// The page's own ids share the address with the ids of nodes, so a node may not have one of these.
// Side by side, because one below the other they fill two screens.
// clang-format off
inline constexpr auto reserved_ids = std::to_array<std::string_view>({
    "about", "canvas", "controls", "diagram", "dock", "extent", "fallback", "fit", "fold", "leave", "main",
    "mistakes", "page", "panel", "open-brief", "picture", "mistakes-dismiss", "talk-jump-close", "read-text", "sheet",
    "skip", "stage", "status", "text", "theme", "title", "tour", "tour-back", "tour-end", "tour-next", "tour-resume",
    "whole", "zoom-in", "zoom-out", "contrast", "print", "neutral", "link-in", "link-out", "link-follow", "link-back",
    "present", "talk", "talk-end", "talk-blank", "talk-jump", "talk-spot", "talk-text", "talk-auto", "talk-keys",
    "talk-fullscreen", "talk-speaker", "talk-notes", "talk-timer", "print-steps", "print-notes", "jump", "jump-lanes",
    "caption", "code", "spot", "notes", "clock", "progress", "timer", "coming", "languages", "wake", "attract-pause",
    "warning", "stay", "start-over", "staff-panel", "staff-close", "staff-reload", "staff-leave", "leave-soon",
    "leave-alone", "waiting", "absent", "blank", "inspect", "payload", "copy-link", "link-field"
});
// clang-format on

// A build names what it packs into a page by "payload-" and the file.
inline bool is_reserved_id(std::string_view id) {
    return id.starts_with("payload-") || std::find(reserved_ids.begin(), reserved_ids.end(), id) != reserved_ids.end();
}

}  // namespace throughline
