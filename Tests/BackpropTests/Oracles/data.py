"""Writes data.json: scalers, fillings, shares and generators by scikit-learn and NumPy.

Run with `python3 data.py` where scikit-learn is installed (1.9.1 was).
"""
import json
import os

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_moons
from sklearn.impute import SimpleImputer
from sklearn.model_selection import StratifiedShuffleSplit
from sklearn.preprocessing import MinMaxScaler, StandardScaler

rng = np.random.default_rng(20240612)


def number(a):
    a = np.asarray(a, dtype=np.float64)
    return {"shape": list(a.shape), "scalars": [None if np.isnan(v) else v for v in a.ravel()]}


def scaling(x, other):
    standard = StandardScaler().fit(x)
    plain = MinMaxScaler().fit(x)
    wide = MinMaxScaler(feature_range=(-1, 3)).fit(x)
    return {"x": number(x), "other": number(other),
            "mean": number(standard.mean_), "deviation": number(standard.scale_),
            "standardized": number(standard.transform(other)),
            "destandardized": number(standard.inverse_transform(other)),
            "scaled": number(plain.transform(other)), "descaled": number(plain.inverse_transform(other)),
            "wide": number(wide.transform(other))}


def holes(x, part):
    x = x.copy()
    x[rng.random(x.shape) < part] = np.nan
    x[0] = 0.5  # so that no column is empty
    return x


def filling(x, other):
    def fill(**settings):
        return number(SimpleImputer(**settings).fit(x).transform(other))
    return {"x": number(x), "other": number(other), "mean": fill(strategy="mean"),
            "median": fill(strategy="median"),
            "constant": fill(strategy="constant", fill_value=-2.5)}


def strata(counts, test):
    labels = np.repeat(np.arange(len(counts)), counts)
    split = StratifiedShuffleSplit(1, test_size=test, train_size=len(labels) - test, random_state=0)
    _, tested = next(split.split(labels, labels))
    return {"counts": counts, "test": test,
            "shares": np.bincount(labels[tested], minlength=len(counts)).tolist()}


constant = rng.standard_normal((7, 3))
constant[:, 1] = 0.1
result = {
    "scaling": [
        scaling(rng.standard_normal((20, 4)) * [1, 10, 1e-3, 1e6] + [0, 5, 1, -1e6],
                rng.standard_normal((3, 4))),
        scaling(constant, rng.standard_normal((2, 3))),
        scaling(rng.standard_normal((1, 2)), rng.standard_normal((3, 2))),
        scaling(holes(rng.standard_normal((9, 3)), 0.3), holes(rng.standard_normal((5, 3)), 0.3)),
    ],
    "filling": [
        filling(holes(rng.standard_normal((8, 3)), 0.3), holes(rng.standard_normal((5, 3)), 0.5)),
        filling(holes(rng.standard_normal((7, 2)), 0.5), holes(rng.standard_normal((4, 2)), 0.5)),
    ],
    # Where classes lose equally much by rounding scikit-learn draws lots; these have no such ties.
    "strata": [strata([50, 30, 20], 10), strata([7, 5, 11], 6), strata([101, 13, 3, 40], 31),
               strata([9, 4], 5)],
    "moons": [number(make_moons(n, shuffle=False)[0]) for n in [2, 3, 10, 31]],
    "moonLabels": [make_moons(n, shuffle=False)[1].tolist() for n in [2, 3, 10, 31]],
    "circles": [number(make_circles(n, shuffle=False, factor=0.4)[0]) for n in [2, 3, 10, 31]],
    "circleLabels": [make_circles(n, shuffle=False)[1].tolist() for n in [2, 3, 10, 31]],
    "blobLabels": make_blobs(11, centers=3, shuffle=False)[1].tolist(),
}
folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "data.json"), "w") as file:
    json.dump(result, file, separators=(",", ":"))
    file.write("\n")
