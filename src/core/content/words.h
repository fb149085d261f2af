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
    Text copy_link;
    Text link_field;
    Text status_copied;
    Text status_not_copied;
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
    Text link_walk;  // the group that follows them
    Text link_in;
    Text link_out;
    Text link_follow;
    Text link_back;
    Text looked_at_sentence;  // {0} sentence, {1} how it is known, {2} which of how many
    Text looked_at_out_of;
    Text looked_at_in_of;
    Text resume_tour;  // {0} the step's number
    Text step;  // {0} of {1}
    Text in_this_step;
    Text back;
    Text next;
    Text end_tour;

    // A talk.
    Text present;
    Text talk;         // the group of its controls
    Text position;     // {0} of {1}, short
    Text closing_title;
    Text closing_address;  // {0} the page's title
    Text closing_file;         // {0} the page's title
    Text closing_end_title;    // where nothing can be taken home
    Text closing_end;          // {0} the page's title
    Text code_label;   // {0} address
    Text spot_label;   // {0} the card under the pointer
    Text spot_nowhere;
    Text blank;
    Text unblank;
    Text jump;
    Text jump_title;
    Text jump_back;
    Text jump_close;
    Text jump_key;     // {0} key, {1} title
    Text spot;
    Text text_size;
    Text auto_advance;
    Text letter_keys;
    Text fullscreen;
    Text speaker_view;
    Text notes_here;
    Text back_to_step; // {0} number
    Text end_talk;
    Text key_hint;     // {0} key
    Text status_blank;
    Text status_closing;
    Text status_auto;  // {0} seconds
    Text status_auto_off;
    Text status_spot;
    Text status_spot_off;
    Text status_text_size;
    Text status_jump;
    Text status_no_window;
    Text status_talk_ended;

    // The speaker's window.
    Text next_step;
    Text notes;
    Text no_notes;
    Text last_step;
    Text speaker_title;  // {0} the page's title
    Text clock;
    Text timer;
    Text restart_timer;
    Text connected;
    Text not_connected;
    Text print_steps;
    Text print_notes;

    // A kiosk.
    Text touch_to_begin;
    Text pause;
    Text go_on;
    Text start_over;
    Text still_there;
    Text secs_left;    // {0}
    Text stay;
    Text languages;
    Text staff_title;
    Text staff_log;
    Text staff_log_empty;
    Text staff_version;  // {0}
    Text staff_close;
    Text staff_reload;
    Text staff_leave;
    Text health_content;  // {0} file, {1} first mistake, {2} how many
    Text health_edition;  // {0} file
    // What the page notes, by kind; {0} is what a browser says about it.
    Text health_started;
    Text health_failed;
    Text health_error;
    Text health_stuck;
    Text health_memory;        // {0} megabytes
    Text health_context_lost;
    Text health_context_back;
    Text health_update;
    Text health_unread;        // {0} file and reason
    Text health_unread_disk;   // {0} file
    // In place of a content that is not there.
    Text waiting_page;
    Text waiting_file_title;   // {0} file
    Text waiting_file;
    Text waiting_window_title;
    Text waiting_window;
    Text waiting_kiosk_reading;
    Text waiting_kiosk_title;
    Text waiting_kiosk_visitor;
    Text waiting_kiosk_staff;
    Text waiting_kiosk_mend;
    Text waiting_unread;       // {0} what a browser says about it
    Text waiting_unread_disk;
    Text waiting_more;         // {0} how many mistakes
    Text absent_title;
    Text absent;
    Text status_woken;
    Text status_still_there;  // {0} seconds

    // The whole text.
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
    Text about_exit_keys;
    Text leave_keys;
    Text leave_soon;
    Text leave_alone;
    Text back_to_diagram;

    // Said and shown when something happened.
    Text fallback;
    // A way out for a content that has none of its own.
    Text exit_label;
    Text exit_url;     // a neutral page
    Text exit_limits;
    Text neutral_title;  // stands over the page once the reader has left it
    Text neutral_text;
    Text refused_title;  // {0} file, {1} how many
    Text refused_one;    // {0} file
    Text refused_kept;
    Text refused_beside; // of files that were dropped together: {0} the one that is shown
    Text refused_second; // {0} file without a mistake
    Text refused_second_why;
    Text refused_more;   // {0} how many are not listed
    Text remarks_title;  // {0} file, {1} how many
    Text remarks_one;    // {0} file
    Text dismiss;
    Text status_selected;  // {0} title, {1} its links counted
    Text status_whole;
    Text status_step;  // {0} number and count, {1} title
    Text status_accepted;
    Text status_refused;  // {0} file, {1} how many
    Text status_refused_second;   // {0} file
    Text status_refused_several;  // {0} how many
    Text status_path;
    Text status_no_link_out;
    Text status_no_link_in;
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
    .copy_link = "Copy a link to this view",
    .link_field = "Link to this view",
    .status_copied = "The link to this view was copied.",
    .status_not_copied = "The browser does not copy here. The link stands selected in a field: copy it from there.",
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
    .link_walk = "Follow a line",
    .link_in = "Next line in",
    .link_out = "Next line out",
    .link_follow = "Follow it",
    .link_back = "Go back",
    .looked_at_sentence = "{0} {2}; {1}.",
    .looked_at_out_of = "Line {0} of {1} leading on",
    .looked_at_in_of = "Line {0} of {1} leading here",
    .resume_tour = "Back to step {0}",
    .step = "Step {0} of {1}",
    .in_this_step = "In this step",
    .back = "Back",
    .next = "Next",
    .end_tour = "End the tour",

    .present = "Present",
    .talk = "The talk",
    .position = "{0} / {1}",
    .closing_title = "Take it with you",
    .closing_address = "“{0}” is at this address:",
    .closing_file = "“{0}” is one file. Ask for a copy: it opens on any computer, with no network.",
    .closing_end_title = "Thank you",
    .closing_end = "This was “{0}”. Ask whoever showed it to you where it can be found.",
    .code_label = "The address as a code for a camera: {0}",
    .spot_label = "The pointer is on “{0}”.",
    .spot_nowhere = "The pointer is on no card.",
    .blank = "Blank",
    .unblank = "Show again",
    .jump = "Jump to…",
    .jump_title = "Jump to a card",
    .jump_back = "Other lanes",
    .jump_close = "Close",
    .jump_key = "{0}  {1}",
    .spot = "Pointer",
    .text_size = "Text size",
    .auto_advance = "Auto",
    .letter_keys = "Keys",
    .fullscreen = "Full screen",
    .speaker_view = "Speaker view",
    .notes_here = "Notes here",
    .back_to_step = "Back to step {0}",
    .end_talk = "End",
    .key_hint = "Key {0}",
    .status_blank = "The screen is blank.",
    .status_closing = "The closing step.",
    .status_auto = "Going on by itself every {0} seconds.",
    .status_auto_off = "Waiting for you.",
    .status_spot = "The pointer is shown; arrows move it.",
    .status_spot_off = "The pointer is put away.",
    .status_text_size = "Text size {0} of {1}.",
    .status_jump = "Choose a lane, then a card.",
    .status_no_window = "The browser did not open another window. The notes are below the picture.",
    .status_talk_ended = "The talk has ended.",

    .next_step = "Next step",
    .notes = "Notes",
    .no_notes = "There are no notes for this view.",
    .last_step = "This is the last one.",
    .speaker_title = "Speaker view: {0}",
    .clock = "Time",
    .timer = "Since the start",
    .restart_timer = "Restart the timer",
    .connected = "The audience’s window follows.",
    .not_connected = "The audience’s window does not answer. Open this view from it.",
    .print_steps = "Print",
    .print_notes = "Print with notes",

    .touch_to_begin = "Touch to begin",
    .pause = "Pause",
    .go_on = "Go on",
    .start_over = "Start over",
    .still_there = "Still there?",
    .secs_left = "It starts over in {0} seconds.",
    .stay = "I am still here",
    .languages = "Languages",
    .staff_title = "For staff",
    .staff_log = "What happened",
    .staff_log_empty = "Nothing yet.",
    .staff_version = "Throughline {0}",
    .staff_close = "Close",
    .staff_reload = "Load again",
    .staff_leave = "Leave kiosk mode",
    .health_content = "{0} was not taken: {1} ({2} mistakes)",
    .health_edition = "{0} was taken",
    .health_started = "started",
    .health_failed = "the diagram failed: {0}",
    .health_error = "something went wrong in the page: {0}",
    .health_stuck = "no frame was drawn for ten seconds",
    .health_memory = "memory was at {0} MB",
    .health_context_lost = "the graphics were lost",
    .health_context_back = "the graphics came back",
    .health_update = "a new version was loaded",
    .health_unread = "{0}: it could not be read",
    .health_unread_disk = "{0}: it could not be read. Is the file beside the page, and was the browser started with --allow-file-access-from-files?",
    .waiting_page = "Waiting for a brief",
    .waiting_file_title = "Please open “{0}” again",
    .waiting_file = "This page was loaded anew, and it could not keep a copy of the file. Open it again, or drop it here: the page goes on where it was.",
    .waiting_window_title = "Waiting for the audience’s window",
    .waiting_window = "The brief comes from there in a moment. If it does not, go to the audience’s window and press S, or open the file here.",
    .waiting_kiosk_reading = "One moment, please",
    .waiting_kiosk_title = "There is nothing to see here just now",
    .waiting_kiosk_visitor = "This screen works, but its content is missing. It goes on by itself as soon as that is there.",
    .waiting_kiosk_staff = "None of the files that this screen should show can be shown.",
    .waiting_kiosk_mend = "Mend a file and save it under the same name: the screen looks for it every ten seconds. To see all its mistakes, open it on this page on another computer. Ctrl+Alt+K shows what happened.",
    .waiting_unread = "It could not be read ({0}). Is it beside the page, under exactly this name?",
    .waiting_unread_disk = "It could not be read. Is it beside the page, under exactly this name, and was the browser started with --allow-file-access-from-files?",
    .waiting_more = "and {0} more mistakes",
    .absent_title = "This cannot be shown here",
    .absent = "The diagram cannot run at the moment, and what was opened is not part of this page. Load the page again, or open the file in another browser.",
    .status_woken = "Welcome. Pick a card.",
    .status_still_there = "Still there? It starts over in {0} seconds.",

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
    .about_exit_keys = "With a keyboard you can leave as well: keep pressing Escape until the page is gone.",
    .leave_keys = "Or keep pressing Escape until the page is gone",
    .leave_soon = "Press Escape once more to leave this site.",
    .leave_alone = "This frame cannot be left: open the page on its own",
    .back_to_diagram = "Back to the diagram",

    .fallback = "The interactive diagram cannot run here. The picture and everything it says are below, as text.",
    .exit_label = "Leave",
    .exit_url = "https://www.wikipedia.org/",
    .exit_limits = "Leaving opens another site in place of this one. It cannot hide the visit from the owner of the network or the device, "
                   "it may not clear your browser’s history, and it cannot help against someone who has already seen the screen.",
    .neutral_title = "Page not available",
    .neutral_text = "There is no connection at the moment. Please try again later.",
    .refused_title = "{0} was not opened: {1} mistakes",
    .refused_one = "{0} was not opened: 1 mistake",
    .refused_kept = "The page keeps what it had. Mend these and open the file again.",
    .refused_beside = "The page shows {0}, which was opened together with it.",
    .refused_second = "{0} was not opened",
    .refused_second_why = "The page shows one brief at a time: open this one by itself.",
    .refused_more = "More files that were not opened: {0}",
    .remarks_title = "{0} is open, with {1} remarks for its author",
    .remarks_one = "{0} is open, with 1 remark for its author",
    .dismiss = "Dismiss",
    .status_selected = "{0}: {1}.",
    .status_whole = "The whole diagram.",
    .status_step = "{0}: {1}.",
    .status_accepted = "Opened {0}.",
    .status_refused = "{0} was not opened: mistakes found: {1}.",
    .status_refused_second = "{0} was not opened.",
    .status_refused_several = "Files that were not opened: {0}.",
    .status_path = "Showing one path.",
    .status_no_link_out = "No line leads on from here.",
    .status_no_link_in = "No line leads here.",
    .status_everything = "Showing everything.",
};

inline const Words& words() { return english; }

// The pattern with {0}, {1} … replaced; a number without a value stays as it is.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);

}  // namespace throughline
