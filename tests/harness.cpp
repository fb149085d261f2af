// Inputs become a session's, and what it answers is kept for whoever asks.
#include "harness.h"

#include "core/command/input.h"
#include "core/program/update.h"
#include "core/view/view.h"

#include <doctest/doctest.h>

namespace throughline::testing {

Harness::Harness(Content content, const Opening& opening) : TimedSession(std::move(content)) {
    started_wall_ms = 1764000000000;  // 24 November 2025, 17:00 an hour east of Greenwich
    minutes_east_of_utc = 60;
    send(EnvironmentInput{false, false, opening.pace == Pace::Still});
    if (opening.awaited) send(AwaitInput{*opening.awaited});
    resize(opening.stage_px, opening.form);
    if (!opening.view.empty()) open(opening.view);
    reaction_ = {};
    untaken_.clear();
}

Reaction Harness::take_input(const Input& input) {
    note(session.handle(input));
    return reaction_;
}

void Harness::note(Reaction reaction) {
    reaction_ = std::move(reaction);
    for (const Effect& effect : reaction_.effects) {
        if (const auto* fragment = std::get_if<SetFragment>(&effect)) address_ = fragment->fragment;
        untaken_.push_back(effect);
    }
}

const Reaction& Harness::send_line(std::string_view line) {
    const std::optional<Input> input = parse_input("0 " + std::string(line));
    CHECK_MESSAGE(input.has_value(), std::string(line), " is no input");
    return send(input ? input->event : decltype(input->event)(FrameInput{}));
}

const Reaction& Harness::press(std::string_view name) { return activate(button(name).id); }

const Reaction& Harness::focus(std::string_view id) {
    focused_ = id;
    return send(FocusInput{focused_});
}

const Reaction& Harness::key(std::string_view key) { return send(KeyInput{std::string(key), false, focused_}); }
const Reaction& Harness::hold(std::string_view key) { return send(KeyInput{std::string(key), true, focused_}); }

const Reaction& Harness::point(PointerPhase phase, Vec2 pos_px, PointerKind kind, int pointer) {
    return send(PointerInput{phase, kind, pointer, pos_px});
}

const Reaction& Harness::drop(std::string file_name, std::string json, FileOrder order) {
    return send(ContentInput{std::move(file_name), std::move(json), false, 0, order});
}

PageItem Harness::get(Role role, std::string_view name) {
    const std::vector<PageItem> found = find_items(page(), role, name);
    if (found.size() == 1) return found.front();
    std::string others;
    for (const PageItem& item : find_items(page(), role)) others += "\n  " + name_of(item);
    FAIL_CHECK("there are ", found.size(), " of this role with the name ‘", std::string(name), "’; all of it:", others);
    return found.empty() ? PageItem() : found.front();
}

std::string Harness::status() {
    const std::vector<PageItem> regions = find_items(page(), Role::Status);
    CHECK(regions.size() == 1);
    return regions.empty() ? "" : words_of(regions.front());
}

const SceneCard* Harness::card(std::string_view node) {
    const std::optional<NodeId> wanted = content().find_node(node);
    for (const SceneCard& card : scene().drawing->cards) {
        if (card.node == wanted) return &card;
    }
    return nullptr;
}

Rect Harness::card_rect(std::string_view node) {
    const SceneCard* drawn = card(node);
    CHECK_MESSAGE(drawn != nullptr, std::string(node), " is not in the picture");
    return drawn == nullptr ? Rect{} : scene().stage_from_world.apply(drawn->rect);
}

NodeId Harness::node(std::string_view id) const {
    const std::optional<NodeId> found = content().find_node(id);
    CHECK_MESSAGE(found.has_value(), "there is no node ", std::string(id));
    return found.value_or(NodeId());
}

std::string Harness::selected() const { return view().selected == none ? "" : content()[view().selected].id; }

std::vector<std::string> Harness::effect_kinds() const {
    std::vector<std::string> kinds;
    for (const Effect& effect : effects()) kinds.emplace_back(describe(effect).kind);
    return kinds;
}

std::vector<Effect> Harness::apply(const Action& action) {
    Update updated = update(session.layout(), state(), action);
    session = Session(std::move(updated.state));
    note({updated.effects, true});
    return std::move(updated.effects);
}

Page page_without_script(const Content& content) {
    return view_page(*open_brief(content), compute_layout(content, whole_request(content, Form::Wide)), State(),
                     Liveness::Static);
}

}  // namespace throughline::testing
