// Contents beside the one that a page came with: other languages, and another brief in the place of the first.
#include "core/content/words.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

std::string in_french() {
    const std::string json =
        with(small_json(), R"("language": "en")", R"("language": "fr", "language_name": "Français")");
    return with(json, R"("title": "A small brief")", R"("title": "Un petit dossier")");
}

std::string in_other_words() {
    return with(small_json(), R"("title": "A small brief")", R"("title": "Another brief")");
}

std::string example_in(const std::string& language) {
    return with(example_json(), R"("language": "en")", R"("language": ")" + language + "\"");
}

const Opening kiosk{.view = "mode=kiosk"};

// A kiosk whose address names its files.
Opening own_kiosk(const std::string& files) {
    return {.view = "mode=kiosk&editions=" + files, .stage_px = {1920, 1080}};
}

void visit(Harness& h) {
    h.send(PresenceInput{});
    h.wait(1);
}

bool shows_built_in(Harness& h) { return h.says("A small brief") || h.says("Node a") || h.says("card "); }

}  // namespace

TEST_CASE("another language stands beside the first and is chosen by its own name") {
    Harness h(small_content(), kiosk);
    CHECK_FALSE(h.says("#language:"));
    h.send(EditionInput{"brief.fr.json", in_french()});
    visit(h);
    h.press("Node b");
    h.press("Français");
    CHECK(h.root().language == "fr");
    CHECK(h.root().title == "Un petit dossier");
    CHECK(h.root().selected == "b");
    // The next visitor meets the first one again.
    h.press("Start over");
    CHECK(h.root().language == "en");
    CHECK(h.root().selected.empty());
}

TEST_CASE("an edition in the page's own language takes its place, but not under somebody's hands") {
    Harness h(small_content(), kiosk);
    visit(h);
    h.press("Node b");
    h.send(EditionInput{"other.json", in_other_words()});
    CHECK(h.root().title == "A small brief");
    CHECK(h.root().selected == "b");
    h.press("Start over");
    CHECK(h.root().title == "Another brief");

    Harness idle(small_content(), kiosk);
    idle.send(EditionInput{"other.json", in_other_words()});
    CHECK(idle.root().title == "Another brief");
    CHECK(idle.root().phase == "attract");
}

TEST_CASE("an edition with mistakes changes nothing and is told to the staff") {
    Harness h(small_content(), kiosk);
    h.send(EditionInput{"broken.json", with(small_json(), R"("from": "a")", R"("from": "nobody")")});
    CHECK(h.state().library.editions.size() == 1);
    CHECK(h.root().title == "A small brief");
    CHECK(h.state().files.reports.empty());
    CHECK(h.state().kiosk.health.size() == 1);
    CHECK_FALSE(h.says("broken.json:"));
    h.activate("staff");
    CHECK(contains(h.text("staff-panel"), "broken.json:"));
}

TEST_CASE("a kiosk takes no file that a visitor drops") {
    Harness h(small_content(), kiosk);
    h.send(PresenceInput{});
    h.drop("mine.json", in_other_words());
    CHECK_FALSE(h.was_handled());
    CHECK(h.root().title == "A small brief");
}

TEST_CASE("a kiosk asks for the files that its address or its content names") {
    Harness h;
    h.open("mode=kiosk&editions=brief.fr.json,../up.json,x.json");
    CHECK(h.take<LoadFile>() == std::vector<std::string>{"brief.fr.json", "x.json"});
}

TEST_CASE(
    "a kiosk that was given files of its own shows nothing else while they are read, nor when they are broken, and "
    "says what is wrong") {
    Harness h(small_content(), own_kiosk("bus.json,gone.json"));
    CHECK_FALSE(shows_built_in(h));
    CHECK(h.says(words().waiting_kiosk_reading));
    h.send(EditionInput{"bus.json", with(example_json(), "\"kind\"", "\"kinds\"")});
    h.send(UnreadInput{"gone.json", ""});
    CHECK_FALSE(shows_built_in(h));
    for (const std::string words :
         {"\"bus.json\"", "bus.json:", "/links/0", "\"gone.json\"", "--allow-file-access-from-files"})
        CHECK_MESSAGE(h.says(words), words);
    // Neither somebody's hand nor an hour changes that.
    h.send(PresenceInput{});
    h.activate("node:a");
    h.key("Enter");
    h.wait(3600);
    CHECK_FALSE(shows_built_in(h));
}

TEST_CASE("a waiting kiosk reads its files again every ten seconds and goes on by itself once one is mended") {
    Harness h(small_content(), own_kiosk("bus.json"));
    h.send(EditionInput{"bus.json", "{"});
    CHECK(h.session.next_tick_ms() == doctest::Approx(10000).epsilon(0.001));
    h.wait(9);
    CHECK(h.take<ReadFiles>().empty());
    h.wait(2);
    CHECK(h.take<ReadFiles>().size() == 1);
    h.wait(10);
    CHECK(h.take<ReadFiles>().size() == 1);
    h.send(EditionInput{"bus.json", example_json()});
    CHECK(h.root().title == load_example().title);
    CHECK(h.root().phase == "attract");
    CHECK(h.view().step == 0);
    CHECK(h.state().library.editions.size() == 1);
    CHECK(h.root().is_own);
    // A file that breaks later takes nothing away.
    h.send(EditionInput{"bus.json", "{"});
    CHECK(h.root().title == load_example().title);
}

TEST_CASE("what the page came with stands beside its translations, and beside no other brief") {
    Harness translated(small_content(), own_kiosk("brief.fr.json"));
    translated.send(EditionInput{"brief.fr.json", in_french()});
    CHECK(translated.state().library.editions.size() == 2);
    CHECK(translated.root().language == "en");
    CHECK_FALSE(translated.root().is_own);
    Harness spanish(small_content(), own_kiosk("bus.es.json"));
    spanish.send(EditionInput{"bus.es.json", example_in("es")});
    CHECK(spanish.state().library.editions.size() == 1);
    CHECK(spanish.root().language == "es");
}

TEST_CASE("a kiosk's own contents stand in the order of its address, whichever is read first") {
    Harness h(small_content(), own_kiosk("bus.json,bus.es.json,bus.fr.json"));
    h.send(EditionInput{"bus.fr.json", example_in("fr")});
    h.send(EditionInput{"bus.es.json", example_in("es")});
    h.send(EditionInput{"bus.json", example_json()});
    std::vector<std::string> languages;
    for (const Edition& edition : h.state().library.editions) languages.push_back(edition.brief->content.language);
    CHECK(languages == std::vector<std::string>{"en", "es", "fr"});
    CHECK(h.root().language == "en");
}

TEST_CASE("the staff of a waiting kiosk have their panel, and leave to what the page came with") {
    Harness h(small_content(), own_kiosk("bus.json"));
    h.send(UnreadInput{"bus.json", "404"});
    h.activate("staff");
    CHECK(h.has_item("staff-panel"));
    CHECK(h.session.next_tick_ms() < 1e9);
    h.press(words().staff_close);
    CHECK_FALSE(h.has_item("staff-panel"));
    CHECK(h.state().files.wait == Wait::KioskFiles);
    h.activate("staff");
    h.press(words().staff_leave);
    CHECK(h.root().mode == "explore");
    CHECK(shows_built_in(h));
    Harness by_address(small_content(), own_kiosk("bus.json"));
    by_address.open("b");
    CHECK(by_address.root().selected == "b");
}

TEST_CASE(
    "a kiosk that was given no files by its address shows what the page came with, beside those that the content "
    "names") {
    Harness h(content_of(with(small_json(), "\"language\": \"en\",",
                              "\"language\": \"en\", \"kiosk\": { \"editions\": [\"brief.fr.json\"] },")),
              kiosk);
    h.send(UnreadInput{"brief.fr.json", "404"});
    CHECK(h.state().files.wait == Wait::None);
    CHECK(shows_built_in(h));
}
