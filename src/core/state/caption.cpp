// Sizes are of a stage of 1280 by 720 and grow with it.
#include "core/state/caption.h"

#include "core/content/words.h"
#include "core/state/camera.h"

#include <algorithm>
#include <array>

namespace throughline {
namespace {

constexpr float title_size = 34;
constexpr float title_line = 42;
constexpr float text_size = 23;
constexpr float text_line = 31;
constexpr float position_size = 18;
constexpr float smallest_position_px = 14;
// About the page's own way out, which stands in the corner above the picture, as talk.css has it.
constexpr float exit_text_size = 14;
constexpr float exit_line = 17;
constexpr float exit_padding = 34;
constexpr float exit_padding_above = 12;
constexpr float exit_least_height = 44;
constexpr float exit_most_share = 0.333F;  // of the row
constexpr float padding = 42;              // on both sides; grows with the stage's width alone
constexpr float padding_above = 20;
constexpr float gap_below = 6;
constexpr float title_gap_below = 6;
constexpr float baseline_in_line = 0.72F;
constexpr float longest_line = 54;  // in sizes of the text; longer ones are hard to follow from afar
constexpr float code_share = 0.36F;
constexpr float prompt_height = 96;     // a kiosk's invitation stands below
constexpr float drift_px = 14;          // of the attract loop, against burn-in
constexpr float smallest_unit = 0.62F;  // a phone's words stay at 14 px
constexpr std::array<float, text_steps> text_scales{1, 1.25F, 1.5F};
// A slow round, so that no edge stays where it was.
constexpr std::array<Vec2, 8> drifts{{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}}};

class Writer {
public:
    explicit Writer(float left) : left_(left) {}

    void add(const std::string& text, Weight weight, float size, float line_height, float width) {
        if (text.empty()) return;
        for (std::string& line : wrap_text(text, weight, size, width)) {
            PlacedText written;
            written.pos = {left_, y + line_height * baseline_in_line};
            written.size = size;
            written.weight = weight;
            written.max_width = width;
            written.text = std::move(line);
            lines.push_back(std::move(written));
            y += line_height;
        }
    }

    std::vector<PlacedText> lines;
    float y = 0;

private:
    float left_;
};

// The way out with its words in as many lines as they take within `most_width`; nothing where there is none.
Vec2 exit_size(const std::string& label, float unit, float most_width) {
    if (unit == 0) return {};
    const float room = std::max(most_width / unit - exit_padding, exit_text_size);
    const std::size_t lines = wrap_text(label, Weight::Semibold, exit_text_size, room).size();
    const float width = std::min(measure_text(label, Weight::Semibold, exit_text_size), room) + exit_padding;
    return Vec2{width, exit_padding_above + std::max(exit_least_height, exit_line * static_cast<float>(lines + 1))} *
           unit;
}

void mirror(PlacedCaption& placed, float width) {
    for (PlacedText& line : placed.lines) {
        line.pos.x = width - line.pos.x - measure_text(line.text, line.weight, line.size);
    }
    for (Rect* rect : {&placed.caption_px, &placed.picture_px, &placed.code_px}) rect->x = width - rect->right();
}

void move(PlacedCaption& placed, Vec2 by) {
    for (PlacedText& line : placed.lines) line.pos = line.pos + by;
    for (Rect* rect : {&placed.caption_px, &placed.picture_px, &placed.code_px}) {
        rect->x += by.x;
        rect->y += by.y;
    }
}

}  // namespace

float stage_unit(const State& state) {
    const Rect frame = stage_frame(state);
    const float unit = std::min(frame.w / 1024, std::max(frame.w / 1280, frame.h / 720));
    // The speaker's window has the audience's stage in small, with all its lines as they break there.
    return state.view.mode == Mode::Speaker ? unit : std::max(smallest_unit, unit);
}

bool is_closing(const Content& content, const State& state) {
    return state.view.selected == none && state.view.step != none &&
           state.view.step == static_cast<int>(content.tour.size());
}

Caption closing_caption(const Content& content, const State& state) {
    const Words& w = words();
    const About& about = content.about;
    // The page that shows an opened content does not hold it: neither its address nor a copy of it is one to take home.
    const bool is_own = state.files.opened_file.empty();
    Caption caption;
    caption.address = about.address.empty() && is_own ? state.around.url : about.address;
    const bool has_copy = caption.address.empty() && is_own && state.around.is_one_file;
    const bool has_any = has_copy || !caption.address.empty();
    if (about.closing.title.empty()) {
        caption.title = has_any ? w.closing_title : w.closing_end_title;
        caption.text = fill(has_copy ? w.closing_file : has_any ? w.closing_address : w.closing_end, {content.title});
    } else {
        caption.title = about.closing.title;
        caption.text = about.closing.text;
        if (has_copy) caption.text += " " + fill(w.closing_file, {content.title});
    }
    return caption;
}

Caption caption_of(const Content& content, const State& state) {
    const Words& w = words();
    if (is_closing(content, state)) {
        Caption caption = closing_caption(content, state);
        caption.position =
            fill(w.position, {std::to_string(state.view.step + 1), std::to_string(content.tour.size() + 1)});
        return caption;
    }
    Caption caption;
    if (state.view.mode != Mode::Kiosk && state.view.step != none) {
        caption.position =
            fill(w.position, {std::to_string(state.view.step + 1), std::to_string(content.tour.size() + 1)});
    }
    if (state.view.selected != none) {
        const Node& node = content[state.view.selected];
        caption.title = node.title;
        caption.text = node.text;
    } else if (state.view.step != none) {
        const TourStep& step = content.tour[static_cast<std::size_t>(state.view.step)];
        caption.title = step.title;
        caption.text = step.text;
    } else {
        caption.title = content.title;
        caption.text = content.summary;
    }
    return caption;
}

PlacedCaption place_caption(const Content& content, const State& state) {
    const float unit = stage_unit(state);
    const float scale =
        unit * text_scales[static_cast<std::size_t>(std::clamp(state.view.text_step, 0, text_steps - 1))];
    const Caption caption = caption_of(content, state);
    const Rect frame = stage_frame(state);
    const Vec2 stage{frame.w, frame.h};
    const Vec2 drift = state.view.mode == Mode::Kiosk
                           ? drifts[static_cast<std::size_t>(state.kiosk.drift) % drifts.size()] * (drift_px * unit)
                           : Vec2{};
    const float left = padding * frame.w / 1280;
    const float position_px =
        std::max(position_size * unit, state.view.mode == Mode::Speaker ? 0 : smallest_position_px);
    const float position_width =
        caption.position.empty() ? 0 : measure_text(caption.position, Weight::Regular, position_px);
    const float width = stage.x - 2 * left;
    // A page's own words do not shrink with a small stage, and grow with the reader's text.
    const float exit_unit = state.view.mode == Mode::Kiosk     ? 0
                            : state.view.mode == Mode::Speaker ? unit
                                                               : std::max(unit, state.around.text_scale);
    const Vec2 exit = exit_size(content.about.exit.label, exit_unit, stage.x * exit_most_share);

    PlacedCaption placed;
    Writer writer(left);
    writer.y = padding_above * unit;
    if (!caption.position.empty()) {
        PlacedText position;
        position.text = caption.position;
        position.size = position_px;
        position.pos = {stage.x - left - exit.x - position_width, writer.y + title_line * scale * baseline_in_line};
        position.max_width = position_width * 1.1F;
        writer.lines.push_back(std::move(position));
    }
    writer.add(caption.title, Weight::Semibold, title_size * scale, title_line * scale,
               width - exit.x - position_width - left / 2);
    writer.y = std::max(writer.y + title_gap_below * unit, exit.y);
    writer.add(caption.text, Weight::Regular, text_size * scale, text_line * scale,
               std::min(width, longest_line * text_size * scale));
    if (!caption.address.empty())
        writer.add(caption.address, Weight::Semibold, text_size * scale, text_line * scale, width);
    placed.caption_px = {left, padding_above * unit, width, writer.y - padding_above * unit};

    const float top = writer.y + gap_below * unit;
    const float bottom = state.view.mode == Mode::Kiosk ? prompt_height * unit : 0;
    placed.picture_px = {0, top, stage.x, std::max(stage.y - top - bottom - gap_below * unit, 40.0F)};
    if (!caption.address.empty()) {
        const float side = std::min(placed.picture_px.w * code_share, placed.picture_px.h) - padding / 2 * unit;
        placed.code_px = {stage.x - left - side, placed.picture_px.center().y - side / 2, side, side};
        placed.picture_px.w = placed.code_px.x - left - placed.picture_px.x;
    }
    placed.lines = std::move(writer.lines);
    if (content.direction == Direction::RightToLeft) mirror(placed, stage.x);
    move(placed, Vec2{frame.x, frame.y} + drift);
    return placed;
}

}  // namespace throughline
