# Embeds shaders/*.vert and *.frag as the values that src/shell/shaders.h declares: <name>_shaders for each pair.
file(GLOB shader_files CONFIGURE_DEPENDS shaders/*.vert shaders/*.frag)
set(shader_data ${generated_dir}/shader_data.cpp)
add_custom_command(
    OUTPUT ${shader_data}
    COMMAND ${PYTHON} ${PROJECT_SOURCE_DIR}/cmake/embed_shaders.py ${shader_data} ${shader_files}
    DEPENDS ${shader_files} cmake/embed_shaders.py
    COMMENT "Embedding the shaders")
add_library(throughline_shaders STATIC ${shader_data})
target_link_libraries(throughline_shaders PRIVATE throughline_rules)
