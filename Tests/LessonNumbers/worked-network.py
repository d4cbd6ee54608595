"""The numbers of lessons/worked-network.md by other means: mpmath to fifty digits, with derivatives
by mpmath's own differences rather than by the chain rule.

Needs mpmath.
"""

import mpmath as mp

mp.mp.dps = 50
x = [mp.mpf("0.5"), mp.mpf("0.8")]
hidden_sums = [mp.mpf("0.1"), mp.mpf("0.3")]
output_weights = [mp.mpf("0.4"), mp.mpf("0.6")]


def sigmoid(z):
    return 1 / (1 + mp.exp(-z))


def show(name, *values):
    print(f"{name:34}", *[mp.nstr(value, 8) for value in values])


# Parameters: w11 w12 w21 w22, b1 b2, v1 v2, c.
hidden = [sigmoid(z) for z in hidden_sums]
bias = mp.mpf("0.2") - output_weights[0] * hidden[0] - output_weights[1] * hidden[1]
hidden_weights = [mp.mpf(w) for w in ("0.1", "0.2", "0.3", "0.4")]
hidden_bias = [
    hidden_sums[i] - hidden_weights[2 * i] * x[0] - hidden_weights[2 * i + 1] * x[1]
    for i in range(2)
]
parameters = [*hidden_weights, *hidden_bias, *output_weights, bias]


def output(w11, w12, w21, w22, b1, b2, v1, v2, c):
    first = sigmoid(w11 * x[0] + w12 * x[1] + b1)
    second = sigmoid(w21 * x[0] + w22 * x[1] + b2)
    return sigmoid(v1 * first + v2 * second + c)


def loss(*parameters):
    return (1 - output(*parameters)) ** 2 / 2


def slope(index):
    order = tuple(int(i == index) for i in range(9))
    return mp.diff(loss, tuple(parameters), order)


gradient = [slope(index) for index in range(9)]
square = sum(g * g for g in gradient)
moved = [p - g / 2 for p, g in zip(parameters, gradient)]

show("hidden biases", *hidden_bias)
show("hidden activations", *hidden)
show("output bias", bias)
show("output, loss", output(*parameters), loss(*parameters))
show("slopes of the sigmoid", *[mp.diff(sigmoid, mp.mpf(z)) for z in ("0.1", "0.2", "0.3")])
show("deltas of the hidden units", *gradient[4:6])
show("delta of the output", gradient[8])
show("by the hidden weights", *gradient[:4])
show("by the output weights", *gradient[6:8])
show("expected fall", square / 2)
show("share of the biases", (gradient[4] ** 2 + gradient[5] ** 2 + gradient[8] ** 2) / square)
show("after one step", *moved)
show("loss after it", loss(*moved))
weights_only = [m if i not in (4, 5, 8) else p for i, (p, m) in enumerate(zip(parameters, moved))]
show("loss with the biases left alone", loss(*weights_only))


def train(slope_of, steps):
    """Losses when the slope of the sigmoid is taken to be slope_of(z, a), in floating point."""
    w11, w12, w21, w22, b1, b2, v1, v2, c = [float(p) for p in parameters]
    losses = []
    for _ in range(steps):
        z = [w11 * 0.5 + w12 * 0.8 + b1, w21 * 0.5 + w22 * 0.8 + b2]
        a = [float(sigmoid(z[0])), float(sigmoid(z[1]))]
        z2 = v1 * a[0] + v2 * a[1] + c
        a2 = float(sigmoid(z2))
        losses.append((1 - a2) ** 2 / 2)
        delta = (a2 - 1) * slope_of(z2, a2)
        d1, d2 = delta * v1 * slope_of(z[0], a[0]), delta * v2 * slope_of(z[1], a[1])
        v1, v2, c = v1 - delta * a[0] / 2, v2 - delta * a[1] / 2, c - delta / 2
        w11, w12, b1 = w11 - d1 * 0.25, w12 - d1 * 0.4, b1 - d1 / 2
        w21, w22, b2 = w21 - d2 * 0.25, w22 - d2 * 0.4, b2 - d2 / 2
    return losses


for name, rule in [
    ("a(1 − a)", lambda z, a: a * (1 - a)),
    ("z(1 − z)", lambda z, a: z * (1 - z)),
    ("σ'(a)", lambda z, a: float(sigmoid(a) * (1 - sigmoid(a)))),
]:
    losses = train(rule, 301)
    show("losses at steps 10 and 300, " + name, losses[10], losses[300])
