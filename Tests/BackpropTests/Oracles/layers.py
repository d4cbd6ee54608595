"""Writes layers.json: values and derivatives of layers and the operations that they are made of, and
layer-states.json: the running statistics of batch norm, by PyTorch in float64.

A case is one of operations.py: inputs, an output y, and for random weights w and v of its own

    gradients   g_i = d(sum w y) / dx_i
    seconds     d(sum v g) / dx_i, over all inputs; zero where PyTorch sees no dependence

Run with `python3 layers.py` where torch is installed (2.15.0 was).
"""
import json
import os

import torch
import torch.nn.functional as F

torch.manual_seed(20240611)
torch.set_default_dtype(torch.float64)
cases = []


def normal(*shape):
    return torch.randn(shape)


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


# Rearrangement.
case("permuted", lambda x: x, normal())
case("permuted 0", lambda x: x, normal(3))
case("permuted 1 0", lambda x: x.permute(1, 0), normal(2, 3))
case("permuted 2 0 1", lambda x: x.permute(2, 0, 1), normal(2, 3, 4))
case("permuted 0 2 1", lambda x: x.permute(0, 2, 1), normal(3, 2, 5))
case("permuted 0 3 1 2", lambda x: x.permute(0, 3, 1, 2), normal(2, 3, 1, 4))
for n in [1, 2, 3, 8]:
    case("unstack", lambda x: torch.stack([(i + 1) * p * p for i, p in enumerate(x.unbind())]),
         normal(n, 2))
indices = torch.tensor([4, 0, 4, 2])
square = torch.tensor([[1, 1], [0, 4]])
case("gather", lambda t: t[indices], normal(5))
case("gather", lambda t: t[indices], normal(5, 3))
case("gather", lambda t: t[indices], normal(5, 2, 3))
case("gather square", lambda t: t[square], normal(5, 3))
case("gather scalar", lambda t: t[torch.tensor(3)], normal(5, 3))


def columns(x, kernel, stride, padding):
    # PyTorch's has the images first.
    u = F.unfold(x, kernel, stride=stride, padding=padding)
    return u.permute(1, 0, 2).reshape(u.shape[1], -1)


def images(u, shape, kernel, stride, padding):
    u = u.reshape(u.shape[0], shape[0], -1).permute(1, 0, 2)
    return F.fold(u, shape[2:], kernel, stride=stride, padding=padding)


windows = {
    "3": ((3, 3), (1, 1), (0, 0)),
    "2 stride 2": ((2, 2), (2, 2), (0, 0)),
    "3 stride 2 padding 1": ((3, 3), (2, 2), (1, 1)),
    "2 by 3": ((2, 3), (1, 2), (1, 0)),
    "1": ((1, 1), (1, 1), (0, 0)),
    "4 stride 3 padding 3": ((4, 4), (3, 3), (3, 3)),
}
for name, (kernel, stride, padding) in windows.items():
    x = normal(2, 3, 5, 4)
    if name == "3":
        case("unfolded 3", lambda x: columns(x, kernel, stride, padding), normal(1, 1, 3, 3))
    case(f"unfolded {name}", lambda x: columns(x, kernel, stride, padding), x)
    u = columns(x, kernel, stride, padding)
    case(f"folded {name}", lambda u: images(u, x.shape, kernel, stride, padding),
         normal(*u.shape))

# Cross-entropy with labels in a tensor of any shape, and with a class that can't be.
labels = torch.tensor([[2, 0], [2, 1], [1, 1]])
class_weights = torch.tensor([0.5, 2.0, 1.25])
case("crossEntropy labels in a tensor",
     lambda z: F.cross_entropy(z.reshape(6, 3), labels.reshape(6)), normal(3, 2, 3))
case("crossEntropy labels in a tensor weighted smoothed",
     lambda z: F.cross_entropy(z.reshape(6, 3), labels.reshape(6), weight=class_weights,
                               label_smoothing=0.1), normal(3, 2, 3))

# Layers.
for name, (kernel, stride, padding) in windows.items():
    for n, i, o in [(1, 1, 1), (2, 3, 2)]:
        case(f"convolution {name}",
             lambda x, w, b: F.conv2d(x, w, b, stride=stride, padding=padding),
             normal(n, i, 5, 4), normal(o, i, *kernel), normal(o))
case("convolution tanh", lambda x, w, b: torch.tanh(F.conv2d(x, w, b, padding=1)),
     normal(2, 2, 3, 5), normal(3, 2, 3, 3), normal(3))
for name, (kernel, stride, padding) in windows.items():
    if name != "4 stride 3 padding 3":
        padding = tuple(min(p, k // 2) for p, k in zip(padding, kernel))
        case(f"max pooling {name}", lambda x: F.max_pool2d(x, kernel, stride, padding),
             normal(2, 3, 5, 4))
        case(f"average pooling {name}", lambda x: F.avg_pool2d(x, kernel, stride, padding),
             normal(2, 3, 5, 4))
case("embedding", lambda t: F.embedding(square, t), normal(5, 3))
case("flatten", lambda x: x.flatten(1), normal(2, 3, 2))
case("flatten", lambda x: x.flatten(1), normal(1, 1))
case("residual", lambda x, w, b: x + torch.tanh(F.linear(x, w, b)),
     normal(4, 3), normal(3, 3), normal(3))

for shape in [(2, 3), (5, 1), (7, 4), (2, 3, 1, 1), (1, 2, 3, 1), (3, 2, 2, 5)]:
    f = shape[1]
    x, s, b = 3 * normal(*shape) + 2, normal(f), normal(f)
    case("batch norm in training", lambda x, s, b: F.batch_norm(x, None, None, s, b, True), x, s, b)
    if f == 2:
        mean, variance = torch.tensor([0.5, -1.5]), torch.tensor([0.75, 3.0])
        case("batch norm in inference",
             lambda x, s, b: F.batch_norm(x, mean, variance, s, b, False), x, s, b)
for shape, normalized in [((4, 3), (3,)), ((1, 5), (5,)), ((5,), (5,)), ((2, 3, 4), (4,)),
                          ((2, 3, 4), (3, 4)), ((2, 1), (1,))]:
    case("layer norm", lambda x, s, b: F.layer_norm(x, normalized, s, b),
         3 * normal(*shape) + 2, normal(*normalized), normal(*normalized))


def recurrent(module, names):
    """A function of the sequence, the states and the parameters named; others are zero."""
    def run(x, *rest):
        count = 2 if isinstance(module, torch.nn.LSTM) else 1
        state, values = rest[:count], rest[count:]
        parameters = {n: torch.zeros_like(p) for n, p in module.named_parameters()}
        parameters.update(zip(names, values))
        state = tuple(s.unsqueeze(0) for s in state)
        steps, last = torch.func.functional_call(
            module, parameters, (x, state if count == 2 else state[0]))
        last = torch.cat(last) if count == 2 else last
        # All hidden states, then the last state.
        return torch.cat([steps.flatten(), last.flatten()])
    return run


names = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0"]
for time, n, i, h in [(1, 1, 1, 1), (1, 2, 3, 2), (5, 1, 2, 3), (7, 3, 2, 2), (2, 4, 3, 5)]:
    x, h0, c0 = normal(time, n, i), normal(n, h), normal(n, h)
    case("rnn", recurrent(torch.nn.RNN(i, h), names), x, h0,
         normal(h, i), normal(h, h), normal(h))
    case("rnn relu", recurrent(torch.nn.RNN(i, h, nonlinearity="relu"), names), x, h0,
         normal(h, i), normal(h, h), normal(h))
    case("lstm", recurrent(torch.nn.LSTM(i, h), names), x, h0, c0,
         normal(4 * h, i), normal(4 * h, h), normal(4 * h))
    case("gru", recurrent(torch.nn.GRU(i, h), names + ["bias_hh_l0"]), x, h0,
         normal(3 * h, i), normal(3 * h, h), normal(3 * h), normal(3 * h))

# Several layers, as in a network for images.
case("image network", lambda x, w1, b1, w2, b2: F.linear(
    F.max_pool2d(torch.tanh(F.conv2d(x, w1, b1, padding=1)), 2).flatten(1), w2, b2),
    normal(2, 1, 4, 6), normal(3, 1, 3, 3), normal(3), normal(2, 18), normal(2))

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "layers.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
print(len(cases), "cases")

# Gradient descent through a batch norm, five steps: the running statistics, and the loss in
# inference, after each.
states = []
for shape in [(4, 3), (3, 2, 2, 3)]:
    f = shape[1]
    norm = torch.nn.BatchNorm2d(f) if len(shape) == 4 else torch.nn.BatchNorm1d(f)
    batches = [normal(*shape) * (i + 1) + i for i in range(5)]
    targets = normal(*shape)
    optimizer = torch.optim.SGD(norm.parameters(), lr=0.1)
    steps = []
    for x in batches:
        norm.train()
        optimizer.zero_grad()
        loss = F.mse_loss(norm(x), targets)
        loss.backward()
        optimizer.step()
        norm.eval()
        steps.append({
            "loss": loss.item(), "scale": number(norm.weight), "shift": number(norm.bias),
            "runningMean": number(norm.running_mean), "runningVariance": number(norm.running_var),
            "lossInInference": F.mse_loss(norm(x), targets).item()})
    states.append({"batches": [number(x) for x in batches], "targets": number(targets),
                   "steps": steps})
with open(os.path.join(folder, "layer-states.json"), "w") as file:
    json.dump(states, file, separators=(",", ":"))
    file.write("\n")
