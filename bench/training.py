#!/usr/bin/env python3
"""Time one training step in Backprop, plain C and NumPy, and print them side by side.

    training.py GRADUS_BENCH SCRATCH [ROUNDS]

Every contestant trains from the same bytes and must arrive at the same loss. They take turns,
so that what else the machine does falls on all alike. One thread each.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import workloads

HERE = Path(__file__).resolve().parent
NAMES = {"W1": "2-2-1 sigmoid, one example", "W2": "XOR, 2-3-1 sigmoid, four examples"}


def environment():
    """One thread, and the machine's own choice of kernels rather than somebody's setting."""
    chosen = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
    return {**chosen, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BENCH_MIN_TIME": "0.3"}


def compiled(workload, scratch):
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        sys.exit("No C compiler is on the PATH: Swift's toolchain has clang.")
    program = scratch / f"{workload}-c"
    source = HERE / "c" / f"{workload}.c"
    subprocess.run([compiler, "-O3", "-march=native", "-o", program, source, "-lm"], check=True)
    return program


def main(gradus_bench, scratch, rounds):
    scratch.mkdir(parents=True, exist_ok=True)
    data = scratch / "data"
    workloads.main(data)
    wrong = 0
    print(f"One training step in microseconds, median of {rounds} rounds, one thread, Double")
    print(f"{'':36}{'C':>9}{'Backprop':>11}{'NumPy':>9}{'Backprop/C':>13}{'NumPy/Backprop':>17}")
    for workload, name in NAMES.items():
        spec = json.loads((data / f"{workload}.json").read_text())
        steps = str(spec["steps"])
        contestants = {
            "C": [compiled(workload, scratch), data, steps],
            "Backprop": [gradus_bench, "step", workload, data, steps],
            "NumPy": [sys.executable, HERE / "numpy_step.py", workload, data, steps],
        }
        times, losses = {each: [] for each in contestants}, {}
        for _ in range(rounds):
            for contestant, command in contestants.items():
                output = subprocess.run(
                    command, env=environment(), stdout=subprocess.PIPE, text=True, check=True
                ).stdout
                result = json.loads(output)
                times[contestant].append(result["us_per_step_median"])
                losses[contestant] = result["loss"]
        for contestant, loss in losses.items():
            if not abs(loss - losses["C"]) <= spec["tol"] * abs(losses["C"]):
                print(f"{workload}: {contestant} arrives at loss {loss!r}, C at {losses['C']!r}")
                wrong += 1
        c, backprop, numpy = (statistics.median(times[each]) for each in ("C", "Backprop", "NumPy"))
        print(
            f"{name:36}{c:9.3f}{backprop:11.3f}{numpy:9.2f}{backprop / c:13.2f}{numpy / backprop:17.1f}"
        )
    print("Budget: within 2 times plain C, and ahead of NumPy.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), int((sys.argv + ["5"])[3])))
