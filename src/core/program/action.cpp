// Effects in words.
#include "core/program/action.h"

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

}  // namespace

EffectWords describe(const Effect& effect) { return std::visit(Describer{}, effect); }

}  // namespace throughline
