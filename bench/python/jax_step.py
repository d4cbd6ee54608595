#!/usr/bin/env python3
"""The training-step workloads in JAX: a loss, jax.value_and_grad, everything compiled.

    jax_step.py step|loop Wk DIR STEPS

`step` compiles one step and calls it from Python's loop; `loop` compiles all STEPS steps as one
lax.fori_loop, so that a timed block is a whole run.
"""
import math
import os
import sys

# One thread. XLA reads this when it starts.
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["JAX_PLATFORMS"] = "cpu"

import jax
import jax.numpy as jnp
from jax import lax

from race import arguments, race, report

ACTIVATIONS = {
    "sigmoid": jax.nn.sigmoid, "tanh": jnp.tanh, "relu": jax.nn.relu, "linear": lambda z: z,
}


def batch_norm(z, gamma, beta):
    mean, variance = z.mean(0), z.var(0)
    return (z - mean) * lax.rsqrt(variance + 1e-5) * gamma + beta, (mean, variance)


def perceptron(workload, p, x):
    """The output (the logits, where the loss takes those) and the statistics of batch norms."""
    a, seen = x, []
    for layer in range(1, workload.layers + 1):
        a = a @ p[f"W{layer}"] + p[f"b{layer}"]
        if layer == workload.layers:
            return a if workload.loss == "bce" else ACTIVATIONS[workload.output](a), seen
        if workload.model == "mlp_bn":
            a, statistics = batch_norm(a, p[f"gamma{layer}"], p[f"beta{layer}"])
            seen.append(statistics)
        a = ACTIVATIONS[workload.activation](a)


def last_state(_, p, x):
    """The logits of an LSTM's last state."""
    state = jnp.zeros((x.shape[1], len(p["Wh"])), x.dtype)

    def cell(carried, z):
        h, c = carried
        i, f, g, o = jnp.split(z + h @ p["Wh"], 4, axis=1)
        c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
        return (jax.nn.sigmoid(o) * jnp.tanh(c), c), None

    (h, _), _ = lax.scan(cell, (state, state), x @ p["Wx"] + p["b"])
    return h @ p["Wo"] + p["bo"], []


def softmax_cross_entropy(logits, labels):
    chosen = jnp.take_along_axis(jax.nn.log_softmax(logits), labels[:, None], 1)
    return -chosen.mean()


LOSSES = {
    "half_mse": lambda out, y: 0.5 * ((out - y) ** 2).sum(),
    "mse": lambda out, y: ((out - y) ** 2).mean(),
    "bce": lambda z, y: (jnp.maximum(z, 0) - z * y + jnp.log1p(jnp.exp(-jnp.abs(z)))).mean(),
    "softmax_ce": softmax_cross_entropy,
}


def sgd(rule, p, g, state):
    return jax.tree.map(lambda p, g: p - rule["lr"] * g, p, g), state


def momentum(rule, p, g, velocity):
    velocity = jax.tree.map(lambda v, g: rule["mu"] * v + g, velocity, g)
    return jax.tree.map(lambda p, v: p - rule["lr"] * v, p, velocity), velocity


def adam(rule, p, g, state):
    m, v, t = state
    t = t + 1
    m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, g)
    v = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, v, g)
    # 1 - 0.999^t cancels in Float.
    of_m, of_v = (-1 / jnp.expm1(t * math.log(rate)) for rate in (0.9, 0.999))
    p = jax.tree.map(lambda p, m, v: p - rule["lr"] * of_m * m / (jnp.sqrt(of_v * v) + 1e-8), p, m, v)
    return p, (m, v, t)


OPTIMIZERS = {"sgd": sgd, "momentum": momentum, "adam": adam}


class Training:
    def __init__(self, workload, whole_loop):
        self.workload, self.whole_loop = workload, whole_loop
        x, y = jnp.asarray(workload.x), jnp.asarray(workload.y)
        model = last_state if workload.model == "lstm" else perceptron
        rule = workload.optimizer
        update = OPTIMIZERS[rule["name"]]

        def value(p):
            out, seen = model(workload, p, x)
            return LOSSES[workload.loss](out, y), seen

        def step(training):
            p, state, running = training
            gradient, seen = jax.grad(value, has_aux=True)(p)
            p, state = update(rule, p, gradient, state)
            unbiased = len(x) / (len(x) - 1) if len(x) > 1 else 1
            running = [
                (0.9 * mean + 0.1 * now, 0.9 * variance + 0.1 * unbiased * now_variance)
                for (mean, variance), (now, now_variance) in zip(running, seen)
            ]
            return p, state, running

        self.value = jax.jit(lambda p: value(p)[0])
        self.step = jax.jit(step, donate_argnums=0)
        self.loop = jax.jit(
            lambda training, steps: lax.fori_loop(0, steps, lambda _, each: step(each), training),
            donate_argnums=0, static_argnums=1,
        )

    def restart(self):
        p = jax.tree.map(lambda each: jnp.array(each, copy=True), self.workload.start)

        def zeros():
            return jax.tree.map(jnp.zeros_like, p)

        states = {
            "sgd": lambda: (),
            "momentum": zeros,
            "adam": lambda: (zeros(), zeros(), jnp.zeros((), p["W1"].dtype if "W1" in p else "float32")),
        }
        running = [
            (jnp.zeros_like(each), jnp.ones_like(each)) for name, each in p.items() if name.startswith("gamma")
        ]
        self.training = jax.block_until_ready((p, states[self.workload.optimizer["name"]](), running))

    def train(self, steps):
        if self.whole_loop:
            self.training = self.loop(self.training, steps)
        else:
            for _ in range(steps):
                self.training = self.step(self.training)
        jax.block_until_ready(self.training)

    def loss(self):
        return float(self.value(self.training[0]))


def main():
    whole_loop = sys.argv.pop(1) == "loop"
    workload, steps = arguments()
    jax.config.update("jax_enable_x64", workload.dtype.itemsize == 8)
    report(workload, steps, *race(Training(workload, whole_loop), steps, steps if whole_loop else workload.block))


if __name__ == "__main__":
    main()
