"""Places on scales and exponentials to 20 digits, for ScaleTransformTests.

    pip install mpmath
    python3 Tests/FiguresTests/Oracles/scales.py
"""

from mpmath import mp, mpf, exp, log10, sign

mp.dps = 40
for x in ("0", "1e-9", "0.02", "1", "-3.7", "-12345.678", "1e200"):
    for c in ("1", "0.1"):
        v = mpf(float(x))
        place = sign(v) * log10(1 + abs(v) / mpf(float(c)))
        print(f"    ({x}, {c}, {mp.nstr(place, 20)}),")
for x, p in (("2", "0.5"), ("-9.25", "0.5"), ("1e-7", "0.3"), ("314.15", "2")):
    v = mpf(float(x))
    print(f"    ({x}, {p}, {mp.nstr(sign(v) * abs(v) ** mpf(float(p)), 20)}),")
for x in (-40, -1, -0.125, 0, 0.3, 1, 12.75, 300):
    print(f"    ({x}, {mp.nstr(exp(mpf(x)), 20)}),")
