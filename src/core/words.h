// Every word of the interface, in one place to translate; none of a content's. {0} and {1} stand for what is filled in.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace throughline {

struct Words {
    using Text = std::string_view;

    // Links as sentences: {0} and {1} are titles, in the author's direction.
    Text sentence_leads_to;
    Text sentence_answers;
    Text sentence_opposes;

    // A node's direct links, by what they are to it.
    Text leads_to;
    Text comes_from;
    Text answers;
    Text answered_by;
    Text opposes;
    Text opposed_by;
    Text counts_separator;
    Text leads_to_count;
    Text comes_from_count;
    Text answers_count;
    Text answered_by_count;
    Text opposes_count;
    Text opposed_by_count;
    Text no_links;
    Text further_along;
    Text further_back;

    // How a link is known.
    Text stated;
    Text inferred;
    Text stated_short;
    Text inferred_short;
    Text inferred_aside;  // after a title
    Text proof;  // {0} stated or inferred
    Text source;
    Text sources_separator;
    Text why;

    // Around the diagram.
    Text skip;
    Text diagram;
    Text controls;
    Text details;
    Text take_tour;
    Text restart_tour;
    Text zoom;
    Text zoom_in;
    Text zoom_out;
    Text fit;
    Text fit_label;
    Text dark_theme;
    Text high_contrast;
    Text print;
    Text open_brief;
    Text legend;
    Text read_as_text;
    Text showing_path;
    Text showing_everything;
    Text show_everything;
    Text show_path;
    Text sheet;

    // The panel.
    Text how_to_read;
    Text how_cards;
    Text how_stated;
    Text how_inferred;
    Text hint;
    Text about_link;
    Text whole;
    Text lines;  // the group that follows them
    Text line_in;
    Text line_out;
    Text line_follow;
    Text line_back;
    Text line_key;       // {0} a key
    Text line_sentence;  // {0} sentence, {1} how it is known, {2} which of how many
    Text line_out_of;
    Text line_in_of;
    Text resume_tour;  // {0} the step's number
    Text step;  // {0} of {1}
    Text in_this_step;
    Text back;
    Text next;
    Text end_tour;

    // The text edition.
    Text contents;
    Text text_title;
    Text connections_title;
    Text connections_intro;
    Text tour_title;
    Text tour_intro;
    Text tour_focus;
    Text about_title;
    Text about_publisher;
    Text about_brief;
    Text about_explainer;
    Text about_content;
    Text about_exit;
    Text back_to_diagram;

    // Said and shown when something happened.
    Text fallback;
    Text neutral_title;  // stands over the page once the reader has left it
    Text neutral_text;
    Text refused_title;  // {0} file, {1} how many
    Text refused_one;    // {0} file
    Text refused_kept;
    Text dismiss;
    Text status_selected;  // {0} title, {1} its links counted
    Text status_whole;
    Text status_step;  // {0} number and count, {1} title
    Text status_accepted;
    Text status_refused;  // {0} file, {1} how many
    Text status_path;
    Text status_no_line_out;
    Text status_no_line_in;
    Text status_everything;
};

inline constexpr Words english{
    .sentence_leads_to = "“{0}” leads to “{1}”.",
    .sentence_answers = "“{0}” answers “{1}”.",
    .sentence_opposes = "“{0}” opposes “{1}”.",

    .leads_to = "Leads to",
    .comes_from = "Comes from",
    .answers = "Answers",
    .answered_by = "Answered by",
    .opposes = "Opposes",
    .opposed_by = "Opposed by",
    .counts_separator = ", ",
    .leads_to_count = "leads to {0}",
    .comes_from_count = "comes from {0}",
    .answers_count = "answers {0}",
    .answered_by_count = "answered by {0}",
    .opposes_count = "opposes {0}",
    .opposed_by_count = "opposed by {0}",
    .no_links = "no connections",
    .further_along = "Further along: {0}",
    .further_back = "Further back: {0}",

    .stated = "stated in the brief",
    .inferred = "our reading",
    .stated_short = "stated",
    .inferred_short = "our reading",
    .inferred_aside = " (our reading)",
    .proof = "{0}: sentence and source",
    .source = "Source: {0}",
    .sources_separator = "; ",
    .why = "Why we read it so: {0}",

    .skip = "Skip to the text",
    .diagram = "Diagram",
    .controls = "Controls",
    .details = "Details",
    .take_tour = "Take the tour",
    .restart_tour = "Restart the tour",
    .zoom = "Zoom",
    .zoom_in = "Zoom in",
    .zoom_out = "Zoom out",
    .fit = "Fit",
    .fit_label = "Fit the whole diagram",
    .dark_theme = "Dark theme",
    .high_contrast = "High contrast",
    .print = "Print this view",
    .open_brief = "Open a brief…",
    .legend = "How links are known",
    .read_as_text = "Read it as text",
    .showing_path = "Showing one path",
    .showing_everything = "Showing everything",
    .show_everything = "show everything",
    .show_path = "show one path",
    .sheet = "Details in full",

    .how_to_read = "How to read it",
    .how_cards = "Each card is one point of the brief. A line runs from what comes first to what follows from it.",
    .how_stated = "Solid lines and pills: stated in the brief.",
    .how_inferred = "Dotted ones: our reading, each with a sentence that says why.",
    .hint = "Pick a card to light up everything that leads to it and everything that follows from it.",
    .about_link = "About this page",
    .whole = "Back to the whole",
    .lines = "Follow a line",
    .line_in = "Next line in",
    .line_out = "Next line out",
    .line_follow = "Follow it",
    .line_back = "Go back",
    .line_key = "Key {0}",
    .line_sentence = "{0} {2}; {1}.",
    .line_out_of = "Line {0} of {1} leading on",
    .line_in_of = "Line {0} of {1} leading here",
    .resume_tour = "Back to step {0}",
    .step = "Step {0} of {1}",
    .in_this_step = "In this step",
    .back = "Back",
    .next = "Next",
    .end_tour = "End the tour",

    .contents = "On this page",
    .text_title = "The whole of it, as text",
    .connections_title = "All connections as sentences",
    .connections_intro = "What the brief states comes first; our own reading follows, each with its reason.",
    .tour_title = "The tour",
    .tour_intro = "The same story, step by step.",
    .tour_focus = "In this step: ",
    .about_title = "About this page",
    .about_publisher = "Who published the brief",
    .about_brief = "What the brief is",
    .about_explainer = "What is ours",
    .about_content = "Before you read",
    .about_exit = "What leaving cannot hide",
    .back_to_diagram = "Back to the diagram",

    .fallback = "The interactive diagram cannot run here. The picture and everything it says are below, as text.",
    .neutral_title = "Page not available",
    .neutral_text = "There is no connection at the moment. Please try again later.",
    .refused_title = "{0} was not opened: {1} mistakes",
    .refused_one = "{0} was not opened: 1 mistake",
    .refused_kept = "The page keeps what it had. Mend these and open the file again.",
    .dismiss = "Dismiss",
    .status_selected = "{0}: {1}.",
    .status_whole = "The whole diagram.",
    .status_step = "{0}: {1}.",
    .status_accepted = "Opened {0}.",
    .status_refused = "{0} was not opened: mistakes found: {1}.",
    .status_path = "Showing one path.",
    .status_no_line_out = "No line leads on from here.",
    .status_no_line_in = "No line leads here.",
    .status_everything = "Showing everything.",
};

inline const Words& words() { return english; }

// The pattern with {0}, {1} … replaced; a number without a value stays as it is.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);

}  // namespace throughline
