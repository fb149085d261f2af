// The brief as plain values: what an author writes, checked once at the door. Everything after this file may trust it.
// Knows nothing of state, layout or pages.
#pragma once

#include "core/content/ids.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

enum class Direction { LeftToRight, RightToLeft };
enum class Hue { Violet, Blue, Crimson, Green, Amber };
enum class Shape { Ring, Square, Triangle, Check, Chevron };
// Of a lane's cards in the wide picture, top to bottom. Free: with the fewest crossings. Fixed: the author's.
enum class Order { Free, Fixed };
enum class LinkKind { LeadsTo, Answers, Opposes };
// Stated: the brief says so at the locator. Inferred: the explainer's own reading, with one sentence why.
enum class Basis { Stated, Inferred };

struct Locator {
    std::string id;
    std::string label;
};

struct Lane {
    std::string id;
    std::string title;
    int column = 1;  // 1-based; lanes may share one
    Hue hue = Hue::Violet;
    Shape shape = Shape::Ring;
    Order order = Order::Free;
};

struct Node {
    std::string id;
    LaneId lane;
    std::string title;
    std::string text;
    std::vector<std::string> sources;
};

struct Link {
    NodeId from;  // as the author wrote it
    NodeId to;
    LinkKind kind = LinkKind::LeadsTo;
    Basis basis = Basis::Stated;
    std::vector<std::string> sources;  // of an inferred link maybe none
    std::string why;                   // empty exactly when stated

    // Causes come before effects and problems before answers, so an answer flows from what it answers.
    NodeId flow_from() const { return kind == LinkKind::Answers ? to : from; }
    NodeId flow_to() const { return kind == LinkKind::Answers ? from : to; }
};

struct TourStep {
    std::string title;
    std::string text;
    std::string notes;          // may be empty
    std::vector<NodeId> focus;  // never empty
};

// How a kiosk behaves, unless its address says otherwise.
struct KioskSettings {
    int idle_secs = 0;                  // without a touch, until it asks whether somebody is there
    int warning_secs = 0;               // to answer that
    int step_secs = 0;                  // how long a step of the tour stands in the attract loop
    std::vector<std::string> editions;  // names of files beside the page: other languages, or another brief
    friend bool operator==(const KioskSettings&, const KioskSettings&) = default;
};

struct Exit {
    std::string label;
    std::string url;  // https only
    std::string limits;
    std::string neutral_title;  // what stands in place of the page while there is no connection; may be empty
    std::string neutral_text;
};

// What previews of a link to the site say in place of the title and the summary; both are set or neither.
struct Share {
    std::string title;
    std::string text;
};

// The built-in drawings that may stand beside the title: a movement's mark, shown only where the content asks for it.
enum class Emblem { None, Umbrella };

// What a browser's own history gets to know: the address of each view, or the page's alone.
enum class Traces { Views, Fewest };

// What a talk's last step says; both are set or neither.
struct Closing {
    std::string title;
    std::string text;
};

struct About {
    std::string publisher;
    std::string brief;
    std::string explainer;
    std::string content_note;  // may be empty
    Exit exit;                 // the program's own where the author wrote none
    std::string address;       // where the site is published, https only; may be empty
    Share share;
    Emblem emblem = Emblem::None;
    Traces traces = Traces::Views;
    Closing closing;
};

struct Content {
    std::string language;       // BCP 47
    std::string language_name;  // as its readers call it; may be empty
    Direction direction = Direction::LeftToRight;
    std::string title;
    std::string summary;
    About about;
    std::vector<Locator> locators;
    std::vector<Lane> lanes;
    std::vector<Node> nodes;
    std::vector<Link> links;  // the stated ones first
    std::vector<TourStep> tour;
    KioskSettings kiosk{60, 20, 12, {}};
    std::string fingerprint;  // of the file's bytes: two files that differ have different ones

    const Node& operator[](NodeId node) const { return nodes[node.index()]; }
    const Link& operator[](LinkId link) const { return links[link.index()]; }
    const Lane& operator[](LaneId lane) const { return lanes[lane.index()]; }
    const Lane& lane_of(NodeId node) const { return (*this)[(*this)[node].lane]; }

    IdRange<NodeId> node_ids() const { return IdRange<NodeId>(nodes.size()); }
    IdRange<LinkId> link_ids() const { return IdRange<LinkId>(links.size()); }
    IdRange<LaneId> lane_ids() const { return IdRange<LaneId>(lanes.size()); }

    // Looks at one node after the other: for what a reader, an address or a file names, not for each of many.
    std::optional<NodeId> find_node(std::string_view id) const;
    // Empty where there is none. Looks at one locator after the other: there are 400 at most, and a frame asks for
    // those of one card and its links.
    const std::string& locator_label(std::string_view id) const;
};

// An edited or a translated file of one brief: at least half of the ids of the smaller one's nodes are in the other.
bool is_same_brief(const Content& a, const Content& b);

}  // namespace throughline
