"""The numbers of lessons/chain-rule.md by other means: mpmath to fifty digits, NumPy for matrices.

Needs mpmath and numpy.
"""

import mpmath as mp
import numpy as np

mp.mp.dps = 50


def show(name, *values):
    print(f"{name:34}", *[mp.nstr(mp.mpf(value), 8) for value in values])


def slopes(function, *point):
    """The partial derivatives of a function, in fifty digits."""
    count = len(point)
    return [
        mp.diff(function, point, tuple(int(i == j) for j in range(count))) for i in range(count)
    ]


show("cos 1", mp.cos(1))
show("slope of (3x + 1)² at 2", *slopes(lambda x: (3 * x + 1) ** 2, 2))
show("sin(exp(x²)) at 0.5", mp.sin(mp.exp(mp.mpf("0.25"))))
show("  the three slopes", 1, mp.exp(mp.mpf("0.25")), mp.cos(mp.exp(mp.mpf("0.25"))))
show("  its slope", *slopes(lambda x: mp.sin(mp.exp(x * x)), mp.mpf("0.5")))
show("(ab + b)a at 2, 3", *slopes(lambda a, b: (a * b + b) * a, 2, 3))
show("slope of x^1024 at 1", *slopes(lambda x: x**1024, 1))

# The two-layer network: the slope by each input from differences in the complex plane, which
# lose no digits (Squire and Trapp, SIAM Review 40, 1998).
w1 = np.array([[0.2, -0.5, 0.1], [0.7, 0.3, -0.4], [-0.6, 0.8, 0.5], [0.1, -0.2, 0.9]])
w2 = np.array([[0.5, -0.3, 0.8, 0.2]])
x = np.array([1.0, 0.5, -1.0])


def loss(x):
    return ((w2 @ np.tanh(w1 @ x) - 1.0) ** 2).sum() / 2


show("slopes by the inputs", *[loss(x + 1e-30j * e).imag / 1e-30 for e in np.eye(3)])

# The best steps of a difference of the sine at 1.
epsilon = mp.mpf(2) ** -52
show("best one-sided step", mp.sqrt(2 * epsilon))
show("best central step", mp.cbrt(mp.mpf("1.5") * epsilon * mp.tan(1)))
