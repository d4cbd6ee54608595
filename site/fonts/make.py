#!/usr/bin/env python3
"""Makes the fonts in this folder from Adobe's Source Serif 4, Source Sans 3 and Source Code Pro.

    pip install fonttools brotli fontpkg-source-serif-4 fontpkg-source-sans-3 \
        fontpkg-source-code-pro
    python3 site/fonts/make.py

Each is cut down to the characters that a lesson in a Latin script uses and renamed, since the
licence (SIL OFL 1.1, see LICENSE) keeps the name "Source" for the unmodified fonts.
"""

import importlib.util
import io
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TEXT = "U+20-7E,U+A0-17F,U+2BC,U+2C6,U+2DA,U+2DC,U+300-304,U+308,U+30A-30C,U+327,U+328"
GREEK = "U+391-3A9,U+3B1-3C9,U+3D1,U+3D5,U+3F5"
SIGNS = (
    "U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,"
    "U+2044,U+2070,U+2074-208E,U+20AC,U+2113,U+2122,U+2190-2193,U+2196-2199,U+21A9,U+21D2,"
    "U+2200-220B,U+220F,U+2211,U+2212,U+221A,U+221D,U+221E,U+2225-222B,U+2248,U+2260,U+2261,"
    "U+2264,U+2265,U+2297,U+2299,U+22C5,U+2500-257F,U+25A0,U+25CF,U+2713,U+2717"
)
UNICODES = ",".join([TEXT, GREEK, SIGNS])

FONTS = [
    ("source_serif_4", "SourceSerif4[opsz,wght].ttf", "Gradus Serif", "serif", {"wght": (400, 700)}),
    ("source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf", "Gradus Serif", "serif-italic",
     {"wght": (400, 700), "opsz": 14}),
    ("source_sans_3", "SourceSans3[wght].ttf", "Gradus Sans", "sans", {"wght": (400, 700)}),
    ("source_code_pro", "SourceCodePro[wght].ttf", "Gradus Mono", "mono", {"wght": (400, 700)}),
]
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "calt", "onum", "lnum", "tnum", "pnum",
            "sups", "case", "zero"]


def make(package, file, family, stem, axes):
    folder = pathlib.Path(importlib.util.find_spec(f"fontpkg_{package}").origin).parent
    buffer = io.BytesIO()
    instancer.instantiateVariableFont(TTFont(folder / "files" / file), axes).save(buffer)
    font = TTFont(buffer)
    options = subset.Options()
    options.layout_features = FEATURES
    options.flavor = "woff2"
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(UNICODES))
    subsetter.subset(font)
    style = "Italic" if stem.endswith("italic") else "Regular"
    names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}",
             6: f"{family.replace(' ', '')}-{style}"}
    for record in font["name"].names:
        if record.nameID in names:
            font["name"].setName(names[record.nameID], record.nameID, record.platformID,
                                 record.platEncID, record.langID)
    font.flavor = "woff2"
    target = pathlib.Path(__file__).parent / f"{stem}.woff2"
    font.save(target)
    print(f"{target.name}: {target.stat().st_size / 1000:.0f} kB")


for font in FONTS:
    make(*font)
