# The third parties: pinned sources, never committed. They come from .deps/, where cmake/fetch_sources.sh puts what the
# distribution's source packages hold, or else from upstream at the pinned commit. Either way the files that we compile
# or include must have the pinned checksum, which is the SHA-256 of the list of their SHA-256 values.
include(FetchContent)
set(FETCHCONTENT_QUIET OFF)

function(check_sources name version sha256)
    file(GLOB files RELATIVE ${${name}_SOURCE_DIR} ${ARGN})
    list(FILTER files EXCLUDE REGEX "_revision\\.h$")  # SDL's release script writes it; its repository has another
    list(SORT files)
    set(manifest "")
    foreach(file ${files})
        file(SHA256 ${${name}_SOURCE_DIR}/${file} checksum)
        string(APPEND manifest "${checksum} ${file}\n")
    endforeach()
    string(SHA256 checksum "${manifest}")
    if(NOT checksum STREQUAL sha256)
        message(FATAL_ERROR "The sources of ${name} in ${${name}_SOURCE_DIR} are not ${version} as pinned (checksum "
                            "${checksum}): delete that folder and start again.")
    endif()
endfunction()

# fetch(NAME VERSION REPOSITORY COMMIT SHA256 FILES...): sets NAME_SOURCE_DIR; FILES are patterns below it.
macro(fetch name version repository commit sha256)
    string(TOUPPER ${name} upper)
    if(NOT FETCHCONTENT_SOURCE_DIR_${upper} AND EXISTS ${PROJECT_SOURCE_DIR}/.deps/${name})
        set(FETCHCONTENT_SOURCE_DIR_${upper} ${PROJECT_SOURCE_DIR}/.deps/${name})
    endif()
    FetchContent_Declare(${name} URL https://github.com/${repository}/archive/${commit}.tar.gz
                         DOWNLOAD_EXTRACT_TIMESTAMP ON SOURCE_SUBDIR no-build-of-its-own)
    FetchContent_MakeAvailable(${name})
    set(patterns ${ARGN})
    list(TRANSFORM patterns PREPEND ${${name}_SOURCE_DIR}/)
    check_sources(${name} ${version} ${sha256} ${patterns})
endmacro()

fetch(nlohmann_json 3.11.2 nlohmann/json bc889afb4c5bf1c0d8ee29ef35eaaf4c8bef8a5d
      3c15783f1765c440d7399038443a4550cd77e4f6878c1ccc4b9a24344d5643ce
      single_include/nlohmann/json.hpp)
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${nlohmann_json_SOURCE_DIR}/single_include)
# Without exceptions a failed access aborts; the core parses through the SAX interface alone.
target_compile_definitions(nlohmann_json INTERFACE
    JSON_NOEXCEPTION JSON_HAS_FILESYSTEM=0 JSON_HAS_EXPERIMENTAL_FILESYSTEM=0)

# The generator in C: the one in C++ throws.
fetch(qrcodegen 1.8.0 nayuki/QR-Code-generator refs/tags/v1.8.0
      15e862ca1ec913f5936c2b61d8da13146b3f6b9a509fdefea464a6e0ca2e03a9
      c/qrcodegen.c c/qrcodegen.h)
add_library(qrcodegen STATIC EXCLUDE_FROM_ALL ${qrcodegen_SOURCE_DIR}/c/qrcodegen.c)
target_include_directories(qrcodegen SYSTEM PUBLIC ${qrcodegen_SOURCE_DIR}/c)
target_compile_options(qrcodegen PRIVATE -w)

fetch(doctest 2.4.9 doctest/doctest b7c21ec5ceeadb4951b00396fc1e4642dd347e5f
      f21f795c68a6dfdc7388d0f50e9dba6133872acf3e51aebc27895cc2462cc8a2
      doctest/doctest.h)
file(CONFIGURE OUTPUT ${generated_dir}/doctest_main.cpp CONTENT
     "#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN\n#include <doctest/doctest.h>\n")
add_library(doctest_main STATIC EXCLUDE_FROM_ALL ${generated_dir}/doctest_main.cpp)
target_include_directories(doctest_main SYSTEM PUBLIC ${doctest_SOURCE_DIR})
target_compile_definitions(doctest_main PUBLIC DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS
                           "$<$<BOOL:${EMSCRIPTEN}>:DOCTEST_CONFIG_NO_POSIX_SIGNALS>")
target_compile_options(doctest_main PRIVATE -w $<$<NOT:$<BOOL:${EMSCRIPTEN}>>:-O0>)

fetch(imgui 1.92.2b ocornut/imgui 45acd5e0e82f4c954432533ae9985ff0e1aad6d5
      931852794a844f16537ef29cf694d088689e08364b01606b6fddb0be5e3c9dd2
      *.cpp *.h backends/imgui_impl_opengl3*.* backends/imgui_impl_sdl2.*)
# The SDL2 backend is left to the window: in a page SDL owns no input, and the backend would only add size.
add_library(imgui STATIC EXCLUDE_FROM_ALL
    ${imgui_SOURCE_DIR}/imgui.cpp ${imgui_SOURCE_DIR}/imgui_draw.cpp ${imgui_SOURCE_DIR}/imgui_tables.cpp
    ${imgui_SOURCE_DIR}/imgui_widgets.cpp ${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR} ${imgui_SOURCE_DIR}/backends)
target_include_directories(imgui PRIVATE src)
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="shell/imgui_config.h")
target_compile_options(imgui PRIVATE -w)
if(NOT EMSCRIPTEN AND NOT THROUGHLINE_SANITIZE)
    # OPTIMIZATION: the native window draws as fast, and is built in half the time. The sanitizers' is not optimised at
    # all.
    target_compile_options(imgui PRIVATE -O1 -g0)
endif()
set_target_properties(imgui PROPERTIES CXX_STANDARD 20)
