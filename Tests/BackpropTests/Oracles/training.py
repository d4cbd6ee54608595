"""Writes training.json: whole networks, optimizers, Hessians and eigenvalues by PyTorch and NumPy.

Run with `python3 training.py` where torch and numpy are installed (2.15.0 and 2.4.6 were).
"""
import json
import os

import numpy as np
import torch
import torch.nn.functional as F

torch.manual_seed(20240608)
torch.set_default_dtype(torch.float64)
result = {}


def number(t):
    t = torch.as_tensor(t)
    return {"shape": list(t.shape), "scalars": t.detach().contiguous().reshape(-1).tolist()}


# The worked network with two inputs, two hidden units and one output: the source's numbers, the
# hidden biases such that the weighted sums are the source's 0.1 and 0.3, the output's such that it
# is 0.2.
x = torch.tensor([0.5, 0.8])
y = torch.tensor([1.0])
w1 = torch.tensor([[0.1, 0.2], [0.3, 0.4]], requires_grad=True)
b1 = torch.tensor([-0.11, -0.17], requires_grad=True)
w2 = torch.tensor([[0.4, 0.6]], requires_grad=True)
b2 = torch.tensor([-0.3544], requires_grad=True)
parameters = [w1, b1, w2, b2]


def worked_loss():
    hidden = torch.sigmoid(w1 @ x + b1)
    return 0.5 * ((torch.sigmoid(w2 @ hidden + b2) - y) ** 2).sum()


loss = worked_loss()
loss.backward()
before = loss.item()
gradients = [number(p.grad) for p in parameters]
torch.optim.SGD(parameters, lr=0.5).step()
result["worked"] = {"loss": before, "gradients": gradients,
                    "updated": [number(p) for p in parameters], "lossAfter": worked_loss().item()}

# Kinds of gradient descent, fifty steps on exclusive or.
xs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
ys = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
start = [torch.randn(3, 2), torch.randn(3), torch.randn(1, 3), torch.randn(1)]


def train(make, averaged=None):
    ps = [p.clone().requires_grad_() for p in start]
    optimizer = None if make is None else make(ps)
    velocity = [torch.zeros_like(p) for p in ps]
    losses = []
    for _ in range(50):
        logits = F.linear(torch.tanh(F.linear(xs, ps[0], ps[1])), ps[2], ps[3])
        loss = F.binary_cross_entropy_with_logits(logits, ys)
        losses.append(loss.item())
        gs = torch.autograd.grad(loss, ps)
        if optimizer is not None:
            for p, g in zip(ps, gs):
                p.grad = g
            optimizer.step()
        else:
            with torch.no_grad():
                for p, g, v in zip(ps, gs, velocity):
                    v.mul_(averaged).add_((1 - averaged) * g)
                    p.sub_(0.3 * v)
    return {"losses": losses, "final": [number(p) for p in ps]}


result["exclusiveOr"] = {
    "start": [number(p) for p in start],
    "sgd": train(lambda ps: torch.optim.SGD(ps, lr=0.3)),
    "momentum": train(lambda ps: torch.optim.SGD(ps, lr=0.3, momentum=0.9)),
    "nesterovMomentum": train(lambda ps: torch.optim.SGD(ps, lr=0.3, momentum=0.9, nesterov=True)),
    "averagedMomentum": train(None, averaged=0.9),
    "adaGrad": train(lambda ps: torch.optim.Adagrad(ps, lr=0.3)),
    "rmsProp": train(lambda ps: torch.optim.RMSprop(ps, lr=0.01, alpha=0.95)),
    "adam": train(lambda ps: torch.optim.Adam(ps, lr=0.1)),
    "adamW": train(lambda ps: torch.optim.AdamW(ps, lr=0.1, weight_decay=0.05)),
}
# The same with every setting another than its default.
result["otherSettings"] = {
    "momentum": train(lambda ps: torch.optim.SGD(ps, lr=0.2, momentum=0.4)),
    "nesterovMomentum": train(lambda ps: torch.optim.SGD(ps, lr=0.2, momentum=0.4, nesterov=True)),
    "averagedMomentum": train(None, averaged=0.4),
    "adaGrad": train(lambda ps: torch.optim.Adagrad(ps, lr=0.2, eps=0.5)),
    "rmsProp": train(lambda ps: torch.optim.RMSprop(ps, lr=0.02, alpha=0.7, eps=0.25)),
    "adam": train(lambda ps: torch.optim.Adam(ps, lr=0.05, betas=(0.6, 0.8), eps=0.25)),
    "adamW": train(lambda ps: torch.optim.AdamW(ps, lr=0.05, betas=(0.6, 0.8), eps=0.25,
                                                weight_decay=0.5)),
}


def rosenbrock(p):
    return (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2


def monkey(p):
    return p[0] ** 3 - 3 * p[0] * p[1] ** 2


def mixed(p):
    return (torch.exp(p[0] * p[1]) * torch.sin(p[2]) + torch.tanh(p[0]) / p[2]
            + torch.sigmoid(p.sum()) * p[1] ** 2)


result["hessians"] = []
for name, function, point in [
    ("rosenbrock", rosenbrock, torch.tensor([-1.2, 1.0])),
    ("monkey", monkey, torch.tensor([0.3, -0.7])),
    ("mixed", mixed, torch.tensor([0.4, -0.8, 1.3])),
]:
    v = torch.randn(len(point))
    h = torch.autograd.functional.hessian(function, point)
    result["hessians"].append(
        {"name": name, "point": number(point), "hessian": number(h), "vector": number(v),
         "product": number(h @ v)})


def network_loss(flat):
    w1, b1, w2, b2 = flat[:6].reshape(3, 2), flat[6:9], flat[9:12].reshape(1, 3), flat[12:]
    logits = F.linear(torch.tanh(F.linear(xs, w1, b1)), w2, b2)
    return F.binary_cross_entropy_with_logits(logits, ys)


flat = torch.cat([p.flatten() for p in start])
h = torch.autograd.functional.hessian(network_loss, flat)
result["networkHessian"] = number(h)
result["networkEigenvalues"] = np.linalg.eigvalsh(h.numpy()).tolist()

rng = np.random.default_rng(20240608)
result["eigenvalues"] = []
for n in [1, 2, 3, 7, 30]:
    a = rng.standard_normal((n, n))
    a = (a + a.T) / 2
    result["eigenvalues"].append(
        {"matrix": number(a), "values": np.linalg.eigvalsh(a).tolist()})
a = rng.standard_normal((5, 2))
result["eigenvalues"].append({"matrix": number(a @ a.T), "values": np.linalg.eigvalsh(a @ a.T).tolist()})

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "training.json"), "w") as file:
    json.dump(result, file, separators=(",", ":"))
    file.write("\n")
