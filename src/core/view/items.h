// The parts of the page, each in a file of its own.
#pragma once

#include "core/command/commands.h"
#include "core/brief/brief.h"
#include "core/layout/layout.h"
#include "core/page/items.h"
#include "core/state/state.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline {

// The button of the command with this id, which there is, as it stands now.
PageItem button_of(const Situation& now, std::string_view id);
// Those of a bar that are offered now.
std::vector<PageItem> bar_items(const Situation& now, Bars bar);

PageItem stage_item(const Brief& brief, const Layout& layout, const State& state, Liveness liveness,
                    const PageItem* card_buttons);
PageItem panel_item(const Brief& brief, const State& state, Liveness liveness);
PageItem mistakes_item(const Content& content, const State& state);

// Of a talk and a kiosk.
std::vector<PageItem> caption_items(const Content& content, const Layout& layout,
                                    const State& state);         // what the scene draws beside the cards
PageItem talk_item(const Content& content, const State& state);  // the talk's controls and what they open
PageItem speaker_item(const Content& content, const State& state);
PageItem languages_item(const Content& content, const std::vector<Edition>& editions);
std::vector<PageItem> kiosk_items(const Content& content, const State& state);  // what lies over the page

}  // namespace throughline
