#!/usr/bin/env python3
"""The training-step workloads in NumPy, with gradients written by hand.

    numpy_step.py Wk DIR STEPS
    numpy_step.py --loss Wk DIR STEPS

Prints the median time of a step in microseconds and the loss after STEPS steps as JSON. Written
as one who knows NumPy would: whole arrays, in place where that saves a temporary. With --loss, nothing is timed: only the loss, computed in Double whatever the
workload's type, which is what every contestant must arrive at.
"""
import sys

import numpy as np

from race import arguments, race, report


def sigmoid(z):
    np.negative(z, out=z)
    np.exp(z, out=z)
    z += 1
    return np.reciprocal(z, out=z)


ACTIVATIONS = {
    "sigmoid": sigmoid,
    "tanh": lambda z: np.tanh(z, out=z),
    "relu": lambda z: np.maximum(z, 0, out=z),
    "linear": lambda z: z,
}


def pulled_back(activation, out, gradient):
    """The gradient of a layer's sums from that of its activations `out`."""
    if activation == "sigmoid":
        gradient *= out
        gradient *= 1 - out
    elif activation == "tanh":
        gradient *= 1 - out * out
    elif activation == "relu":
        gradient *= out > 0
    return gradient


def softmax_cross_entropy(logits, labels):
    """The mean loss and its gradient with respect to the logits."""
    rows = np.arange(len(labels))
    logits = logits - logits.max(1, keepdims=True)
    exponentials = np.exp(logits)
    sums = exponentials.sum(1, keepdims=True)
    value = float((np.log(sums[:, 0]) - logits[rows, labels]).mean())
    gradient = exponentials / sums
    gradient[rows, labels] -= 1
    gradient /= len(labels)
    return value, gradient


class Perceptron:
    """Dense layers, perhaps with batch norm before the activation."""

    def __init__(self, workload):
        self.workload, self.layers = workload, workload.layers
        self.normed = workload.model == "mlp_bn"

    def activation(self, layer):
        return self.workload.output if layer == self.layers else self.workload.activation

    def forward(self, p, statistics=None):
        kept = [self.workload.x]
        for layer in range(1, self.layers + 1):
            z = kept[-1] @ p[f"W{layer}"]
            z += p[f"b{layer}"]
            if self.normed and layer < self.layers:
                mean, variance = z.mean(0), z.var(0)
                if statistics is not None:
                    self.follow(statistics[layer - 1], mean, variance)
                deviation = 1 / np.sqrt(variance + np.float32(1e-5))
                z -= mean
                z *= deviation
                kept.append((z, deviation))
                z = z * p[f"gamma{layer}"]
                z += p[f"beta{layer}"]
            kept.append(ACTIVATIONS[self.activation(layer)](z))
        return kept

    def follow(self, running, mean, variance):
        count = len(self.workload.x)
        running[0] += np.float32(0.1) * (mean - running[0])
        running[1] += np.float32(0.1) * (variance * np.float32(count / (count - 1)) - running[1])

    def loss(self, p):
        out, y = self.forward(p)[-1], self.workload.y
        match self.workload.loss:
            case "half_mse":
                return 0.5 * float(((out - y) ** 2).sum())
            case "mse":
                return float(((out - y) ** 2).mean())
            case "bce":
                return float(-(y * np.log(out) + (1 - y) * np.log(1 - out)).mean())
            case "softmax_ce":
                return softmax_cross_entropy(out, y)[0]

    def last_delta(self, out):
        """The gradient of the last layer's sums."""
        y = self.workload.y
        match self.workload.loss:
            case "softmax_ce":
                return softmax_cross_entropy(out, y)[1]
            case "bce":
                return (out - y) / len(y)
            case "half_mse":
                delta = out - y
            case "mse":
                delta = out - y
                delta *= 2 / delta.size
        return pulled_back(self.workload.output, out, delta)

    def gradient(self, p, statistics):
        kept, g = self.forward(p, statistics), {}
        delta = self.last_delta(kept.pop())
        for layer in range(self.layers, 0, -1):
            if self.normed and layer < self.layers:
                normal, deviation = kept.pop()
                g[f"gamma{layer}"], g[f"beta{layer}"] = (delta * normal).sum(0), delta.sum(0)
                count = len(normal)
                mean_of_products = g[f"gamma{layer}"] / np.float32(count)
                delta -= g[f"beta{layer}"] / np.float32(count)
                normal *= mean_of_products
                delta -= normal
                delta *= p[f"gamma{layer}"] * deviation
            before = kept.pop()
            g[f"W{layer}"], g[f"b{layer}"] = before.T @ delta, delta.sum(0)
            if layer > 1:
                back = delta @ p[f"W{layer}"].T
                delta = pulled_back(self.workload.activation, before, back)
        return g


class LSTM:
    """One LSTM over all time, a dense layer on the last state."""

    def __init__(self, workload):
        self.workload = workload
        self.hidden = len(workload.start["Wh"])

    def forward(self, p):
        x, hidden = self.workload.x, self.hidden
        times, batch, width = x.shape
        gates = (x.reshape(-1, width) @ p["Wx"]).reshape(times, batch, -1)
        gates += p["b"]
        h = np.zeros((times + 1, batch, hidden), x.dtype)
        c, squashed = np.zeros_like(h), np.zeros_like(h)
        for t in range(times):
            z = gates[t]
            z += h[t] @ p["Wh"]
            sigmoid(z[:, : 2 * hidden])
            np.tanh(z[:, 2 * hidden : 3 * hidden], out=z[:, 2 * hidden : 3 * hidden])
            sigmoid(z[:, 3 * hidden :])
            i, f, g, o = np.split(z, 4, axis=1)
            np.multiply(f, c[t], out=c[t + 1])
            c[t + 1] += i * g
            np.tanh(c[t + 1], out=squashed[t + 1])
            np.multiply(o, squashed[t + 1], out=h[t + 1])
        return gates, h, c, squashed, h[-1] @ p["Wo"] + p["bo"]

    def loss(self, p):
        return softmax_cross_entropy(self.forward(p)[-1], self.workload.y)[0]

    def gradient(self, p, _):
        gates, h, c, squashed, logits = self.forward(p)
        delta = softmax_cross_entropy(logits, self.workload.y)[1]
        g = {"Wo": h[-1].T @ delta, "bo": delta.sum(0)}
        dh, dc = delta @ p["Wo"].T, np.zeros_like(h[0])
        back = np.ascontiguousarray(p["Wh"].T)
        hidden = self.hidden
        dz = np.empty_like(gates)
        for t in range(len(gates) - 1, -1, -1):
            i, f, candidate, o = np.split(gates[t], 4, axis=1)
            di, df, dg, do = np.split(dz[t], 4, axis=1)
            dc += dh * o * (1 - squashed[t + 1] ** 2)
            np.multiply(dc * candidate, i * (1 - i), out=di)
            np.multiply(dc * c[t], f * (1 - f), out=df)
            np.multiply(dc * i, 1 - candidate**2, out=dg)
            np.multiply(dh * squashed[t + 1], o * (1 - o), out=do)
            dc *= f
            dh = dz[t] @ back
        flat = dz.reshape(-1, 4 * hidden)
        x = self.workload.x
        g["Wx"], g["b"] = x.reshape(-1, x.shape[-1]).T @ flat, flat.sum(0)
        g["Wh"] = h[:-1].reshape(-1, hidden).T @ flat
        return g


class Training:
    """A model and an optimizer that updates its parameters in place."""

    def __init__(self, workload):
        self.workload, self.rule = workload, workload.optimizer
        self.model = (LSTM if workload.model == "lstm" else Perceptron)(workload)

    def restart(self):
        self.p = {name: each.copy() for name, each in self.workload.start.items()}
        self.first = {name: np.zeros_like(each) for name, each in self.p.items()}
        self.second = {name: np.zeros_like(each) for name, each in self.p.items()}
        self.statistics = [
            [np.zeros_like(each), np.ones_like(each)]
            for name, each in self.p.items() if name.startswith("gamma")
        ]
        self.count = 0

    def train(self, steps):
        update = getattr(self, self.rule["name"])
        for _ in range(steps):
            gradient = self.model.gradient(self.p, self.statistics)
            self.count += 1
            for name, g in gradient.items():
                update(name, g)

    def loss(self):
        return self.model.loss(self.p)

    def sgd(self, name, g):
        g *= self.rule["lr"]
        self.p[name] -= g

    def momentum(self, name, g):
        velocity = self.first[name]
        velocity *= self.rule["mu"]
        velocity += g
        self.p[name] -= self.rule["lr"] * velocity

    def adam(self, name, g):
        m, v = self.first[name], self.second[name]
        m *= 0.9
        m += 0.1 * g
        g *= g
        g *= 0.001
        v *= 0.999
        v += g
        np.multiply(v, 1 / (1 - 0.999**self.count), out=g)
        np.sqrt(g, out=g)
        g += 1e-8
        np.divide(m, g, out=g)
        g *= self.rule["lr"] / (1 - 0.9**self.count)
        self.p[name] -= g


def main():
    only_loss = "--loss" in sys.argv
    if only_loss:
        sys.argv.remove("--loss")
    workload, steps = arguments()
    if not only_loss:
        report(workload, steps, *race(Training(workload), steps, workload.block))
        return
    workload.in_double()
    training = Training(workload)
    training.restart()
    training.train(steps)
    print(repr(training.loss()))


if __name__ == "__main__":
    main()
