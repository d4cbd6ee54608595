"""Writes the safetensors files in Fixtures, by the package `safetensors` and PyTorch.

Run with `python3 weights.py` where torch, numpy, safetensors and ml_dtypes are installed (2.15.0,
2.4.6, 0.8.0 and 0.6.0 were).
"""
import json
import os

import ml_dtypes
import numpy as np
import torch
from safetensors.numpy import save_file
from safetensors.torch import save_file as save_torch

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Fixtures")

# The tests make the same tensors.
mixed = {
    "b.single": np.array([[1.5, -2.25, 3e38], [0.1, -0.0, 1e-45]], dtype=np.float32),
    "a.double": np.array([0.1, -1e300, 5e-324, np.inf], dtype=np.float64),
    "scalar": np.array(7.0, dtype=np.float64),
    "empty": np.zeros((0, 3), dtype=np.float32),
    "größe \"x\"\\\n\u0001\t": np.array([[1.0], [2.0]], dtype=np.float64),
}
# The types of eight bits and fewer.
narrow = {
    "f8e4m3": torch.float8_e4m3fn,
    "f8e5m2": torch.float8_e5m2,
    "f8e4m3fnuz": torch.float8_e4m3fnuz,
    "f8e5m2fnuz": torch.float8_e5m2fnuz,
    "f8e8m0": torch.float8_e8m0fnu,
    "f4": torch.float4_e2m1fn_x2,
}
metadata = {"made by": "a test, \"quoted\" – ja"}


def counted(model):
    """The model with weights that are counted out."""
    with torch.no_grad():
        for index, parameter in enumerate(model.parameters()):
            values = torch.arange(parameter.numel(), dtype=torch.float64) + 1
            parameter.copy_((torch.sin(values * (index + 1))).reshape(parameter.shape))
    return model


def network(dtype):
    return counted(torch.nn.Sequential(
        torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 2)).to(dtype))


def images():
    """A network for images whose batch norm has seen something."""
    model = counted(torch.nn.Sequential(
        torch.nn.Conv2d(1, 2, 3, padding=1), torch.nn.BatchNorm2d(2), torch.nn.ReLU(),
        torch.nn.MaxPool2d(2), torch.nn.Flatten(), torch.nn.Linear(8, 3)).double())
    model(torch.sin(torch.arange(48, dtype=torch.float64)).reshape(3, 1, 4, 4))
    return model.eval()


def recurrent():
    return counted(torch.nn.GRU(2, 3).double())


def sequence(kind):
    """A network for sequences, as a list, since `torch.nn.Sequential` takes no recurrent layers."""
    return counted(torch.nn.ModuleList([
        torch.nn.Embedding(5, 3), kind(3, 4), torch.nn.Identity(), torch.nn.Linear(4, 2)]).double())


kinds_of_sequences = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}


def read_sequence(model):
    embedding, recurrent, _, linear = model
    words = torch.tensor([[1, 4], [0, 0], [3, 1]])
    return linear(recurrent(embedding(words))[0][-1])


x = torch.tensor([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]], dtype=torch.float64)


def write():
    save_file(mixed, os.path.join(folder, "mixed.safetensors"), metadata=metadata)
    save_file({}, os.path.join(folder, "none.safetensors"))
    kinds = {
        "f16": ("F16", np.array([0, 1, -2.5, 65504, 6e-8, np.inf, -0.0], dtype=np.float16)),
        "i64": ("I64", np.array([1, -2, 1 << 53], dtype=np.int64)),
        "large": ("I64", np.array([(1 << 53) + 1], dtype=np.int64)),
        "i32": ("I32", np.array([-(1 << 31), 5], dtype=np.int32)),
        "i16": ("I16", np.array([-32768, 5], dtype=np.int16)),
        "i8": ("I8", np.array([-128, 5], dtype=np.int8)),
        "u64": ("U64", np.array([1 << 63], dtype=np.uint64)),
        "u32": ("U32", np.array([1 << 31], dtype=np.uint32)),
        "u16": ("U16", np.array([1 << 15], dtype=np.uint16)),
        "u8": ("U8", np.array([[255], [1]], dtype=np.uint8)),
        "bool": ("BOOL", np.array([True, False])),
    }
    tensors = {name: torch.from_numpy(a) for name, (_, a) in kinds.items()}
    tensors["bf16"] = torch.tensor([1.0, -3.140625, 1e38, 1e-40], dtype=torch.bfloat16)
    tensors["c64"] = torch.tensor([1 + 2j, 3], dtype=torch.complex64)
    # All numbers that the narrow types have.
    codes = torch.arange(256, dtype=torch.int32).to(torch.uint8)
    for name, dtype in narrow.items():
        tensors[name] = codes.clone().view(dtype)
    save_torch(tensors, os.path.join(folder, "types.safetensors"))
    # PyTorch does not convert numbers of four bits, of which it packs two in a byte, the lower bits
    # first (pack_uint4 in torch.testing._internal.common_quantized).
    low, high = codes.numpy() & 15, codes.numpy() >> 4
    pairs = np.stack([low, high], axis=1).ravel().view(ml_dtypes.float4_e2m1fn)
    result = {name: [float(v) for v in t.to(torch.float64).ravel()]
              for name, t in tensors.items() if name not in ("c64", "f4", "large")}
    result["f4"] = pairs.astype(np.float64).tolist()
    # As text where readers of JSON could change a number.
    result = {name: [v if np.isfinite(v) and name not in narrow else str(v) for v in values]
              for name, values in result.items()}
    for name, dtype in [("double", torch.float64), ("single", torch.float32)]:
        model = network(dtype)
        save_torch(model.state_dict(), os.path.join(folder, f"network-{name}.safetensors"))
        result[f"network {name}"] = model(x.to(dtype)).to(torch.float64).ravel().tolist()
    save_torch(images().state_dict(), os.path.join(folder, "network-images.safetensors"))
    picture = torch.cos(torch.arange(16, dtype=torch.float64)).reshape(1, 1, 4, 4)
    result["network images"] = images()(picture).ravel().tolist()
    save_torch(recurrent().state_dict(), os.path.join(folder, "network-recurrent.safetensors"))
    result["network recurrent"] = recurrent()(x.T.reshape(3, 1, 2))[0].ravel().tolist()
    for name, kind in kinds_of_sequences.items():
        model = sequence(kind)
        save_torch(model.state_dict(), os.path.join(folder, f"network-{name}.safetensors"))
        result[f"network {name}"] = read_sequence(model).ravel().tolist()
    with open(os.path.join(folder, "weights.json"), "w") as file:
        json.dump(result, file, indent=0, ensure_ascii=False)
        file.write("\n")


write()
