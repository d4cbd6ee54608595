"""Writes tensor-functions.json: values and derivatives of statistics, comparisons, selection, rounding
and exponents, by PyTorch in float64; see derivative_cases.py.

Run with `python3 tensor_functions.py` where torch is installed (2.15.0 was).
"""
import torch

from derivative_cases import case, normal, positive, write

torch.manual_seed(20261130)
cases = []


def add(*arguments):
    cases.append(case(*arguments))


for shape in [(4,), (2, 3), (2, 3, 2)]:
    add("variance", lambda x: x.var(correction=0), normal(*shape))
    add("variance 1", lambda x: x.var(correction=1), normal(*shape))
    add("standard deviation", lambda x: x.std(correction=0), normal(*shape))
    add("standard deviation 1", lambda x: x.std(correction=1), normal(*shape))
    add("logSumExp", lambda x: x.flatten().logsumexp(0), normal(*shape))
add("variance", lambda x: x.var(correction=0), normal(5) + 100)
add("logSumExp", lambda x: x.logsumexp(0), torch.tensor([800.0, 801.0, 0.0]))
add("logSumExp", lambda x: x.logsumexp(0), torch.tensor([-800.0, -801.0, -810.0]))
for axis in [0, 1, 2, -1]:
    add(f"variance axis {axis}", lambda x: x.var(axis, correction=0), normal(2, 3, 4))
    add(f"standard deviation 1 axis {axis}", lambda x: x.std(axis, correction=1), normal(3, 5, 4))
    add(f"logSumExp axis {axis}", lambda x: x.logsumexp(axis), normal(2, 3, 4))
    for name, function in [
        ("sum", torch.sum), ("mean", torch.mean), ("max", torch.amax), ("min", torch.amin),
        ("variance 1", torch.var), ("standard deviation 1", torch.std), ("logSumExp", torch.logsumexp),
    ]:
        add(f"{name} keeping {axis}", lambda x: x * function(x, axis, keepdim=True), normal(2, 3, 3))

shapes = [((2, 3), (2, 3)), ((2, 3), (3,)), ((), (2, 2)), ((2, 1), (1, 3)), ((1,), (1,))]
for a, b in shapes:
    add("greater", lambda a, b: (a > b) * a * b, normal(*a), normal(*b))
    add("less", lambda a, b: (a < b) * a * b, normal(*a), normal(*b))
    add("select", lambda a, b: torch.where(a > b, a * a, torch.sin(b)), normal(*a), normal(*b))
    add("select of a mask", lambda a, b: torch.where(b > 0, a, -a), normal(*a), normal(*b))
    add("pow", torch.pow, positive(*a), normal(*b))
ties = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, 3.0, 2.0])
for name, function in [
    ("greater", torch.gt), ("less", torch.lt), ("greater or equal", torch.ge),
    ("less or equal", torch.le), ("equal", torch.eq),
]:
    add(f"{name} at ties", lambda a, b: function(a, b) * a * b, *ties)
constant = torch.tensor([3.0, 2.0, 0.0, -1.0])
cases.append(case("pow of constant exponents", lambda a: a ** constant,
                 torch.tensor([-2.0, -1.5, 3.0, 0.5])))
# PyTorch has no second derivatives there for smaller exponents.
zero_exponents = torch.tensor([2.0, 3.0, 3.5])
cases.append(case("pow at zero", lambda a: a ** zero_exponents, torch.zeros(3)))
for shape in [(), (6,), (2, 3)]:
    for name, function in [("floor", torch.floor), ("ceil", torch.ceil), ("round", torch.round),
                           ("sign", torch.sign)]:
        add(name, lambda x: function(x) * x, normal(*shape) * 3)
    add("clamped", lambda x: x.clamp(-0.5, 0.75), normal(*shape))
add("clamped at ends", lambda x: x.clamp(-0.5, 0.75), torch.tensor([-0.5, 0.75, 0.0, 2.0, -3.0]))
for diagonal in [-1, 0, 2]:
    add(f"lower {diagonal}", lambda x: x.tril(diagonal), normal(3, 4))
    add(f"upper {diagonal}", lambda x: x.triu(diagonal), normal(2, 4, 3))

write("tensor-functions.json", cases)
