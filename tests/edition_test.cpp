// Contents beside the one that a page came with: other languages, and another brief in the place of the first.
#include "core/program/session.h"

#include "core/content/parse.h"
#include "core/content/words.h"
#include "support.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

std::string in_french() {
    std::string json = with(small_json(), R"("language": "en")", R"("language": "fr", "language_name": "Français")");
    return with(json, R"("title": "A small brief")", R"("title": "Un petit dossier")");
}

std::string in_other_words() {
    return with(small_json(), R"("title": "A small brief")", R"("title": "Another brief")");
}

Session kiosk() {
    Session session(small_content());
    session.handle({0, RouteInput{"mode=kiosk"}});
    return session;
}

bool says(Session& session, std::string_view words) {
    return dump_page(session.frame().page).find(words) != std::string::npos;
}

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
    CHECK(idle.state().kiosk.phase == KioskPhase::Attract);
}

TEST_CASE("an edition with mistakes changes nothing and is told to the staff") {
    Session session = kiosk();
    session.handle({1, EditionInput{"broken.json", with(small_json(), R"("from": "a")", R"("from": "nobody")")}});
    CHECK(session.state().library.editions.size() == 1);
    CHECK(session.content().title == "A small brief");
    CHECK(session.state().files.reports.empty());
    CHECK(session.state().kiosk.health.size() == 1);
    if (!session.state().kiosk.health.empty())
        CHECK(session.state().kiosk.health[0].find("broken.json:") != std::string::npos);
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
    for (const Effect& effect :
         session.handle({0, RouteInput{"mode=kiosk&editions=brief.fr.json,../up.json,x.json"}}).effects) {
        if (const auto* load = std::get_if<LoadFile>(&effect)) asked.push_back(load->name);
    }
    CHECK(asked == std::vector<std::string>{"brief.fr.json", "x.json"});
}

namespace {

std::string example() { return read_source_file("content/examples/night-buses.json"); }

// A kiosk whose address names its files.
Session own_kiosk(const std::string& files) {
    Session session(small_content());
    session.handle({0, EnvironmentInput{false, false, true}});
    session.handle({0, ResizeInput{{1920, 1080}, 1, Form::Wide}});
    session.handle({0, RouteInput{"mode=kiosk&editions=" + files}});
    return session;
}

bool shows_built_in(Session& session) {
    return says(session, "A small brief") || says(session, "Node a") ||
           dump_scene(session.frame().scene).find("card ") != std::string::npos;
}

std::size_t readings(const Reaction& reaction) {
    std::size_t count = 0;
    for (const Effect& effect : reaction.effects) count += std::holds_alternative<ReadFiles>(effect) ? 1U : 0U;
    return count;
}

}  // namespace

TEST_CASE(
    "a kiosk that was given files of its own shows nothing else while they are read, nor when they are broken, and "
    "says what is wrong") {
    Session session = own_kiosk("bus.json,gone.json");
    CHECK_FALSE(shows_built_in(session));
    CHECK(says(session, words().waiting_kiosk_reading));
    session.handle({1, EditionInput{"bus.json", with(example(), "\"kind\"", "\"kinds\"")}});
    session.handle({2, UnreadInput{"gone.json", ""}});
    CHECK_FALSE(shows_built_in(session));
    CHECK(says(session, "\"bus.json\""));
    CHECK(says(session, "bus.json:"));
    CHECK(says(session, "/links/0"));
    CHECK(says(session, "\"gone.json\""));
    CHECK(says(session, "--allow-file-access-from-files"));
    // Neither somebody's hand nor an hour changes that.
    session.handle({3, PresenceInput{}});
    session.handle({4, ActivateInput{"node:a"}});
    session.handle({5, KeyInput{"Enter", false, false, ""}});
    for (double ms = 1000; ms < 3600000; ms += 10000) session.handle({ms, TickInput{ms, 0}});
    CHECK_FALSE(shows_built_in(session));
}

TEST_CASE("a waiting kiosk reads its files again every ten seconds and goes on by itself once one is mended") {
    Session session = own_kiosk("bus.json");
    session.handle({100, EditionInput{"bus.json", "{"}});
    CHECK(session.next_tick_ms() == doctest::Approx(10000));
    CHECK(readings(session.handle({9000, TickInput{0, 0}})) == 0);
    CHECK(readings(session.handle({10000, TickInput{0, 0}})) == 1);
    CHECK(session.next_tick_ms() == doctest::Approx(20000));
    CHECK(readings(session.handle({20000, TickInput{0, 0}})) == 1);
    session.handle({20100, EditionInput{"bus.json", example()}});
    CHECK(session.frame().page.attributes.title == load_example().title);
    CHECK(session.frame().page.attributes.phase == "attract");
    CHECK(session.state().view.step == 0);
    CHECK(session.state().library.editions.size() == 1);
    CHECK(session.frame().page.attributes.is_own);
    // A file that breaks later takes nothing away.
    session.handle({20200, EditionInput{"bus.json", "{"}});
    CHECK(session.frame().page.attributes.title == load_example().title);
}

TEST_CASE("what the page came with stands beside its translations, and beside no other brief") {
    Session translated = own_kiosk("brief.fr.json");
    translated.handle({1, EditionInput{"brief.fr.json", in_french()}});
    CHECK(translated.state().library.editions.size() == 2);
    CHECK(translated.frame().page.attributes.language == "en");
    CHECK_FALSE(translated.frame().page.attributes.is_own);
    Session spanish = own_kiosk("bus.es.json");
    spanish.handle({1, EditionInput{"bus.es.json", with(example(), R"("language": "en")", R"("language": "es")")}});
    CHECK(spanish.state().library.editions.size() == 1);
    CHECK(spanish.frame().page.attributes.language == "es");
}

TEST_CASE("a kiosk's own contents stand in the order of its address, whichever is read first") {
    Session session = own_kiosk("bus.json,bus.es.json,bus.fr.json");
    for (const char* language : {"fr", "es", "en"})
        session.handle(
            {1,
             EditionInput{
                 std::string("bus.") + (std::string_view(language) == "en" ? "" : std::string(language) + ".") + "json",
                 with(example(), R"("language": "en")", std::string(R"("language": ")") + language + "\"")}});
    std::vector<std::string> languages;
    for (const Edition& edition : session.state().library.editions)
        languages.push_back(edition.brief->content.language);
    CHECK(languages == std::vector<std::string>{"en", "es", "fr"});
    CHECK(session.frame().page.attributes.language == "en");
}

TEST_CASE("the staff of a waiting kiosk have their panel, and leave to what the page came with") {
    Session session = own_kiosk("bus.json");
    session.handle({1, UnreadInput{"bus.json", "404"}});
    session.handle({2, ActivateInput{"staff"}});
    CHECK(says(session, "#staff-panel"));
    CHECK(session.next_tick_ms() < 1e9);
    session.handle({3, ActivateInput{"staff-close"}});
    CHECK_FALSE(says(session, "#staff-panel"));
    CHECK(session.state().files.wait == Wait::KioskFiles);
    session.handle({4, ActivateInput{"staff"}});
    session.handle({5, ActivateInput{"staff-leave"}});
    CHECK(session.state().view.mode == Mode::Explore);
    CHECK(shows_built_in(session));
    Session by_address = own_kiosk("bus.json");
    by_address.handle({6, RouteInput{"b"}});
    CHECK(by_address.frame().page.attributes.selected == "b");
}

TEST_CASE(
    "a kiosk that was given no files by its address shows what the page came with, beside those that the content "
    "names") {
    Session session(*parse_content(with(small_json(), "\"language\": \"en\",",
                                        "\"language\": \"en\", \"kiosk\": { \"editions\": [\"brief.fr.json\"] },"))
                         .content);
    session.handle({0, RouteInput{"mode=kiosk"}});
    session.handle({1, UnreadInput{"brief.fr.json", "404"}});
    CHECK(session.state().files.wait == Wait::None);
    CHECK(shows_built_in(session));
}
