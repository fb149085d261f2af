// A recursive descent over JSON that never gives up: where a mark is missing it goes on as if it stood there, where one
// is too many it passes over it. text.cpp tells where a text ends, word.cpp what stands without quotes.
#include "core/json/repair.h"

#include "core/base/suggestion.h"
#include "core/json/mistakes.h"
#include "core/json/scan.h"
#include "core/json/text.h"
#include "core/json/word.h"

#include <string>
#include <utility>

namespace throughline {
namespace {

using Type = JsonValue::Type;
using Text = std::string;

class Repairer {
public:
    Repairer(std::string_view bytes, std::size_t begin, std::size_t end, int max_depth, MistakeList& mistakes)
        : scan_(bytes.substr(0, end), begin, mistakes), max_depth_(max_depth) {}

    RepairedJson read() {
        RepairedJson repaired;
        scan_.skip_space();
        if (scan_.is_end()) return repaired;
        JsonValue root;
        const bool lacks_opening = is_quote(mark_at(scan_.text, scan_.at)) && scan_.is_name_ahead(scan_.at);
        if (lacks_opening) scan_.add(scan_.at, "the { that opens the content is missing; write it here");
        if (lacks_opening) {
            read_object(root, Opening::Missing);
        } else {
            read_value(root, Place::Item);
        }
        if (is_too_deep_) return repaired;
        scan_.skip_space();
        if (scan_.at < scan_.text.size()) {
            scan_.add(scan_.at, "something stands after the end of the content; remove it");
        }
        repaired.root = std::move(root);
        repaired.is_cut = scan_.is_cut;
        repaired.ends_early = ends_early_;
        return repaired;
    }

private:
    enum class Opening { There, Missing };

    // ---- Values.
    void read_value(JsonValue& value, Place place) {
        value.offset = scan_.at;
        const Mark mark = scan_.here();
        if (mark.meant == '{') return read_object(value, Opening::There);
        if (mark.meant == '[') return read_list(value);
        if (is_quote(mark)) {
            value.type = Type::String;
            value.string = read_text(scan_, place);
            return;
        }
        read_bare_value(scan_, value, place);
    }

    bool enter(char closing) {
        if (static_cast<int>(scan_.open.size()) < max_depth_) {
            scan_.open.push_back(closing);
            return true;
        }
        scan_.add_text(scan_.at, [this] {
            return "values are nested deeper than " + std::to_string(max_depth_) +
                   " levels here; a content file needs 4";
        });
        is_too_deep_ = true;
        scan_.at = scan_.text.size();
        return false;
    }

    // The file is over, and brackets are open.
    void end_of_file(bool is_whole_here) {
        const bool lacks_brackets_only =
            is_whole_here && !scan_.is_cut &&
            (scan_.open.size() == 1 || (scan_.open.size() == 2 && scan_.open.back() == ']'));
        if (!lacks_brackets_only) scan_.is_cut = true;
        if (ends_early_) return;
        ends_early_ = true;
        if (scan_.is_text_cut) return;
        Text missing;
        for (auto closing = scan_.open.rbegin(); closing != scan_.open.rend(); ++closing) {
            missing += (missing.empty() ? "" : " ") + Text(1, *closing);
        }
        const bool is_cut = scan_.is_cut;
        scan_.add_text(scan_.last_end, [missing, is_cut] {
            if (!is_cut) return "the file ends here without " + missing + "; add it";
            const Text cut = "the file ends here in the middle of something; look for its rest, or close what is open";
            return cut + " with " + missing;
        });
    }

    // After a value: a comma and go on, or a closing bracket, or a comma that is missing. True if a comma stands there.
    bool read_comma() {
        scan_.skip_space();
        const Mark mark = scan_.here();
        if (mark.meant == ',') {
            if (!mark.name.empty()) {
                scan_.add_text(scan_.at, [mark] { return Text(mark.name) + " stands where JSON needs a comma"; });
            }
            comma_at_ = scan_.at;
            scan_.at += mark.length;
            return true;
        }
        if (scan_.is_end() || mark.meant == '}' || mark.meant == ']') return false;
        scan_.add(scan_.last_end, "a comma is missing here, after this value");
        return false;
    }

    void close(bool has_comma, const Mark& mark) {
        if (has_comma) scan_.add(comma_at_, "this comma has nothing after it; remove it");
        scan_.at += mark.length;
        scan_.last_end = scan_.at;
    }

    // An object meets ‘]’. True if the object is over.
    bool meets_bracket_in_object(bool has_comma) {
        const bool is_in_list = scan_.open.size() > 1 && scan_.open[scan_.open.size() - 2] == ']';
        if (is_in_list) {
            scan_.add(scan_.last_end, "the } that closes this object is missing here");
            return true;
        }
        if (scan_.members_follow(scan_.at + 1)) {
            scan_.add(scan_.at, "this ] closes nothing; remove it");
            scan_.last_end = ++scan_.at;
            return false;
        }
        scan_.add(scan_.at, "this ] stands where } belongs");
        close(has_comma, scan_.here());
        return true;
    }

    // What stands where a member or an item belongs: the end of what is open, a mark that has been dealt with, or
    // something to read.
    enum class Met { End, Mark, Content };
    Met meet_mark(bool& has_comma) {
        scan_.skip_space();
        const Mark mark = scan_.here();
        const char closing = scan_.open.back();
        if (scan_.is_end()) {
            end_of_file(!has_comma);
            return Met::End;
        }
        if (closing == '}' && mark.meant == closing && scan_.open.size() == 1 && scan_.members_follow(scan_.at + 1)) {
            scan_.add(scan_.at, "this } closes the content too early; remove it");
            scan_.last_end = ++scan_.at;
            has_comma = read_comma();
            return Met::Mark;
        }
        if (mark.meant == closing) {
            close(has_comma, mark);
            return Met::End;
        }
        if (mark.meant == ',') {
            scan_.add(scan_.at, "this comma is one too many; remove it");
            scan_.at += mark.length;
            return Met::Mark;
        }
        if (mark.meant != '}' && mark.meant != ']') return Met::Content;
        if (closing == '}' ? meets_bracket_in_object(has_comma) : meets_brace_in_list(has_comma)) return Met::End;
        has_comma = read_comma();
        return Met::Mark;
    }

    void read_object(JsonValue& object, Opening opening) {
        object.type = Type::Object;
        object.offset = scan_.at;
        if (!enter('}')) return;
        if (opening == Opening::There) scan_.last_end = ++scan_.at;
        bool has_comma = false;
        for (Met met; (met = meet_mark(has_comma)) != Met::End;) {
            if (met == Met::Mark) continue;
            const Mark mark = scan_.here();
            if (mark.meant == '{' && scan_.open.size() > 1 && scan_.open[scan_.open.size() - 2] == ']') {
                scan_.add(has_comma ? comma_at_ : scan_.last_end,
                          "the } that closes the object before is missing here");
                is_comma_taken_ = true;
                break;
            }
            if (mark.meant == '{' || mark.meant == '[') {
                scan_.add(scan_.at,
                          "a value stands here without a name before it; write \"name\": in front, or remove it");
                JsonValue nameless;
                read_value(nameless, Place::Member);
                has_comma = read_comma();
                continue;
            }
            has_comma = read_member(object, mark);
            if (is_too_deep_) return;
        }
        scan_.open.pop_back();
    }

    // True if a comma follows.
    bool read_member(JsonValue& object, const Mark& mark) {
        JsonValue::Member member;
        member.key_offset = scan_.at;
        if (is_quote(mark)) {
            member.key = read_text(scan_, Place::Name);
        } else if (is_word(scan_.text[scan_.at])) {
            member.key = read_bare_name(scan_);
        } else {
            const std::size_t start = scan_.at;
            const auto is_stray = [](char c) { return !is_space(c) && Text(",{}[]\"").find(c) == Text::npos; };
            while (!scan_.is_end() && is_stray(scan_.text[scan_.at])) scan_.at += scan_.here().length;
            scan_.add_text(start, [this, start] {
                return quoted(scan_.text.substr(start, scan_.at - start)) + " has no place here; remove it";
            });
            return false;
        }
        scan_.skip_space();
        const Mark colon = scan_.here();
        if (colon.meant == ':') {
            if (!colon.name.empty()) {
                scan_.add_text(scan_.at, [colon] { return Text(colon.name) + " stands where JSON needs a colon"; });
            }
            scan_.at += colon.length;
            scan_.last_end = scan_.at;
            scan_.skip_space();
        } else if (!scan_.is_end() && colon.meant != ',' && colon.meant != '}' && colon.meant != ']') {
            scan_.add(scan_.last_end, "a colon is missing here, after the name");
        }
        const Mark next = scan_.here();
        if (scan_.is_end() || next.meant == ',' || next.meant == '}' || next.meant == ']') {
            if (scan_.is_end()) {
                scan_.is_cut = true;
            } else {
                scan_.add_text(scan_.last_end, [&member] {
                    return "the value of " + quoted(member.key) +
                           " is missing here; write : and the value after the name";
                });
            }
            return read_comma();
        }
        read_value(member.value, Place::Member);
        object.members.push_back(std::move(member));
        return !is_too_deep_ && (take_comma() || read_comma());
    }

    // A list meets ‘}’. True if the list is over.
    bool meets_brace_in_list(bool has_comma) {
        const std::size_t after = scan_.plain_space_end(scan_.at + 1);
        const bool closes_root = scan_.open.size() <= 2;
        if (scan_.open.size() > 1 && (!closes_root || after >= scan_.text.size())) {
            scan_.add(has_comma ? comma_at_ : scan_.last_end, "the ] that closes this list is missing here");
            return true;
        }
        if (scan_.members_follow(after)) {
            scan_.add(scan_.at, "this } stands where ] belongs");
            close(has_comma, scan_.here());
            return true;
        }
        scan_.add(scan_.at, "this } closes nothing; remove it");
        scan_.last_end = ++scan_.at;
        return false;
    }

    // In a list a name and a colon: either the list was not closed, or an object in it was not opened.
    bool meets_name_in_list(JsonValue& list, bool has_comma) {
        const bool has_texts = !list.items.empty() && list.items.back().type != Type::Object;
        std::size_t at = scan_.at;
        while (mark_at(scan_.text, at).meant != ':') at += mark_at(scan_.text, at).length;
        const char value = mark_at(scan_.text, scan_.plain_space_end(at + mark_at(scan_.text, at).length)).meant;
        if (!has_texts && scan_.open.size() == 2 && value != '[' && value != '{') {
            scan_.add(scan_.at, "the { that opens this object is missing here");
            list.items.emplace_back();
            read_object(list.items.back(), Opening::Missing);
            return false;
        }
        scan_.add(has_comma ? comma_at_ : scan_.last_end, "the ] that closes this list is missing here");
        is_comma_taken_ = has_comma;
        return true;
    }

    void read_list(JsonValue& list) {
        list.type = Type::Array;
        if (!enter(']')) return;
        scan_.last_end = ++scan_.at;
        bool has_comma = false;
        for (Met met; (met = meet_mark(has_comma)) != Met::End;) {
            if (met == Met::Mark) continue;
            const Mark mark = scan_.here();
            if (scan_.open.size() > 1 && scan_.is_name_ahead(scan_.at)) {
                const bool is_over = meets_name_in_list(list, has_comma);
                if (is_too_deep_) return;
                if (is_over) break;
            } else if (mark.meant == ':') {
                scan_.add(scan_.at, "a colon has no place in a list; remove it");
                scan_.at += mark.length;
                continue;
            } else {
                list.items.emplace_back();
                read_value(list.items.back(), Place::Item);
                if (is_too_deep_) return;
            }
            has_comma = take_comma() || read_comma();
        }
        scan_.open.pop_back();
    }
    bool take_comma() { return std::exchange(is_comma_taken_, false); }

    JsonScan scan_;
    int max_depth_;
    std::size_t comma_at_ = 0;     // of the last comma
    bool is_comma_taken_ = false;  // by what has just ended for want of its bracket
    bool ends_early_ = false;
    bool is_too_deep_ = false;
};

}  // namespace

RepairedJson repair_json(std::string_view bytes, std::size_t begin, std::size_t end, int max_depth,
                         MistakeList& mistakes) {
    return Repairer(bytes, begin, end, max_depth, mistakes).read();
}

}  // namespace throughline
