// nlohmann_json's SAX interface filling our tree. SAX callbacks carry no positions, so the iterator that feeds the
// parser notes how far it has read, and the start of a token is what follows the end of the one before.
#include "core/json/json.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <iterator>
#include <utility>

namespace throughline {
namespace {

class TrackedIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    TrackedIterator(const char* at, const char** read) : at_(at), read_(read) {}
    reference operator*() const { return *at_; }
    TrackedIterator& operator++() {
        ++at_;
        *read_ = at_;
        return *this;
    }
    TrackedIterator operator++(int) {
        const TrackedIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const TrackedIterator& other) const { return at_ == other.at_; }

private:
    const char* at_;
    const char** read_;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class TreeBuilder {
public:
    TreeBuilder(std::string_view bytes, std::size_t start, const char** read, int max_depth)
        : bytes_(bytes), read_(read), max_depth_(max_depth), token_end_(start) {}

    bool null() { return add_literal(JsonValue::Type::Null, 0); }
    bool boolean(bool value) { return add_literal(JsonValue::Type::Boolean, value ? 1 : 0); }
    bool number_integer(std::int64_t value) { return add_literal(JsonValue::Type::Number, static_cast<double>(value)); }
    bool number_unsigned(std::uint64_t value) {
        return add_literal(JsonValue::Type::Number, static_cast<double>(value));
    }
    bool number_float(double value, const std::string&) { return add_literal(JsonValue::Type::Number, value); }
    bool string(std::string& text) {
        JsonValue value;
        value.type = JsonValue::Type::String;
        value.offset = token_start();
        value.string = std::move(text);
        token_end_ = read_offset();
        place(std::move(value));
        return true;
    }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool start_object(std::size_t) { return open(JsonValue::Type::Object); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(JsonValue::Type::Array); }
    bool end_array() { return close(); }
    bool key(std::string& text) {
        pending_key_ = std::move(text);
        pending_key_offset_ = token_start();
        token_end_ = read_offset();
        return true;
    }
    template <class Exception>
    bool parse_error(std::size_t, const std::string&, const Exception&) {
        return false;
    }

    JsonValue root;

private:
    std::size_t read_offset() const { return static_cast<std::size_t>(*read_ - bytes_.data()); }

    std::size_t token_start() const {
        std::size_t at = token_end_;
        while (at < bytes_.size() && (is_space(bytes_[at]) || bytes_[at] == ',' || bytes_[at] == ':')) ++at;
        return at;
    }

    // The parser has read one character past a number, and exactly a literal; both end at the next separator.
    bool add_literal(JsonValue::Type type, double number) {
        JsonValue value;
        value.type = type;
        value.offset = token_start();
        value.number = number;
        std::size_t end = value.offset;
        while (end < bytes_.size() && !is_space(bytes_[end]) &&
               std::string_view(",]}").find(bytes_[end]) == std::string_view::npos)
            ++end;
        token_end_ = end;
        place(std::move(value));
        return true;
    }

    bool open(JsonValue::Type type) {
        JsonValue value;
        value.type = type;
        value.offset = token_start();
        token_end_ = value.offset + 1;
        if (static_cast<int>(open_.size()) >= max_depth_) return false;
        keys_.emplace_back(std::move(pending_key_), pending_key_offset_);
        open_.push_back(std::move(value));
        return true;
    }

    bool close() {
        token_end_ = token_start() + 1;
        JsonValue value = std::move(open_.back());
        open_.pop_back();
        pending_key_ = std::move(keys_.back().first);
        pending_key_offset_ = keys_.back().second;
        keys_.pop_back();
        place(std::move(value));
        return true;
    }

    void place(JsonValue value) {
        if (open_.empty()) {
            root = std::move(value);
        } else if (open_.back().type == JsonValue::Type::Array) {
            open_.back().items.push_back(std::move(value));
        } else {
            open_.back().members.push_back({std::move(pending_key_), pending_key_offset_, std::move(value)});
        }
    }

    std::string_view bytes_;
    const char** read_;
    int max_depth_;
    std::size_t token_end_;
    std::string pending_key_;
    std::size_t pending_key_offset_ = 0;
    std::vector<JsonValue> open_;
    std::vector<std::pair<std::string, std::size_t>> keys_;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
    for (const Member& member : members) {
        if (member.key == key) return &member.value;
    }
    return nullptr;
}

const char* type_name(JsonValue::Type type) {
    switch (type) {
        case JsonValue::Type::Null: return "null";
        case JsonValue::Type::Boolean: return "true or false";
        case JsonValue::Type::Number: return "a number";
        case JsonValue::Type::String: return "a text";
        case JsonValue::Type::Array: return "a list";
        case JsonValue::Type::Object: return "an object";
    }
    return "";
}

std::optional<JsonValue> parse_json(std::string_view bytes, int max_depth) {
    // NOTE: a NUL is the end of the input to the library, whatever follows.
    if (bytes.find('\0') != std::string_view::npos) return std::nullopt;
    const std::size_t start = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const char* read = bytes.data() + start;
    TreeBuilder builder(bytes, start, &read, max_depth);
    const bool is_parsed = nlohmann::json::sax_parse(TrackedIterator(read, &read),
                                                     TrackedIterator(bytes.data() + bytes.size(), &read), &builder);
    if (!is_parsed) return std::nullopt;
    return std::move(builder.root);
}

std::string quote_json(std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

std::string child_pointer(const std::string& pointer, std::string_view key) {
    std::string out = pointer + "/";
    for (const char c : key) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out += c;
        }
    }
    return out;
}

std::string child_pointer(const std::string& pointer, std::size_t index) {
    return pointer + "/" + std::to_string(index);
}

}  // namespace throughline
