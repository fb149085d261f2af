// See remarks.h.
#include "core/content/remarks.h"

#include "core/base/card_size.h"
#include "core/base/suggestion.h"
#include "core/base/text_metrics.h"
#include "core/content/rules.h"
#include "core/json/mistakes.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline {
namespace {

class Remarks {
public:
    Remarks(const Content& content, const JsonValue& root, MistakeList& remarks)
        : content_(content), root_(root), remarks_(remarks) {}

    void collect() {
        look_at_lanes();
        look_at_nodes();
        look_at_tour();
    }

private:
    // On a field of an item of a list.
    template <class Say>
    void add(std::string_view list, std::size_t item, std::string_view field, Say say) {
        const JsonValue& value = root_.find(list)->items[item];
        const std::string pointer = child_pointer(child_pointer("", list), item);
        if (field.empty()) return remarks_.add(Telling::Rule, value.offset, pointer, say);
        remarks_.add(Telling::Rule, value.find(field)->offset, child_pointer(pointer, field), say);
    }

    void look_at_text(std::string_view list, std::size_t item, const std::string& text, const std::string& title,
                      std::size_t usual, const char* why) {
        const std::size_t count = count_characters(text);
        if (count > usual) {
            add(list, item, "text", [&] {
                return "is " + std::to_string(count) + " characters long; up to " + std::to_string(usual) + " " + why;
            });
        }
        if (text == title)
            add(list, item, "text",
                [] { return "says only what the title says; tell more, or the same in a sentence"; });
    }

    // Lanes are told apart by shape and word as well as by colour.
    void look_at_lanes() {
        std::set<Shape> used;
        for (const Lane& lane : content_.lanes) used.insert(lane.shape);
        // With more lanes than shapes the colour has to differ where the shape does not.
        const bool has_all = used.size() == shape_words.size();
        std::map<std::pair<Shape, Hue>, std::size_t> looks;
        std::vector<bool> has_node(content_.lanes.size());
        for (const Node& node : content_.nodes) has_node[node.lane.index()] = true;
        for (std::size_t i = 0; i < content_.lanes.size(); ++i) {
            const Lane& lane = content_.lanes[i];
            if (!has_node[i])
                add("lanes", i, "", [&] {
                    return "the lane " + quoted(lane.id) +
                           " has no node, so it is shown nowhere; give it one or remove it";
                });
            const auto [first, is_new] = looks.emplace(std::pair(lane.shape, has_all ? lane.hue : Hue{}), i);
            if (is_new) continue;
            add("lanes", i, "shape", [&, other = first->second] {
                const std::string of_other = " of the lane " + quoted(content_.lanes[other].id) + " too; ";
                if (has_all) return "is the shape and the hue" + of_other + "another hue tells the two apart";
                return "is the shape" + of_other + "another one tells the two apart without their colours";
            });
        }
    }

    void look_at_nodes() {
        std::vector<bool> has_link(content_.nodes.size());
        for (const Link& link : content_.links) has_link[link.from.index()] = has_link[link.to.index()] = true;
        std::map<std::string_view, std::size_t> titles;
        for (std::size_t i = 0; i < content_.nodes.size(); ++i) {
            const Node& node = content_.nodes[i];
            if (!has_link[i])
                add("nodes", i, "", [&] {
                    return "no link joins the node " + quoted(node.id) +
                           " to another; a card alone tells a reader little";
                });
            look_at_title(i, node.title);
            const auto [first, is_new] = titles.emplace(node.title, i);
            if (!is_new) {
                add("nodes", i, "title", [&, other = first->second] {
                    return "is the title of the node " + quoted(content_.nodes[other].id) +
                           " too; readers cannot tell the two cards apart";
                });
            }
            look_at_text("nodes", i, node.text, node.title, usual_node_text_length, "leave room for translations");
        }
    }

    // As the narrowest card breaks it.
    void look_at_title(std::size_t node, const std::string& title) {
        const std::vector<std::string> lines = wrap_text(title, Weight::Semibold, card_text_size, usual_card_words);
        if (lines.size() > most_title_lines) {
            add("nodes", node, "title", [&] {
                return "takes " + std::to_string(lines.size()) + " lines of its card; " +
                       std::to_string(most_title_lines) + " fit well";
            });
        }
    }

    void look_at_tour() {
        for (std::size_t i = 0; i < content_.tour.size(); ++i) {
            look_at_text("tour", i, content_.tour[i].text, content_.tour[i].title, usual_step_text_length,
                         "can be read from a distance");
        }
    }

    const Content& content_;
    const JsonValue& root_;
    MistakeList& remarks_;
};

}  // namespace

void remark(const Content& content, const JsonValue& root, MistakeList& remarks) {
    Remarks(content, root, remarks).collect();
}

}  // namespace throughline
