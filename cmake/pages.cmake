# Both pages, made again when the engine, the tool, the content or a file of web/ has changed. The tool is the native
# build's: a build for the page cannot run its own.
set(THROUGHLINE_TOOL ${PROJECT_SOURCE_DIR}/build/native/throughline CACHE FILEPATH "The native command line tool")
find_program(NODE NAMES node nodejs NO_CMAKE_FIND_ROOT_PATH REQUIRED)

set(dist ${PROJECT_SOURCE_DIR}/dist)
set(pages_stamp ${PROJECT_BINARY_DIR}/pages.stamp)
file(GLOB page_files CONFIGURE_DEPENDS web/* content/*.json)
add_custom_command(
    OUTPUT ${pages_stamp} ${dist}/throughline.html ${dist}/site/index.html
    COMMAND ${NODE} ${PROJECT_SOURCE_DIR}/cmake/assemble.mjs --tool ${THROUGHLINE_TOOL}
            --engine $<TARGET_FILE_DIR:engine> --fonts ${fonts_dir}
            --source ${PROJECT_SOURCE_DIR} --version ${PROJECT_VERSION} --out ${dist}
    COMMAND ${CMAKE_COMMAND} -E touch ${pages_stamp}
    DEPENDS engine fonts ${fonts_dir}/inter-400.otf ${fonts_dir}/inter-600.otf ${THROUGHLINE_TOOL} ${page_files}
            cmake/assemble.mjs cmake/compress.mjs
    COMMENT "Putting the pages together")
add_custom_target(pages DEPENDS ${pages_stamp})
