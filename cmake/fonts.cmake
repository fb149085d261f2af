# Inter in two weights, subset to what the content can use, and its advance widths as a table for the core. Goldens rest
# on that table, so the font has a pinned checksum; another version builds too, with a warning.

set(inter_regular_sha256 a7e791e8f5a0fb02b65663f7fca73e1d1ca9543f772ad480cbd76f4e3fe3f8cc)  # Inter 4.0 beta 7
set(inter_semibold_sha256 8c1990b6012254ea2b487161697d107357dd0ee55811cfd91c8c11227bbef457)

function(accept_fonttools result path)
    execute_process(COMMAND ${path} -c "import fontTools.subset" RESULT_VARIABLE code OUTPUT_QUIET ERROR_QUIET)
    if(code)
        set(${result} FALSE PARENT_SCOPE)
    endif()
endfunction()

# The distribution's interpreter first: it has the distribution's fontTools whatever else is on the PATH.
find_program(PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH VALIDATOR accept_fonttools)
find_program(PYTHON NAMES python3 NO_CMAKE_FIND_ROOT_PATH VALIDATOR accept_fonttools)
if(NOT PYTHON)
    message(FATAL_ERROR "No python3 with fontTools was found: install the package python3-fonttools (or pip's "
                        "fonttools).")
endif()

set(THROUGHLINE_FONT_DIR /usr/share/fonts/opentype/inter
    CACHE PATH "The folder with Inter-Regular.otf and Inter-SemiBold.otf")
foreach(weight Regular SemiBold)
    set(font ${THROUGHLINE_FONT_DIR}/Inter-${weight}.otf)
    if(NOT EXISTS ${font})
        message(FATAL_ERROR "Inter-${weight}.otf is missing: install the package fonts-inter, or set "
                            "THROUGHLINE_FONT_DIR to its folder.")
    endif()
    string(TOLOWER ${weight} key)
    file(SHA256 ${font} checksum)
    if(NOT checksum STREQUAL inter_${key}_sha256)
        message(WARNING "Inter-${weight}.otf is not the pinned version (4.0 beta 7): text may be measured differently, "
                        "and the goldens of the layout may not match.")
    endif()
    list(APPEND font_files ${font})
endforeach()

# The characters come from everything that ends up as text in a page.
file(GLOB text_sources CONFIGURE_DEPENDS content/*.json content/examples/*.json web/*)
list(APPEND text_sources ${PROJECT_SOURCE_DIR}/src/core/content/words_en.cpp)
set(fonts_dir ${generated_dir}/fonts)
add_custom_command(
    OUTPUT ${fonts_dir}/inter-400.otf ${fonts_dir}/inter-600.otf ${generated_dir}/font_data.cpp
    COMMAND ${PYTHON} ${PROJECT_SOURCE_DIR}/cmake/fonts.py ${font_files} ${fonts_dir} ${generated_dir}/font_data.cpp
            ${text_sources}
    DEPENDS ${font_files} ${text_sources} cmake/fonts.py
    COMMENT "Subsetting the fonts and measuring them")
add_custom_target(fonts DEPENDS ${fonts_dir}/inter-400.otf ${fonts_dir}/inter-600.otf ${generated_dir}/font_data.cpp)
