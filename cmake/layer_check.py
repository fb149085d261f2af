"""Refuses a core that names a platform: SDL, OpenGL, Dear ImGui, Emscripten, or a room above it.

Usage: layer_check.py FOLDER. Comments may say what the core must not know, so they are left out.
"""
import pathlib
import re
import sys

FORBIDDEN = [
    (r'#\s*include\s*[<"](SDL|GL/|GLES|EGL|KHR|imgui|imconfig|imstb_|emscripten|shell/|tool/|\.\./)', "includes what only the shell may"),
    (r"\bSDL_\w+", "names SDL"),
    (r"\b(gl[A-Z]\w*\s*\(|GL_[A-Z]\w+|GL(u?int|enum|float|sizei)\b)", "names OpenGL"),
    (r"\b(ImGui\w*|IMGUI_\w+|Im(Vec[24]|Draw\w+|Font\w*))\b", "names Dear ImGui"),
    (r"(?i)emscripten", "names Emscripten"),
]
COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def without_comments(text):
    """The text with its comments emptied; the line count stays, and so do strings."""
    return COMMENT_OR_STRING.sub(lambda m: m[0] if m[0][0] == '"' else "\n" * m[0].count("\n"), text)


def main():
    folder = pathlib.Path(sys.argv[1])
    mistakes = []
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".cpp", ".h"):
            continue
        code = without_comments(path.read_text(encoding="utf-8"))
        for number, line in enumerate(code.splitlines(), 1):
            for pattern, what in FORBIDDEN:
                found = re.search(pattern, line)
                if found:
                    mistakes.append(f"{path}:{number}: error: the core {what}: {found[0].strip()}")
    print("\n".join(mistakes), end="\n" if mistakes else "")
    return 1 if mistakes else 0


sys.exit(main())
