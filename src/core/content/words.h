// Every word of the interface, in one place to translate; none of a content's. {0} and {1} stand for what is filled in.
// What is wrong with a file is for its author, and is told in English where it is found (json/, content/).
// What they say in English is in words_en.cpp.
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
    Text proof;           // {0} stated or inferred
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
    Text zoom_in_sign;
    Text zoom_out;
    Text zoom_out_sign;
    Text fit;
    Text fit_label;
    Text dark_theme;
    Text high_contrast;
    Text fold_panel;
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
    Text step;         // {0} of {1}
    Text in_this_step;
    Text back;
    Text next;
    Text end_tour;

    // A talk.
    Text present;
    Text talk;      // the group of its controls
    Text position;  // {0} of {1}, short
    Text closing_title;
    Text closing_address;    // {0} the page's title
    Text closing_file;       // {0} the page's title
    Text closing_end_title;  // where nothing can be taken home
    Text closing_end;        // {0} the page's title
    Text code_label;         // {0} address
    Text spot_label;         // {0} the card under the pointer
    Text spot_nowhere;
    Text blank;
    Text unblank;
    Text jump;
    Text jump_title;
    Text jump_back;
    Text jump_close;
    Text jump_key;  // {0} key, {1} title
    Text spot;
    Text text_size;
    Text auto_advance;
    Text letter_keys;
    Text fullscreen;
    Text speaker_view;
    Text notes_here;
    Text back_to_step;  // {0} number
    Text end_talk;
    Text key_hint;    // {0} key
    Text key_escape;  // keys as they are printed on a keyboard
    Text key_page_up;
    Text key_page_down;
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
    Text progress;
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
    Text secs_left;  // {0}
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
    Text health_memory;  // {0} megabytes
    Text health_context_lost;
    Text health_context_back;
    Text health_update;
    Text health_unread;       // {0} file and reason
    Text health_unread_disk;  // {0} file
    // In place of a content that is not there.
    Text waiting_page;
    Text waiting_file_title;  // {0} file
    Text waiting_file;
    Text waiting_window_title;
    Text waiting_window;
    Text waiting_kiosk_reading;
    Text waiting_kiosk_title;
    Text waiting_kiosk_visitor;
    Text waiting_kiosk_staff;
    Text waiting_kiosk_mend;
    Text waiting_unread;  // {0} what a browser says about it
    Text waiting_unread_disk;
    Text waiting_more;  // {0} how many mistakes
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
    Text exit_url;  // a neutral page
    Text exit_limits;
    Text neutral_title;  // stands over the page once the reader has left it
    Text neutral_text;
    Text refused_title;  // {0} file, {1} how many
    Text refused_one;    // {0} file
    Text refused_kept;
    Text refused_beside;  // of files that were dropped together: {0} the one that is shown
    Text refused_second;  // {0} file without a mistake
    Text refused_second_why;
    Text refused_more;   // {0} how many are not listed
    Text remarks_title;  // {0} file, {1} how many
    Text remarks_one;    // {0} file
    Text dismiss;
    Text status_selected;  // {0} title, {1} its links counted
    Text status_whole;
    Text status_step;  // {0} number and count, {1} title
    Text status_accepted;
    Text status_refused;          // {0} file, {1} how many
    Text status_refused_second;   // {0} file
    Text status_refused_several;  // {0} how many
    Text status_path;
    Text status_no_link_out;
    Text status_no_link_in;
    Text status_everything;
};

const Words& words();

// The pattern with {0}, {1} … replaced; a number without a value stays as it is.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);

}  // namespace throughline
