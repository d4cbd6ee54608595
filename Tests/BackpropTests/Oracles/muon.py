"""Writes muon.json: steps of Muon on matrices, transcribed to NumPy from PyTorch's torch.optim.Muon.

PyTorch orthogonalises in bfloat16; here everything is in float64. Run with `python3 muon.py` where NumPy is
installed (2.4.6 was).
"""
import json
import os

import numpy as np

A, B, C = 3.4445, -4.775, 2.0315


def orthogonalized(g, eps=1e-7):
    x = g.T if g.shape[0] > g.shape[1] else g
    x = x / max(np.linalg.norm(x), eps)
    for _ in range(5):
        gram = x @ x.T
        x = A * x + (B * gram + C * gram @ gram) @ x
    return x.T if g.shape[0] > g.shape[1] else x


def steps(shape, rate, momentum, decay, count, rng):
    theta = rng.standard_normal(shape)
    gradients = rng.standard_normal((count, *shape))
    start, velocity = theta.copy(), np.zeros(shape)
    for g in gradients:
        velocity += (1 - momentum) * (g - velocity)
        update = g + momentum * (velocity - g)
        theta = theta * (1 - rate * decay)
        theta = theta - rate * np.sqrt(max(1, shape[0] / shape[1])) * orthogonalized(update)
    return {"shape": list(shape), "learningRate": rate, "momentum": momentum, "weightDecay": decay,
            "start": start.ravel().tolist(), "gradients": [g.ravel().tolist() for g in gradients],
            "end": theta.ravel().tolist()}


rng = np.random.default_rng(20240609)
cases = [steps(shape, *settings, 6, rng)
         for shape in [(3, 2), (2, 3), (4, 4), (1, 3), (5, 1), (1, 1), (12, 7)]
         for settings in [(0.02, 0.95, 0.0), (0.5, 0.0, 0.1)]]
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "muon.json"), "w") as f:
    json.dump(cases, f)
    f.write("\n")
