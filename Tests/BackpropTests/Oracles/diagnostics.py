"""Writes diagnostics.json: histograms and statistics of arrays, by NumPy in float64.

Run with `python3 diagnostics.py` where numpy is installed (2.4.6 was).
"""
import json
import os

import numpy as np

random = np.random.default_rng(20240617)
arrays = {
    "normal": random.normal(size=200),
    "skewed": random.exponential(size=101),
    "two humps": np.concatenate([random.normal(-4, 1, 60), random.normal(5, 0.3, 33)]),
    "whole numbers": random.integers(-3, 4, 77).astype(float),
    "one": np.array([2.5]),
    "two": np.array([-1.0, 3.0]),
    "three": np.array([0.1, 0.2, 0.4]),
    "constant": np.full(5, -7.0),
    "mostly zero": np.concatenate([np.zeros(30), random.normal(size=4)]),
    "large": random.normal(size=50) * 1e100,
    "small": random.normal(size=50) * 1e-90,
}


def histogram(x, bins, **more):
    counts, edges = np.histogram(x, bins, **more)
    densities = np.zeros(len(counts))
    if counts.any():
        densities = np.histogram(x, bins, density=True, **more)[0]
    return {"edges": edges.tolist(), "counts": counts.tolist(), "densities": densities.tolist()}


cases = []
for name, x in arrays.items():
    low, high = float(np.quantile(x, 0.1)), float(np.quantile(x, 0.9))
    if low == high:
        low, high = low - 1, high + 2
    edges = sorted({low, (2 * low + high) / 3, high})
    cases.append({
        "name": name, "numbers": x.tolist(), "freedmanDiaconis": histogram(x, "fd"),
        "seven": histogram(x, 7), "range": [low, high],
        "nineInRange": histogram(x, 9, range=(low, high)),
        "givenEdges": histogram(x, edges),
        "mean": float(x.mean()), "standardDeviation": float(x.std()),
        "minimum": float(x.min()), "maximum": float(x.max()),
        "norm": float(np.linalg.norm(x)), "zeroCount": int((x == 0).sum()),
    })

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "diagnostics.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
print(len(cases), "cases, NumPy", np.__version__)
