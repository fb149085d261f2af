// How Dear ImGui is built for us: no files, no shell, no demo, no debug tools, no font of its own; OpenGL ES 3 on both targets.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_IMPL_OPENGL_ES3
// Characters beyond the basic plane, such as emoji, are one character each.
#define IMGUI_USE_WCHAR32
