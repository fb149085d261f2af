// What all other tests rest on.
#include "support.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("the small content has what its comment says") {
    const Content content = small_content();
    std::string nodes;
    std::set<std::string> lanes;
    for (const Node& node : content.nodes) {
        nodes += node.id + " in " + content[node.lane].id + "\n";
        lanes.insert(content[node.lane].id);
    }
    CHECK(nodes == "a in starts\nb in deeds\nc in harms\nd in calls\ne in back\n");
    CHECK(lanes.size() == content.lanes.size());
    for (const Lane& lane : content.lanes) {
        const bool is_first = lane.id == "starts" || lane.id == "back";
        CHECK_MESSAGE((lane.column == content.lanes[0].column) == is_first, lane.id);
    }
    std::string links;
    for (const Link& link : content.links) {
        links += content[link.from].id +
                 (link.kind == LinkKind::LeadsTo   ? " -> "
                  : link.kind == LinkKind::Answers ? " answers "
                                                   : " opposes ") +
                 content[link.to].id + (link.basis == Basis::Inferred ? " (inferred)\n" : "\n");
    }
    CHECK(links == "a -> b\nb -> c\ne opposes b\nd answers c (inferred)\n");
    std::string steps;
    for (const TourStep& step : content.tour) {
        for (const NodeId node : step.focus) steps += content[node].id + " ";
        steps += step.notes.empty() ? "without notes\n" : "with notes\n";
    }
    CHECK(steps == "a with notes\nb c with notes\n");
}

TEST_CASE("a difference between texts is told by line, with both lines, also where one of them has ended") {
    CHECK(describe_difference("one\ntwo\nthree\n", "one\n2\nthree\nfour\n") ==
          "line 2\n  expected: two\n  got:      2\nline 4\n  expected: (the end)\n  got:      four\n");
    CHECK(describe_difference("same\n", "same\n").empty());
    CHECK(describe_difference("a\n\n", "a\n") == "line 2\n  expected: \n  got:      (the end)\n");
}
