"""Writes metrics.json: metrics of predictions by scikit-learn.

Run with `python3 metrics.py` where scikit-learn is installed (1.9.1 was).
"""
import json
import os

import numpy as np
from sklearn import metrics

rng = np.random.default_rng(20240610)


def classification(labels, predicted, classes):
    every = list(range(classes))
    precision, recall, f1, _ = metrics.precision_recall_fscore_support(
        labels, predicted, labels=every, zero_division=0)
    return {"classes": classes, "labels": labels, "predicted": predicted,
            "counts": metrics.confusion_matrix(labels, predicted, labels=every).tolist(),
            "accuracy": metrics.accuracy_score(labels, predicted),
            "precision": precision.tolist(), "recall": recall.tolist(), "f1": f1.tolist(),
            "macroF1": float(np.mean(f1))}


def regression(predictions, targets):
    return {"predictions": predictions, "targets": targets,
            "rSquared": metrics.r2_score(targets, predictions)}


def random_classes(n, classes):
    labels = rng.integers(0, classes, n)
    guesses = np.where(rng.random(n) < 0.6, labels, rng.integers(0, classes, n))
    return classification(labels.tolist(), guesses.tolist(), classes)


targets = rng.standard_normal(20)
result = {
    "classification": [
        random_classes(50, 2), random_classes(80, 4), random_classes(1, 3),
        classification([0, 0, 1, 1], [0, 0, 0, 0], 3),  # two classes never predicted, one never met
        classification([0, 1, 2], [0, 1, 2], 3),
    ],
    "regression": [
        regression((targets + 0.3 * rng.standard_normal(20)).tolist(), targets.tolist()),
        regression(rng.standard_normal(20).tolist(), targets.tolist()),
        regression([1.0, 2.0], [1.0, 2.0]), regression([2.0, 2.0], [2.0, 2.0]),
        regression([2.0, 2.5], [2.0, 2.0]),
    ],
}
folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "metrics.json"), "w") as file:
    json.dump(result, file, separators=(",", ":"))
    file.write("\n")
