// A talk on paper.
#include "core/faces/handout.h"

#include "harness.h"

#include <doctest/doctest.h>

#include <vector>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("the presenter's handout has one page a step, and notes only if they are wanted") {
    Harness h(load_brief(), "mode=speaker");
    const Content& content = h.content();
    for (const bool with_notes : {false, true}) {
        h.press(with_notes ? "Print with notes" : "Print");
        CHECK(h.effect_kinds() == std::vector<std::string>{"print"});
        CHECK(h.effect<PrintPage>() == (with_notes ? "notes" : ""));
        const Element handout = h.session.handout(with_notes ? HandoutNotes::With : HandoutNotes::Without);
        CHECK(handout.children.size() == content.tour.size() + 1);
        for (std::size_t step = 0; step < content.tour.size(); ++step) {
            const std::vector<Element>& parts = handout.children[step].children;
            CHECK(parts[1].text == content.tour[step].title);
            CHECK(parts[2].text == content.tour[step].text);
            CHECK((parts.back().text == content.tour[step].notes) == with_notes);
        }
    }
}
