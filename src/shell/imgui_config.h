// Dear ImGui as this program uses it; its own sources are compiled with IMGUI_USER_CONFIG naming this file.
#pragma once

#define IMGUI_USE_WCHAR32      // a dropped brief may use any character
#define IMGUI_IMPL_OPENGL_ES3  // the native window's widgets: the one GL dialect
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT             // both fonts are handed in at the start
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS  // it would open any address
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
