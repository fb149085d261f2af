#include "core/layout/layout.h"

#include "support.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::testing;

TEST_CASE("the card at a place is the one whose box it is in, wherever one looks, and none beside them") {
    const Content content = load_brief();
    for (const Form form : {Form::Wide, Form::Tall}) {
        const Layout layout = compute_layout(content, whole_request(content, form));
        int met = 0;
        for (float y = layout.bounds.y - 20; y < layout.bounds.bottom() + 20; y += 7) {
            for (float x = layout.bounds.x - 20; x < layout.bounds.right() + 20; x += 7) {
                const CardBox* expected = nullptr;
                for (const CardBox& card : layout.cards) {
                    if (card.rect.contains({x, y})) expected = &card;
                }
                CHECK(layout.card_at({x, y}) == expected);
                met += expected != nullptr;
            }
        }
        CHECK(met > 1000);
    }
    CHECK(Layout().card_at({0, 0}) == nullptr);
}

TEST_CASE("a node's card is found, and that of a node that is not in the picture is not") {
    const Content content = load_brief();
    LayoutRequest request = whole_request(content, Form::Wide);
    request.nodes = {1, 4, 7};
    const Layout layout = compute_layout(content, request);
    for (const NodeId node : content.node_ids()) {
        const CardBox* card = layout.card_of(node);
        CHECK((card != nullptr) == (node == NodeId(1) || node == NodeId(4) || node == NodeId(7)));
        if (card != nullptr) CHECK(card->node == node);
    }
    CHECK(layout.card_of(none) == nullptr);
}
