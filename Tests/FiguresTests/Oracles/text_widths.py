"""Widths of texts as a type setter measures them, for TextMetricsTests.

    pip install pillow
    python3 Tests/FiguresTests/Oracles/text_widths.py /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
"""

import sys

from PIL import ImageFont, features

font = ImageFont.truetype(sys.argv[1], 1000, layout_engine=ImageFont.Layout.BASIC)
for text in ("gradient descent", "0.5987", "−0.1104", "10⁻³", "½(p − y)²", "σ(w₁x₁ + b)", "η = 0.05",
             "Loss, on a logarithmic scale", "1.25×10⁶"):
    print(f'    ("{text}", {sum(font.getlength(c) for c in text):.0f}),')
