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
    return static_cast<int>(std::count_if(
        inputs.begin(), inputs.end(), [](const Input& input) { return std::holds_alternative<Event>(input.event); }));
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
        const Camera before = session.state().view.camera;
        const Reaction reaction = session.handle(input);
        if (const auto* resize = std::get_if<ResizeInput>(&input.event))
            stages.insert({resize->form, resize->stage_px.x});
        const auto* pointer = std::get_if<PointerInput>(&input.event);
        if (pointer == nullptr) continue;
        if (pointer->phase == PointerPhase::Cancel && pointer->kind == PointerKind::Touch) ++cancelled_touches;
        if (pointer->phase == PointerPhase::Down) is_down = pointer->kind == PointerKind::Mouse;
        if (pointer->phase == PointerPhase::Up) is_down = false;
        if (is_down && reaction.is_handled && session.state().view.camera.zoom == before.zoom &&
            !(session.state().view.camera.center == before.center))
            ++drags;
    }
    CHECK(stages.size() >= 3);
    CHECK(cancelled_touches >= 1);
    CHECK(drags >= 10);
}

TEST_CASE("the recorded visit replays to the golden dump, whatever was played before") {
    const std::string recording = read_source_file("tests/replay/session.txt");
    const std::string dump = replay(load_brief(), recording);
    // The last frame's page is left to its hash: it holds the whole whole text.
    const std::size_t page = dump.find("\npage ");
    CHECK(page != std::string::npos);
    check_golden("replay-session.txt", dump.substr(0, page + 1));
    // Nothing of a session outlives it.
    CHECK(replay(load_example(), recording) != dump);
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

namespace {

std::string lines_of(const std::vector<Input>& inputs, std::size_t from, std::size_t to) {
    std::string lines;
    for (std::size_t i = from; i < to; ++i) lines += encode_input(inputs[i]) + "\n";
    return lines;
}

constexpr std::size_t rest_inputs = 60;  // by then any motion and gesture has long ended

// Frames and effects of the rest, by the session that was there from the start and by one that has only its state.
void check_goes_on_alike(const Content& content, const std::vector<Input>& inputs, std::size_t stop) {
    CAPTURE(stop);
    Session whole(content);
    play(whole, lines_of(inputs, 0, stop));
    Session rest(State(whole.state()));
    CHECK(dump_frame(rest.frame()) == dump_frame(whole.frame()));
    const std::string lines = lines_of(inputs, stop, std::min(inputs.size(), stop + rest_inputs));
    CHECK(play(rest, lines) == play(whole, lines));
}

}  // namespace

TEST_CASE("a replay can stop anywhere: the state is all there is, mid drag, mid zoom or while it glides") {
    const std::vector<Input> inputs = read_recording();
    const Content content = load_brief();
    std::set<std::string_view> met;
    Session session(content);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        session.handle(inputs[i]);
        const State& state = session.state();
        const char* what = !state.gesture.pointers.empty()    ? (state.gesture.is_dragging ? "drag" : "press")
                           : state.motion.camera_progress < 1 ? "zoom"
                           : state.motion.reveal < 1          ? "reveal"
                           : i % 150 == 149                   ? "rest"
                                                              : nullptr;
        if (what != nullptr && met.insert(what).second) check_goes_on_alike(content, inputs, i + 1);
    }
    CHECK(met.size() == 5);
}

TEST_CASE("a talk can be stopped between two steps, and a kiosk in the middle of its question") {
    std::vector<Input> inputs;
    const auto add = [&inputs](const std::string& line) { inputs.push_back(*parse_input(line)); };
    for (const char* line :
         {"1 environment light moving plain", "2 resize 1280 720 1 wide 1", "3 route mode%3Dtalk%26step%3D2%26auto%3D9",
          "900 frame", "1000 key PageDown plain -", "1100 frame", "1200 frame", "1300 key PageDown plain -",
          "1400 frame", "11000 tick 0 0", "11100 frame"}) {
        add(line);
    }
    for (std::size_t stop = 1; stop < inputs.size(); ++stop) check_goes_on_alike(load_brief(), inputs, stop);
    inputs.clear();
    for (const char* line : {"1 resize 1280 720 1 wide 1", "2 route mode%3Dkiosk%26idle%3D10%26warning%3D10",
                             "100 pointer down touch 1 20 20", "110 pointer up touch 1 20 20", "9000 activate tour",
                             "12000 tick 5000 60", "19500 tick 12500 60", "19600 frame", "22000 tick 15000 60",
                             "25000 tick 18000 60", "29500 tick 22500 60", "29600 frame"}) {
        add(line);
    }
    for (std::size_t stop = 1; stop < inputs.size(); ++stop) check_goes_on_alike(load_example(), inputs, stop);
}
