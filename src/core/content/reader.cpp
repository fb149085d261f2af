// See reader.h.
#include "core/content/reader.h"

#include "core/content/field_checker.h"
#include "core/content/rules.h"
#include "core/content/words.h"
#include "core/json/mistakes.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace throughline {
namespace {

class Reader : FieldChecker {
public:
    explicit Reader(MistakeList& mistakes) : FieldChecker(mistakes) {}

    ReadContent read(JsonValue& root) {
        Content& content = read_.content;
        if (!check_object(root, "", {content_fields.begin(), content_fields.end()},
                          {required_fields.begin(), required_fields.end()}))
            return std::move(read_);
        find_field(root, "", "$schema", Type::String);
        content.language = read_text(root, "", "language", max_language_length);
        check_language(root, content.language);
        content.language_name = read_text(root, "", "language_name", max_label_length);
        content.direction =
            read_word<Direction>(root, "", "direction", direction_words).value_or(Direction::LeftToRight);
        content.title = read_text(root, "", "title", max_page_title_length);
        content.summary = read_text(root, "", "summary", max_summary_length);
        read_about(root, content.about);
        read_list(root, "locators", 1, max_locators,
                  [&](JsonValue& value, const std::string& at) { read_locator(value, at, content); });
        read_list(root, "lanes", 1, max_lanes,
                  [&](JsonValue& value, const std::string& at) { read_lane(value, at, content); });
        read_list(root, "nodes", 1, max_nodes,
                  [&](JsonValue& value, const std::string& at) { read_node(value, at, content); });
        read_list(root, "links", 0, max_links,
                  [&](JsonValue& value, const std::string& at) { read_link(value, at, content); });
        read_list(root, "tour", 0, max_steps,
                  [&](JsonValue& value, const std::string& at) { read_step(value, at, content); });
        read_kiosk(root, content.kiosk);
        return std::move(read_);
    }

private:
    enum class Need { Some, None };

    std::vector<std::string> read_sources(JsonValue& object, const std::string& pointer, Need need) {
        std::vector<std::string> sources;
        JsonValue* list = find_field(object, pointer, "sources", Type::Array);
        if (list == nullptr) {
            read_.has_whole_sources =
                read_.has_whole_sources && need == Need::None && object.find("sources") == nullptr;
            return sources;
        }
        const std::string list_pointer = child_pointer(pointer, "sources");
        if (list->items.empty() && need == Need::Some) {
            mistake(list->offset, list_pointer,
                    [] { return "is empty; name at least one locator where the brief says this"; });
            read_.has_whole_sources = false;
        }
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < list->items.size(); ++i) {
            const JsonValue& item = list->items[i];
            const std::string at = child_pointer(list_pointer, i);
            if (!check_type(item, at, Type::String) || !find_id(item, at, locators_, "locator")) {
                read_.has_whole_sources = false;
                continue;
            }
            if (!seen.insert(item.string).second) {
                mistake(item.offset, at,
                        [&] { return "the locator " + quoted(item.string) + " stands twice in this list; keep one"; });
            }
            sources.push_back(item.string);
        }
        return sources;
    }

    void check_language(JsonValue& root, const std::string& language) {
        const bool is_tag = std::all_of(language.begin(), language.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        });
        if (is_tag || !has_ink(language)) return;
        mistake(root.find("language")->offset, "/language",
                [&] { return quoted(language) + " is no language tag; write one such as en, es-MX or zh-Hant"; });
    }

    void read_about(JsonValue& root, About& about) {
        const Words& w = words();
        about.exit = {std::string(w.exit_label), std::string(w.exit_url), std::string(w.exit_limits), "", ""};
        static const Fields about_fields{"publisher", "brief", "explainer", "content_note", "exit",
                                         "address",   "card",  "emblem",    "traces",       "closing"};
        JsonValue* object = find_field(root, "", "about", Type::Object);
        if (object == nullptr || !check_object(*object, "/about", about_fields, {"publisher", "brief", "explainer"}))
            return;
        about.publisher = read_text(*object, "/about", "publisher", max_text_length);
        about.brief = read_text(*object, "/about", "brief", max_text_length);
        about.explainer = read_text(*object, "/about", "explainer", max_text_length);
        about.content_note = read_text(*object, "/about", "content_note", max_text_length);
        about.address = read_text(*object, "/about", "address", max_address_length);
        check_address(object->find("address"), "/about/address");
        if (JsonValue* card = object->find("card");
            card != nullptr && check_object(*card, "/about/card", {"title", "text"})) {
            about.share = {read_text(*card, "/about/card", "title", max_page_title_length),
                           read_text(*card, "/about/card", "text", max_summary_length)};
        }
        about.emblem = read_word<Emblem>(*object, "/about", "emblem", emblem_words).value_or(Emblem::None);
        about.traces = read_word<Traces>(*object, "/about", "traces", traces_words).value_or(Traces::Views);
        if (JsonValue* closing = object->find("closing");
            closing != nullptr && check_object(*closing, "/about/closing", {"title", "text"})) {
            about.closing = {read_text(*closing, "/about/closing", "title", max_page_title_length),
                             read_text(*closing, "/about/closing", "text", max_text_length)};
        }
        JsonValue* exit = find_field(*object, "/about", "exit", Type::Object);
        if (exit == nullptr ||
            !check_object(*exit, "/about/exit", {"label", "url", "limits", "neutral_title", "neutral_text"},
                          {"label", "url", "limits"}))
            return;
        about.exit.label = read_text(*exit, "/about/exit", "label", max_label_length);
        about.exit.url = read_text(*exit, "/about/exit", "url", max_text_length);
        about.exit.limits = read_text(*exit, "/about/exit", "limits", max_text_length);
        about.exit.neutral_title = read_text(*exit, "/about/exit", "neutral_title", max_label_length);
        about.exit.neutral_text = read_text(*exit, "/about/exit", "neutral_text", max_text_length);
        check_address(exit->find("url"), "/about/exit/url");
    }

    // A field that is missing, empty or no text is a mistake of another kind.
    void check_address(const JsonValue* field, const std::string& pointer) {
        if (field == nullptr || field->type != Type::String || !has_ink(field->string)) return;
        const std::string& address = field->string;
        const bool is_safe = address.starts_with("https://") && address.size() > 8 &&
                             address.find_first_of(" \"'<>\\") == std::string::npos;
        if (!is_safe)
            mistake(field->offset, pointer,
                    [] { return "must be an address that starts with https:// and has no spaces or quotes"; });
    }

    void read_locator(JsonValue& value, const std::string& at, Content& content) {
        Locator locator;
        if (check_object(value, at, {"id", "label"})) {
            locator.label = read_text(value, at, "label", max_page_title_length);
            if (const JsonValue* id = find_field(value, at, "id", Type::String)) {
                const std::string id_at = child_pointer(at, "id");
                locator.id = id->string;
                const bool is_new = locators_.emplace(id->string, content.locators.size()).second;
                if (!has_ink(id->string) || count_characters(id->string) > max_id_length || find_refused(id->string)) {
                    mistake(id->offset, id_at, [] {
                        return "a locator has 1 to " + std::to_string(max_id_length) +
                               " characters, for example introduction/1";
                    });
                } else if (!is_new) {
                    mistake(id->offset, id_at,
                            [&] { return "the id " + quoted(id->string) + " is taken already; ids must differ"; });
                }
            }
        }
        content.locators.push_back(std::move(locator));
    }

    void read_lane(JsonValue& value, const std::string& at, Content& content) {
        Lane lane;
        if (check_object(value, at, {"id", "title", "column", "hue", "shape", "order"},
                         {"id", "title", "column", "hue", "shape"})) {
            lane.id = read_new_id(value, at, lanes_);
            lane.title = read_text(value, at, "title", max_label_length);
            lane.hue = read_word<Hue>(value, at, "hue", hue_words).value_or(Hue{});
            lane.shape = read_word<Shape>(value, at, "shape", shape_words).value_or(Shape{});
            lane.order = read_word<Order>(value, at, "order", order_words).value_or(Order::Free);
            if (const JsonValue* column = find_field(value, at, "column", Type::Number)) {
                if (column->number >= 1 && column->number <= max_columns &&
                    column->number == static_cast<int>(column->number)) {
                    lane.column = static_cast<int>(column->number);
                } else {
                    mistake(column->offset, child_pointer(at, "column"),
                            [] { return "must be a whole number from 1 to " + std::to_string(max_columns); });
                }
            }
            lanes_.emplace(lane.id, content.lanes.size());
        }
        content.lanes.push_back(std::move(lane));
    }

    // The id with a number that nobody has yet.
    static std::string offer_id(const std::string& id, const std::map<std::string, std::size_t>& taken) {
        // The beginning is another, because the page's ids may be told by theirs.
        for (int number = 1;; ++number) {
            const std::string ending = number == 1 ? "" : "-" + std::to_string(number);
            std::string offered = ("my-" + id).substr(0, max_id_length - ending.size()) + ending;
            if (!is_reserved_id(offered) && !is_known(taken, offered)) return offered;
        }
    }

    void read_node(JsonValue& value, const std::string& at, Content& content) {
        Node node;
        if (check_object(value, at, {"id", "lane", "title", "text", "sources"})) {
            node.id = read_new_id(value, at, nodes_);
            if (is_reserved_id(node.id)) {
                mistake(value.find("id")->offset, child_pointer(at, "id"), [&] {
                    return quoted(node.id) + " is an id that the page itself uses; choose another, such as " +
                           quoted(offer_id(node.id, nodes_));
                });
            }
            node.lane = read_id<LaneId>(value, at, "lane", lanes_, "lane");
            node.title = read_text(value, at, "title", max_card_title_length);
            node.text = read_text(value, at, "text", max_text_length);
            node.sources = read_sources(value, at, Need::Some);
            if (!nodes_.emplace(node.id, content.nodes.size()).second) read_.has_whole_ids = false;
        } else {
            read_.has_whole_ids = read_.has_whole_sources = false;
        }
        content.nodes.push_back(std::move(node));
    }

    void read_link(JsonValue& value, const std::string& at, Content& content) {
        Link link;
        if (check_object(value, at, {"from", "to", "kind", "basis", "sources", "why"},
                         {"from", "to", "kind", "basis"})) {
            link.from = read_id<NodeId>(value, at, "from", nodes_, "node");
            link.to = read_id<NodeId>(value, at, "to", nodes_, "node");
            link.kind = read_word<LinkKind>(value, at, "kind", link_kind_words).value_or(LinkKind{});
            const std::optional<Basis> basis = read_word<Basis>(value, at, "basis", basis_words);
            link.basis = basis.value_or(Basis{});
            link.sources = read_sources(value, at, basis == Basis::Stated ? Need::Some : Need::None);
            link.why = read_text(value, at, "why", max_text_length);
            const JsonValue* why = value.find("why");
            if (basis == Basis::Inferred && why == nullptr) {
                mistake(value.offset, at, [] {
                    return "is inferred and lacks ‘why’; add one sentence that says why you read the brief so";
                });
            }
            if (basis == Basis::Stated && why != nullptr) {
                mistake(why->offset, child_pointer(at, "why"),
                        [] { return "belongs to inferred links only; remove it or change the basis"; });
            }
            if (basis == Basis::Stated && value.find("sources") == nullptr) {
                mistake(value.offset, at,
                        [] { return "is stated and lacks ‘sources’; name the locators where the brief says so"; });
            }
            if (link.from != none && link.from == link.to) {
                mistake(value.offset, at, [] { return "leads from a node to itself; mend ‘from’ or ‘to’"; });
            }
        } else {
            read_.has_whole_sources = false;
        }
        content.links.push_back(std::move(link));
    }

    void read_step(JsonValue& value, const std::string& at, Content& content) {
        TourStep step;
        if (check_object(value, at, {"title", "text", "notes", "focus"}, {"title", "text", "focus"})) {
            step.title = read_text(value, at, "title", max_page_title_length);
            step.text = read_text(value, at, "text", max_text_length);
            step.notes = read_text(value, at, "notes", max_text_length);
            if (const JsonValue* focus = find_field(value, at, "focus", Type::Array))
                read_focus(*focus, child_pointer(at, "focus"), step);
        }
        content.tour.push_back(std::move(step));
    }

    void read_focus(const JsonValue& focus, const std::string& at, TourStep& step) {
        const std::size_t count = focus.items.size();
        if (count == 0) mistake(focus.offset, at, [] { return "is empty; name at least one node to look at"; });
        if (count > max_focus) {
            mistake(focus.offset, at, [&] {
                return "names " + std::to_string(count) + " nodes; more than " + std::to_string(max_focus) +
                       " cannot be read from a distance: split the step";
            });
        }
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string item_at = child_pointer(at, i);
            const JsonValue& item = focus.items[i];
            if (!check_type(item, item_at, Type::String)) continue;
            const std::optional<std::size_t> node = find_id(item, item_at, nodes_, "node");
            if (node) step.focus.emplace_back(*node);
            if (!seen.insert(item.string).second)
                mistake(item.offset, item_at,
                        [&] { return "the node " + quoted(item.string) + " stands twice in this list; keep one"; });
        }
    }

    void read_seconds(JsonValue& object, std::string_view key, int& seconds) {
        const JsonValue* value = find_field(object, "/kiosk", key, Type::Number);
        if (value == nullptr) return;
        if (value->number >= min_kiosk_secs && value->number <= max_kiosk_secs &&
            value->number == static_cast<int>(value->number)) {
            seconds = static_cast<int>(value->number);
        } else {
            mistake(value->offset, child_pointer("/kiosk", key), [] {
                return "must be a whole number of seconds from " + std::to_string(min_kiosk_secs) + " to " +
                       std::to_string(max_kiosk_secs);
            });
        }
    }

    void read_kiosk(JsonValue& root, KioskSettings& kiosk) {
        JsonValue* object = find_field(root, "", "kiosk", Type::Object);
        if (object == nullptr ||
            !check_object(*object, "/kiosk", {"idle_secs", "warning_secs", "step_secs", "editions"}, {}))
            return;
        read_seconds(*object, "idle_secs", kiosk.idle_secs);
        read_seconds(*object, "warning_secs", kiosk.warning_secs);
        read_seconds(*object, "step_secs", kiosk.step_secs);
        const JsonValue* editions = find_field(*object, "/kiosk", "editions", Type::Array);
        if (editions == nullptr) return;
        if (editions->items.size() > max_editions) {
            mistake(editions->offset, "/kiosk/editions",
                    [] { return "names more than " + std::to_string(max_editions) + " files; keep as many"; });
        }
        for (std::size_t i = 0; i < editions->items.size(); ++i) {
            const JsonValue& item = editions->items[i];
            const std::string at = child_pointer("/kiosk/editions", i);
            if (!check_type(item, at, Type::String)) continue;
            if (!is_file_name(item.string)) {
                mistake(item.offset, at, [&] {
                    return quoted(item.string) +
                           " is no name of a file beside the page; use small letters, digits, dots, hyphens and "
                           "underscores, and end in .json, as brief.fr.json does";
                });
            }
            kiosk.editions.push_back(item.string);
        }
    }

    ReadContent read_;
    std::map<std::string, std::size_t> locators_;
    std::map<std::string, std::size_t> lanes_;
    std::map<std::string, std::size_t> nodes_;
};

}  // namespace

ReadContent read_content(JsonValue& root, MistakeList& mistakes) { return Reader(mistakes).read(root); }

}  // namespace throughline
