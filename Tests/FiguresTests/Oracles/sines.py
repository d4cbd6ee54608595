"""Sines and cosines of angles in degrees to 20 digits, for CircularTests.

    pip install mpmath
    python3 Tests/FiguresTests/Oracles/sines.py
"""

from mpmath import cos, mp, mpf, nstr, pi, sin

mp.dps = 40
for degrees in ("0", "30", "45", "90", "180", "270", "-40", "123.4", "725"):
    angle = mpf(float(degrees)) * pi / 180
    print(f"    ({degrees}, {nstr(sin(angle), 20)}, {nstr(cos(angle), 20)}),")
