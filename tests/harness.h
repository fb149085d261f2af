// The one harness of the native tests: a whole session, met as a reader meets it. Inputs go in one after the other, and
// what is shown is found by role and by the name that is read out; an id only where a thing has no name.
//
//     Harness h(small_content(), "mode=talk");
//     h.press("Next");
//     h.key("PageDown");
//     CHECK(h.button("Next").is_disabled);
//     CHECK(h.status() == words().status_closing);
#pragma once

#include "core/command/action.h"
#include "page_items.h"
#include "support.h"
#include "timed_session.h"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace throughline::testing {

// Whether the reader has asked for things that stand still.
enum class Pace { Still, Moving };

// How a page is opened.
struct Opening {
    std::string view = {};  // what its address says
    Vec2 stage_px = {1280, 720};
    Form form = Form::Wide;
    Pace pace = Pace::Still;
    std::optional<std::string> awaited = {};  // the file that is to come; "": the other window hands it over
};

class Harness final : public TimedSession {
public:
    explicit Harness(Content content = small_content(), const Opening& opening = {});
    // A template, so that a braced Opening is never taken for a text.
    template <class Text>
    requires std::convertible_to<const Text&, std::string_view> Harness(Content content, const Text& view)
        : Harness(std::move(content), Opening{.view = std::string(std::string_view(view))}) {}

    // ---- What a reader does. Each input comes a moment after the one before it.

    template <class Event>
    const Reaction& send(Event event) {
        now_ms += 1;
        handle(std::move(event));
        return reaction_;
    }
    // As a recording has it, but for the time: "pointer move mouse 1 10 10".
    const Reaction& send_line(std::string_view line);

    // A button, by its name.
    const Reaction& press(std::string_view name);
    // Any item, by its id.
    const Reaction& activate(std::string_view id) { return send(ActivateInput{std::string(id)}); }
    // The focus goes to this item, and keys with it; "" takes it out of the page.
    const Reaction& focus(std::string_view id);
    const Reaction& key(std::string_view key);
    // The same key, which was never let go.
    const Reaction& hold(std::string_view key);
    const Reaction& point(PointerPhase phase, Vec2 pos_px, PointerKind kind = PointerKind::Mouse, int pointer = 1);
    const Reaction& wheel(Vec2 pos_px, float delta_px) { return send(WheelInput{pos_px, delta_px, false}); }
    const Reaction& open(std::string_view view) { return send(RouteInput{std::string(view)}); }
    const Reaction& resize(Vec2 stage_px, Form form = Form::Wide) { return send(ResizeInput{stage_px, 1, form}); }
    const Reaction& drop(std::string file_name, std::string json, FileOrder order = FileOrder::First);
    const Reaction& prefer(EnvironmentInput surroundings) { return send(surroundings); }

    // ---- What a reader is shown.

    const Frame& frame() { return session.frame(); }
    const Scene& scene() { return frame().scene; }
    const Page& page() { return frame().page; }
    const PageAttributes& root() { return page().attributes; }

    // The one item of that role and name; fails the test when there is none or more than one.
    PageItem get(Role role, std::string_view name);
    PageItem button(std::string_view name) { return get(Role::Button, name); }
    bool has(Role role, std::string_view name) { return !find_items(page(), role, name).empty(); }
    bool has_button(std::string_view name) { return has(Role::Button, name); }
    // By its id: an item without an id where there is none.
    PageItem item(std::string_view id) { return find_item(page(), id); }
    bool has_item(std::string_view id) { return !item(id).id.empty(); }
    // All the words of the item with that id.
    std::string text(std::string_view id) { return words_of(item(id)); }
    // What is said aloud.
    std::string status();
    // Whether it is drawn, written or spoken anywhere.
    bool says(std::string_view words) { return contains(dump_frame(frame()), words); }
    // The drawn card of a node; null where it is not in the picture.
    const SceneCard* card(std::string_view node);
    // In pixels of the stage; fails the test when the card is not in the picture.
    Rect card_rect(std::string_view node);

    // ---- What the program knows and asks for.

    const State& state() const { return session.state(); }
    const View& view() const { return state().view; }
    const Content& content() const { return session.content(); }
    // By its id; fails the test when no node has it.
    NodeId node(std::string_view id) const;
    // The id of the selected node, or "".
    std::string selected() const;
    // What the address, or where a content leaves few traces the history's entry, says of the view.
    const std::string& address() const { return address_; }

    // Of the last input.
    const std::vector<Effect>& effects() const { return reaction_.effects; }
    bool was_handled() const { return reaction_.is_handled; }
    // As the shell is told them: "fragment", "share".
    std::vector<std::string> effect_kinds() const;
    // What the last effect of a kind is about; "none" where the last input had no such effect.
    template <class E>
    std::string effect() const {
        std::string value = "none";
        for (const Effect& effect : effects()) {
            if (std::holds_alternative<E>(effect)) value = describe(effect).value;
        }
        return value;
    }
    // What all effects of a kind were about since it was last asked.
    template <class E>
    std::vector<std::string> take() {
        std::vector<std::string> values;
        std::erase_if(untaken_, [&values](const Effect& effect) {
            const bool is_one = std::holds_alternative<E>(effect);
            if (is_one) values.push_back(describe(effect).value);
            return is_one;
        });
        return values;
    }

    // ---- For what no input brings about alone: update() from the state that it has here.

    std::vector<Effect> apply(const Action& action);

private:
    Reaction take_input(const Input& input) override;
    void note(Reaction reaction);

    std::string focused_;
    std::string address_;
    Reaction reaction_;
    std::vector<Effect> untaken_;
};

// The page before any script: what a reader has whose browser cannot run the engine.
Page page_without_script(const Content& content);

}  // namespace throughline::testing
