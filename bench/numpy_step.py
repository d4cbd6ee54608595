#!/usr/bin/env python3
"""The training-step workloads W1 and W2 in NumPy, as one writes them by hand.

    numpy_step.py Wk DIR STEPS

Prints the median time of a step in microseconds and the loss after STEPS steps as JSON.
"""
import json
import os
import sys
import time

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class TwoLayers:
    """Two sigmoid layers on one batch, trained by gradient descent."""

    def __init__(self, spec, x, y, start):
        self.x, self.y, self.start = x, y, start
        self.rate = spec["opt"]["lr"]
        self.half_squared_error = spec["loss"] == "half_mse"
        self.restart()

    def restart(self):
        self.w1, self.b1, self.w2, self.b2 = (each.copy() for each in self.start)

    def forward(self):
        hidden = sigmoid(self.x @ self.w1 + self.b1)
        return hidden, sigmoid(hidden @ self.w2 + self.b2)

    def train(self, steps):
        x, rate, count = self.x, self.rate, len(self.x)
        for _ in range(steps):
            hidden, out = self.forward()
            if self.half_squared_error:
                delta = (out - self.y) * out * (1 - out)
            else:
                delta = (out - self.y) / count
            back = (delta @ self.w2.T) * hidden * (1 - hidden)
            self.w2 -= rate * (hidden.T @ delta)
            self.b2 -= rate * delta.sum(0)
            self.w1 -= rate * (x.T @ back)
            self.b1 -= rate * back.sum(0)

    def loss(self):
        _, out = self.forward()
        if self.half_squared_error:
            return 0.5 * float(((out - self.y) ** 2).sum())
        y = self.y
        return float(-(y * np.log(out) + (1 - y) * np.log(1 - out)).mean())


def read(path, shape):
    return np.fromfile(path, dtype="<f8").reshape(shape)


def main(workload, folder, steps):
    with open(os.path.join(folder, f"{workload}.json"), encoding="utf-8") as file:
        spec = json.load(file)
    numbers = np.fromfile(os.path.join(folder, f"{workload}.p"), dtype="<f8")
    start, offset = [], 0
    for each in spec["params"]:
        size = int(np.prod(each["shape"]))
        start.append(numbers[offset : offset + size].reshape(each["shape"]))
        offset += size
    network = TwoLayers(
        spec,
        read(os.path.join(folder, f"{workload}.x"), spec["x"]["shape"]),
        read(os.path.join(folder, f"{workload}.y"), spec["y"]["shape"]),
        start,
    )
    network.train(steps)
    loss = network.loss()

    block, times, least = spec["block"], [], float(os.environ.get("BENCH_MIN_TIME", "1"))
    while sum(times) < least:
        network.restart()
        for _ in range(steps // block):
            began = time.perf_counter()
            network.train(block)
            times.append(time.perf_counter() - began)
    median = 1e6 * float(np.median(times)) / block
    print(json.dumps({"workload": workload, "steps": steps, "us_per_step_median": median, "loss": loss}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
