# What runs on the machine itself: the tool, and the window and GL tests if asked for.

file(GLOB tool_sources CONFIGURE_DEPENDS src/tool/*.cpp)
add_executable(throughline ${tool_sources})
target_link_libraries(throughline PRIVATE throughline_core)

# A week of a kiosk; it reads the shipped content.
add_executable(throughline_soak EXCLUDE_FROM_ALL tests/soak/kiosk_soak.cpp)
target_link_libraries(throughline_soak PRIVATE throughline_core)
target_compile_definitions(throughline_soak PRIVATE THROUGHLINE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")

if(NOT THROUGHLINE_WINDOW)
    return()
endif()
find_package(PkgConfig REQUIRED)
pkg_check_modules(SDL2 REQUIRED IMPORTED_TARGET sdl2>=2.26)
pkg_check_modules(GLESV2 REQUIRED IMPORTED_TARGET glesv2)

include(cmake/shaders.cmake)
add_library(imgui_sdl2 STATIC EXCLUDE_FROM_ALL ${imgui_SOURCE_DIR}/backends/imgui_impl_sdl2.cpp)
target_link_libraries(imgui_sdl2 PUBLIC imgui PkgConfig::SDL2)
target_include_directories(imgui_sdl2 PRIVATE src)
target_compile_options(imgui_sdl2 PRIVATE -w)

# The shell without its main, so that the GL tests can drive it.
file(GLOB native_sources CONFIGURE_DEPENDS src/shell/native/*.cpp)
list(FILTER native_sources EXCLUDE REGEX "/main\\.cpp$")
add_library(throughline_shell STATIC ${shell_sources} ${native_sources})
target_link_libraries(throughline_shell PUBLIC
    throughline_core throughline_shaders imgui_sdl2 PkgConfig::SDL2 PkgConfig::GLESV2)
target_compile_definitions(throughline_shell PUBLIC
    THROUGHLINE_FONT_DIR="${fonts_dir}" THROUGHLINE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
add_dependencies(throughline_shell fonts)

add_executable(throughline_window src/shell/native/main.cpp)
target_link_libraries(throughline_window PRIVATE throughline_shell)

file(GLOB gl_test_sources CONFIGURE_DEPENDS tests/gl/*_test.cpp)
add_executable(throughline_gl_tests ${gl_test_sources})
target_link_libraries(throughline_gl_tests PRIVATE throughline_shell doctest_main)
