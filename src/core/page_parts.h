// What the parts of the page are made of: short ways to write items, and a node's links sorted by what they are to it.
#pragma once

#include "core/content.h"
#include "core/graph.h"
#include "core/page.h"
#include "core/state.h"

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

// The style's words for a lane: its hue and its shape.
std::string lane_part(std::string_view part, const Lane& lane);

const char* basis_part(Basis basis);
bool has_basis(const Content& content, Basis basis);  // some link of it

const Lane& lane_of(const Content& content, int node);
const Node& node_of(const Content& content, int node);

// All links of one node that are the same thing to it.
struct Relation {
    std::string_view slot;  // the part of an item's id that keeps it unique in the page
    std::string_view title;
    std::string_view count_pattern;
    std::vector<int> links;  // indices into Content::links, in the author's order
};

// Without the empty ones.
std::vector<Relation> find_relations(const Content& content, const Graph& graph, int node);

// The end of the link that is not `node`.
int other_end(const Link& link, int node);

// "leads to 5, comes from 3"
std::string count_relations(const Content& content, const Graph& graph, int node);

// "Source: <label>; <label>"
std::string source_line(const Content& content, const std::vector<std::string>& sources);

PageItem stage_item(const Content& content, const Graph& graph, const Layout& layout, const State& state, bool is_live);
PageItem panel_item(const Content& content, const Graph& graph, const State& state, bool is_live);
PageItem mistakes_item(const State& state);
PageItem text_edition_item(const Content& content, const Graph& graph);
PageItem about_item(const Content& content, Liveness liveness);

// Of a talk and a kiosk, in view_stage.cpp.
std::vector<PageItem> staged_items(const Content& content, const Layout& layout, const State& state);  // what the scene draws beside the cards
PageItem talk_item(const Content& content, const State& state);                  // the talk's controls and what they open
PageItem speaker_item(const Content& content, const State& state);
PageItem languages_item(const Content& content, const std::vector<Content>& editions);
std::vector<PageItem> kiosk_items(const State& state);  // what lies over the page

}  // namespace throughline
