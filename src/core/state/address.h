// What an address says of a state: the fragment after '#', e.g. `raids`, `raids&zoom=2&at=0.4,0.6`, `step=3`,
// `theme=dark`.
#pragma once

#include "core/base/geometry.h"
#include "core/content/content.h"

#include <optional>
#include <string>
#include <string_view>

namespace throughline {

inline constexpr float min_zoom = 1;
inline constexpr float max_zoom = 8;       // more only where words would still be too small
inline constexpr float largest_zoom = 64;  // that an address can name
inline constexpr int text_steps = 3;       // sizes of a talk's captions

enum class Theme { System, Light, Dark, Contrast };

// Explore: at the reader's own pace. Talk: what an audience sees. Speaker: the talk's other window, for whoever speaks.
// Kiosk: a public screen that starts over by itself.
enum class Mode { Explore, Talk, Speaker, Kiosk };

// What the picture shows of the whole; a phone shows one path at a time unless asked for everything.
enum class Extent { Path, Everything };

// Relative to the fitted picture: zoom 1 is the fit, and `center` is the world point in the middle of the stage
// as a fraction of the layout's bounds, so that it means the same in both forms and at every size.
struct Camera {
    float zoom = 1;
    Vec2 center{0.5F, 0.5F};
    friend bool operator==(const Camera&, const Camera&) = default;
};

// The part of a State that has an address. Its ids are those of the content that the address was read with.
struct View {
    Mode mode = Mode::Explore;
    NodeId selected;
    int step = none;   // index into Content::tour; in a talk one more is the closing step
    LinkId looked_at;  // the selected node's link that is being looked at
    // As it was asked for: an address may come before the stage has the size that can show it, and a window that was
    // small for a while shows the same place again.
    Camera camera;
    Theme theme = Theme::System;
    Extent extent = Extent::Path;
    bool has_inspector = false;
    // Of a talk.
    bool is_blank = false;
    int text_step = 0;         // 0 … text_steps - 1
    std::optional<Vec2> spot;  // the pointer, as fractions of the stage's frame
    bool has_letter_keys = true;
    int auto_secs = 0;    // the next step comes by itself after as many; 0: it waits for the speaker
    double since_ms = 0;  // Speaker: when the timer was started, wall clock; 0: it was not
    // Of a kiosk; 0 and empty leave it to the content.
    KioskSettings kiosk;

    bool is_talk() const { return mode == Mode::Talk || mode == Mode::Speaker; }
    friend bool operator==(const View&, const View&) = default;
};

// What the two windows of a talk tell each other.
struct SharedView {
    View view;
    float audience_aspect = 0;  // width over height of the audience's stage; 0 from the speaker's
    std::string brief;          // the fingerprint of the content whose view it is
};

// As addresses and attributes say it.
const char* mode_name(Mode mode);

// A kiosk's address says how it is set up, and nothing of who stands before it.
View addressed(const View& view);

// Values left out are the defaults, so the whole view has the empty fragment.
std::string encode_view(const Content& content, const View& view);

// Without what is a window's own (mode, theme, keys, timer).
std::string encode_shared_view(const Content& content, const SharedView& shared);

// Neither fails: unknown keys, ids and values are passed over, so that an old link still opens something.
View decode_view(const Content& content, std::string_view fragment);
SharedView decode_shared_view(const Content& content, std::string_view fragment);

}  // namespace throughline
