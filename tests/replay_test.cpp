// A visit recorded in a browser (tests/browser/record.mjs makes it anew), played on every target to one golden dump.
#include "core/program/replay.h"

#include "core/command/input.h"
#include "core/program/session.h"
#include "support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

std::vector<Input> read_recording() {
    const std::string text = read_source_file("tests/replay/session.txt");
    std::vector<Input> inputs;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::optional<Input> input = parse_input(std::string_view(text).substr(at, end - at));
        CHECK_MESSAGE(input.has_value(), text.substr(at, end - at));
        if (input) inputs.push_back(*input);
        at = end + 1;
    }
    return inputs;
}

template <class Event>
int count(const std::vector<Input>& inputs) {
    return static_cast<int>(std::count_if(inputs.begin(), inputs.end(), [](const Input& input) { return std::holds_alternative<Event>(input.event); }));
}

// All that a frame shows and says, but for the text below the diagram, which is the same in every one.
std::string without_text(std::string dump) {
    const std::size_t text = dump.find("\n    group #text (text)");
    CHECK(text != std::string::npos);
    return dump.substr(0, text + 1);
}

}  // namespace

TEST_CASE("the recording is a whole visit: 200 inputs or more, a resize, a drag, a cancelled touch") {
    const std::vector<Input> inputs = read_recording();
    CHECK(inputs.size() - static_cast<std::size_t>(count<FrameInput>(inputs)) >= 200);
    CHECK(count<WheelInput>(inputs) >= 1);
    CHECK(count<KeyInput>(inputs) >= 5);
    CHECK(count<FocusInput>(inputs) >= 5);
    CHECK(count<ActivateInput>(inputs) >= 5);
    CHECK(count<RouteInput>(inputs) >= 1);
    CHECK(count<ContentInput>(inputs) >= 1);

    Session session(load_brief());
    std::set<std::pair<Form, float>> stages;
    int cancelled_touches = 0;
    int drags = 0;
    bool is_down = false;
    for (const Input& input : inputs) {
        const Camera before = session.state().camera;
        const Reaction reaction = session.handle(input);
        if (const auto* resize = std::get_if<ResizeInput>(&input.event)) stages.insert({resize->form, resize->stage_px.x});
        const auto* pointer = std::get_if<PointerInput>(&input.event);
        if (pointer == nullptr) continue;
        if (pointer->phase == PointerPhase::Cancel && pointer->kind == PointerKind::Touch) ++cancelled_touches;
        if (pointer->phase == PointerPhase::Down) is_down = pointer->kind == PointerKind::Mouse;
        if (pointer->phase == PointerPhase::Up) is_down = false;
        if (is_down && reaction.is_handled && session.state().camera.zoom == before.zoom && !(session.state().camera.center == before.center)) ++drags;
    }
    CHECK(stages.size() >= 3);
    CHECK(cancelled_touches >= 1);
    CHECK(drags >= 10);
}

TEST_CASE("the recorded visit replays to the golden dump, however often") {
    const std::string recording = read_source_file("tests/replay/session.txt");
    const std::string dump = replay(load_brief(), recording);
    // The last frame's page is left to its hash: it holds the whole whole text.
    const std::size_t page = dump.find("\npage ");
    CHECK(page != std::string::npos);
    check_golden("replay-session.txt", dump.substr(0, page + 1));
    CHECK(replay(load_brief(), recording) == dump);
}

// The hashes say that a frame differs; this says how. Each dump has the lines that the one before it had not.
TEST_CASE("every twentieth frame of the recorded visit is the golden one") {
    constexpr int every = 20;
    const std::string recording = read_source_file("tests/replay/session.txt");
    Session session(load_brief());
    std::set<std::string> before;
    std::string dumps;
    int line_number = 0;
    int frames = 0;
    for (std::string_view rest = recording; !rest.empty();) {
        const std::string_view line = take_line(rest);
        ++line_number;
        if (play(session, line).find(" frame ") == std::string::npos || ++frames % every != 0) continue;
        dumps += "after line " + std::to_string(line_number) + ": " + std::string(line) + "\n";
        const std::string dump = without_text(dump_frame(session.frame()));
        std::set<std::string> lines;
        for (std::string_view rest_of_dump = dump; !rest_of_dump.empty();) {
            const std::string dumped(take_line(rest_of_dump));
            if (before.count(dumped) == 0) dumps += "  " + dumped + "\n";
            lines.insert(dumped);
        }
        before = std::move(lines);
    }
    CHECK(frames >= 8 * every);
    check_golden("replay-frames.txt", dumps);
}
