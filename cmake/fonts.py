"""Subsets both weights of Inter to the characters of the content and writes their advance widths for the core.

Usage: fonts.py REGULAR SEMIBOLD FONT_FOLDER FONT_DATA_CPP TEXT_FILE...
The outlines stay CFF as the package ships them: 4 KB less to send than as TrueType outlines.
"""
import io
import pathlib
import re
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

# Letters of the Latin alphabets of Europe and the usual marks of text, whatever the content says: an opened brief may
# use them, and a word half in one typeface and half in another is hard to read. They cost 6 KB of what is sent.
ALWAYS = {*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "ȘșȚț–—‘’“”‚„…•→←↑↓✓×−‹›«»′″€₺₽№™\u2009\u202F\u2011")}


def characters_of(path):
    """What a text file shows, with JSON's and JavaScript's escapes read as the characters they mean."""
    text = path.read_text(encoding="utf-8", errors="ignore")
    escaped = (int(code, 16) for code in re.findall(r"\\u([0-9a-fA-F]{4})", text))
    return {ord(character) for character in text} | {code for code in escaped if not 0xD800 <= code < 0xE000}


def subset_font(source, codepoints):
    options = subset.Options()
    # Dear ImGui neither kerns nor substitutes, and text is measured without either, so the browser gets neither too.
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG"]
    options.hinting = False
    options.desubroutinize = True  # larger as it is, smaller compressed
    options.notdef_outline = True
    options.name_IDs = []
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    written = io.BytesIO()
    subset.save_font(font, written, options)
    return written.getvalue()


def metrics_of(font_bytes):
    font = TTFont(io.BytesIO(font_bytes))
    widths = {codepoint: font["hmtx"][glyph][0] for codepoint, glyph in font.getBestCmap().items()}
    return widths, font["head"].unitsPerEm, font["hhea"].ascent, font["hhea"].descent


def write_if_changed(path, content):
    """A change of words that needs no new glyph then rebuilds nothing: ninja looks at the file's time."""
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)


def main():
    regular, semibold, folder, table = sys.argv[1:5]
    codepoints = set(ALWAYS).union(*(characters_of(pathlib.Path(path)) for path in sys.argv[5:]))
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    fonts = [subset_font(source, codepoints) for source in (regular, semibold)]
    for name, font in zip(("inter-400.otf", "inter-600.otf"), fonts):
        write_if_changed(folder / name, font)

    (regular_widths, *metrics), (semibold_widths, *semibold_metrics) = map(metrics_of, fonts)
    if metrics != semibold_metrics or regular_widths.keys() != semibold_widths.keys():
        sys.exit("fonts.py: the two weights are not of the same family or version")
    rows = "".join(f"    {{0x{c:04X}, {regular_widths[c]}, {semibold_widths[c]}}},\n" for c in sorted(regular_widths))
    units_per_em, ascent, descent = metrics
    source = (
        "// Written by cmake/fonts.py from the subset fonts.\n"
        '#include "core/base/text_metrics.h"\n\n'
        "namespace throughline {\n\n"
        f"const GlyphAdvance glyph_advances[] = {{\n{rows}}};\n"
        f"const int glyph_advance_count = {len(regular_widths)};\n"
        f"const int font_units_per_em = {units_per_em};\n"
        f"const int font_ascent = {ascent};\n"
        f"const int font_descent = {descent};\n\n"
        "}  // namespace throughline\n")
    write_if_changed(pathlib.Path(table), source.encode())


main()
