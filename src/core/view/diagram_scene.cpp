// State to Scene: emphasis, colours and widths of everything drawn in the diagram.
#include "core/view/palette.h"
#include "core/view/view.h"

#include "core/base/card_size.h"
#include "core/base/color.h"
#include "core/state/camera.h"
#include "core/state/caption.h"
#include "core/state/lit.h"
#include "core/view/talk_scene.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <utility>

namespace throughline {
namespace {

constexpr float baseline_in_line = 0.70F;  // of the line height, from its top: where Inter's text looks centred
constexpr float plain_border = 1.5F;
constexpr float lit_border = 2;
constexpr float quiet_border = 1;
constexpr float plain_width = 1.4F;
constexpr float lit_width = 2.6F;
constexpr float looked_at_width = 4.5F;
constexpr float hovered_width = 2;
constexpr float quiet_width = 1;
constexpr float arrow_size = 4;
constexpr float arrow_size_by_width = 1.6F;
constexpr float count_gap = 9;       // between a lane's title and how many cards it has
constexpr float plain_fade = 0.26F;  // towards the paper, so that a hundred links stay calm but keep 3:1
// Words that would be smaller than this, in CSS pixels, are drawn as bars: how long they are is all that can be seen of
// them.
constexpr float least_words_px = 5;
constexpr float bar_top = 0.62F;  // of the size, above the baseline
constexpr float bar_height = 0.5F;
constexpr float bar_fade = 0.45F;
constexpr float beside_hovered_fade = 0.7F;
constexpr float halo_fade = 0.55F;
constexpr float quiet_icon_fade = 0.2F;
constexpr float preview_width_px = 300;
constexpr float preview_text_px = 14;
constexpr float preview_line_px = 20;
constexpr float preview_padding_px = 14;
constexpr float preview_gap_px = 10;

class DrawingView {
public:
    DrawingView(const Brief& brief, const Layout& layout, const State& state)
        : content_(brief.content), layout_(layout), state_(state), lit_(lit_closure(brief, state)) {}

    Drawing draw(bool has_bars, bool has_far_links) const {
        Drawing drawing;
        drawing.bounds = layout_.bounds;
        if (state_.view.is_blank) return drawing;
        if (lit_) {
            for (const int distance : lit_->distance) drawing.depth = std::max(drawing.depth, std::abs(distance));
        }
        drawing.links.reserve(layout_.links.size());
        for (const LinkPath& path : layout_.links) {
            SceneLink link = link_of(path);
            // Of what cannot be followed on one screen, only what somebody asked for is drawn.
            const bool is_asked_for =
                link.emphasis == Emphasis::Lit || link.emphasis == Emphasis::Selected || has_far_links;
            if (path.is_near || is_asked_for) drawing.links.push_back(std::move(link));
        }
        std::stable_sort(drawing.links.begin(), drawing.links.end(),
                         [](const SceneLink& a, const SceneLink& b) { return paint_order(a) < paint_order(b); });
        drawing.cards.reserve(layout_.cards.size());
        for (const CardBox& box : layout_.cards) drawing.cards.push_back(card_of(box));
        const std::vector<std::string> counts = lane_counts();
        for (const LaneBox& box : layout_.lanes) add_labels(box, counts[box.lane.index()], drawing.labels);
        if (has_bars) replace_words(drawing);
        return drawing;
    }

    Scene frame(DrawingPtr drawing) const {
        Scene scene;
        scene.stage_px = state_.around.stage_px;
        scene.stage_from_world = stage_from_world(content_, layout_, state_);
        scene.background = state_.view.is_blank ? Swatch::Black : Swatch::Paper;
        scene.look = state_.look();
        scene.drawing = std::move(drawing);
        // A link may lie as deep as the deepest card, for a card's distance is that of its shortest path.
        const auto depth = static_cast<float>(scene.drawing->depth);
        scene.revealed = state_.motion.reveal < 1 ? state_.motion.reveal * depth : depth + 1;
        if (state_.view.is_blank) return scene;
        if (state_.fills_stage()) add_talk(content_, state_, scene);
        if (const CardBox* box = previewed_card()) scene.previews.push_back(preview_of(*box, scene.stage_from_world));
        return scene;
    }

private:
    static int paint_order(const SceneLink& link) {
        return link.emphasis == Emphasis::Quiet      ? 0
               : link.emphasis == Emphasis::Selected ? 3
               : link.width < lit_width              ? 1
                                                     : 2;
    }

    Emphasis emphasis_of_node(NodeId node) const {
        if (node == state_.view.selected) return Emphasis::Selected;
        if (!lit_) return Emphasis::Plain;
        return lit_->has_node[node.index()] ? Emphasis::Lit : Emphasis::Quiet;
    }

    SceneLink link_of(const LinkPath& path) const {
        const Link& link = content_[path.link];
        SceneLink drawn;
        drawn.link = path.link;
        drawn.points = path.points;
        drawn.is_near = path.is_near;
        drawn.basis = link.basis;
        drawn.color = swatch_of(content_.lane_of(link.flow_from()).hue);
        if (path.link == state_.view.looked_at) {
            drawn.emphasis = Emphasis::Selected;
            drawn.width = looked_at_width;
            drawn.color = Swatch::Ink;
            add_arrow(drawn);
            return drawn;
        }
        const bool is_hovered =
            state_.hands.hovered != none && (link.from == state_.hands.hovered || link.to == state_.hands.hovered);
        if (!lit_) {
            drawn.emphasis = Emphasis::Plain;
            drawn.width = is_hovered ? hovered_width : plain_width;
            if (!is_hovered) {
                drawn.color.towards_paper = state_.hands.hovered == none ? plain_fade : beside_hovered_fade;
            }
        } else if (lit_->has_link[path.link.index()]) {
            drawn.emphasis = Emphasis::Lit;
            drawn.width = lit_width;
            reveal(link, drawn);
        } else {
            drawn.emphasis = Emphasis::Quiet;
            drawn.width = is_hovered ? hovered_width : quiet_width;
            drawn.color = is_hovered ? Swatch::Muted : Swatch::QuietLine;
        }
        add_arrow(drawn);
        return drawn;
    }

    // The line ends within its arrow, so that its blunt end never shows beside the tip.
    static void add_arrow(SceneLink& link) {
        std::vector<Vec2>& points = link.points;
        const float size = arrow_size + arrow_size_by_width * link.width;
        Vec2* const last = &points[points.size() - 4];
        link.arrow.tip = last[3];
        const float length = length_of(last[3] - last[0]);
        if (length < 1e-3F) {
            link.arrow.base = link.arrow.tip;
            return;
        }
        // The last piece is level and longer than the arrow; where cards glide it may be neither for a moment.
        const Vec2 back = (last[0] - last[3]) * std::min(1.0F, size / length);
        link.arrow.base = last[3] + back;
        const Vec2 end = last[3] + back * 0.5F;
        last[1] = last[0] + (end - last[0]) * (1.0F / 3);
        last[2] = last[0] + (end - last[0]) * (2.0F / 3);
        last[3] = end;
    }

    // Lit links draw themselves outwards from the selected card, one link after the other along each path.
    void reveal(const Link& link, SceneLink& drawn) const {
        const int from = lit_->distance[link.flow_from().index()];
        const int to = lit_->distance[link.flow_to().index()];
        drawn.grows_from_end = from < 0;
        drawn.links_before = drawn.grows_from_end ? std::abs(to) : from;
    }

    SceneCard card_of(const CardBox& box) const {
        const Lane& lane = content_.lane_of(box.node);
        const Swatch hue = swatch_of(lane.hue);
        SceneCard card;
        card.node = box.node;
        card.rect = box.rect;
        card.emphasis = emphasis_of_node(box.node);
        card.is_hovered = box.node == state_.hands.hovered || is_looked_at(box.node);
        card.is_focused = box.node == state_.hands.focused;
        card.shape = lane.shape;
        card.icon_center = {box.rect.x + card_icon_center, box.rect.center().y};
        card.corner_radius = card_corner_radius;
        card.halo = card.is_focused ? Paint(Swatch::Ink) : Paint(hue, halo_fade);
        card.fill = Swatch::Surface;
        card.border = hue;
        card.icon = hue;
        Swatch text = Swatch::Ink;
        Weight weight = state_.fills_stage() && lit_ ? Weight::Semibold : Weight::Regular;
        switch (card.emphasis) {
            case Emphasis::Plain: card.border_width = plain_border; break;
            case Emphasis::Lit: card.border_width = lit_border; break;
            case Emphasis::Quiet:
                card.fill = Swatch::Paper;
                card.border_width = quiet_border;
                card.border = card.is_hovered ? hue : Swatch::QuietLine;
                card.icon = {Swatch::Muted, quiet_icon_fade};
                text = Swatch::Muted;
                break;
            case Emphasis::Selected:
                card.border_width = lit_border;
                card.fill = hue;
                card.icon = Swatch::OnHue;
                text = Swatch::OnHue;
                weight = Weight::Semibold;
                break;
        }
        const float top = box.rect.center().y - static_cast<float>(box.lines.size()) * card_line_height / 2;
        for (std::size_t i = 0; i < box.lines.size(); ++i) {
            PlacedText line;
            line.text = box.lines[i];
            line.pos = {box.rect.x + card_text_inset,
                        top + (static_cast<float>(i) + baseline_in_line + 0.04F) * card_line_height};
            line.size = card_text_size;
            line.weight = weight;
            line.color = text;
            line.max_width = box.rect.right() - 6 - line.pos.x;
            card.lines.push_back(std::move(line));
        }
        return card;
    }

    void add_labels(const LaneBox& box, const std::string& how_many, std::vector<PlacedText>& labels) const {
        const Lane& lane = content_[box.lane];
        for (std::size_t i = 0; i < box.lines.size(); ++i) {
            PlacedText line;
            line.text = box.lines[i];
            line.pos = {box.head.x, box.head.y + (static_cast<float>(i) + baseline_in_line) * lane_line_height};
            line.size = lane_text_size;
            line.weight = Weight::Semibold;
            line.color = swatch_of(lane.hue);
            line.max_width = measure_text(line.text, line.weight, line.size) * 1.08F;
            labels.push_back(std::move(line));
        }
        if (state_.fills_stage() && lit_) return;  // of a few cards nobody has to be told how many
        PlacedText count;
        count.text = how_many;
        count.size = card_text_size;
        count.color = Swatch::Muted;
        const float count_width = measure_text(count.text, count.weight, count.size);
        const PlacedText& last = labels.back();
        // In the tall form there may be a channel where the title ends, so the count stands at the other end of the
        // line.
        const float x = state_.around.form == Form::Wide
                            ? last.pos.x + measure_text(last.text, last.weight, last.size) + count_gap
                            : layout_.bounds.right() - box.head.x - count_width;
        count.pos = {x, last.pos.y};
        count.max_width = count_width * 1.1F;
        labels.push_back(std::move(count));
    }

    // Of each lane: how many cards there are, and how many of them are lit.
    std::vector<std::string> lane_counts() const {
        std::vector<int> all(content_.lanes.size());
        std::vector<int> lit(content_.lanes.size());
        for (const NodeId node : content_.node_ids()) {
            const std::size_t lane = content_[node].lane.index();
            ++all[lane];
            if (lit_ && lit_->has_node[node.index()]) ++lit[lane];
        }
        std::vector<std::string> counts;
        for (std::size_t lane = 0; lane < all.size(); ++lane)
            counts.push_back((lit_ ? std::to_string(lit[lane]) + "/" : "") + std::to_string(all[lane]));
        return counts;
    }

    void replace_words(Drawing& drawing) const {
        const auto add = [&drawing](const PlacedText& line) {
            const float width = std::min(measure_text(line.text, line.weight, line.size), line.max_width);
            drawing.bars.push_back({{line.pos.x, line.pos.y - bar_top * line.size, width, bar_height * line.size},
                                    {line.color.swatch, bar_fade}});
        };
        for (SceneCard& card : drawing.cards) {
            for (const PlacedText& line : card.lines) add(line);
            card.lines.clear();
        }
        for (const PlacedText& label : drawing.labels) add(label);
        drawing.labels.clear();
    }

    // The other end of the link that is being looked at.
    bool is_looked_at(NodeId node) const {
        if (state_.view.looked_at == none || node == state_.view.selected) return false;
        const Link& link = content_[state_.view.looked_at];
        return link.from == node || link.to == node;
    }

    const CardBox* previewed_card() const {
        // On a stage it would cover what the audience reads.
        if (state_.hands.hovered == none || state_.hands.hovered == state_.view.selected || state_.fills_stage())
            return nullptr;
        return layout_.card_of(state_.hands.hovered);
    }

    // Beside the card where there is room, else below or above it; never over the card itself.
    ScenePreview preview_of(const CardBox& box, const Transform& transform) const {
        const Rect card = transform.apply(box.rect);
        const float width = std::min(preview_width_px, state_.around.stage_px.x - 2 * preview_gap_px);
        const std::vector<std::string> lines =
            wrap_text(content_[box.node].text, Weight::Regular, preview_text_px, width - 2 * preview_padding_px);
        const float height = static_cast<float>(lines.size()) * preview_line_px + 2 * preview_padding_px;
        ScenePreview preview;
        float x = card.right() + preview_gap_px;
        float y = card.center().y - height / 2;
        if (x + width > state_.around.stage_px.x - preview_gap_px) x = card.x - preview_gap_px - width;
        if (x < preview_gap_px) {
            x = std::clamp(card.center().x - width / 2, preview_gap_px,
                           std::max(preview_gap_px, state_.around.stage_px.x - preview_gap_px - width));
            y = card.bottom() + preview_gap_px;
            if (y + height > state_.around.stage_px.y - preview_gap_px) y = card.y - preview_gap_px - height;
        } else {
            y = std::clamp(y, preview_gap_px,
                           std::max(preview_gap_px, state_.around.stage_px.y - preview_gap_px - height));
        }
        preview.rect = {x, y, width, height};
        preview.corner_radius = 10;
        preview.fill = Swatch::Surface;
        preview.border = swatch_of(content_.lane_of(box.node).hue);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            PlacedText line;
            line.text = lines[i];
            line.pos = {x + preview_padding_px,
                        y + preview_padding_px + (static_cast<float>(i) + baseline_in_line) * preview_line_px};
            line.size = preview_text_px;
            line.color = Swatch::Ink;
            line.max_width = width - 2 * preview_padding_px;
            preview.lines.push_back(std::move(line));
        }
        return preview;
    }

    const Content& content_;
    const Layout& layout_;
    const State& state_;
    std::optional<Closure> lit_;
};

}  // namespace

bool has_bars(const Brief& brief, const Layout& layout, const State& state) {
    return !layout.cards.empty() &&
           stage_from_world(brief.content, layout, state).scale * card_text_size < least_words_px;
}

DrawingPtr view_drawing(const Brief& brief, const Layout& layout, const State& state, Lettering lettering) {
    if (state.files.wait != Wait::None) return std::make_shared<const Drawing>();
    const bool is_small = lettering == Lettering::Screen && has_bars(brief, layout, state);
    return std::make_shared<const Drawing>(
        DrawingView(brief, layout, state).draw(is_small, lettering == Lettering::Picture));
}

Scene view_scene(const Brief& brief, const Layout& layout, const State& state, DrawingPtr drawing) {
    if (state.files.wait != Wait::None) {
        Scene empty;
        empty.stage_px = state.around.stage_px;
        empty.stage_from_world = {1, {}};
        empty.background = Swatch::Paper;
        empty.look = state.look();
        return empty;
    }
    return DrawingView(brief, layout, state).frame(std::move(drawing));
}

}  // namespace throughline
