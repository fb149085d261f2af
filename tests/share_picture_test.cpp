// What a shared link shows: the picture and the words beside it, in the brief's words or in neutral ones.
#include "core/faces/share_picture.h"

#include "core/base/text_metrics.h"
#include "support.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::testing;

namespace {

Content neutral_content() {
    Content content = small_content();
    content.about.share = {"A page to read", "Somebody sent you a page."};
    return content;
}

std::string image_of(const std::string& address) {
    Content content = small_content();
    content.about.address = address;
    const std::string head = write_share_head(content, "share.png");
    const std::string key = "<meta property=\"og:image\" content=\"";
    const std::size_t at = head.find(key) + key.size();
    return head.substr(at, head.find('"', at) - at);
}

}  // namespace

TEST_CASE("a preview says the title and the summary, and has the picture") {
    const std::string head = write_share_head(small_content(), "share-1.png");
    for (const std::string part :
         {"og:title\" content=\"A small brief\"", "og:description\" content=\"Five points.\"",
          "og:image\" content=\"share-1.png\"", "og:image:alt\" content=\"A small brief\"",
          "og:image:width\" content=\"1200\"", "twitter:card\" content=\"summary_large_image\""}) {
        CHECK_MESSAGE(contains(head, part), part);
    }
    CHECK_FALSE(contains(head, "og:url"));
    const std::string picture = write_share_picture(small_content());
    for (const std::string part : {"A small brief", "Starts", "Pushes back", "Deeds", "Harms", "Calls"})
        CHECK_MESSAGE(contains(picture, part), part);
}

TEST_CASE(
    "lanes of one hue are told apart by their shapes in the picture of a shared link too, and none runs into the "
    "diagram") {
    Content content = small_content();
    for (Lane& lane : content.lanes) lane.hue = Hue::Violet;
    content.lanes[1].title = "A heading of as many letters as it may have: 48";
    const std::string picture = write_share_picture(content);
    std::vector<std::string> signs;
    for (const Lane& lane : content.lanes) {
        const std::size_t words = picture.find('>' + lane.title + '<');
        const std::size_t path = picture.rfind("<path", words);
        const std::size_t outline = picture.find(" d=\"", path);
        CHECK(outline < words);
        signs.push_back(picture.substr(outline, picture.find('"', outline + 4) - outline));
    }
    CHECK(signs[0] != signs[1]);
    CHECK(signs[1] != signs[2]);
    CHECK(signs[0] != signs[2]);
    const std::size_t at =
        picture.find("font-size=\"", picture.rfind("<text", picture.find(content.lanes[1].title))) + 11;
    const float size = std::stof(picture.substr(at));
    CHECK(size > 14);
    CHECK(measure_text(content.lanes[1].title, Weight::Semibold, size) <= 404.5F);
}

TEST_CASE("neutral wording names neither title, summary nor lanes, in the words and in the picture") {
    const Content content = neutral_content();
    const std::string shown = write_share_head(content, "share.png") + write_share_picture(content);
    for (const std::string part :
         {"og:title\" content=\"A page to read\"", "og:description\" content=\"Somebody sent you a page.\"",
          "og:image:alt\" content=\"A page to read\"", ">A page to read</text>"}) {
        CHECK_MESSAGE(contains(shown, part), part);
    }
    CHECK_FALSE(contains(shown, content.title));
    CHECK_FALSE(contains(shown, content.summary));
    for (const Lane& lane : content.lanes) CHECK_FALSE(contains(shown, lane.title));
    for (const Node& node : content.nodes) CHECK_FALSE(contains(shown, node.title));
}

TEST_CASE("the picture's address is whole when the site's is known") {
    CHECK(image_of("") == "share.png");
    CHECK(image_of("https://example.org") == "https://example.org/share.png");
    CHECK(image_of("https://example.org/") == "https://example.org/share.png");
    CHECK(image_of("https://example.org/a/brief") == "https://example.org/a/brief/share.png");
    CHECK(image_of("https://example.org/a/brief/") == "https://example.org/a/brief/share.png");
    CHECK(image_of("https://example.org/a.b/index.html") == "https://example.org/a.b/share.png");
    CHECK(image_of("https://example.org/a/?from=mail#raids") == "https://example.org/a/share.png");
}

TEST_CASE("markup in a content reaches a preview as text") {
    Content content = small_content();
    content.title = content.summary = content.lanes[0].title = content.about.address = "\"><script>'x'</script>";
    CHECK_FALSE(contains(write_share_head(content, "share.png") + write_share_picture(content), "<script"));
}

TEST_CASE("a long title and ten lanes stay within the picture: the lanes go before a word is cut") {
    Content content = small_content();
    content.title = "Wherever a title of eighty characters goes, a picture of it has to go with it too";
    for (int lane = 4; lane <= 10; ++lane) {
        content.lanes.push_back(
            {"lane-" + std::to_string(lane), "Lane " + std::to_string(lane), 3, Hue::Blue, Shape::Square});
        const std::string picture = write_share_picture(content);
        int rows = 0;
        for (std::size_t at = picture.find("<text x"); at != std::string::npos;
             at = picture.find("<text x", at + 1), ++rows) {
            const float y = std::stof(picture.substr(picture.find(" y=\"", at) + 4));
            CHECK(y >= 36);
            CHECK(y < static_cast<float>(share_height_px) - 36);
        }
        CHECK(rows >= 3);
    }
    CHECK_FALSE(contains(write_share_picture(content), "Lane 10"));
}
