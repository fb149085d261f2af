// See lit_views.h.
#include "core/faces/lit_views.h"

#include "core/page/whole_text.h"
#include "core/state/lit.h"

namespace throughline {
namespace {

// Of a hash selector: an id has small letters, digits and hyphens, and a step's an equals sign.
std::string escape_id(const std::string& id) {
    std::string escaped;
    for (const char c : id) {
        if (c == '=') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

void add_class(std::string& classes, const std::string& name) { classes += (classes.empty() ? "" : " ") + name; }

}  // namespace

std::string view_class(std::size_t view) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::string name;
    for (std::size_t rest = view + 1; rest > 0; rest = (rest - 1) / letters.size())
        name.insert(name.begin(), letters[(rest - 1) % letters.size()]);
    return name;
}

LitViews find_lit_views(const Brief& brief) {
    LitViews views;
    views.of_node.resize(brief.content.nodes.size());
    views.of_link.resize(brief.content.links.size());
    const auto add = [&](const std::string& id, const State& state) {
        const std::string name = view_class(views.ids.size());
        views.ids.push_back(id);
        const std::optional<Closure> lit = lit_closure(brief, state);
        if (!lit) return;
        for (const NodeId node : brief.content.node_ids()) {
            if (lit->has_node[node.index()]) add_class(views.of_node[node.index()], name);
        }
        for (const LinkId link : brief.content.link_ids()) {
            if (lit->has_link[link.index()]) add_class(views.of_link[link.index()], name);
        }
    };
    for (const NodeId node : brief.content.node_ids()) {
        State state;
        state.view.selected = node;
        add(brief.content[node].id, state);
    }
    for (std::size_t step = 0; step < brief.content.tour.size(); ++step) {
        State state;
        state.view.step = static_cast<int>(step);
        add(step_id(step), state);
    }
    return views;
}

std::string lit_style(const LitViews& views) {
    std::string lit;
    std::string chosen;
    for (std::size_t view = 0; view < views.ids.size(); ++view) {
        const std::string target = std::string(view > 0 ? ",\n" : "") + ":root:has(#" + escape_id(views.ids[view]) +
                                   ":is(:target,.shown)) .part-alive ";
        lit += target + "." + view_class(view);
        if (view < views.of_node.size()) chosen += target + "a[href=\"#" + views.ids[view] + "\"]";
    }
    return lit + " { --lit: var(--hue); --ground: var(--surface); --words: var(--ink); --seen: visible; }\n" + chosen +
           " { --ground: var(--hue); --words: var(--on-hue); --sign: var(--on-hue); pointer-events: none; }\n";
}

}  // namespace throughline
