"""Writes initialization.json: fans, bounds and standard deviations by PyTorch.

Bounds and deviations are those that PyTorch's initialisers hand to uniform_ and normal_.
Run with `python3 initialization.py` where torch is installed (2.15.0 was).
"""
import json
import os
from unittest import mock

import torch
from torch.nn import init


def asked(function, *arguments, **options):
    """The spread that an initialiser asks the generator for."""
    seen = []

    def record(tensor, a, b, generator=None):
        seen.append(b)
        return tensor

    with mock.patch.object(init, "_no_grad_uniform_", record), \
            mock.patch.object(init, "_no_grad_normal_", record), \
            mock.patch.object(torch.Tensor, "uniform_", record), \
            mock.patch.object(torch.Tensor, "normal_", record):
        function(*arguments, **options)
    return seen[0]


cases = []
for shape in [(3, 2), (1, 1), (64, 32), (8, 3, 5, 5), (4, 6, 3)]:
    w = torch.empty(shape)
    into, out = init._calculate_fan_in_and_fan_out(w)
    he = {"a": 0.2, "nonlinearity": "leaky_relu"}
    cases.append({
        "shape": shape, "into": into, "out": out,
        "xavierUniform": asked(init.xavier_uniform_, w, 1.5),
        "xavierNormal": asked(init.xavier_normal_, w, 1.5),
        "heUniform": asked(init.kaiming_uniform_, w, nonlinearity="relu"),
        "heNormal": asked(init.kaiming_normal_, w, nonlinearity="relu"),
        "leakyUniform": asked(init.kaiming_uniform_, w, **he),
        "leakyNormal": asked(init.kaiming_normal_, w, **he),
    })
folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "initialization.json"), "w") as file:
    json.dump(cases, file, indent=1)
    file.write("\n")
