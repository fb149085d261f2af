// The address of a view: the fragment after '#', e.g. `raids`, `raids&zoom=2&at=0.4,0.6`, `step=3`, `theme=dark`.
#pragma once

#include "core/content/content.h"
#include "core/state/state.h"

#include <optional>
#include <string>
#include <string_view>

namespace throughline {

// As addresses and attributes say it.
const char* mode_name(Mode mode);

// What a fragment can say of a State. Steps count from 1 in the address.
struct Route {
    int selected = none;
    int step = none;
    int looked_at = none;  // a link of the selected node
    Camera camera;
    Theme theme = Theme::System;
    Extent extent = Extent::Path;
    bool inspector = false;
    Mode mode = Mode::Explore;
    bool is_blank = false;
    int text_step = 0;
    std::optional<Vec2> spot;
    bool has_letter_keys = true;
    int auto_secs = 0;
    double since_ms = 0;
    float audience_aspect = 0;  // only in what two windows tell each other
    std::string brief;          // likewise: the fingerprint of the content whose view it is
    KioskSettings kiosk;  // 0 and empty where the address leaves it to the content
    friend bool operator==(const Route&, const Route&) = default;
};

Route route_of(const State& state);

// What two windows of one talk show alike: the view without what is a window's own (mode, theme, keys, timer). The audience's
// tells the shape of its stage as well.
std::string encode_shared_view(const Content& content, const State& state);

// Values left out are the defaults, so the whole view has the empty fragment.
std::string encode_route(const Content& content, const Route& route);

// Never fails: unknown keys, ids and values are passed over, so that an old link still opens something.
Route decode_route(const Content& content, std::string_view fragment);

}  // namespace throughline
