"""What the scripts that compare functions of tensors with PyTorch's have in common.

A case has the inputs of an operation, its output y, and for random weights w and v of its own

    gradients   g_i = d(sum w y) / dx_i
    seconds     d(sum v g) / dx_i, over all inputs; zero where PyTorch sees no dependence
"""
import json
import os

import torch

torch.set_default_dtype(torch.float64)


def normal(*shape):
    return torch.randn(shape)


def positive(*shape):
    return torch.rand(shape) * 3 + 0.1


def number(t):
    # The sum gives storage to tensors of zeros that PyTorch leaves without.
    return {"shape": list(t.shape), "scalars": (torch.zeros(t.shape) + t.detach()).flatten().tolist()}


def case(name, function, *inputs):
    xs = [x.clone().requires_grad_() for x in inputs]
    y = function(*xs)
    w = torch.randn(y.shape)
    gs = [None] * len(xs)
    if y.requires_grad:
        gs = torch.autograd.grad((w * y).sum(), xs, create_graph=True, allow_unused=True)
    gs = [torch.zeros_like(x) if g is None else g for g, x in zip(gs, xs)]
    vs = [torch.randn(x.shape) for x in xs]
    total = sum((v * g).sum() for v, g in zip(vs, gs))
    hs = [None] * len(xs)
    if total.requires_grad:
        hs = torch.autograd.grad(total, xs, allow_unused=True)
    hs = [torch.zeros_like(x) if h is None else h for h, x in zip(hs, xs)]
    return {
        "name": name, "inputs": [number(x) for x in xs], "output": number(y),
        "weights": number(w), "gradients": [number(g) for g in gs],
        "directions": [number(v) for v in vs], "seconds": [number(h) for h in hs],
    }


def write(name, cases):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with open(path, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
