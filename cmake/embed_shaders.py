"""Writes the shader pairs that src/shell/shaders.h declares, as string literals.

Usage: embed_shaders.py SHADER_DATA_CPP FILE.vert FILE.frag...
"""
import pathlib
import sys

target, *files = map(pathlib.Path, sys.argv[1:])
sources = {path.name: path.read_text(encoding="utf-8") for path in files}
pairs = sorted({path.stem for path in files})
lonely = [name for name in pairs if not {f"{name}.vert", f"{name}.frag"} <= sources.keys()]
if lonely:
    sys.exit(f"shaders: {', '.join(lonely)} needs both a .vert and a .frag")

definitions = "".join(
    f'const ShaderPair {name}_shaders{{R"glsl({sources[name + ".vert"]})glsl",\n'
    f'R"glsl({sources[name + ".frag"]})glsl"}};\n\n' for name in pairs)
target.write_text(
    "// Written by cmake/embed_shaders.py from shaders/.\n"
    '#include "shell/shaders.h"\n\n'
    f"namespace throughline {{\n\n{definitions}}}  // namespace throughline\n", encoding="utf-8")
