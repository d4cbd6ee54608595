"""Writes activations.json: values and derivatives of the activations by mpmath, 60 digits.

A case has a number x that Float holds too, unless it is too large for that, and the activation's
value, slope and curvature there. At kinks the slope is the one that the documentation says.

Run with `python3 activations.py` where mpmath and numpy are installed.
"""
import json
import os

import mpmath as mp
import numpy as np

mp.mp.dps = 60
one = mp.mpf(1)


def phi(x):
    return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


def cumulative(x):
    # mpmath does not take the largest numbers; beyond 1000 the other tail is far below all floats.
    return mp.ncdf(x) if abs(x) < 1000 else mp.mpf(x > 0)


def sigmoid(x):
    return 1 / (1 + mp.exp(-x)) if x > 0 else mp.exp(x) / (1 + mp.exp(x))


def sigmoid1(x):
    return sigmoid(x) * sigmoid(-x)


def sigmoid2(x):
    return sigmoid1(x) * (sigmoid(-x) - sigmoid(x))


def tanh(x):
    return 2 * sigmoid(2 * x) - 1


c, k = 2 * mp.sqrt(2 / mp.pi), mp.mpf("0.044715")


def u(x):
    return c * (x + k * x ** 3)


def gelu_tanh(x):
    u1, u2 = c * (1 + 3 * k * x * x), c * 6 * k * x
    s, s1, s2 = sigmoid(u(x)), sigmoid1(u(x)), sigmoid2(u(x))
    return x * s, s + x * s1 * u1, 2 * s1 * u1 + x * (s2 * u1 * u1 + s1 * u2)


functions = {
    "identity": lambda x: (x, one, 0),
    "sigmoid": lambda x: (sigmoid(x), sigmoid1(x), sigmoid2(x)),
    "tanh": lambda x: (tanh(x), 4 * sigmoid1(2 * x), 8 * sigmoid2(2 * x)),
    "relu": lambda x: (max(x, 0), one if x > 0 else 0, 0),
    "leakyRelu": lambda x: (x if x > 0 else x / 8, one if x > 0 else one / 8, 0),
    "elu": lambda x: (x, one, 0) if x > 0 else (
        2 * mp.expm1(x), 2 * mp.exp(x), 2 * mp.exp(x) if x < 0 else 0),
    "gelu": lambda x: (x * cumulative(x), cumulative(x) + x * phi(x), (2 - x * x) * phi(x)),
    "geluTanh": gelu_tanh,
    "silu": lambda x: (x * sigmoid(x), sigmoid(x) + x * sigmoid1(x),
                       2 * sigmoid1(x) + x * sigmoid2(x)),
    "softplus": lambda x: (max(x, 0) + mp.log1p(mp.exp(-abs(x))), sigmoid(x), sigmoid1(x)),
}
sizes = [0, 1e-30, 1e-8, 0.3, 1.5, 5, 12, 30, 40, 88, 104, 709, 745, 800, 1e20, 1e38, 1e155, 1e300,
         1.75e308]
cases = []
for name, function in functions.items():
    for size in sizes:
        # What is exact in Float is the same number in both types.
        size = float(np.float32(size)) if size < 1e39 else size
        for x in [size, -size] if size else [0.0]:
            value, slope, curvature = function(mp.mpf(x))
            cases.append({"name": name, "x": x, "value": float(value), "slope": float(slope),
                          "curvature": float(curvature)})

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "activations.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
print(len(cases), "cases")
