// Seven days of a kiosk in a few minutes: six thousand visitors who press whatever they like, against the core alone,
// with a clock of the program's own. After every start over the state is a fresh start's; memory in use is, byte for
// byte, after the last visitor what it was after the second.
//
// Usage: throughline_soak [VISITORS [SEED]]
#include "core/content/parse.h"
#include "core/program/session.h"

#include "../files.h"
#include "../page_items.h"
#include "../timed_session.h"

#include <cstdio>
#include <cstdlib>
#include <new>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace {

// Bytes that somebody has asked for and not given back. An allocator's own figure would include what it rounds up to.
std::size_t bytes_in_use = 0;
constexpr std::size_t header = 16;  // keeps what follows aligned

}  // namespace

void* operator new(std::size_t size) {
    auto* block = static_cast<std::size_t*>(std::malloc(size + header));
    if (block == nullptr) std::abort();
    *block = size;
    bytes_in_use += size;
    return reinterpret_cast<char*>(block) + header;
}
void operator delete(void* pointer) noexcept {
    if (pointer == nullptr) return;
    auto* block = reinterpret_cast<std::size_t*>(static_cast<char*>(pointer) - header);
    bytes_in_use -= *block;
    std::free(block);
}
void operator delete(void* pointer, std::size_t) noexcept { operator delete(pointer); }

namespace throughline {
namespace {

constexpr const char* route = "mode=kiosk&idle=20&warning=10&pace=8";

struct Kiosk final : testing::TimedSession {
    explicit Kiosk(Content content) : TimedSession(std::move(content)) {
        handle(EnvironmentInput{false, false, true});
        handle(ResizeInput{{1920, 1000}, 1, Form::Wide, 1});
        handle(RouteInput{route});
    }

    // Whatever a page would have to show, made and thrown away.
    void show() { dump_frame(draw()); }
};

class Visitor {
public:
    Visitor(Kiosk& kiosk, std::mt19937& random) : kiosk_(kiosk), random_(random) {}

    void visit() {
        kiosk_.handle(PresenceInput{"wake"});
        kiosk_.wait(0.7);
        const int deeds = pick(2, 14);
        for (int i = 0; i < deeds; ++i) {
            do_something();
            kiosk_.wait(pick(2, 30) / 10.0);
            if (i % 5 == 0) kiosk_.show();
        }
        // Most walk away; some start over for the next one, who then walks away.
        if (pick(0, 9) == 0) kiosk_.handle(ActivateInput{"start-over"});
        if (pick(0, 9) == 0) {
            kiosk_.wait(22);
            kiosk_.handle(PresenceInput{"stay"});
        }
        kiosk_.wait(31);
        kiosk_.wait(pick(2, 50));
    }

private:
    int pick(int low, int high) { return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1)); }

    std::string any_button() {
        std::vector<std::string> ids;
        testing::visit_items(kiosk_.session.frame().page.items, [&ids](const PageItem& item) {
            const bool is_control = item.role == Role::Button || item.role == Role::Link;
            if (is_control && !item.id.empty() && !item.id.starts_with("staff")) ids.push_back(item.id);
        });
        return ids.empty() ? "whole" : ids[static_cast<std::size_t>(pick(0, static_cast<int>(ids.size()) - 1))];
    }

    void do_something() {
        const Vec2 pos{static_cast<float>(pick(0, 1919)), static_cast<float>(pick(0, 999))};
        switch (pick(0, 7)) {
            case 0: kiosk_.handle(ActivateInput{"node:" + any_node()}); break;
            case 1:
                kiosk_.handle(KeyInput{std::vector<std::string>{"o", "i", "f", "b", "Escape", "n", "+", "ArrowLeft",
                                                                "0"}[static_cast<std::size_t>(pick(0, 8))],
                                       false, "node:" + any_node()});
                break;
            case 2: kiosk_.handle(WheelInput{pos, static_cast<float>(pick(-200, 200)), pick(0, 1) == 1}); break;
            case 3:  // a finger that drags, is lifted, or is forgotten
                kiosk_.handle(PointerInput{PointerPhase::Down, PointerKind::Touch, pick(1, 3), pos});
                kiosk_.handle(PointerInput{PointerPhase::Move, PointerKind::Touch, pick(1, 3), pos + Vec2{80, 40}});
                if (pick(0, 2) > 0) kiosk_.handle(PointerInput{PointerPhase::Up, PointerKind::Touch, pick(1, 3), pos});
                break;
            case 4:
                kiosk_.handle(RouteInput{std::string(route) + "&nonsense=" + std::to_string(pick(0, 99999))});
                break;
            case 5: kiosk_.handle(ResizeInput{{1920, 1000}, 1, pick(0, 19) == 0 ? Form::Tall : Form::Wide, 1}); break;
            default: kiosk_.handle(ActivateInput{any_button()}); break;
        }
    }

    std::string any_node() {
        const std::vector<Node>& nodes = kiosk_.session.content().nodes;
        return nodes[static_cast<std::size_t>(pick(0, static_cast<int>(nodes.size()) - 1))].id;
    }

    Kiosk& kiosk_;
    std::mt19937& random_;
};

int complain(int visitor, const char* what) {
    std::fprintf(stderr, "after visitor %d: %s\n", visitor, what);
    return 1;
}

// But for the time and how often it has started over.
bool is_fresh(State state, const State& fresh) {
    state.kiosk.restarts = fresh.kiosk.restarts;
    state.clock = fresh.clock;
    state.library = fresh.library;
    return state == fresh;
}

int soak(const Content& content, int visitors, unsigned seed) {
    std::mt19937 random(seed);
    Kiosk fresh(content);
    const std::string fresh_frame = dump_frame(fresh.session.frame());
    Kiosk kiosk(content);
    std::size_t after_second = 0;
    int restarts = 0;
    for (int visitor = 1; visitor <= visitors; ++visitor) {
        Visitor(kiosk, random).visit();
        // Whatever this visitor left standing, the next one finds it as it was.
        kiosk.handle(ResizeInput{{1920, 1000}, 1, Form::Wide, 1});
        while (kiosk.session.state().kiosk.phase != KioskPhase::Attract) kiosk.wait(1);
        if (kiosk.session.restarts() <= restarts) return complain(visitor, "it has not started over");
        restarts = kiosk.session.restarts();
        // The loop has gone on meanwhile; a start over stands at its beginning.
        kiosk.handle(ActivateInput{"wake"});
        kiosk.wait(31);
        if (!is_fresh(kiosk.session.state(), fresh.session.state()))
            return complain(visitor, "the state is not a fresh start's");
        const bool is_compared = visitor % 50 == 0 || visitor < 3 || visitor == visitors;
        if (is_compared && dump_frame(kiosk.session.frame()) != fresh_frame)
            return complain(visitor, "what is seen and said is not a fresh start's");
        kiosk.session.frame();
        if (visitor == 2) after_second = bytes_in_use;
        if (visitor >= 2 && is_compared && bytes_in_use != after_second) {
            std::fprintf(stderr, "%zu bytes in use after visitor 2, %zu after visitor %d\n", after_second, bytes_in_use,
                         visitor);
            return 1;
        }
    }
    std::printf("%d visitors in %.2f days, %d starts over, %zu bytes in use after the second and after the last\n",
                visitors, kiosk.now_ms / 86'400'000, restarts, bytes_in_use);
    return 0;
}

}  // namespace
}  // namespace throughline

int main(int count, char** words) {
    using namespace throughline;
    const std::optional<std::string> json = testing::read_file(testing::source_path("content/brief.json"));
    const ParsedContent parsed = parse_content(json.value_or(""));
    if (!parsed.content) return 2;
    return soak(*parsed.content, count > 1 ? std::atoi(words[1]) : 6000,
                count > 2 ? static_cast<unsigned>(std::atoi(words[2])) : 1);
}
