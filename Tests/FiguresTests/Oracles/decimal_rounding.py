"""Doubles rounded to decimal places, for DecimalRoundingTests, and with 17 and with the fewest digits
that identify them, for NumeralTests.

    python3 Tests/FiguresTests/Oracles/decimal_rounding.py
"""

from decimal import Decimal, ROUND_HALF_UP, getcontext

getcontext().prec = 1200
for text, places in [
    ("0.1", 20), ("0.3", 17), ("2.675", 2), ("0.5", 0), ("2.5", 0), ("1e22", -6), ("5e-324", 340),
    ("5e-324", 323), ("1.7976931348623157e308", -291), ("1e-300", 310), ("4000000000.5", 1),
    ("4000000000.5", 0), ("123456789012345680", 0), ("0.049", 0), ("0.00049", 0), ("1e23", -15),
    ("1e23", -23), ("2.2250738585072014e-308", 324), ("9007199254740993", 0), ("0.999999999999", 6),
]:
    exact = Decimal(float(text)).scaleb(places)
    rounded = exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    print(f"    ({text}, {places}, {rounded}, {float(rounded - exact)!r}),")
for value in [0.1, 0.1 + 0.2, 1 / 3, 1e23, 9007199254740993.0, 123456.7890625, 2.0 ** 0.5, 1e15 / 7]:
    print(f"    {value!r}: {value:.16e}")
