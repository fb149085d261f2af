"""Refuses a source file that knows more than its room may: a room above it, a platform it has no business with, or,
in a circle, itself.

Usage: layer_check.py SRC. Comments may say what a room must not know, so they are left out.
"""
import pathlib
import re
import sys

# The rooms of src/, from the ground up: each may include itself and what stands above it in this list.
CORE_ROOMS = ["base", "json", "content", "page", "brief", "layout", "state", "command", "view", "faces", "program"]
ROOMS = [f"core/{room}" for room in CORE_ROOMS] + ["tool", "shell", "shell/native", "shell/web"]
# Neighbours that stand side by side: neither may include the other.
STRANGERS = {("shell", "tool"), ("shell/native", "tool"), ("shell/web", "tool"), ("shell/web", "shell/native")}

INCLUDE = re.compile(r'#\s*include\s*([<"])([^>"]+)[>"]')
PLATFORM_NAMES = [
    (re.compile(r'#\s*include\s*[<"](SDL|GL/|GLES|EGL|KHR|imgui|imconfig|imstb_|emscripten)'), "includes a platform"),
    (re.compile(r"\bSDL_\w+"), "names SDL"),
    (re.compile(r"\b(gl[A-Z]\w*\s*\(|GL_[A-Z]\w+|GL(u?int|enum|float|sizei)\b)"), "names OpenGL"),
    (re.compile(r"\b(ImGui\w*|IMGUI_\w+|Im(Vec[24]|Draw\w+|Font\w*))\b"), "names Dear ImGui"),
    (re.compile(r"(?i)emscripten"), "names Emscripten"),
]
COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def without_comments(text):
    """The text with its comments emptied; the line count stays, and so do strings."""
    return COMMENT_OR_STRING.sub(lambda m: m[0] if m[0][0] == '"' else "\n" * m[0].count("\n"), text)


def room_of(name):
    """The room of a file below src/, or None where it stands in none."""
    room = name.rpartition("/")[0]
    return room if room in ROOMS else None


def may_include(room, other):
    return ROOMS.index(other) <= ROOMS.index(room) and (room, other) not in STRANGERS


def knows_platforms(room):
    return room.startswith("shell")


def check_file(name, lines, files, mistakes):
    """Adds what is wrong in one file; gives back what it includes of ours."""
    room = room_of(name)
    if room is None:
        mistakes.append(f"src/{name}:1: error: stands in no room; the rooms are {', '.join(ROOMS)}")
        return []
    included = []
    for number, line in enumerate(lines, 1):
        place = f"src/{name}:{number}: error:"
        if not knows_platforms(room):
            for pattern, what in PLATFORM_NAMES:
                if found := pattern.search(line):
                    mistakes.append(f"{place} {room} {what}, which only shell/ may: {found[0].strip()}")
        found = INCLUDE.search(line)
        if not found or (found[1] == "<" and found[2] not in files):
            continue
        target = found[2]
        if target in files:
            included.append((target, number))
            if not may_include(room, room_of(target) or room):
                mistakes.append(f"{place} {room} includes {target}, which stands above it")
        elif target.startswith(("core/", "shell/", "tool/", ".")):
            mistakes.append(f"{place} includes {target}, which is not there")
    return included


def find_circles(includes, mistakes):
    """A depth-first walk: an include that leads back to a file on the way closes a circle."""
    done, way = set(), []

    def visit(name):
        way.append(name)
        for target, number in includes[name]:
            if target in way:
                circle = way[way.index(target):] + [target]
                mistakes.append(f"src/{name}:{number}: error: includes in a circle: {' -> '.join(circle)}")
            elif target not in done:
                visit(target)
        way.pop()
        done.add(name)

    for name in sorted(includes):
        if name not in done:
            visit(name)


def main():
    source = pathlib.Path(sys.argv[1])
    files = {path.relative_to(source).as_posix(): path for path in source.rglob("*") if path.suffix in (".cpp", ".h")}
    mistakes, includes = [], {}
    for name, path in sorted(files.items()):
        lines = without_comments(path.read_text(encoding="utf-8")).splitlines()
        includes[name] = check_file(name, lines, files, mistakes)
    find_circles(includes, mistakes)
    print("\n".join(mistakes), end="\n" if mistakes else "")
    return 1 if mistakes else 0


sys.exit(main())
