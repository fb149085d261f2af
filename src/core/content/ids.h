// Which node, link or lane of a content, as a type of its own each, so that none can be taken for another or for a
// step.
#pragma once

#include <compare>
#include <cstddef>

namespace throughline {

struct None {
    constexpr operator int() const { return -1; }  // no step
};
inline constexpr None none;

// A place in one of a Content's lists, or none. Only literals become one by themselves.
template <class Thing>
class Id {
public:
    constexpr Id() = default;
    constexpr Id(None) {}
    consteval Id(int literal) : index_(literal) {}
    explicit constexpr Id(std::size_t index) : index_(static_cast<int>(index)) {}

    constexpr std::size_t index() const { return static_cast<std::size_t>(index_); }  // of one that is not none
    friend constexpr auto operator<=>(const Id&, const Id&) = default;

private:
    int index_ = -1;
};

// For a loop over all ids of a list.
template <class AnyId>
class IdRange {
public:
    class Iterator {
    public:
        explicit Iterator(std::size_t index) : index_(index) {}
        AnyId operator*() const { return AnyId(index_); }
        Iterator& operator++() {
            ++index_;
            return *this;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        std::size_t index_;
    };

    explicit IdRange(std::size_t count) : count_(count) {}
    Iterator begin() const { return Iterator(0); }
    Iterator end() const { return Iterator(count_); }

private:
    std::size_t count_;
};

struct Node;
struct Link;
struct Lane;
using NodeId = Id<Node>;
using LinkId = Id<Link>;
using LaneId = Id<Lane>;

}  // namespace throughline
