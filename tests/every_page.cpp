// The views that have an address, what opens over each, and what comes with a file, a link or a second language.
#include "every_page.h"

#include <doctest/doctest.h>

namespace throughline::testing {
namespace {

constexpr const char* views[] = {"",
                                 "last-bus",
                                 "last-bus&line=last-bus.long-walks",
                                 "step=1",
                                 "last-bus&step=2",
                                 "theme=dark&zoom=2&at=0.5,0.5",
                                 "inspect",
                                 "mode=talk&step=1",
                                 "last-bus&mode=talk&step=2",
                                 "mode=talk&step=99",
                                 "mode=talk&step=1&blank",
                                 "mode=talk&step=1&spot=0.5,0.5",
                                 "mode=speaker&step=1",
                                 "mode=speaker&step=2",
                                 "mode=kiosk"};

// What opens over a talk or a kiosk.
void add_what_opens(const Harness& h, std::vector<Harness>& pages) {
    if (h.view().is_talk()) {
        pages.emplace_back(h).activate("talk-notes");
        pages.emplace_back(h).activate("talk-jump");
        pages.emplace_back(pages.back()).key("1");
    }
    if (h.view().mode == Mode::Kiosk) {
        pages.emplace_back(h).activate("staff");
        pages.emplace_back(h).activate("wake");
        Harness& asked = pages.emplace_back(pages.back());
        asked.now_ms += 600'000;
        asked.tick();
        CHECK(asked.root().phase == "warning");
    }
}

// What comes with an address, a second language, a link to copy by hand, a file that is refused or awaited.
void add_what_comes(std::vector<Harness>& pages) {
    Content published = load_example();
    published.about.address = "https://example.org/";
    pages.emplace_back(published, "mode=talk").key("End");
    pages.emplace_back(published).send(LinkInput{"https://example.org/"});
    pages.emplace_back(published).drop("mine.json", "{");
    pages.emplace_back(published, Opening{.awaited = "mine.json"});
    Harness& translated = pages.emplace_back(published, "mode=kiosk");
    translated.send(EditionInput{"french.json", with(example_json(), R"("language": "en")", R"("language": "fr")")});
    translated.activate("wake");
}

}  // namespace

std::vector<Harness> every_page() {
    std::vector<Harness> pages;
    for (const Form form : {Form::Wide, Form::Tall}) {
        const Vec2 stage_px = form == Form::Wide ? Vec2{1046, 755} : Vec2{390, 844};
        for (const char* view : views) {
            const Harness h(load_example(), {.view = view, .stage_px = stage_px, .form = form});
            pages.push_back(h);
            add_what_opens(h, pages);
        }
    }
    add_what_comes(pages);
    return pages;
}

}  // namespace throughline::testing
