// See content.h.
#include "core/content/content.h"

#include <algorithm>

namespace throughline {

std::optional<NodeId> Content::find_node(std::string_view id) const {
    for (const NodeId node : node_ids()) {
        if ((*this)[node].id == id) return node;
    }
    return std::nullopt;
}

bool is_same_brief(const Content& a, const Content& b) {
    const Content& small = a.nodes.size() < b.nodes.size() ? a : b;
    const Content& large = &small == &a ? b : a;
    std::vector<std::string_view> ids;
    for (const Node& node : large.nodes) ids.emplace_back(node.id);
    std::sort(ids.begin(), ids.end());
    std::size_t shared = 0;
    for (const Node& node : small.nodes) shared += std::binary_search(ids.begin(), ids.end(), node.id) ? 1 : 0;
    return !small.nodes.empty() && 2 * shared >= small.nodes.size();
}

const std::string& Content::locator_label(std::string_view id) const {
    static const std::string unknown;
    for (const Locator& locator : locators) {
        if (locator.id == id) return locator.label;
    }
    return unknown;
}

}  // namespace throughline
