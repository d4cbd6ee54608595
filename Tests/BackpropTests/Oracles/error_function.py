"""Prints the Chebyshev coefficients of ErrorFunction.swift, the last first.

They are those of (1 + 2x) exp(x²) erfc x in s = (x − 4.75) / (x + 3.75), for x from ½ on, found by
interpolating at 60 Chebyshev nodes with 60 digits. Run where mpmath is installed (1.3.0 was).
"""
from mpmath import cos, erfc, exp, mp, mpf, pi, sqrt

mp.dps = 60
NODES = 60


def scaled_complement(x):
    """exp(x²) erfc x."""
    if x < 60:
        return exp(x * x) * erfc(x)
    total, term = mpf(0), mpf(1)
    for n in range(60):  # the asymptotic series, which here reaches 60 digits before it diverges
        total += term
        term *= -(2 * n + 1) / (2 * x * x)
    return total / (x * sqrt(pi))


def value(s):
    x = (mpf("4.75") + mpf("3.75") * s) / (1 - s)
    return (1 + 2 * x) * scaled_complement(x)


angles = [pi * (k + mpf(1) / 2) / NODES for k in range(NODES)]
values = [value(cos(angle)) for angle in angles]
coefficients = [
    2 / mpf(NODES) * sum(y * cos(j * angle) for y, angle in zip(values, angles))
    for j in range(26)]
coefficients[0] /= 2
for c in reversed(coefficients):
    print(f"  {float(c)!r},")
