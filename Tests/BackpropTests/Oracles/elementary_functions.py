"""Writes elementary-functions.csv: elementary functions to 100 digits by mpmath, for doubles.

A line is: function, x, y (the exponent, for pow), the result rounded to a double, and what the
rounding left, in thousandths of a unit in the last place. Doubles stand as hexadecimal bits.

Run with `python3 elementary_functions.py` where mpmath is installed (1.4.1 was).
"""
import math
import os
import random
import struct

from mpmath import cos, erf, erfc, exp, expm1, log, log1p, mp, mpf, power, sin, sqrt, tanh

random.seed(20240607)
# The sine of the largest doubles needs 1,100 bits to find the quadrant.
mp.prec = 1400


def bits(x):
    return "%016x" % struct.unpack("<Q", struct.pack("<d", x))[0]


def sigmoid(x):
    return 1 / (1 + exp(-x))


def cumulative_normal(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def any_sign(x):
    return random.choice([-1, 1]) * x


def magnitude(low, high):
    return 2.0 ** random.uniform(low, high)


def uniform(low, high):
    return lambda: random.uniform(low, high)


def wide(low, high):
    return lambda: any_sign(magnitude(low, high))


def multiples_of_half_pi():
    k = random.randrange(1, 10 ** random.randrange(1, 16))
    x = float(k * mp.pi / 2)
    return random.choice([x, math.nextafter(x, 0), math.nextafter(x, math.inf)])


points = {
    "exp": (exp, [uniform(-745.1, 709.7), uniform(-1, 1), wide(-60, 9), uniform(-745, -708)]),
    "expm1": (expm1, [uniform(-39, 60), uniform(-1, 1), wide(-1070, 5), uniform(-3, 3)]),
    "log": (log, [lambda: magnitude(-1074, 1023.9), uniform(0.4, 2.2), uniform(0.99, 1.01),
                  lambda: magnitude(-1074, -1022)]),
    "log1p": (log1p, [lambda: magnitude(-1070, 1023), uniform(-0.9999, 2), wide(-60, -0.01),
                      uniform(-0.4, 0.6)]),
    "tanh": (tanh, [uniform(-20, 20), uniform(-1, 1), wide(-1070, 4), uniform(-3, 3)]),
    "sigmoid": (sigmoid, [uniform(-744, 40), uniform(-1, 1), wide(-40, 5), uniform(-10, 40)]),
    "sin": (sin, [uniform(-20, 20), wide(-1070, 0), wide(0, 1023.9), multiples_of_half_pi]),
    "cos": (cos, [uniform(-20, 20), wide(-40, 0), wide(0, 1023.9), multiples_of_half_pi]),
    "pow": (power, [
        lambda: (random.uniform(0, 10), random.uniform(-20, 20)),
        lambda: (random.uniform(0.9, 1.1), any_sign(magnitude(0, 12))),
        lambda: (magnitude(-1074, 1023), any_sign(magnitude(-10, 0))),
        lambda: (any_sign(random.uniform(0, 30)), random.randrange(-9, 10)),
    ]),
    "erf": (erf, [uniform(-6, 6), uniform(-1, 1), wide(-1070, 2), uniform(0.4, 0.6)]),
    "erfc": (erfc, [uniform(-6, 26.5), uniform(-1, 1), uniform(0.4, 3), wide(-60, 4)]),
    "cumulativeNormal": (cumulative_normal, [uniform(-37, 8), uniform(-1, 1), uniform(-3, 3),
                                             wide(-60, 4)]),
}

lines = []
for name, (function, generators) in points.items():
    for generator in generators:
        for _ in range(200):
            x = generator()
            x, y = x if isinstance(x, tuple) else (x, None)
            exact = function(mpf(x)) if y is None else power(mpf(x), mpf(y))
            rounded = float(exact)
            assert math.isfinite(rounded)
            left = float((exact - mpf(rounded)) / mpf(math.ulp(rounded)))
            lines.append(",".join([
                name, bits(x), "" if y is None else bits(float(y)), bits(rounded),
                str(round(left * 1000))]))

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "elementary-functions.csv"), "w") as file:
    file.write("\n".join(lines) + "\n")
print(len(lines), "points")
