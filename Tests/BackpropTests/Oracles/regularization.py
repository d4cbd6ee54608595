"""Writes regularization.json: gradients as PyTorch clips them, and penalties with their derivatives.

PyTorch's clip_grad_norm_ adds 1e-6 to the norm that it divides by. Here the gradient is multiplied by
the limit over the norm that PyTorch computes, without that addition.

Run with `python3 regularization.py` where torch is installed (2.15.0 was).
"""
import json
import os

import torch

torch.manual_seed(20240609)
torch.set_default_dtype(torch.float64)


def number(t):
    return {"shape": list(t.shape), "scalars": t.detach().flatten().tolist()}


gradient = [torch.randn(3, 2), torch.randn(3) * 4, torch.randn(1, 3) * 0.1, torch.randn(1)]


def with_grad():
    parameters = [torch.zeros_like(g).requires_grad_() for g in gradient]
    for p, g in zip(parameters, gradient):
        p.grad = g.clone()
    return parameters


def to_norm(gradients, limit):
    norm = torch.nn.utils.get_total_norm(gradients)
    return [g * torch.clamp(limit / norm, max=1) for g in gradients]


by_value = with_grad()
torch.nn.utils.clip_grad_value_(by_value, 0.5)

parameters = [g.clone().requires_grad_() for g in gradient]


def penalty(function):
    value = 0.3 * sum(function(p).sum() for p in parameters)
    return {"value": value.item(),
            "gradient": [number(g) for g in torch.autograd.grad(value, parameters)]}


result = {
    "gradient": [number(g) for g in gradient],
    "globalNorm": torch.nn.utils.get_total_norm(gradient).item(),
    "byValue": [number(p.grad) for p in by_value],
    "byNorm": [number(to_norm([g], 1.5)[0]) for g in gradient],
    "byGlobalNorm": [number(g) for g in to_norm(gradient, 1.5)],
    "l1": penalty(torch.abs),
    "l2": penalty(torch.square),
    "halfL2": penalty(lambda p: 0.5 * p * p),
}
folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "regularization.json"), "w") as file:
    json.dump(result, file, separators=(",", ":"))
    file.write("\n")
