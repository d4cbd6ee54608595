"""What the Python contestants share: reading a workload, the timing, the result's line."""
import json
import os
import sys
import time
from pathlib import Path

import numpy as np


class Workload:
    """A workload's description and numbers, as `workloads.py` wrote them."""

    def __init__(self, name, folder):
        folder = Path(folder)
        self.name = name
        self.spec = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        self.x, self.y = (self._array(folder, each) for each in "xy")
        self.dtype = self.x.dtype
        numbers = np.fromfile(folder / f"{name}.p", dtype=self.dtype)
        ends = np.cumsum([int(np.prod(each["shape"])) for each in self.spec["params"]])
        self.start = {
            each["name"]: part.reshape(each["shape"])
            for each, part in zip(self.spec["params"], np.split(numbers, ends[:-1]))
        }
        self.model, self.loss = self.spec["model"], self.spec["loss"]
        self.activation, self.output = self.spec.get("act"), self.spec.get("out")
        self.optimizer = self.spec["opt"]
        self.block = self.spec["block"]
        self.layers = sum(each.startswith("W") for each in self.start)

    def _array(self, folder, which):
        spec = self.spec[which]
        numbers = np.fromfile(folder / f"{self.name}.{which}", dtype="<" + spec["dtype"])
        return numbers.reshape(spec["shape"])

    def in_double(self):
        """Takes all numbers, which keep their values, as Double."""
        self.dtype = np.dtype("f8")
        self.x = self.x.astype("f8")
        self.y = self.y if self.loss == "softmax_ce" else self.y.astype("f8")
        self.start = {name: each.astype("f8") for name, each in self.start.items()}


def race(contestant, steps, block):
    """The median time of a step in microseconds and the loss after `steps` steps.

    A contestant has `restart()`, `train(steps)` and `loss()`; `train` returns when all is done.
    One untimed run from the start gives the loss, and warms up; then runs from the same start
    are timed, block by block.
    """
    contestant.restart()
    contestant.train(steps)
    loss = contestant.loss()

    times, least = [], float(os.environ.get("BENCH_MIN_TIME", "1"))
    while sum(times) < least:
        contestant.restart()
        for _ in range(max(1, steps // block)):
            began = time.perf_counter()
            contestant.train(block)
            times.append(time.perf_counter() - began)
    return 1e6 * float(np.median(times)) / block, loss


def report(workload, steps, median, loss, **more):
    line = {"workload": workload.name, "steps": steps, "us_per_step_median": median, "loss": loss}
    print(json.dumps({**line, **more}))


def arguments():
    """The workload and the number of steps of `CONTESTANT Wk DIR STEPS`."""
    if len(sys.argv) != 4:
        sys.exit(f"usage: {sys.argv[0]} Wk DIR STEPS")
    return Workload(sys.argv[1], sys.argv[2]), int(sys.argv[3])
