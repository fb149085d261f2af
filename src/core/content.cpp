// Reads a content file: the shape of each value first, then what the values say of each other. Every mistake is
// collected, none stops the reading, and content exists only when there is none.
#include "core/content.h"

#include "core/content_rules.h"
#include "core/graph.h"
#include "core/json.h"
#include "core/suggestion.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace throughline {
namespace {

using Type = JsonValue::Type;

template <std::size_t N>
std::string list_words(const std::array<std::string_view, N>& words) {
    std::string out;
    for (std::size_t i = 0; i < N; ++i) out += (i == 0 ? "" : i + 1 == N ? " or " : ", ") + std::string(words[i]);
    return out;
}

std::size_t count_characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_identifier(std::string_view id) {
    if (id.empty() || id.size() > max_id_length || id[0] < 'a' || id[0] > 'z') return false;
    return std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    ParsedContent read(const JsonValue& root) {
        Content content;
        if (check_object(root, "", {"$schema", "language", "language_name", "direction", "title", "summary", "about", "locators", "lanes", "nodes", "links", "tour", "kiosk"})) {
            content.language = read_text(root, "", "language", 35);
            check_language(root, content.language);
            if (root.find("language_name") != nullptr) content.language_name = read_text(root, "", "language_name", max_node_title_length);
            if (root.find("direction") != nullptr) {
                content.direction = read_word<Direction>(root, "", "direction", direction_words);
            }
            content.title = read_text(root, "", "title", max_page_title_length);
            content.summary = read_text(root, "", "summary", max_summary_length);
            read_about(root, content.about);
            read_list(root, "locators", 1, max_locators, [&](const JsonValue& value, const std::string& at) { read_locator(value, at, content); });
            read_list(root, "lanes", 1, max_lanes, [&](const JsonValue& value, const std::string& at) { read_lane(value, at, content); });
            read_list(root, "nodes", 1, max_nodes, [&](const JsonValue& value, const std::string& at) { read_node(value, at, content); });
            read_list(root, "links", 0, max_links, [&](const JsonValue& value, const std::string& at) { read_link(value, at, content); });
            read_list(root, "tour", 0, max_steps, [&](const JsonValue& value, const std::string& at) { read_step(value, at, content); });
            if (root.find("kiosk") != nullptr) read_kiosk(root, content.kiosk);
            if (mistakes_.empty()) check_whole(content, root);
        }
        ParsedContent parsed;
        if (mistakes_.empty()) {
            parsed.content = std::move(content);
        } else {
            std::stable_sort(mistakes_.begin(), mistakes_.end(), [](const Mistake& a, const Mistake& b) {
                return std::pair(a.line, a.column) < std::pair(b.line, b.column);
            });
            parsed.mistakes = std::move(mistakes_);
        }
        return parsed;
    }

private:
    void mistake(std::size_t offset, const std::string& pointer, std::string message) {
        const TextPosition position = position_at(bytes_, offset);
        mistakes_.push_back({position.line, position.column, pointer, std::move(message)});
    }

    bool check_type(const JsonValue& value, const std::string& pointer, Type type) {
        if (value.type == type) return true;
        mistake(value.offset, pointer, std::string("must be ") + type_name(type) + ", but is " + type_name(value.type));
        return false;
    }

    bool check_object(const JsonValue& value, const std::string& pointer, const std::vector<std::string_view>& fields) {
        if (!check_type(value, pointer, Type::Object)) return false;
        std::set<std::string_view> seen;
        for (const JsonValue::Member& member : value.members) {
            if (std::find(fields.begin(), fields.end(), member.key) == fields.end()) {
                mistake(member.key_offset, child_pointer(pointer, member.key), "is no field known here; remove it or mend its name" + did_you_mean(member.key, fields));
            } else if (!seen.insert(member.key).second) {
                mistake(member.key_offset, child_pointer(pointer, member.key), "stands twice in the same object; keep one of the two");
            }
        }
        return true;
    }

    const JsonValue* require(const JsonValue& object, const std::string& pointer, std::string_view key, Type type) {
        const JsonValue* value = object.find(key);
        if (value == nullptr) {
            mistake(object.offset, pointer, "lacks the field " + quoted(key) + "; add it");
            return nullptr;
        }
        return check_type(*value, child_pointer(pointer, key), type) ? value : nullptr;
    }

    void check_text(const JsonValue& value, const std::string& pointer, std::size_t max_characters) {
        const std::size_t count = count_characters(value.string);
        if (value.string.find_first_not_of(' ') == std::string::npos) {
            mistake(value.offset, pointer, "is empty; write something or remove what it belongs to");
        } else if (count > max_characters) {
            mistake(value.offset, pointer, "is " + std::to_string(count) + " characters long; shorten it to " + std::to_string(max_characters));
        }
        if (std::any_of(value.string.begin(), value.string.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; })) {
            mistake(value.offset, pointer, "holds a line break, a tab or another control character; use plain spaces");
        }
    }

    std::string read_text(const JsonValue& object, const std::string& pointer, std::string_view key, std::size_t max_characters) {
        const JsonValue* value = require(object, pointer, key, Type::String);
        if (value == nullptr) return {};
        check_text(*value, child_pointer(pointer, key), max_characters);
        return value->string;
    }

    template <class Enum, std::size_t N>
    Enum read_word(const JsonValue& object, const std::string& pointer, std::string_view key, const std::array<std::string_view, N>& words) {
        const JsonValue* value = require(object, pointer, key, Type::String);
        if (value == nullptr) return Enum{};
        const auto found = std::find(words.begin(), words.end(), value->string);
        if (found != words.end()) return static_cast<Enum>(found - words.begin());
        mistake(value->offset, child_pointer(pointer, key), quoted(value->string) + " is not known; write " + list_words(words));
        return Enum{};
    }

    // Calls `read_item` for each item, whatever its type.
    template <class ReadItem>
    void read_list(const JsonValue& object, std::string_view key, std::size_t min_count, std::size_t max_count, ReadItem read_item) {
        const JsonValue* list = require(object, "", key, Type::Array);
        if (list == nullptr) return;
        const std::string pointer = child_pointer("", key);
        if (list->items.size() < min_count) mistake(list->offset, pointer, "is empty; it needs at least one item");
        if (list->items.size() > max_count) {
            mistake(list->offset, pointer, "has " + std::to_string(list->items.size()) + " items; more than " + std::to_string(max_count) + " cannot be shown readably");
            return;
        }
        for (std::size_t i = 0; i < list->items.size(); ++i) read_item(list->items[i], child_pointer(pointer, i));
    }

    std::string read_new_id(const JsonValue& object, const std::string& pointer, const std::map<std::string, int>& taken) {
        const JsonValue* value = require(object, pointer, "id", Type::String);
        if (value == nullptr) return {};
        const std::string at = child_pointer(pointer, "id");
        if (!is_identifier(value->string)) {
            mistake(value->offset, at, quoted(value->string) + " cannot be an id; use up to " + std::to_string(max_id_length) + " small letters a to z, digits and hyphens, a letter first");
        } else if (taken.count(value->string) != 0) {
            mistake(value->offset, at, "the id " + quoted(value->string) + " is taken already; ids must differ");
        }
        return value->string;
    }

    int find_id(const JsonValue& value, const std::string& pointer, const std::map<std::string, int>& known, const char* what) {
        const auto found = known.find(value.string);
        if (found != known.end()) return found->second;
        std::vector<std::string_view> ids;
        for (const auto& [id, index] : known) ids.push_back(id);
        mistake(value.offset, pointer, std::string("there is no ") + what + " with the id " + quoted(value.string) + did_you_mean(value.string, ids));
        return none_found;
    }

    int read_id(const JsonValue& object, const std::string& pointer, std::string_view key, const std::map<std::string, int>& known, const char* what) {
        const JsonValue* value = require(object, pointer, key, Type::String);
        return value == nullptr ? none_found : find_id(*value, child_pointer(pointer, key), known, what);
    }

    std::vector<std::string> read_sources(const JsonValue& object, const std::string& pointer) {
        std::vector<std::string> sources;
        const JsonValue* list = require(object, pointer, "sources", Type::Array);
        if (list == nullptr) return sources;
        const std::string list_pointer = child_pointer(pointer, "sources");
        if (list->items.empty()) mistake(list->offset, list_pointer, "is empty; name at least one locator where the brief says this");
        for (std::size_t i = 0; i < list->items.size(); ++i) {
            const JsonValue& item = list->items[i];
            const std::string at = child_pointer(list_pointer, i);
            if (!check_type(item, at, Type::String)) continue;
            if (find_id(item, at, locators_, "locator") == none_found) continue;
            if (std::find(sources.begin(), sources.end(), item.string) != sources.end()) {
                mistake(item.offset, at, "the locator " + quoted(item.string) + " stands twice in this list; keep one");
            }
            used_locators_.insert(item.string);
            sources.push_back(item.string);
        }
        return sources;
    }

    void check_language(const JsonValue& root, const std::string& language) {
        const bool is_tag = !language.empty() && std::all_of(language.begin(), language.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        });
        if (!language.empty() && !is_tag) {
            mistake(root.find("language")->offset, "/language", quoted(language) + " is no language tag; write one such as en, es-MX or zh-Hant");
        }
    }

    void read_about(const JsonValue& root, About& about) {
        const JsonValue* object = require(root, "", "about", Type::Object);
        if (object == nullptr || !check_object(*object, "/about", {"publisher", "brief", "explainer", "content_note", "exit", "address", "card", "emblem", "closing"})) return;
        about.publisher = read_text(*object, "/about", "publisher", max_text_length);
        about.brief = read_text(*object, "/about", "brief", max_text_length);
        about.explainer = read_text(*object, "/about", "explainer", max_text_length);
        about.content_note = read_text(*object, "/about", "content_note", max_text_length);
        if (object->find("address") != nullptr) about.address = read_text(*object, "/about", "address", max_address_length);
        check_address(object->find("address"), "/about/address");
        if (const JsonValue* card = object->find("card"); card != nullptr && check_object(*card, "/about/card", {"title", "text"})) {
            about.card = {read_text(*card, "/about/card", "title", max_page_title_length), read_text(*card, "/about/card", "text", max_summary_length)};
        }
        if (object->find("emblem") != nullptr) about.emblem = read_word<Emblem>(*object, "/about", "emblem", emblem_words);
        if (const JsonValue* closing = object->find("closing"); closing != nullptr && check_object(*closing, "/about/closing", {"title", "text"})) {
            about.closing = {read_text(*closing, "/about/closing", "title", max_page_title_length), read_text(*closing, "/about/closing", "text", max_text_length)};
        }
        const JsonValue* exit = require(*object, "/about", "exit", Type::Object);
        if (exit == nullptr || !check_object(*exit, "/about/exit", {"label", "url", "limits", "neutral_title", "neutral_text"})) return;
        about.exit.label = read_text(*exit, "/about/exit", "label", max_node_title_length);
        about.exit.url = read_text(*exit, "/about/exit", "url", max_text_length);
        about.exit.limits = read_text(*exit, "/about/exit", "limits", max_text_length);
        if (exit->find("neutral_title") != nullptr) about.exit.neutral_title = read_text(*exit, "/about/exit", "neutral_title", max_node_title_length);
        if (exit->find("neutral_text") != nullptr) about.exit.neutral_text = read_text(*exit, "/about/exit", "neutral_text", max_text_length);
        check_address(exit->find("url"), "/about/exit/url");
    }

    // A field that is missing, empty or no text is a mistake of another kind.
    void check_address(const JsonValue* field, const std::string& pointer) {
        if (field == nullptr || field->type != Type::String || field->string.empty()) return;
        const std::string& address = field->string;
        const bool is_safe = address.rfind("https://", 0) == 0 && address.size() > 8 && address.find_first_of(" \"'<>\\") == std::string::npos;
        if (!is_safe) mistake(field->offset, pointer, "must be an address that starts with https:// and has no spaces or quotes");
    }

    void read_locator(const JsonValue& value, const std::string& at, Content& content) {
        if (!check_object(value, at, {"id", "label"})) return;
        const JsonValue* id = require(value, at, "id", Type::String);
        Locator locator{id == nullptr ? "" : id->string, read_text(value, at, "label", max_page_title_length)};
        if (id != nullptr && (id->string.empty() || id->string.size() > max_id_length)) {
            mistake(id->offset, child_pointer(at, "id"), "a locator has 1 to " + std::to_string(max_id_length) + " characters, for example introduction/1");
        } else if (id != nullptr && !locators_.emplace(id->string, static_cast<int>(content.locators.size())).second) {
            mistake(id->offset, child_pointer(at, "id"), "the id " + quoted(id->string) + " is taken already; ids must differ");
        }
        content.locators.push_back(std::move(locator));
    }

    void read_lane(const JsonValue& value, const std::string& at, Content& content) {
        if (!check_object(value, at, {"id", "title", "column", "hue", "shape"})) return;
        Lane lane;
        lane.id = read_new_id(value, at, lanes_);
        lane.title = read_text(value, at, "title", max_node_title_length);
        lane.hue = read_word<Hue>(value, at, "hue", hue_words);
        lane.shape = read_word<Shape>(value, at, "shape", shape_words);
        if (const JsonValue* column = require(value, at, "column", Type::Number)) {
            if (column->number >= 1 && column->number <= max_columns && column->number == static_cast<int>(column->number)) {
                lane.column = static_cast<int>(column->number);
            } else {
                mistake(column->offset, child_pointer(at, "column"), "must be a whole number from 1 to " + std::to_string(max_columns));
            }
        }
        lanes_.emplace(lane.id, static_cast<int>(content.lanes.size()));
        content.lanes.push_back(std::move(lane));
    }

    void read_node(const JsonValue& value, const std::string& at, Content& content) {
        if (!check_object(value, at, {"id", "lane", "title", "text", "sources"})) return;
        Node node;
        node.id = read_new_id(value, at, nodes_);
        if (std::find(reserved_ids.begin(), reserved_ids.end(), node.id) != reserved_ids.end()) {
            mistake(value.find("id")->offset, child_pointer(at, "id"), quoted(node.id) + " is an id that the page itself uses; choose another");
        }
        node.lane = std::max(0, read_id(value, at, "lane", lanes_, "lane"));
        node.title = read_text(value, at, "title", max_node_title_length);
        node.text = read_text(value, at, "text", max_text_length);
        node.sources = read_sources(value, at);
        nodes_.emplace(node.id, static_cast<int>(content.nodes.size()));
        content.nodes.push_back(std::move(node));
    }

    void read_link(const JsonValue& value, const std::string& at, Content& content) {
        if (!check_object(value, at, {"from", "to", "kind", "basis", "sources", "why"})) return;
        Link link;
        link.from = read_id(value, at, "from", nodes_, "node");
        link.to = read_id(value, at, "to", nodes_, "node");
        link.kind = read_word<LinkKind>(value, at, "kind", link_kind_words);
        link.basis = read_word<Basis>(value, at, "basis", basis_words);
        link.sources = read_sources(value, at);
        const JsonValue* why = value.find("why");
        if (why != nullptr) link.why = read_text(value, at, "why", max_text_length);
        if (link.basis == Basis::Inferred) {
            if (why == nullptr) mistake(value.offset, at, "is inferred and lacks ‘why’; add one sentence that says why you read the brief so");
            has_inferred_ = true;
        } else {
            if (why != nullptr) mistake(why->offset, child_pointer(at, "why"), "belongs to inferred links only; remove it or change the basis");
            if (has_inferred_) mistake(value.offset, at, "is stated but stands after an inferred link; move it before the first inferred one");
        }
        if (link.from != none_found && link.to != none_found) {
            if (link.from == link.to) mistake(value.offset, at, "leads from a node to itself; mend ‘from’ or ‘to’");
            const auto ends = std::minmax(link.from, link.to);
            const auto [first, is_new] = link_pairs_.emplace(ends, at);
            if (!is_new) mistake(value.offset, at, "joins the same two nodes as " + first->second + "; keep one of the two");
        }
        content.links.push_back(std::move(link));
    }

    void read_step(const JsonValue& value, const std::string& at, Content& content) {
        if (!check_object(value, at, {"title", "text", "notes", "focus"})) return;
        TourStep step;
        step.title = read_text(value, at, "title", max_page_title_length);
        step.text = read_text(value, at, "text", max_text_length);
        step.notes = read_text(value, at, "notes", max_text_length);
        if (const JsonValue* focus = require(value, at, "focus", Type::Array)) {
            const std::string list_pointer = child_pointer(at, "focus");
            if (focus->items.empty()) mistake(focus->offset, list_pointer, "is empty; name at least one node to look at");
            for (std::size_t i = 0; i < focus->items.size(); ++i) {
                const std::string item_at = child_pointer(list_pointer, i);
                if (!check_type(focus->items[i], item_at, Type::String)) continue;
                const int node = find_id(focus->items[i], item_at, nodes_, "node");
                if (node != none_found) step.focus.push_back(node);
            }
        }
        content.tour.push_back(std::move(step));
    }

    void read_seconds(const JsonValue& object, std::string_view key, int& seconds) {
        const JsonValue* value = object.find(key);
        const std::string at = child_pointer("/kiosk", key);
        if (value == nullptr || !check_type(*value, at, Type::Number)) return;
        if (value->number >= min_kiosk_secs && value->number <= max_kiosk_secs && value->number == static_cast<int>(value->number)) {
            seconds = static_cast<int>(value->number);
        } else {
            mistake(value->offset, at, "must be a whole number of seconds from " + std::to_string(min_kiosk_secs) + " to " + std::to_string(max_kiosk_secs));
        }
    }

    void read_kiosk(const JsonValue& root, KioskSettings& kiosk) {
        const JsonValue* object = require(root, "", "kiosk", Type::Object);
        if (object == nullptr || !check_object(*object, "/kiosk", {"idle_secs", "warning_secs", "step_secs", "editions"})) return;
        read_seconds(*object, "idle_secs", kiosk.idle_secs);
        read_seconds(*object, "warning_secs", kiosk.warning_secs);
        read_seconds(*object, "step_secs", kiosk.step_secs);
        const JsonValue* editions = object->find("editions");
        if (editions == nullptr || !check_type(*editions, "/kiosk/editions", Type::Array)) return;
        if (editions->items.size() > max_editions) mistake(editions->offset, "/kiosk/editions", "names more than " + std::to_string(max_editions) + " files; keep as many");
        for (std::size_t i = 0; i < editions->items.size(); ++i) {
            const JsonValue& item = editions->items[i];
            const std::string at = child_pointer("/kiosk/editions", i);
            if (!check_type(item, at, Type::String)) continue;
            if (!is_file_name(item.string)) mistake(item.offset, at, quoted(item.string) + " is no name of a file beside the page; use small letters, digits, dots, hyphens and underscores, and end in .json, as brief.fr.json does");
            kiosk.editions.push_back(item.string);
        }
    }

    // Rules that only hold for a content whose parts are all well formed.
    void check_whole(const Content& content, const JsonValue& root) {
        const JsonValue* locators = root.find("locators");
        for (std::size_t i = 0; i < content.locators.size(); ++i) {
            if (used_locators_.count(content.locators[i].id) != 0) continue;
            mistake(locators->items[i].offset, child_pointer("/locators", i), "no node or link rests on " + quoted(content.locators[i].id) + ": a claim of the brief is missing; use it in ‘sources’ or remove it");
        }
        const int cycle_link = find_cycle_link(content);
        if (cycle_link >= 0) {
            const auto index = static_cast<std::size_t>(cycle_link);
            mistake(root.find("links")->items[index].offset, child_pointer("/links", index), "closes a circle of links, so nothing in it comes first; remove or turn one of them");
        }
    }

    static constexpr int none_found = -1;

    std::string_view bytes_;
    std::vector<Mistake> mistakes_;
    std::map<std::string, int> locators_;
    std::map<std::string, int> lanes_;
    std::map<std::string, int> nodes_;
    std::map<std::pair<int, int>, std::string> link_pairs_;
    std::set<std::string> used_locators_;
    bool has_inferred_ = false;
};

// FNV-1a by Fowler, Noll and Vo, as 16 hexadecimal digits: it tells files apart and protects nothing.
std::string fingerprint_of(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(hash >> shift) & 15U];
    return digits;
}

ParsedContent refuse_whole(std::string message) {
    ParsedContent parsed;
    parsed.mistakes.push_back({1, 1, "", std::move(message)});
    return parsed;
}

}  // namespace

std::optional<int> Content::find_node(std::string_view id) const {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].id == id) return static_cast<int>(i);
    }
    return std::nullopt;
}

bool is_same_brief(const Content& a, const Content& b) {
    const Content& small = a.nodes.size() < b.nodes.size() ? a : b;
    const Content& large = &small == &a ? b : a;
    std::size_t shared = 0;
    for (const Node& node : small.nodes) shared += large.find_node(node.id) ? 1 : 0;
    return !small.nodes.empty() && 2 * shared >= small.nodes.size();
}

const std::string& Content::locator_label(std::string_view id) const {
    static const std::string unknown;
    for (const Locator& locator : locators) {
        if (locator.id == id) return locator.label;
    }
    return unknown;
}

ParsedContent parse_content(std::string_view bytes) {
    if (bytes.size() > max_content_bytes) {
        const std::size_t tenths = (bytes.size() * 10 + 1024 * 1024 - 1) / (1024 * 1024);
        return refuse_whole("the file is " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB; the most a content file may have is 1 MB");
    }
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return refuse_whole("the file is empty; a content file is one JSON object");
    const ParsedJson json = parse_json(bytes, max_content_depth);
    if (!json.root) {
        const TextPosition position = position_at(bytes, json.error_offset);
        ParsedContent parsed;
        parsed.mistakes.push_back({position.line, position.column, "", "the JSON breaks here: " + json.error + "; look for a missing or extra comma, quote or bracket just before"});
        return parsed;
    }
    ParsedContent parsed = Reader(bytes).read(*json.root);
    if (parsed.content) parsed.content->fingerprint = fingerprint_of(bytes);
    return parsed;
}

std::string format_mistake(std::string_view file, const Mistake& mistake) {
    return std::string(file) + ":" + std::to_string(mistake.line) + ":" + std::to_string(mistake.column) + ": " + mistake.pointer + ": " + mistake.message;
}

}  // namespace throughline
