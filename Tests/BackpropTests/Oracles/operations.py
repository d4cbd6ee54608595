"""Writes operations.json: values and derivatives of every operation, by PyTorch in float64.

Each case has the inputs of an operation, its output y, and for random weights w and v of its own

    gradients   g_i = d(sum w y) / dx_i
    seconds     d(sum v g) / dx_i, over all inputs; zero where PyTorch sees no dependence

Run with `python3 operations.py` where torch is installed (2.15.0 was).
"""
import json
import os

import torch
import torch.nn.functional as F

torch.manual_seed(20240607)
torch.set_default_dtype(torch.float64)
cases = []


def normal(*shape):
    return torch.randn(shape)


def positive(*shape):
    return torch.rand(shape) * 3 + 0.1


def softplus(x):
    # torch.nn.functional.softplus leaves terms out above a threshold.
    return torch.logaddexp(x, torch.zeros_like(x))


def number(t):
    # The sum gives storage to tensors of zeros that PyTorch leaves without.
    return {"shape": list(t.shape), "scalars": (torch.zeros(t.shape) + t.detach()).flatten().tolist()}


def case(name, function, *inputs):
    xs = [x.clone().requires_grad_() for x in inputs]
    y = function(*xs)
    w = torch.randn(y.shape)
    gs = torch.autograd.grad((w * y).sum(), xs, create_graph=True, allow_unused=True)
    gs = [torch.zeros_like(x) if g is None else g for g, x in zip(gs, xs)]
    vs = [torch.randn(x.shape) for x in xs]
    total = sum((v * g).sum() for v, g in zip(vs, gs))
    if total.requires_grad:
        hs = torch.autograd.grad(total, xs, allow_unused=True)
    else:
        hs = [None] * len(xs)
    hs = [torch.zeros_like(x) if h is None else h for h, x in zip(hs, xs)]
    cases.append({
        "name": name, "inputs": [number(x) for x in xs], "output": number(y),
        "weights": number(w), "gradients": [number(g) for g in gs],
        "directions": [number(v) for v in vs], "seconds": [number(h) for h in hs],
    })


shapes = [((2, 3), (2, 3)), ((2, 3), (3,)), ((3,), (2, 3)), ((2, 1), (1, 3)), ((), (2, 2)),
          ((2, 2), ()), ((3,), (1,)), ((), ()), ((2, 1, 2), (3, 1)), ((1,), (1, 1))]
for a, b in shapes:
    case("add", torch.add, normal(*a), normal(*b))
    case("subtract", torch.sub, normal(*a), normal(*b))
    case("multiply", torch.mul, normal(*a), normal(*b))
    case("divide", torch.div, normal(*a), positive(*b))
    case("maximum", torch.maximum, normal(*a), normal(*b))
    case("minimum", torch.minimum, normal(*a), normal(*b))
case("maximum", torch.maximum, torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, 3.0, 2.0]))
case("minimum", torch.minimum, torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, 3.0, 2.0]))

for shape in [(), (5,), (2, 3)]:
    case("negate", torch.neg, normal(*shape))
    case("square", torch.square, normal(*shape))
    case("sqrt", torch.sqrt, positive(*shape))
    case("pow 3", lambda x: x ** 3, normal(*shape))
    case("pow -0.5", lambda x: x ** -0.5, positive(*shape))
    case("pow 1.5", lambda x: x ** 1.5, positive(*shape))
    case("pow 2", lambda x: x ** 2, normal(*shape))
    case("pow 1", lambda x: x ** 1, normal(*shape))
    case("pow 0", lambda x: x ** 0, normal(*shape))
    case("exp", torch.exp, normal(*shape))
    case("log", torch.log, positive(*shape))
    case("log1p", torch.log1p, positive(*shape) - 1)
    case("sin", torch.sin, normal(*shape) * 4)
    case("cos", torch.cos, normal(*shape) * 4)
    case("tanh", torch.tanh, normal(*shape))
    case("sigmoid", torch.sigmoid, normal(*shape) * 3)
    case("softplus", softplus, normal(*shape) * 3)
    case("relu", torch.relu, normal(*shape))
    case("abs", torch.abs, normal(*shape))
case("relu", torch.relu, torch.tensor([-1.0, 0.0, 2.0]))
case("abs", torch.abs, torch.tensor([-1.0, 0.0, 2.0]))
case("sigmoid", torch.sigmoid, torch.tensor([-800.0, -40.0, 0.0, 30.0, 800.0]))
case("tanh", torch.tanh, torch.tensor([-800.0, -10.0, 0.0, 10.0, 800.0]))
case("softplus", softplus, torch.tensor([-40.0, 0.0, 30.0]))

for shape in [(), (4,), (2, 3), (2, 3, 2)]:
    case("sum", torch.sum, normal(*shape))
    case("mean", torch.mean, normal(*shape))
    case("max", torch.amax, normal(*shape))
    case("min", torch.amin, normal(*shape))
    case("norm", lambda x: (x * x).sum().sqrt(), normal(*shape))
for axis in [0, 1, 2, -1]:
    case(f"sum axis {axis}", lambda x: x.sum(axis), normal(2, 3, 2))
    case(f"mean axis {axis}", lambda x: x.mean(axis), normal(2, 3, 2))
    case(f"max axis {axis}", lambda x: x.amax(axis), normal(2, 3, 2))
case("max", torch.amax, torch.tensor([3.0, 1.0, 3.0]))
case("max axis 0", lambda x: x.amax(0), torch.tensor([[3.0, 1.0], [3.0, 2.0]]))

for m, k, n in [(2, 3, 4), (1, 1, 1), (3, 5, 1), (1, 4, 3), (7, 5, 3)]:
    case("matmul", torch.matmul, normal(m, k), normal(k, n))
    case("matmul transposing", lambda a, b: a @ b.T, normal(m, k), normal(n, k))
    case("matmul transposed left", lambda a, b: a.T @ b, normal(k, m), normal(k, n))
    case("matmul both transposed", lambda a, b: a.T @ b.T, normal(k, m), normal(n, k))
    case("matmul", torch.matmul, normal(m, k), normal(k))
    case("matmul", torch.matmul, normal(k), normal(k, n))
    case("matmul", torch.matmul, normal(k), normal(k))
    case("dot", torch.dot, normal(k), normal(k))
    case("outer", torch.outer, normal(m), normal(n))
    case("transposed", lambda a: a.T, normal(m, n))

case("reshaped 3 2", lambda x: x.reshape(3, 2), normal(2, 3))
case("flattened", lambda x: x.flatten(), normal(2, 3))
case("broadcast 2 3", lambda x: x.broadcast_to(2, 3), normal(3))
case("broadcast 2 3", lambda x: x.broadcast_to(2, 3), normal(2, 1))
case("broadcast 2 3", lambda x: x.broadcast_to(2, 3), normal())
case("at 1", lambda x: x[1], normal(3))
case("at 1", lambda x: x[1], normal(3, 2))
case("at 1 0", lambda x: x[1, 0], normal(3, 2))
case("rows 1 3", lambda x: x[1:3], normal(4, 2))
case("rows 1 3", lambda x: x[1:3], normal(4))
case("slice axis 1", lambda x: x[:, 1:3], normal(2, 4, 2))
case("slice axis -1", lambda x: x[..., 1:3], normal(2, 2, 4))
case("stack", lambda *x: torch.stack(x), normal(), normal(), normal())
case("stack", lambda *x: torch.stack(x), normal(2, 2), normal(2, 2))
case("stack", lambda *x: torch.stack(x), normal(3))
case("concatenated axis 0", lambda *x: torch.cat(x, 0), normal(2), normal(3))
case("concatenated axis 0", lambda *x: torch.cat(x, 0), normal(2, 3), normal(1, 3), normal(3, 3))
case("concatenated axis 1", lambda *x: torch.cat(x, 1), normal(2, 1), normal(2, 3))
case("concatenated axis -1", lambda *x: torch.cat(x, -1), normal(2, 2, 1), normal(2, 2, 2))

for shape in [(3,), (4, 2)]:
    case("sumSquaredError", lambda p, y: F.mse_loss(p, y, reduction="sum"),
         normal(*shape), normal(*shape))
    case("halfSquaredError", lambda p, y: 0.5 * ((p - y) ** 2).sum(), normal(*shape), normal(*shape))
    case("meanSquaredError", F.mse_loss, normal(*shape), normal(*shape))
    case("binaryCrossEntropy", F.binary_cross_entropy_with_logits,
         normal(*shape) * 5, torch.rand(*shape))

activations = {"identity": lambda x: x, "sigmoid": torch.sigmoid, "tanh": torch.tanh,
               "relu": torch.relu}
for name, activation in activations.items():
    for x in [(3,), (1, 3), (5, 3)]:
        case(f"dense {name}", lambda x, w, b, f=activation: f(F.linear(x, w, b)),
             normal(*x), normal(2, 3), normal(2))
case("network", lambda x, w1, b1, w2, b2: torch.sigmoid(
    F.linear(torch.tanh(F.linear(x, w1, b1)), w2, b2)),
    normal(4, 3), normal(5, 3), normal(5), normal(2, 5), normal(2))

# What was added later comes last, so that the numbers above stay as they were.
ends = torch.tensor([-800.0, -40.0, -1.5, 0.3, 30.0, 800.0])
kink = torch.tensor([-1.0, 0.0, 2.0])


def silu(x):
    return x * torch.sigmoid(x)


for x in [normal() * 2, normal(5) * 2, normal(2, 3) * 2, ends, kink]:
    case("leakyRelu", F.leaky_relu, x)
    case("leakyRelu 0.25", lambda x: F.leaky_relu(x, 0.25), x)
    case("elu", F.elu, x)
    case("elu 0.5", lambda x: F.elu(x, 0.5), x)
    case("gelu", F.gelu, x)
    case("geluTanh", lambda x: F.gelu(x, approximate="tanh"), x)
    case("silu", silu, x)
    case("cumulativeNormal", torch.special.ndtr, x)

for name, function in [("softmax", torch.softmax), ("logSoftmax", torch.log_softmax)]:
    for x in [normal(1), normal(5) * 3, normal(3, 4) * 3, torch.zeros(3),
              torch.tensor([800.0, -800.0, 799.0, 0.0])]:
        case(name, lambda x, f=function: f(x, -1), x)
    for axis in [0, 1, 2]:
        case(f"{name} axis {axis}", lambda x, f=function, axis=axis: f(x, axis), normal(2, 3, 2))

for shape in [(1,), (3,), (4, 2)]:
    p, y = normal(*shape) * 2, normal(*shape)
    case("sumAbsoluteError", lambda p, y: F.l1_loss(p, y, reduction="sum"), p, y)
    case("meanAbsoluteError", F.l1_loss, p, y)
    case("sumHuberError", lambda p, y: F.huber_loss(p, y, reduction="sum"), p, y)
    case("meanHuberError 0.7", lambda p, y: F.huber_loss(p, y, delta=0.7), p, y)
    case("binaryCrossEntropy weighted", lambda z, y: F.binary_cross_entropy_with_logits(
        z, y, pos_weight=torch.tensor(2.5)), normal(*shape) * 5, torch.rand(*shape))
case("meanAbsoluteError", F.l1_loss, torch.tensor([1.0, 2.0]), torch.tensor([1.0, 4.0]))
case("sumHuberError", lambda p, y: F.huber_loss(p, y, reduction="sum"),
     torch.tensor([-800.0, 0.0, 800.0, 1e9]), torch.zeros(4))

labels = torch.tensor([2, 0, 2, 1])
class_weights = torch.tensor([0.5, 2.0, 1.25])
for logits in [normal(4, 3) * 3, torch.tensor([[800.0, -800.0, 0.0]] * 4)]:
    case("crossEntropy labels", lambda z: F.cross_entropy(z, labels), logits)
    case("crossEntropy labels smoothed",
         lambda z: F.cross_entropy(z, labels, label_smoothing=0.1), logits)
    case("crossEntropy labels weighted",
         lambda z: F.cross_entropy(z, labels, weight=class_weights), logits)
    case("crossEntropy labels weighted smoothed", lambda z: F.cross_entropy(
        z, labels, weight=class_weights, label_smoothing=0.1), logits)
    t = torch.softmax(normal(4, 3), 1)
    case("crossEntropy targets", F.cross_entropy, logits, t)
    case("crossEntropy targets weighted smoothed", lambda z, t: F.cross_entropy(
        z, t, weight=class_weights, label_smoothing=0.1), logits, t)
case("crossEntropy targets", F.cross_entropy, normal(5), torch.softmax(normal(5), 0))
case("crossEntropy label", lambda z: F.cross_entropy(z, torch.tensor(1)), normal(3))
case("crossEntropy label smoothed",
     lambda z: F.cross_entropy(z, torch.tensor(1), label_smoothing=0.2), normal(3))
case("crossEntropy label", lambda z: F.cross_entropy(z, torch.tensor(0)), normal(1))

more = {"leakyRelu": F.leaky_relu, "elu": F.elu, "gelu": F.gelu,
        "geluTanh": lambda x: F.gelu(x, approximate="tanh"), "silu": silu, "softplus": softplus}
for name, activation in more.items():
    case(f"dense {name}", lambda x, w, b, f=activation: f(F.linear(x, w, b)),
         normal(5, 3), normal(2, 3), normal(2))

for shape in [(1,), (5,), (3, 1), (2, 3)]:
    p, y = normal(*shape) * 2, normal(*shape)
    case("halfMeanSquaredError", lambda p, y: 0.5 * F.mse_loss(p, y), p, y)
    z, t, weights = normal(*shape) * 5, torch.rand(*shape), positive(*shape)
    # PyTorch takes no derivative in its own argument `weight`.
    case("binaryCrossEntropy weights",
         lambda z, t, w: (w * F.binary_cross_entropy_with_logits(z, t, reduction="none")).mean(),
         z, t, weights)
    case("binaryCrossEntropy weights weighted",
         lambda z, t, w: (w * F.binary_cross_entropy_with_logits(
             z, t, reduction="none", pos_weight=torch.tensor(2.5))).mean(), z, t, weights)
far = torch.tensor([-800.0, -40.0, 0.0, 40.0, 800.0])
for right in [torch.zeros(5), torch.ones(5), torch.full((5,), 0.25)]:
    case("binaryCrossEntropy", F.binary_cross_entropy_with_logits, far, right)
    case("binaryCrossEntropy weighted", lambda z, y: F.binary_cross_entropy_with_logits(
        z, y, pos_weight=torch.tensor(2.5)), far, right)

for axis in [0, 1, 2, -1]:
    case(f"min axis {axis}", lambda x: x.amin(axis), normal(2, 3, 2))
case("min axis 0", lambda x: x.amin(0), torch.tensor([[3.0, 1.0], [3.0, 2.0]]))
case("min axis 1", lambda x: x.amin(1), normal(5, 1))

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "operations.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
print(len(cases), "cases")
