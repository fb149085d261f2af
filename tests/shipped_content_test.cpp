// What the authors' guide asks for, of the contents that authors learn from.
#include "core/content/content.h"
#include "support.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

// As a reader counts them.
auto characters_of(const std::string& utf8) {
    return std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

}  // namespace

TEST_CASE("the shipped contents have no mistake") {
    CHECK(load_brief().nodes.size() >= 30);
    const std::size_t links = load_brief().links.size();
    CHECK(links >= 70);
    CHECK(links <= 110);
    CHECK(load_example().nodes.size() == 12);
}

TEST_CASE("the brief's ten recommendations are numbered as in the brief") {
    const Content content = load_brief();
    int number = 0;
    for (const Node& node : content.nodes) {
        if (content[node.lane].id != "calls") continue;
        ++number;
        CHECK(node.title.rfind(std::to_string(number) + " ", 0) == 0);
        CHECK(node.sources == std::vector<std::string>{"recommendation/" + std::to_string(number)});
    }
    CHECK(number == 10);
}

TEST_CASE("the brief uses every locator, and exactly those of the brief") {
    const Content content = load_brief();
    CHECK(content.locators.size() == 33);
    std::set<std::string> used;
    for (const Node& node : content.nodes) used.insert(node.sources.begin(), node.sources.end());
    for (const Link& link : content.links) used.insert(link.sources.begin(), link.sources.end());
    for (const Locator& locator : content.locators) CHECK_MESSAGE(used.count(locator.id) == 1, locator.id);
}

TEST_CASE("each claim is on a card, and what a link states is told by one of its two cards") {
    for (const Content& content : {load_brief(), load_example()}) {
        std::set<std::string> told;
        for (const Node& node : content.nodes) told.insert(node.sources.begin(), node.sources.end());
        for (const Locator& locator : content.locators) CHECK_MESSAGE(told.count(locator.id) == 1, locator.id);
        for (const Link& link : content.links) {
            if (link.basis != Basis::Stated) continue;
            const Node& from = content[link.from];
            const Node& to = content[link.to];
            for (const std::string& source : link.sources) {
                const auto rests_on = [&source](const Node& node) {
                    return std::find(node.sources.begin(), node.sources.end(), source) != node.sources.end();
                };
                CHECK_MESSAGE((rests_on(from) || rests_on(to)), from.id << " -> " << to.id << " rests on " << source);
            }
        }
    }
}

TEST_CASE("the tour shows every card, and its texts are short enough to be read from a distance") {
    for (const Content& content : {load_brief(), load_example()}) {
        std::set<NodeId> shown;
        for (const TourStep& step : content.tour) {
            shown.insert(step.focus.begin(), step.focus.end());
            CHECK_MESSAGE(characters_of(step.text) < 400, step.title);
        }
        for (std::size_t i = 0; i < content.nodes.size(); ++i)
            CHECK_MESSAGE(shown.count(NodeId(i)) == 1, content.nodes[i].id);
    }
}

TEST_CASE("no two cards share a title, for a link's sentence names nothing else") {
    for (const Content& content : {load_brief(), load_example()}) {
        std::set<std::string> titles;
        for (const Node& node : content.nodes) CHECK_MESSAGE(titles.insert(node.title).second, node.title);
    }
}
