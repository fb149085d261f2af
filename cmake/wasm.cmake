# The engine of the page: engine.js (the glue) and engine.wasm, both small and fit for a strict content security policy.
include(cmake/sdl2_wasm.cmake)
include(cmake/shaders.cmake)

set(engine_flags
    -sMALLOC=emmalloc
    -sFILESYSTEM=0
    -sMIN_WEBGL_VERSION=2
    -sMAX_WEBGL_VERSION=2
    -sDYNAMIC_EXECUTION=0
    -sALLOW_MEMORY_GROWTH=1
    -sINITIAL_MEMORY=33554432
    -sENVIRONMENT=web
    -sMODULARIZE=1
    -sEXPORT_NAME=createEngine
    -sEXPORTED_FUNCTIONS=_malloc,_free
    -sEXPORTED_RUNTIME_METHODS=UTF8ToString,HEAPU8
    # The page calls in; nothing runs by itself and there is no main to block it.
    --no-entry
    # Parts of the glue that nobody needs: the page inflates with DecompressionStream, so its browsers are newer than
    # these.
    -sMIN_CHROME_VERSION=95
    -sMIN_EDGE_VERSION=0x7FFFFFFF  # none: the only value that a newer Emscripten still takes
    -sMIN_FIREFOX_VERSION=100
    -sMIN_SAFARI_VERSION=150000
    -sTEXTDECODER=2
    -sSUPPORT_ERRNO=0
    -sSUPPORT_LONGJMP=0
    -sGL_TRACK_ERRORS=0
    -sGL_SUPPORT_EXPLICIT_SWAP_CONTROL=0
    -sHTML5_SUPPORT_DEFERRING_USER_SENSITIVE_REQUESTS=0
    # OPTIMIZATION: a second round of wasm-opt on flattened code, 2.4 KB brotli less.
    -sBINARYEN_EXTRA_PASSES=--flatten,--rereloop,-Oz,-Oz)

file(GLOB page_shell_sources CONFIGURE_DEPENDS src/shell/web/*.cpp)
add_executable(engine ${shell_sources} ${page_shell_sources})
target_link_libraries(engine PRIVATE throughline_core throughline_shaders imgui sdl2_wasm)
set(imports ${PROJECT_SOURCE_DIR}/src/shell/web/imports.js)
target_link_options(engine PRIVATE ${engine_flags} --js-library=${imports})
set_target_properties(engine PROPERTIES LINK_DEPENDS ${imports})
include(cmake/pages.cmake)

# They run in node, where this Emscripten cannot load a separate module; they read and write the real file system.
# OPTIMIZATION: linked with fewer rounds than the engine, in half the time; nobody downloads them.
target_link_options(throughline_tests PRIVATE
    -O1 -sSINGLE_FILE=1 -sNODERAWFS=1 -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1)
