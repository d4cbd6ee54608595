"""Writes Sources/Figures/Drawing/FontWidths.swift from DejaVu Sans, in thousandths of an em.

DejaVu Sans is among the widest of the sans-serif fonts that systems ship, so that a label
which fits by its widths fits in the others as well.

    pip install fonttools
    python3 Tests/FiguresTests/Oracles/font_widths.py /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
"""

import pathlib
import sys

from fontTools.ttLib import TTFont

font = TTFont(sys.argv[1])
character_map = font.getBestCmap()
advance = font["hmtx"].metrics
units = font["head"].unitsPerEm


def width(code):
    return round(advance[character_map[code]][0] * 1000 / units)


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
    "/// Advance widths of DejaVu Sans in thousandths of an em, written by",
    "/// `Tests/FiguresTests/Oracles/font_widths.py`. A width of 0 stands for a scalar that the font",
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
target = pathlib.Path(__file__).parents[3] / "Sources/Figures/Drawing/FontWidths.swift"
target.write_text("\n".join(lines) + "\n")
