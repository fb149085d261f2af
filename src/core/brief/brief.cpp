// See brief.h.
#include "core/brief/brief.h"

#include "core/content/sentences.h"
#include "core/page/whole_text.h"

#include <utility>

namespace throughline {

BriefPtr open_brief(Content content) {
    auto brief = std::make_shared<Brief>();
    brief->content = std::move(content);
    brief->graph = build_graph(brief->content);
    brief->whole_text = whole_text_item(brief->content, brief->graph, Liveness::Live);
    brief->whole_text.share_children();
    for (const NodeId node : brief->content.node_ids()) {
        brief->link_counts.push_back(count_relations(brief->content, brief->graph, node));
    }
    return brief;
}

}  // namespace throughline
