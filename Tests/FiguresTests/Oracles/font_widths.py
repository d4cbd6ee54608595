"""Writes Sources/Figures/Drawing/FontWidths.swift from DejaVu Sans and the site's own font, in
thousandths of an em: of each character the wider one.

DejaVu Sans is among the widest of the sans-serif fonts that systems ship, so that a label
which fits by its widths fits in the others as well; a few characters of the site's are wider.

    pip install fonttools brotli
    python3 Tests/FiguresTests/Oracles/font_widths.py /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
"""

import pathlib
import sys

from fontTools.ttLib import TTFont

root = pathlib.Path(__file__).parents[3]
fonts = [TTFont(sys.argv[1]), TTFont(root / "site/fonts/sans.woff2")]
character_map = fonts[0].getBestCmap()


def width(code):
    """The greatest width of a character in thousandths of an em."""
    widths = []
    for font in fonts:
        names = font.getBestCmap()
        if code in names:
            units = font["head"].unitsPerEm
            widths.append(round(font["hmtx"].metrics[names[code]][0] * 1000 / units))
    return max(widths)


ranges = [
    (0x20, 0x7E, "ASCII"),
    (0xA0, 0xFF, "Latin-1"),
    (0x391, 0x3C9, "Greek"),
    (0x2010, 0x2027, "dashes, quotation marks, ellipsis"),
    (0x2070, 0x209C, "superscripts and subscripts"),
    (0x2190, 0x2195, "arrows"),
    (0x2200, 0x2265, "mathematical operators"),
]

lines = [
    "/// Advance widths in thousandths of an em, the wider of DejaVu Sans and the site's own font,",
    "/// written by `Tests/FiguresTests/Oracles/font_widths.py`. A width of 0 stands for a scalar that the font",
    "/// does not have.",
    "enum FontWidths {",
]
names = []
for first, last, title in ranges:
    name = "from" + format(first, "04X")
    names.append((name, first))
    lines.append(f"  /// {title[0].upper() + title[1:]}, U+{first:04X} to U+{last:04X}.")
    lines.append(f"  static let {name}: [UInt16] = [")
    values = [width(c) if c in character_map else 0 for c in range(first, last + 1)]
    row = "   "
    for value in values:
        piece = f" {value},"
        if len(row) + len(piece) > 100:
            lines.append(row)
            row = "   "
        row += piece
    lines.append(row)
    lines.append("  ]")
    lines.append("")
lines[-1] = "}"
target = root / "Sources/Figures/Drawing/FontWidths.swift"
target.write_text("\n".join(lines) + "\n")
