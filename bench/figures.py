#!/usr/bin/env python3
"""Time figures of a million points in Figures and in Matplotlib, both to SVG, side by side.

    figures.py GRADUS_BENCH [POINTS]
"""
import io
import json
import subprocess
import sys
import time

import matplotlib
import numpy as np

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402


def matplotlib_times(count):
    """For each kind the least of three times in seconds, and the size of the SVG in bytes."""
    random = np.random.default_rng(1)
    noise, other = random.standard_normal(count), random.standard_normal(count)
    walk, side = np.cumsum(noise), int(count**0.5)
    kinds = {
        "line": lambda axes: axes.plot(walk),
        "points": lambda axes: axes.plot(noise, other, "o"),
        "area": lambda axes: axes.fill_between(np.arange(count), walk),
        "histogram": lambda axes: axes.hist(noise, bins="fd"),
        "heat map": lambda axes: axes.imshow(walk[: side * side].reshape(side, side)),
    }
    result = {}
    for kind, draw in kinds.items():
        times = []
        for _ in range(3):
            began = time.perf_counter()
            figure, axes = plt.subplots()
            draw(axes)
            file = io.BytesIO()
            figure.savefig(file)
            plt.close(figure)
            times.append(time.perf_counter() - began)
        result[kind] = (min(times), file.tell())
    return result


def main(gradus_bench, count):
    lines = subprocess.run(
        [gradus_bench, "figures", str(count)], stdout=subprocess.PIPE, text=True, check=True
    ).stdout.splitlines()
    theirs = matplotlib_times(count)
    print(f"Figures of {count} points as SVG, least of 3")
    print(f"{'':12}{'Figures s':>11}{'Matplotlib s':>14}{'ratio':>8}{'Figures kB':>12}{'Matplotlib kB':>15}")
    for line in map(json.loads, lines):
        seconds, size = theirs[line["kind"]]
        print(
            f"{line['kind']:12}{line['seconds']:11.3f}{seconds:14.3f}{seconds / line['seconds']:8.1f}"
            f"{line['bytes'] / 1000:12.1f}{size / 1000:15.1f}"
        )
    print("Budget: a second, and 30 kB.")


if __name__ == "__main__":
    main(sys.argv[1], int((sys.argv + ["1000000"])[2]))
