"""Decimal logarithms to 20 digits, for PowersOfTenTests.

    pip install mpmath
    python3 Tests/FiguresTests/Oracles/logarithms.py
"""

from mpmath import mp, mpf, log10

mp.dps = 40
for value in (2.0, 0.3, 9.999999999999998, 10.000000000000002, 1e-5, 7.25e17, 1.7e308, 2.3e-300,
              0.7071067811865476, 1.4142135623730951, 123.456, 1e22, 0.99999999):
    print(f"    ({value!r}, {mp.nstr(log10(mpf(value)), 20)}),")
