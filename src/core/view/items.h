// What the parts of the page are made of: short ways to write items, and a node's links sorted by what they are to it.
#pragma once

#include "core/command/commands.h"
#include "core/content/content.h"
#include "core/content/graph.h"
#include "core/state/state.h"
#include "core/view/page.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline {

// Moves its arguments, as an initializer list would not.
template <typename... Items>
std::vector<PageItem> items_of(Items&&... items) {
    std::vector<PageItem> list;
    list.reserve(sizeof...(items));
    (list.push_back(std::forward<Items>(items)), ...);
    return list;
}

PageItem group_item(std::string_view part, std::vector<PageItem> children);
PageItem heading_item(int level, std::string_view part, std::string_view text);
PageItem paragraph_item(std::string_view part, std::string_view text);
PageItem text_item(std::string_view part, std::string_view text);
PageItem link_item(std::string_view part, std::string_view text, std::string_view href);
PageItem button_item(std::string_view id, std::string_view part, std::string_view text);
PageItem list_item(std::vector<PageItem> children);
PageItem named_group(std::string_view id, std::string_view part, std::string_view label, std::vector<PageItem> children);
PageItem region_of(std::string_view id, std::string_view part, std::string_view label, std::vector<PageItem> children);
// The button of the command with this id, which there is, as it stands now.
PageItem button_of(const Situation& now, std::string_view id);
// Those of a bar that are offered now.
std::vector<PageItem> bar_items(const Situation& now, Bars bar);

// The style's words for a lane: its hue and its shape.
std::string lane_part(std::string_view part, const Lane& lane);

const char* basis_part(Basis basis);

PageItem stage_item(const Content& content, const Graph& graph, const Layout& layout, const State& state, bool is_live);
PageItem panel_item(const Content& content, const Graph& graph, const State& state, bool is_live);
PageItem mistakes_item(const Content& content, const State& state);
PageItem whole_text_item(const Content& content, const Graph& graph);
PageItem about_item(const Content& content, Liveness liveness);

// Of a talk and a kiosk.
std::vector<PageItem> caption_items(const Content& content, const Layout& layout, const State& state);  // what the scene draws beside the cards
PageItem talk_item(const Content& content, const State& state);                  // the talk's controls and what they open
PageItem speaker_item(const Content& content, const State& state);
PageItem languages_item(const Content& content, const std::vector<Content>& editions);
std::vector<PageItem> kiosk_items(const Content& content, const State& state);  // what lies over the page

}  // namespace throughline
