#!/usr/bin/env python3
"""Write the fixed data and start parameters of the workloads W1..W11 (raw little-endian).

    workloads.py [DIR]

Wk.x inputs, Wk.y targets, Wk.p start parameters (concatenated), Wk.json their description.
Needs NumPy only. Same seed, same bytes.
"""
import json
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
COMMON = {
    "layout": "row-major, little-endian; a weight is [in, out], so z = a @ W + b; Wk.p holds the arrays of "
              "'params' one after another in that order",
    "step": "forward + backward + update on the whole batch Wk.x (the same batch every step)",
    "check": "loss of the parameters AFTER exactly STEPS updates, on Wk.x/Wk.y (one extra forward, not timed)",
}


def mlp_params(rng, sizes, gain, bn=False, centre=False):
    out = []
    n = len(sizes) - 1
    for i in range(n):
        a, b = sizes[i], sizes[i + 1]
        w = rng.standard_normal((a, b)) * gain / np.sqrt(a)
        bias = rng.standard_normal(b) * 0.05
        if centre and i:  # keeps deep sigmoids away from saturation, so that gradients reach layer 1
            bias = bias - 0.5 * w.sum(0)
        out += [(f"W{i + 1}", w), (f"b{i + 1}", bias)]
        if bn and i < n - 1:
            out += [(f"gamma{i + 1}", 1 + 0.1 * rng.standard_normal(b)),
                    (f"beta{i + 1}", 0.1 * rng.standard_normal(b))]
    return out


def build():
    W = {}

    def add(k, dtype, x, y, params, **kw):
        W[k] = (dtype, x, y, params, kw)

    r = np.random.default_rng(1001)
    add("W1", "f8", np.array([[0.35, 0.9]]), np.array([[0.05]]), mlp_params(r, [2, 2, 1], 1.0),
        title="2-2-1 sigmoid, batch 1, MSE/2, SGD", act="sigmoid", out="sigmoid", loss="half_mse",
        loss_def="0.5*(a2-y)^2", opt={"name": "sgd", "lr": 0.1}, steps=5000, block=500, tol=1e-8)

    r = np.random.default_rng(1002)
    add("W2", "f8", np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float), np.array([[0], [1], [1], [0]], float),
        mlp_params(r, [2, 3, 1], 2.0),
        title="XOR 2-3-1 sigmoid, 4 samples full batch, BCE, SGD", act="sigmoid", out="sigmoid", loss="bce",
        loss_def="mean over the 4 samples of -(y ln a2 + (1-y) ln(1-a2)); so dL/dz2 = (a2-y)/4",
        opt={"name": "sgd", "lr": 0.1}, steps=10000, block=250, tol=1e-8)

    r = np.random.default_rng(1003)
    xs, ys = [], []
    for c in range(3):
        t = np.linspace(0.05, 1, 100)
        th = 4 * t + c * 2 * np.pi / 3 + 0.15 * r.standard_normal(100)
        xs.append(np.stack([t * np.sin(th), t * np.cos(th)], 1))
        ys.append(np.full(100, c))
    add("W3", "f4", np.concatenate(xs), np.concatenate(ys), mlp_params(r, [2, 64, 64, 3], np.sqrt(2)),
        title="spiral 2-64-64-3 ReLU, softmax CE, 300 points full batch, Adam", act="relu", out="linear",
        loss="softmax_ce", opt={"name": "adam", "lr": 1e-3}, steps=300, block=10, tol=1e-4)

    r = np.random.default_rng(1004)
    x = np.linspace(-1, 1, 200)[:, None]
    y = 1.5 * x**3 - x**2 - 0.5 * x + 0.2 + 0.02 * r.standard_normal(x.shape)
    add("W4", "f4", x, y, mlp_params(r, [1, 32, 32, 1], 1.0),
        title="polynomial regression 1-32-32-1 tanh, MSE, 200 points, momentum", act="tanh", out="linear",
        loss="mse", opt={"name": "momentum", "lr": 0.02, "mu": 0.9}, steps=500, block=20, tol=1e-4)

    r = np.random.default_rng(1005)
    add("W5", "f4", r.random((64, 784)), r.integers(0, 10, 64), mlp_params(r, [784, 128, 64, 10], np.sqrt(2)),
        title="MLP 784-128-64-10 ReLU, softmax CE, batch 64, Adam", act="relu", out="linear",
        loss="softmax_ce", opt={"name": "adam", "lr": 1e-3}, steps=30, block=1, tol=1e-4)

    r = np.random.default_rng(1006)
    add("W6", "f4", r.standard_normal((256, 1024)), r.integers(0, 10, 256),
        mlp_params(r, [1024, 2048, 2048, 10], np.sqrt(2)),
        title="large MLP 1024-2048-2048-10 ReLU, softmax CE, batch 256, SGD", act="relu", out="linear",
        loss="softmax_ce", opt={"name": "sgd", "lr": 0.02}, steps=8, block=1, tol=1e-4)

    r = np.random.default_rng(1007)
    add("W7", "f4", r.random((64, 64)), r.random((64, 64)), mlp_params(r, [64] * 21, 4.0, centre=True),
        title="deep 20 layers x 64 sigmoid, batch 64, MSE, SGD", act="sigmoid", out="sigmoid", loss="mse",
        opt={"name": "sgd", "lr": 4.0}, steps=60, block=1, tol=5e-6)

    r = np.random.default_rng(1008)
    T, B, I, H = 50, 32, 32, 64
    x = 0.5 * r.standard_normal((T, B, I))
    y = r.integers(0, 10, B)
    k = 1 / np.sqrt(H)
    p = [("Wx", r.uniform(-k, k, (I, 4 * H))), ("Wh", r.uniform(-k, k, (H, 4 * H))),
         ("b", r.uniform(-k, k, 4 * H)), ("Wo", r.uniform(-k, k, (H, 10))), ("bo", r.uniform(-k, k, 10))]
    add("W8", "f4", x, y, p, title="LSTM hidden 64, input 32, T=50, batch 32, last h -> 10 softmax CE, Adam",
        model="lstm", x_order="[time, batch, input]", loss="softmax_ce",
        lstm="h0=c0=0; z = x_t@Wx + h@Wh + b (ONE bias), z split into i,f,g,o (each H wide, in this order); "
             "c = sig(f)*c + sig(i)*tanh(g); h = sig(o)*tanh(c); logits = h_T@Wo + bo",
        opt={"name": "adam", "lr": 2e-3}, steps=30, block=1, tol=1e-4)

    r = np.random.default_rng(1009)
    add("W9", "f4", r.standard_normal((64, 64)), r.integers(0, 10, 64),
        mlp_params(r, [64, 128, 128, 10], np.sqrt(2), bn=True),
        title="MLP 64-128-128-10, batch norm after each hidden linear, ReLU, CE, batch 64, momentum",
        model="mlp_bn", act="relu", out="linear", loss="softmax_ce",
        bn="linear (with bias) -> BN -> ReLU; batch mean and biased batch variance, eps 1e-5, in training and in "
           "the check; each step also updates running mean/var (start 0/1, rate 0.1, unbiased variance)",
        opt={"name": "momentum", "lr": 0.02, "mu": 0.9}, steps=60, block=1, tol=1e-4)

    r = np.random.default_rng(1010)
    t = np.linspace(0.05, 1, 250)
    arms = []
    for arm in range(2):
        angle = 3 * np.pi * t + arm * np.pi
        arms.append(np.stack([t * np.cos(angle), t * np.sin(angle)], 1) + 0.02 * r.standard_normal((250, 2)))
    add("W10", "f8", np.concatenate(arms), np.repeat([0.0, 1.0], 250)[:, None],
        mlp_params(r, [2, 18, 4, 1], np.sqrt(2)),
        title="spiral 2-18-4-1 ReLU and sigmoid, BCE, 500 points full batch, SGD", act="relu", out="sigmoid",
        loss="bce", loss_def="mean over the points of -(y ln a + (1-y) ln(1-a))", opt={"name": "sgd", "lr": 0.2},
        steps=400, block=20, tol=1e-8)

    r = np.random.default_rng(1011)
    x = np.linspace(-1, 1, 200)[:, None]
    y = 1.5 * x**3 - x**2 - 0.5 * x + 0.2 + 0.02 * r.standard_normal(x.shape)
    add("W11", "f8", x, y, mlp_params(r, [1, 88, 48, 1], 1.0),
        title="polynomial regression 1-88-48-1 tanh, MSE, 200 points, momentum", act="tanh", out="linear",
        loss="mse", opt={"name": "momentum", "lr": 0.01, "mu": 0.9}, steps=200, block=10, tol=1e-8)
    return W


OPTS = {"sgd": "p -= lr*g", "momentum": "v = mu*v + g (v starts 0); p -= lr*v",
        "adam": "b1 .9, b2 .999, eps 1e-8; m = b1*m+(1-b1)*g; v = b2*v+(1-b2)*g*g; "
                "p -= lr*(m/(1-b1^t)) / (sqrt(v/(1-b2^t)) + eps), t from 1"}
LOSSES = {"mse": "mean over all elements of (a-y)^2", "softmax_ce": "mean over the batch of -log softmax(z)[label]"}


def main(out):
    os.makedirs(out, exist_ok=True)
    for k, (dt, x, y, params, kw) in build().items():
        ydt = "i4" if y.dtype.kind == "i" else dt
        files = {"x": (x, dt), "y": (y, ydt)}
        for n, (a, d) in files.items():
            np.ascontiguousarray(a, dtype="<" + d).tofile(os.path.join(out, f"{k}.{n}"))
        with open(os.path.join(out, f"{k}.p"), "wb") as f:
            for _, a in params:
                f.write(np.ascontiguousarray(a, dtype="<" + dt).tobytes())
        spec = {"workload": k, "model": "mlp", **COMMON, **kw}
        spec["opt"]["rule"] = OPTS[spec["opt"]["name"]]
        spec.setdefault("loss_def", LOSSES.get(spec["loss"]))
        spec["dtype"] = {"f4": "float32", "f8": "float64"}[dt]
        spec["x"] = {"shape": list(x.shape), "dtype": dt}
        spec["y"] = {"shape": list(y.shape), "dtype": ydt}
        spec["params"] = [{"name": n, "shape": list(a.shape)} for n, a in params]
        with open(os.path.join(out, f"{k}.json"), "w") as f:
            json.dump(spec, f, indent=1)
            f.write("\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "data"))
