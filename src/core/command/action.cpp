// Actions by name, effects in words.
#include "core/command/action.h"

namespace throughline {
namespace {

struct Describer {
    EffectWords operator()(const SetFragment& e) const {
        return {e.place == ViewPlace::Address ? "fragment" : "view", e.fragment};
    }
    EffectWords operator()(const CopyLinkTo& e) const {
        return {"copy", e.address + (e.fragment.empty() ? "" : "#" + e.fragment)};
    }
    EffectWords operator()(const ScrollToItem& e) const { return {"scroll", e.item}; }
    EffectWords operator()(const ShareView& e) const { return {"share", e.fragment}; }
    EffectWords operator()(const ToggleFullscreen&) const { return {"fullscreen", ""}; }
    EffectWords operator()(const OpenWindow& e) const { return {"window", e.fragment}; }
    EffectWords operator()(const LoadFile& e) const { return {"load", e.name}; }
    EffectWords operator()(const ReadFiles&) const { return {"read", ""}; }
    EffectWords operator()(const KeepContent& e) const { return {"keep", e.file_name}; }
    EffectWords operator()(const ShareContent&) const { return {"share-content", ""}; }
    EffectWords operator()(const ResetPage&) const { return {"reset", ""}; }
    EffectWords operator()(const ReloadPage&) const { return {"reload", ""}; }
    EffectWords operator()(const PrintPage& e) const { return {"print", e.notes == HandoutNotes::With ? "notes" : ""}; }
};

// g++ and clang both write the type that a template is made for as "T = …" into the function's own name.
template <typename T>
constexpr std::string_view type_name() {
    constexpr std::string_view function = __PRETTY_FUNCTION__;
    constexpr std::string_view before = "T = ";
    constexpr std::size_t begin = function.find(before) + before.size();
    constexpr std::string_view type = function.substr(begin, function.find_first_of(";]", begin) - begin);
    return type.substr(type.rfind(':') + 1);
}

}  // namespace

std::string_view action_name(const Action& action) {
    return std::visit([]<typename T>(const T&) { return type_name<T>(); }, action);
}

EffectWords describe(const Effect& effect) { return std::visit(Describer{}, effect); }

}  // namespace throughline
