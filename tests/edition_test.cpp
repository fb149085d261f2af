// Contents beside the one that a page came with: other languages, and another brief in the place of the first.
#include "core/session.h"

#include "support.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

std::string in_french() {
    std::string json = with(small_json(), R"("language": "en")", R"("language": "fr", "language_name": "Français")");
    return with(json, R"("title": "A small brief")", R"("title": "Un petit dossier")");
}

std::string in_other_words() { return with(small_json(), R"("title": "A small brief")", R"("title": "Another brief")"); }

Session kiosk() {
    Session session(small_content());
    session.handle({0, RouteInput{"mode=kiosk"}});
    return session;
}

bool says(Session& session, std::string_view words) { return dump_page(session.frame().page).find(words) != std::string::npos; }

}  // namespace

TEST_CASE("another language stands beside the first and is chosen by its own name") {
    Session session = kiosk();
    CHECK_FALSE(says(session, "#language:"));
    session.handle({1, EditionInput{"brief.fr.json", in_french()}});
    session.handle({2, PresenceInput{}});
    CHECK(says(session, "\"Français\""));
    session.handle({2000, ActivateInput{"node:b"}});
    session.handle({3000, ActivateInput{"language:fr"}});
    CHECK(session.frame().page.attributes.language == "fr");
    CHECK(session.frame().page.attributes.title == "Un petit dossier");
    CHECK(session.frame().page.attributes.selected == "b");
    // The next visitor meets the first one again.
    session.handle({4000, ActivateInput{"start-over"}});
    CHECK(session.frame().page.attributes.language == "en");
    CHECK(session.frame().page.attributes.selected.empty());
}

TEST_CASE("an edition in the page's own language takes its place, but not under somebody's hands") {
    Session session = kiosk();
    session.handle({1, PresenceInput{}});
    session.handle({2000, ActivateInput{"node:b"}});
    session.handle({3000, EditionInput{"other.json", in_other_words()}});
    CHECK(session.frame().page.attributes.title == "A small brief");
    CHECK(session.frame().page.attributes.selected == "b");
    session.handle({4000, ActivateInput{"start-over"}});
    CHECK(session.frame().page.attributes.title == "Another brief");

    Session idle = kiosk();
    idle.handle({1, EditionInput{"other.json", in_other_words()}});
    CHECK(idle.frame().page.attributes.title == "Another brief");
    CHECK(idle.state().phase == KioskPhase::Attract);
}

TEST_CASE("an edition with mistakes changes nothing and is told to the staff") {
    Session session = kiosk();
    session.handle({1, EditionInput{"broken.json", with(small_json(), R"("from": "a")", R"("from": "nobody")")}});
    CHECK(session.editions().size() == 1);
    CHECK(session.content().title == "A small brief");
    CHECK(session.state().refused.empty());
    CHECK(session.state().health.size() == 1);
    if (!session.state().health.empty()) CHECK(session.state().health[0].find("broken.json:") != std::string::npos);
    session.handle({2, ActivateInput{"staff"}});
    CHECK(says(session, "broken.json:"));
}

TEST_CASE("a kiosk takes no file that a visitor drops") {
    Session session = kiosk();
    session.handle({1, PresenceInput{}});
    CHECK_FALSE(session.handle({2, ContentInput{"mine.json", in_other_words()}}).is_handled);
    CHECK(session.content().title == "A small brief");
}

TEST_CASE("a kiosk asks for the files that its address or its content names") {
    Session session(small_content());
    std::vector<std::string> asked;
    for (const Effect& effect : session.handle({0, RouteInput{"mode=kiosk&editions=brief.fr.json,../up.json,x.json"}}).effects) {
        if (const auto* load = std::get_if<LoadFile>(&effect)) asked.push_back(load->name);
    }
    CHECK(asked == std::vector<std::string>{"brief.fr.json", "x.json"});
}
