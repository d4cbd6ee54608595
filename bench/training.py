#!/usr/bin/env python3
"""Time one training step in Backprop, plain C, NumPy, PyTorch and JAX, side by side.

    training.py GRADUS_BENCH SCRATCH [Wk ...] [ROUNDS] [--long] [--json FILE]

Every contestant trains from the same bytes and must arrive at the same loss; one that does not
is reported and makes the exit status 1. With --long, C and both backends train until little changes, and
the last steps are timed beside the first. They take turns, all on one processor in a round and on
another in the next, so that what else the machine does falls on all alike. One thread each.
"""
import argparse
import json
import math
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import workloads

HERE = Path(__file__).resolve().parent
PYTHON = HERE / "python"
TITLES = {
    "W1": "2-2-1 sigmoid, Double",
    "W2": "XOR, 2-3-1, Double",
    "W3": "spiral, Adam",
    "W4": "polynomial, momentum",
    "W5": "784-128-64-10, Adam",
    "W6": "1024-2048-2048-10",
    "W7": "20 layers of 64 sigmoids",
    "W8": "LSTM, Adam",
    "W9": "batch norm, momentum",
    "W10": "spiral, 2-18-4-1, Double",
    "W11": "1-88-48-1, Double",
}
# Those whose C is written and compiled as plainly as it can be: no blocks, no fast math.
PLAIN = ("W10", "W11")
HEADINGS = {
    "C": ("", "C"),
    "deterministic": ("Backprop", "determ."),
    "accelerated": ("Backprop", "accel."),
    "NumPy": ("", "NumPy"),
    "PyTorch": ("", "PyTorch"),
    "JAX step": ("JAX", "step"),
    "JAX loop": ("JAX", "loop"),
}
OURS = ("deterministic", "accelerated")


# How many steps a long run has: the numbers of most have become small by then.
LONG = {
    "W1": 1_000_000, "W2": 1_000_000, "W3": 20_000, "W4": 50_000, "W5": 6_000, "W6": 100, "W7": 5_000, "W8": 1_500,
    "W9": 10_000, "W10": 10_000, "W11": 20_000,
}


class Missing(Exception):
    """A contestant that gave no result, and why."""


def commands(workload, gradus_bench, scratch):
    """What runs each contestant, but for `Wk DIR STEPS`."""
    return {
        "C": [scratch / f"{workload}-c"],
        "deterministic": [gradus_bench, "step"],
        "accelerated": [gradus_bench, "step"],
        "NumPy": [sys.executable, PYTHON / "numpy_step.py"],
        "PyTorch": [sys.executable, PYTHON / "pytorch_step.py"],
        "JAX step": [sys.executable, PYTHON / "jax_step.py", "step"],
        "JAX loop": [sys.executable, PYTHON / "jax_step.py", "loop"],
    }


def environment(scratch, variant=None):
    """One thread, and the machine's own choice of kernels rather than somebody's setting."""
    chosen = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
    chosen |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    chosen |= {"TORCHINDUCTOR_CACHE_DIR": str(scratch / "inductor")}
    chosen.setdefault("BENCH_MIN_TIME", "0.3")
    return chosen | ({"BENCH_PYTORCH_VARIANT": variant} if variant else {})


def compile_c(workload, scratch):
    """Builds a C contestant with the compiler that made the fastest of them: Swift's own clang."""
    compiler = shutil.which("clang") or shutil.which("cc")
    source = HERE / "c" / f"{workload}.c"
    options = ["-O3", "-march=native", "-Wno-unknown-pragmas"]
    if workload not in PLAIN:
        options.append("-ffast-math")
    if "avx512f" in processor()["features"]:
        options.append("-mprefer-vector-width=512")
    if compiler:
        subprocess.run([compiler, *options, "-o", scratch / f"{workload}-c", source, "-lm"])


def processor():
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return {"name": platform.processor() or platform.machine(), "features": []}
    name = re.search(r"(?m)^model name\s*: (.*)", text)
    features = re.search(r"(?m)^flags\s*: (.*)", text)
    return {
        "name": name[1] if name else platform.machine(),
        "features": features[1].split() if features else [],
    }


def run(command, surroundings, cpu):
    """The line that a contestant prints."""
    try:
        done = subprocess.run(
            list(map(str, command)), env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, timeout=300, preexec_fn=lambda: os.sched_setaffinity(0, {cpu}),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Missing(str(error)) from None
    if done.returncode != 0:
        said = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
        raise Missing(said[-1])
    try:
        line = json.loads(done.stdout)
        return {**line, "us_per_step_median": float(line["us_per_step_median"]), "loss": float(line["loss"])}
    except (ValueError, KeyError, TypeError):
        raise Missing(f"printed {done.stdout.strip()!r}") from None


def measure(workload, gradus_bench, scratch, rounds):
    """The result of every contestant of a workload, by its name."""
    data = scratch / "data"
    spec = json.loads((data / f"{workload}.json").read_text(encoding="utf-8"))
    arguments = [workload, data, spec["steps"]]
    compile_c(workload, scratch)
    expected = float(subprocess.run(
        [sys.executable, PYTHON / "numpy_step.py", "--loss", *map(str, arguments)],
        env=environment(scratch), stdout=subprocess.PIPE, text=True, check=True,
    ).stdout)
    results, variant = {}, None
    cpus = sorted(os.sched_getaffinity(0))
    for number in range(rounds):
        for name, command in commands(workload, gradus_bench, scratch).items():
            result = results.setdefault(name, {"medians": [], "expected": expected})
            if "missing" in result:
                continue
            show(f"{workload}, round {number + 1} of {rounds}: {name}")
            backend = ["--backend", "accelerated"] if name == "accelerated" else []
            try:
                line = run(
                    [*command, *arguments, *backend],
                    environment(scratch, variant if name == "PyTorch" else None),
                    cpus[number % len(cpus)],
                )
            except Missing as why:
                result["missing"] = str(why)
                continue
            result["medians"].append(line["us_per_step_median"])
            result["loss"] = line["loss"]
            result["right"] = math.isclose(line["loss"], expected, rel_tol=spec["tol"])
            if not result["right"]:
                result["missing"] = f"wrong loss: {line['loss']!r} where {expected!r} is right"
            if name == "PyTorch":
                # The first round finds the fastest of its forms, the others run that.
                variant = result["variant"] = line.get("variant")
    for result in results.values():
        if "missing" not in result:
            result["us_per_step"] = statistics.median(result["medians"])
    show("")
    return results


def show(state):
    if sys.stderr.isatty():
        print(f"\r\x1b[K{state}", end="", file=sys.stderr, flush=True)


def measure_long(workload, gradus_bench, scratch, rounds):
    """How long the first and the last steps of a long run take, by contestant."""
    compile_c(workload, scratch)
    data = scratch / "data"
    spec = json.loads((data / f"{workload}.json").read_text(encoding="utf-8"))
    everyone = commands(workload, gradus_bench, scratch)
    cpus = sorted(os.sched_getaffinity(0))
    times = {}
    for name in ("C", *OURS):
        backend = ["--backend", "accelerated"] if name == "accelerated" else []
        pairs = []
        for turn in range(rounds):
            show(f"{workload}, long, round {turn + 1} of {rounds}: {name}")
            pair = []
            for steps, late in ((spec["steps"], {}), (LONG[workload], {"BENCH_LATE": "1"})):
                surroundings = environment(scratch) | late
                line = run([*everyone[name], workload, data, steps, *backend], surroundings, turn % len(cpus))
                pair.append(line["us_per_step_median"])
            pairs.append(pair)
        times[name] = [statistics.median(each) for each in zip(*pairs)]
    show("")
    return times


def print_long(workload, times):
    cells = [cell for first, last in times.values() for cell in (number(first), number(last), number(last / first))]
    print(f"{workload + ' ' + TITLES[workload]:29}{LONG[workload]:>10,}" + "".join(f"{each:>8}" for each in cells))


def number(value):
    """Three digits that count."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.{max(0, 2 - math.floor(math.log10(value)))}f}"


def row(title, cells):
    print(f"{title:29}" + "".join(f"{each:>10}" for each in cells))


def print_heading():
    for line in (0, 1):
        row("" if line == 0 else "microseconds a step", [heading[line] for heading in HEADINGS.values()])


def print_workload(workload, results):
    times = {name: results[name].get("us_per_step") for name in HEADINGS}
    print()
    row(f"{workload} {TITLES[workload]}", [number(each) for each in times.values()])
    for ours in OURS:
        if times[ours]:
            row(
                f"   {ours} / each",
                ["" if name in OURS else number(each and times[ours] / each) for name, each in times.items()],
            )


def missed(workload, results):
    """The goals that are not reached: pairs of ours and theirs, with the ratio."""
    def ratio(ours, theirs):
        pair = results[ours].get("us_per_step"), results[theirs].get("us_per_step")
        return pair[0] / pair[1] if all(pair) else None

    goals = [("accelerated", "C", 2)]
    goals += [("accelerated", each, 1) for each in ("NumPy", "PyTorch", "JAX step", "JAX loop")]
    if workload != "W6":
        goals += [("deterministic", each, 1) for each in ("NumPy", "PyTorch")]
    if workload in ("W1", "W2", "W3", "W4"):
        goals += [("deterministic", "JAX step", 1)]
    for ours, theirs, most in goals:
        found = ratio(ours, theirs)
        if found is not None and found > most:
            yield f"{workload}: {ours} takes {number(found)} times {theirs}'s step, more than {most}"


def print_goals(everything):
    print(
        "\nTo reach: deterministic, ahead of NumPy and PyTorch on all but W6 and of JAX's compiled step"
        "\non W1 to W4; accelerated, ahead of all but C, and within twice the C."
    )
    lines = [line for workload, results in everything.items() for line in missed(workload, results)]
    for line in lines:
        print(f"  {line}")
    if not lines and all("us_per_step" in each for all in everything.values() for each in all.values()):
        print("  All reached.")


def print_missing(everything):
    for workload, results in everything.items():
        for name, result in results.items():
            if "missing" in result:
                print(f"{workload}: {name} has no time: {result['missing']}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gradus_bench", type=Path)
    parser.add_argument("scratch", type=Path)
    parser.add_argument("words", nargs="*", help="workloads, and the number of rounds")
    parser.add_argument("--long", action="store_true", help="the last steps of a long run beside the first")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    rounds = [int(each) for each in options.words if each.isdigit()] or [3]
    chosen = [each for each in options.words if not each.isdigit()] or list(TITLES)
    if unknown := [each for each in chosen if each not in TITLES]:
        parser.error(f"no workload {', '.join(unknown)}; there are {', '.join(TITLES)}")

    scratch = options.scratch.resolve()
    scratch.mkdir(parents=True, exist_ok=True)
    workloads.main(scratch / "data")
    if options.long:
        print(f"Microseconds a step: the first, the last, and their ratio, on {processor()['name']}")
        print(f"{'':29}{'steps':>10}" + "".join(f"{name:>24}" for name in ("C", *OURS)))
        for workload in chosen:
            times = measure_long(workload, options.gradus_bench.resolve(), scratch, max(1, rounds[0]))
            print_long(workload, times)
        return 0
    print(f"One training step, the median of {rounds[0]} rounds, one thread, on {processor()['name']}")
    print_heading()
    everything = {}
    for workload in chosen:
        everything[workload] = measure(workload, options.gradus_bench.resolve(), scratch, max(1, rounds[0]))
        print_workload(workload, everything[workload])
    print_goals(everything)
    print_missing(everything)
    if options.json:
        about = {"processor": processor()["name"], "rounds": rounds[0], "workloads": everything}
        options.json.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    wrong = [r for results in everything.values() for r in results.values() if r.get("right") is False]
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
