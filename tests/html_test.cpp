// The whole text as HTML text.
#include "core/faces/html.h"

#include "harness.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

std::string edition(const Content& content) { return write_html(page_without_script(content), "<svg></svg>"); }

}  // namespace

TEST_CASE("markup in a content reaches the page as text") {
    CHECK(escape_markup("<b a='1'>\"&") == "&lt;b a=&#39;1&#39;&gt;&quot;&amp;");
    Content content = small_content();
    for (std::string* text : {&content.title, &content.summary, &content.nodes[0].title, &content.nodes[0].text,
                              &content.links[3].why, &content.tour[0].text, &content.locators[0].label,
                              &content.lanes[0].title, &content.about.publisher, &content.about.exit.label}) {
        *text = "\"><script>'x'</script>";
    }
    CHECK_FALSE(contains(edition(content), "<script"));
    CHECK_FALSE(contains(write_html_head(content), "<script"));
}

TEST_CASE("the edition is whole: landmarks, headings, every node, every link, the exit") {
    const std::string html = edition(small_content());
    for (const std::string part :
         {"<header ", "<main ", "<footer ", "<nav ", "<h1 id=\"title\" class=\"part-title\">A small brief</h1>",
          "<section id=\"a\"", "<section id=\"d\"", "data-link=\"d-&gt;c\"",
          "<a id=\"leave\" class=\"part-leave\" href=\"https://example.org/\" rel=\"noreferrer noopener\" "
          "target=\"_top\">Leave</a>"}) {
        CHECK_MESSAGE(contains(html, part), part);
    }
    CHECK_FALSE(contains(html, "data-node"));
}

TEST_CASE("a strict policy finds nothing to refuse") {
    const std::string html = edition(small_content());
    CHECK_FALSE(contains(html, " style="));
    for (std::size_t at = html.find(" on"); at != std::string::npos; at = html.find(" on", at + 1)) {
        const std::size_t end = html.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at + 1);
        CHECK_MESSAGE(html[end] != '=', html.substr(at, 20));
    }
    CHECK_FALSE(contains(html, "<script"));
}

TEST_CASE("the picture stands in its place as it was given") {
    CHECK(contains(edition(small_content()), "<div id=\"picture\" class=\"part-picture\"><svg></svg></div>"));
}

TEST_CASE("no white space stands where the bridge looks for an element's own text") {
    const std::string html = edition(small_content());
    for (std::size_t at = html.find('\n'); at != std::string::npos; at = html.find('\n', at + 1)) {
        const std::size_t open = html.rfind('<', at);
        const bool follows_end = html[open + 1] == '/';
        CHECK_MESSAGE(follows_end, html.substr(open, at - open));
    }
}

TEST_CASE("the head has the title and what a search engine shows") {
    CHECK(write_html_head(small_content()) ==
          "<title>A small brief</title>\n<meta name=\"description\" content=\"Five points.\">\n");
}

TEST_CASE("the root's attributes are those of a page before any script") {
    CHECK(write_html_attributes(page_without_script(small_content())) ==
          "lang=\"en\" dir=\"ltr\" data-mode=\"explore\" data-selected=\"\" data-step=\"\" data-theme=\"auto\" "
          "data-state=\"static\" data-renderer=\"none\" data-frames=\"0\"");
}
