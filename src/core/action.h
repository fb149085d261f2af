// What may happen to a State, as imperatives, and what the shell is asked to do about it.
#pragma once

#include "core/input.h"
#include "core/route.h"
#include "core/state.h"

#include <string>
#include <variant>
#include <vector>

namespace throughline {

struct SelectNode { int node = none; };
struct ClearSelection {};
struct HoverNode { int node = none; };
struct FocusNode { int node = none; };
struct GoToStep { int step = 0; };
struct EndTour {};
struct PanBy { Vec2 delta_px; };
struct ZoomAt { float factor = 1; Vec2 pos_px; };
struct ZoomSmoothly { float factor = 1; };  // about the middle of the stage, as the buttons and keys do
struct FitView {};
struct NextLine { Course course = Course::Along; };  // the selected node's next link onwards or back, after the last one the first
struct FollowLine {};                               // to the other end of that link
struct FollowBack {};                               // to where the last link followed came from
struct SetExtent { Extent extent = Extent::Path; };
struct SetTheme { Theme theme = Theme::System; };
struct ToggleInspector {};
struct ResizeStage { ResizeInput size; };
struct SetEnvironment { EnvironmentInput environment; };
struct OpenRoute { Route route; };
struct AcceptContent { std::string file_name; };  // the session holds the new content already
struct RefuseContent { std::string file_name; std::vector<Mistake> mistakes; };
struct DismissMistakes {};
struct ShowItem { std::string item; };
struct Advance { float dt_secs = 0; };

using Action = std::variant<SelectNode, ClearSelection, HoverNode, FocusNode, GoToStep, EndTour, PanBy, ZoomAt,
                            ZoomSmoothly, FitView, NextLine, FollowLine, FollowBack, SetExtent, SetTheme, ToggleInspector, ResizeStage, SetEnvironment,
                            OpenRoute, AcceptContent, RefuseContent, DismissMistakes, ShowItem, Advance>;

// Replace the address's fragment, without a history entry. Without the leading '#'.
struct SetFragment { std::string fragment; };
// Scroll so that the page item can be seen; the focus follows only if the reader asked to go there.
struct ScrollToItem { std::string item; };

using Effect = std::variant<SetFragment, ScrollToItem>;

}  // namespace throughline
