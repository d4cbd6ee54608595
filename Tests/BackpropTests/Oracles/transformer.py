"""Writes transformer.json: values and derivatives of attention, norms, one-dimensional convolution, global
pooling and losses, and transformer-numbers.json: schedules, areas under curves and narrow formats, by PyTorch
in float64; see derivative_cases.py. The areas are counted pair by pair.

Run with `python3 transformer.py` where torch is installed (2.15.0 was).
"""
import json
import os

import torch
import torch.nn.functional as F

from derivative_cases import case, normal, write

torch.manual_seed(20261202)
# Only this way of computing attention has second derivatives.
torch.backends.cuda.enable_flash_sdp(False)
torch.backends.cuda.enable_mem_efficient_sdp(False)
cases = []


def add(*arguments):
    cases.append(case(*arguments))


def multi_head(x, other, w, b, ow, ob, heads, mask):
    layer = torch.nn.MultiheadAttention(x.shape[-1], heads, batch_first=True)
    parameters = {"in_proj_weight": w, "in_proj_bias": b, "out_proj.weight": ow, "out_proj.bias": ob}
    hidden = None if mask is None else mask == 0
    return torch.func.functional_call(
        layer, parameters, (x, other, other), {"attn_mask": hidden, "need_weights": False})[0]


def parameters(size):
    return normal(3 * size, size), normal(3 * size), normal(size, size), normal(size)


for shape in [(3, 4), (2, 3, 4), (1, 1, 4)]:
    add("attention", lambda x, *p: multi_head(x, x, *p, 2, None), normal(*shape), *parameters(4))
    causal = torch.ones(shape[-2], shape[-2]).tril()
    add("attention causal", lambda x, *p: multi_head(x, x, *p, 2, causal), normal(*shape),
        *parameters(4))
mask = torch.tensor([[1, 0, 1, 1, 0], [0, 1, 0, 0, 0], [1, 1, 1, 1, 1]])
add("attention across", lambda x, y, *p: multi_head(x, y, *p, 1, mask), normal(2, 3, 4),
    normal(2, 5, 4), *parameters(4))
add("scaled dot products", F.scaled_dot_product_attention, normal(2, 2, 3, 4), normal(2, 2, 5, 4),
    normal(2, 2, 5, 6))
for shape in [(5,), (2, 5), (2, 3, 5)]:
    add("rms norm", lambda x, w: F.rms_norm(x, (5,), w, 1e-5), normal(*shape), normal(5))
for stride, padding in [(1, 0), (2, 1), (3, 2)]:
    add(f"convolution {stride} {padding}",
        lambda x, w, b: F.conv1d(x, w, b, stride=stride, padding=padding), normal(2, 3, 7),
        normal(4, 3, 3), normal(4))
add("global average", lambda x: x.mean((2, 3)), normal(2, 3, 4, 2))
add("global max", lambda x: x.amax((2, 3)), normal(2, 3, 4, 2))
targets = torch.tensor([[0.0, 0.25, 0.75], [0.5, 0.25, 0.25], [1, 0, 0], [0.125, 0.5, 0.375]])
add("divergence", lambda z: F.kl_div(F.log_softmax(z, -1), targets, reduction="batchmean"),
    normal(4, 3))
signs = torch.tensor([1.0, -1, -1, 1, 1])
add("hinge", lambda s: torch.relu(1 - signs * s).mean(), normal(5) * 2)
labels = torch.tensor([[2, -100, 0], [-100, 1, 1]])
add("ignoring", lambda z: F.cross_entropy(z.reshape(6, 3), labels.reshape(6)), normal(2, 3, 3))
write("transformer.json", cases)


def rates(make, rate, steps=30):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=rate)
    schedule = make(optimizer)
    result = []
    for _ in range(steps):
        result.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return result


S = torch.optim.lr_scheduler
losses = [1.0, 0.9, 0.91, 0.89999, 0.95, 0.8, 0.8, 0.8, 0.8, 0.79, 0.85, 0.85, 0.85, 0.85, 0.1, 0.2, 0.3, 0.4]
optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.5)
plateau = S.ReduceLROnPlateau(optimizer, factor=0.3, patience=2, min_lr=0.01)
plateau_rates = []
for loss in losses:
    plateau.step(loss)
    plateau_rates.append(optimizer.param_groups[0]["lr"])
scores = [0.1, 0.4, 0.35, 0.8, 0.4, 0.4, 0.9, 0.2]
kinds = [0, 0, 1, 1, 1, 0, 1, 0]
area = sum((p > n) + 0.5 * (p == n) for p, a in zip(scores, kinds) if a for n, b in zip(scores, kinds)
           if not b) / (sum(kinds) * (len(kinds) - sum(kinds)))
bits = torch.cat([torch.arange(0, 65536, 7, dtype=torch.int32)]).to(torch.int16)
narrow = {}
for name, dtype in [("bfloat16", torch.bfloat16), ("float16", torch.float16)]:
    exact = bits.view(dtype)
    exact = exact[exact.isfinite()].double()
    x = torch.cat([exact[::29], exact[::29] * (1 + 2 ** -9), exact[::29] * (1 + 2 ** -12),
                   exact[::31] * (1 - 2 ** -12), torch.tensor([65519.0, 65520.0, -65520.0, 1e-8, 2.0 ** -25,
                                                              3.3895e38, 3.4e38, 2.0 ** -134])])
    # By way of a float rounded to odd nothing is rounded twice; these have no more digits than a float.
    x = x.float().double()
    y = x.float().to(dtype).double()
    finite = y.isfinite()
    narrow[name] = {"numbers": x[finite].tolist(), "rounded": y[finite].tolist(),
                    "tooLarge": x[~finite].tolist()}
result = {
    "polynomial": rates(lambda o: S.PolynomialLR(o, 20, 2.0), 0.4),
    "warmRestarts": rates(lambda o: S.CosineAnnealingWarmRestarts(o, 4, 2, 0.01), 0.4),
    "equalRestarts": rates(lambda o: S.CosineAnnealingWarmRestarts(o, 5, 1), 0.4),
    "losses": losses, "plateau": plateau_rates, "scores": scores, "labels": kinds, "area": area,
    "narrow": narrow,
}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "transformer-numbers.json")
with open(path, "w") as file:
    json.dump(result, file)
