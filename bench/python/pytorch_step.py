#!/usr/bin/env python3
"""The training-step workloads in PyTorch: modules, autograd and an optimizer of torch.optim.

    pytorch_step.py Wk DIR STEPS

Runs eagerly with the optimizer's plain and fused form, then with the loss compiled by
torch.compile where that works; prints the fastest that arrives at the loss of the first, and
which it was. BENCH_PYTORCH_VARIANT names the only one to run.
"""
import copy
import math
import os
import sys

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, mse_loss

from race import arguments, race, report

ACTIVATIONS = {"sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "relu": nn.ReLU}
OPTIMIZERS = {
    "sgd": lambda p, rule, **how: torch.optim.SGD(p, lr=rule["lr"], **how),
    "momentum": lambda p, rule, **how: torch.optim.SGD(p, rule["lr"], rule["mu"], **how),
    "adam": lambda p, rule, **how: torch.optim.Adam(p, lr=rule["lr"], **how),
}


def perceptron(workload):
    start = {name: torch.from_numpy(each) for name, each in workload.start.items()}
    modules = []
    for layer in range(1, workload.layers + 1):
        weights = start[f"W{layer}"]
        dense = nn.Linear(*weights.shape, dtype=weights.dtype)
        dense.weight.data, dense.bias.data = weights.T.contiguous(), start[f"b{layer}"].clone()
        modules.append(dense)
        if layer == workload.layers:
            # Binary cross-entropy takes the logits.
            if workload.output == "sigmoid" and workload.loss != "bce":
                modules.append(nn.Sigmoid())
            break
        if workload.model == "mlp_bn":
            norm = nn.BatchNorm1d(weights.shape[1])
            norm.weight.data = start[f"gamma{layer}"].clone()
            norm.bias.data = start[f"beta{layer}"].clone()
            modules.append(norm)
        modules.append(ACTIVATIONS[workload.activation]())
    return nn.Sequential(*modules)


class LastState(nn.Module):
    """An LSTM and a dense layer on its last state."""

    def __init__(self, workload):
        super().__init__()
        p = {name: torch.from_numpy(each) for name, each in workload.start.items()}
        self.recurrent = nn.LSTM(p["Wx"].shape[0], p["Wh"].shape[0])
        self.recurrent.weight_ih_l0.data = p["Wx"].T.contiguous()
        self.recurrent.weight_hh_l0.data = p["Wh"].T.contiguous()
        self.recurrent.bias_ih_l0.data = p["b"].clone()
        # PyTorch's LSTM has a second bias, which stays 0.
        self.recurrent.bias_hh_l0.data.zero_()
        self.recurrent.bias_hh_l0.requires_grad_(False)
        self.head = nn.Linear(*p["Wo"].shape)
        self.head.weight.data, self.head.bias.data = p["Wo"].T.contiguous(), p["bo"].clone()

    def forward(self, x):
        _, (last, _) = self.recurrent(x)
        return self.head(last[0])


LOSSES = {
    "half_mse": lambda out, y: 0.5 * ((out - y) ** 2).sum(),
    "mse": mse_loss,
    "bce": binary_cross_entropy_with_logits,
    "softmax_ce": cross_entropy,
}


class Training:
    def __init__(self, workload, compiled=False, **how):
        self.workload, self.how, self.compiled = workload, how, compiled
        self.start = (LastState if workload.model == "lstm" else perceptron)(workload)
        self.x, y = torch.from_numpy(workload.x), torch.from_numpy(workload.y)
        self.y = y.long() if workload.loss == "softmax_ce" else y
        self.model = copy.deepcopy(self.start)
        loss = LOSSES[workload.loss]

        def value(x, y):
            return loss(self.model(x), y)

        self.value = torch.compile(value, fullgraph=True) if compiled else value
        self.restart()

    def restart(self):
        self.model.load_state_dict(self.start.state_dict())
        for each in self.model.parameters():
            each.grad = None
        trained = [each for each in self.model.parameters() if each.requires_grad]
        rule = self.workload.optimizer
        self.optimizer = OPTIMIZERS[rule["name"]](trained, rule, **self.how)

    def train(self, steps):
        for _ in range(steps):
            self.optimizer.zero_grad()
            self.value(self.x, self.y).backward()
            self.optimizer.step()

    def loss(self):
        with torch.no_grad():
            return float(LOSSES[self.workload.loss](self.model(self.x), self.y))


VARIANTS = {
    "eager": {},
    "eager, fused optimizer": {"fused": True},
    "compiled, fused optimizer": {"fused": True, "compiled": True},
}


def main():
    workload, steps = arguments()
    torch.set_num_threads(1)
    wanted = os.environ.get("BENCH_PYTORCH_VARIANT")
    results = {}
    for name, how in VARIANTS.items():
        if wanted not in (None, name) or (workload.model == "lstm" and "compiled" in how):
            continue  # nn.LSTM is one kernel as it is
        try:
            results[name] = race(Training(workload, **how), steps, workload.block)
        except Exception as error:  # no compiler for torch.compile, say
            reason = next(iter(str(error).splitlines()), type(error).__name__)
            print(f"{workload.name} in PyTorch, {name}: {reason}", file=sys.stderr)
    expected = next(iter(results.values()))[1]
    right = [
        name for name, (_, loss) in results.items()
        if math.isclose(loss, expected, rel_tol=workload.spec["tol"])
    ]
    best = min(right, key=lambda name: results[name][0])
    report(workload, steps, *results[best], variant=best)


if __name__ == "__main__":
    main()
