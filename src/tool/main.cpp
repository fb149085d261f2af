// The command line tool: the core without a screen. The build uses it to check and render, authors to check.
#include "core/content/content.h"
#include "core/content/parse.h"
#include "core/faces/element.h"
#include "core/faces/html.h"
#include "core/faces/share_picture.h"
#include "core/faces/svg.h"
#include "core/json/mistakes.h"
#include "core/layout/layout.h"
#include "core/program/replay.h"
#include "core/program/session.h"
#include "core/view/palette.h"
#include "core/view/view.h"

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {
namespace {

constexpr const char* usage =
    "throughline " THROUGHLINE_VERSION
    ": explains a policy brief written as JSON.\n"
    "\n"
    "  throughline check FILE...                 every mistake as file:line:column: pointer: message; exit 1 if any.\n"
    "                                            Of a file without: remarks, and what is in it\n"
    "  throughline layout FILE [--form F]        where cards and links stand\n"
    "  throughline render FILE --as WHAT [...]   html | head | attributes | style | svg | frame | page |\n"
    "                                            share-picture | share-head\n"
    "  throughline replay FILE RECORDING         plays recorded inputs; prints effects, frames and the last frame\n"
    "\n"
    "  --form wide|tall     lanes side by side, or below each other            (wide)\n"
    "  --view FRAGMENT      the view, as in the page's address after '#'        (the whole)\n"
    "  --stage WxH          the stage in CSS pixels                            (1046x755)\n"
    "  --theme light|dark|contrast   of svg, frame and page                    (light)\n"
    "  --recording FILE     svg, frame and page after these inputs, in place of the four options above; and before "
    "that\n"
    "                       at each empty line between them\n"
    "  --picture NAME       the picture's file beside the page, for share-head  (share.png)\n"
    "\n"
    "  html, head, attributes and style are the whole text's parts; svg is the picture of the view in a file of its\n"
    "  own; frame is all that is drawn and said, as text; page is what the page shows and says, as JSON; "
    "share-picture\n"
    "  is what stands beside a shared link, and share-head the lines of the page's head that name it.\n";

int fail(const std::string& message) {
    std::fprintf(stderr, "throughline: %s\n", message.c_str());
    return 2;
}

std::optional<std::string> read_file(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return std::nullopt;
    std::string bytes;
    char buffer[65536];
    for (std::size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;) bytes.append(buffer, count);
    const bool is_whole = std::ferror(file) == 0;
    std::fclose(file);
    if (!is_whole) return std::nullopt;
    return bytes;
}

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

// Mistakes go to standard output: they are what was asked for.
ParsedContent read_content_file(const std::string& path) {
    const std::optional<std::string> bytes = read_file(path);
    ParsedContent parsed;
    if (bytes) {
        parsed = parse_content(*bytes);
    } else {
        parsed.mistakes = {{{1, 1, "", "the file cannot be read; look at its name and its permissions"}}, 1};
    }
    for (const std::string& line : format_mistakes(path, parsed.mistakes)) print(line + "\n");
    return parsed;
}

std::optional<Content> load(const std::string& path) { return read_content_file(path).content; }

struct Options {
    std::vector<std::string> files;
    std::string as;
    std::string view;
    std::string recording;
    std::string picture = "share.png";
    Form form = Form::Wide;
    Look look = Look::Light;
    Vec2 stage_px{1046, 755};
};

std::optional<Options> parse_options(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& name = arguments[i];
        if (name.rfind("--", 0) != 0) {
            options.files.push_back(name);
            continue;
        }
        if (i + 1 == arguments.size()) return std::nullopt;
        const std::string& value = arguments[++i];
        if (name == "--as") {
            options.as = value;
        } else if (name == "--recording") {
            options.recording = value;
        } else if (name == "--picture") {
            options.picture = value;
        } else if (name == "--view") {
            options.view = value;
        } else if (name == "--form" && (value == "wide" || value == "tall")) {
            options.form = value == "wide" ? Form::Wide : Form::Tall;
        } else if (name == "--theme" && (value == "light" || value == "dark" || value == "contrast")) {
            options.look = value == "light" ? Look::Light : value == "dark" ? Look::Dark : Look::Contrast;
        } else if (name == "--stage" &&
                   std::sscanf(value.c_str(), "%fx%f", &options.stage_px.x, &options.stage_px.y) == 2) {
            continue;
        } else {
            return std::nullopt;
        }
    }
    return options;
}

int check(const Options& options) {
    bool is_good = !options.files.empty();
    for (const std::string& path : options.files) {
        const ParsedContent parsed = read_content_file(path);
        is_good = is_good && parsed.content;
        if (!parsed.content) continue;
        for (const std::string& line : format_remarks(path, parsed.remarks)) print(line + "\n");
        print((options.files.size() > 1 ? path + ": " : "") + format_counts(*parsed.content, parsed.remarks) + "\n");
    }
    return is_good ? 0 : 1;
}

// The picture of the whole in one form, as the whole text has it.
std::string embedded_picture(const Content& content, Form form) {
    State state;
    state.around.form = form;
    const Layout layout = compute_layout(content, whole_request(content, form));
    const BriefPtr brief = open_brief(content);
    return write_alive_svg(content,
                           view_scene(*brief, layout, state, view_drawing(*brief, layout, state, Lettering::Picture)),
                           find_lit_views(*brief), form == Form::Wide ? "picture-wide" : "picture-tall");
}

Page static_page(const Content& content) {
    const Layout layout = compute_layout(content, whole_request(content, Form::Wide));
    return view_page(*open_brief(content), layout, State{}, Liveness::Static);
}

int render(const Options& options) {
    std::optional<Content> content = load(options.files[0]);
    if (!content) return 1;
    if (options.as == "html") {
        print(write_html(static_page(*content),
                         embedded_picture(*content, Form::Wide) + embedded_picture(*content, Form::Tall)));
    } else if (options.as == "head") {
        print(write_html_head(*content));
    } else if (options.as == "attributes") {
        print(write_html_attributes(static_page(*content)));
    } else if (options.as == "style") {
        print(palette_css() + lit_style(find_lit_views(*open_brief(*content))));
    } else if (options.as == "share-picture") {
        print(write_share_picture(*content));
    } else if (options.as == "share-head") {
        print(write_share_head(*content, options.picture));
    } else if (options.as == "svg" || options.as == "frame" || options.as == "page") {
        Session session(std::move(*content));
        const auto print_answer = [&] {
            if (options.as == "svg") print(write_svg(session.content(), session.frame().scene, SvgUse::Standalone));
            if (options.as == "frame") print(dump_frame(session.frame()));
            if (options.as == "page") print(encode_page(session.frame().page) + "\n");
        };
        if (options.recording.empty()) {
            session.handle({0, EnvironmentInput{options.look == Look::Dark, options.look == Look::Contrast, true}});
            session.handle({0, ResizeInput{options.stage_px, 1, options.form}});
            session.handle({0, RouteInput{options.view}});
        } else {
            const std::optional<std::string> recording = read_file(options.recording);
            if (!recording) return fail("cannot read " + options.recording);
            std::string_view rest = *recording;
            for (std::size_t end = 0; (end = rest.find("\n\n")) != std::string_view::npos;
                 rest.remove_prefix(end + 2)) {
                play(session, rest.substr(0, end));
                print_answer();
            }
            play(session, rest);
        }
        print_answer();
    } else {
        return fail("render needs --as html, head, attributes, style, svg, frame, page, share-picture or share-head");
    }
    return 0;
}

int layout(const Options& options) {
    const std::optional<Content> content = load(options.files[0]);
    if (!content) return 1;
    print(dump_layout(*content, compute_layout(*content, whole_request(*content, options.form))));
    return 0;
}

int replay_recording(const Options& options) {
    std::optional<Content> content = load(options.files[0]);
    if (!content) return 1;
    const std::optional<std::string> recording = read_file(options.files[1]);
    if (!recording) return fail("cannot read " + options.files[1]);
    print(replay(std::move(*content), *recording));
    return 0;
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "help") {
        print(usage);
        return arguments.empty() ? 2 : 0;
    }
    if (arguments[0] == "--version") {
        print("throughline " THROUGHLINE_VERSION "\n");
        return 0;
    }
    const std::optional<Options> options = parse_options({arguments.begin() + 1, arguments.end()});
    const std::size_t file_count = options ? options->files.size() : 0;
    if (options && arguments[0] == "check" && file_count > 0) return check(*options);
    if (options && arguments[0] == "render" && file_count == 1) return render(*options);
    if (options && arguments[0] == "layout" && file_count == 1) return layout(*options);
    if (options && arguments[0] == "replay" && file_count == 2) return replay_recording(*options);
    return fail("these arguments fit no command; see throughline --help");
}

}  // namespace
}  // namespace throughline

int main(int argc, char** argv) { return throughline::run({argv + 1, argv + argc}); }
