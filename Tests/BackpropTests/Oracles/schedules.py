"""Writes schedules.json: the learning rates of PyTorch's schedulers, step by step.

Run with `python3 schedules.py` where torch is installed (2.15.0 was).
"""
import json
import os
import warnings

import torch
from torch.optim import lr_scheduler as lr

warnings.filterwarnings("ignore")


def rates(base, make, steps):
    optimizer = torch.optim.SGD([torch.zeros(1, dtype=torch.float64)], lr=base)
    scheduler = make(optimizer)
    result = []
    for _ in range(steps):
        result.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return result


def warm_then_cosine(optimizer):
    warm = lr.LinearLR(optimizer, start_factor=0.1, total_iters=10)
    return lr.SequentialLR(optimizer, [warm, lr.CosineAnnealingLR(optimizer, 40)], [10])


result = {
    "constant": rates(0.3, lambda o: lr.ConstantLR(o, factor=1), 20),
    "step": rates(0.3, lambda o: lr.StepLR(o, step_size=7, gamma=0.5), 50),
    "exponential": rates(0.3, lambda o: lr.ExponentialLR(o, gamma=0.93), 50),
    "inverseTime": rates(0.3, lambda o: lr.LambdaLR(o, lambda t: 1 / (1 + 0.04 * t)), 50),
    "cosine": rates(0.3, lambda o: lr.CosineAnnealingLR(o, 50, eta_min=0.02), 51),
    "warmUp": rates(0.3, warm_then_cosine, 50),
    "oneCycle": rates(0.3, lambda o: lr.OneCycleLR(o, max_lr=0.3, total_steps=50), 49),
    "oneCycle other": rates(0.3, lambda o: lr.OneCycleLR(
        o, max_lr=0.2, total_steps=40, pct_start=0.45, div_factor=10, final_div_factor=50), 39),
}
folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "schedules.json"), "w") as file:
    json.dump(result, file, indent=1)
    file.write("\n")
