"""Reads, by the package `safetensors`, the files that the tests have written.

    GRADUS_WRITTEN=FOLDER swift test --filter Safetensors
    python3 read_written.py FOLDER

FOLDER has to be there. What the package and PyTorch wrote into Fixtures is what has to be in the
files. Exit status: 0 all is as it should be, 1 it is not.
"""
import os
import sys

import numpy as np
from safetensors import safe_open

fixtures = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Fixtures")
written = sys.argv[1]
count = 0


def read(folder, name):
    with safe_open(os.path.join(folder, name + ".safetensors"), framework="np") as file:
        return {key: file.get_tensor(key) for key in file.keys()}, file.metadata()


def compare(name, found, expected):
    """Ends the program unless tensors have the same names, types, shapes and bits."""
    global count
    if set(found) != set(expected):
        sys.exit(f"{name}: failed: it holds {sorted(found)}, not {sorted(expected)}.")
    for key, tensor in expected.items():
        other = found[key]
        if (other.dtype, other.shape) != (tensor.dtype, tensor.shape):
            sys.exit(f"{name}: failed: {key} is {other.dtype} {other.shape}, not {tensor.dtype} "
                     f"{tensor.shape}.")
        if other.tobytes() != tensor.tobytes():
            sys.exit(f"{name}: failed: {key} has other numbers than it should.")
        count += 1


found, metadata = read(written, "mixed")
expected, expected_metadata = read(fixtures, "mixed")
compare("mixed", found, expected)
if metadata != expected_metadata:
    sys.exit(f"mixed: failed: its metadata is {metadata}, not {expected_metadata}.")
compare("network", read(written, "network")[0], read(fixtures, "network-double")[0])
images, _ = read(fixtures, "network-images")
# PyTorch counts the batches of a batch norm; a layer here does not.
del images["1.num_batches_tracked"]
compare("images", read(written, "images")[0], images)
for kind in ["rnn", "lstm", "gru"]:
    found, _ = read(written, kind)
    expected, _ = read(fixtures, f"network-{kind}")
    if kind != "gru":
        # One bias here, PyTorch's two there, which it adds.
        expected["1.bias_ih_l0"] += expected["1.bias_hh_l0"]
        expected["1.bias_hh_l0"] = np.zeros_like(expected["1.bias_hh_l0"])
    compare(kind, found, expected)
print(f"Weights: passed: the package safetensors reads {count} tensors as they were written.")
