"""Writes tensor-products.json: values and derivatives of batched products, einsum, sorting, cumulative
sums and indexing by ranges, by PyTorch in float64; see derivative_cases.py.

Run with `python3 tensor_products.py` where torch is installed (2.15.0 was).
"""
import torch

from derivative_cases import case, normal, write

torch.manual_seed(20261201)
cases = []


def add(*arguments):
    cases.append(case(*arguments))


shapes = [((2, 3, 4), (2, 4, 5)), ((3, 1, 2, 4), (2, 4, 3)), ((2, 3, 4), (4, 5)), ((3, 4), (2, 4, 2)),
          ((4,), (2, 4, 3)), ((2, 3, 4), (4,)), ((1, 1, 1), (1, 1, 1)), ((2, 2, 9, 7), (2, 2, 7, 5))]
for a, b in shapes:
    add("batched", torch.matmul, normal(*a), normal(*b))
for a, b in [((2, 3, 4), (2, 5, 4)), ((3, 1, 2, 4), (2, 3, 4)), ((2, 3, 4), (5, 4)),
             ((3, 4), (2, 2, 4))]:
    add("batched transposing", lambda a, b: a @ b.transpose(-1, -2), normal(*a), normal(*b))
specifications = {
    "ij,jk->ik": [(2, 3), (3, 4)], "bij,bjk->bik": [(2, 3, 4), (2, 4, 2)], "ii->": [(3, 3)],
    "ii->i": [(3, 3)], "ij->ji": [(2, 3)], "ij->": [(2, 3)], "ij->j": [(2, 3)], "i,j->ij": [(2,), (3,)],
    "i,i->": [(3,), (3,)], "i,i->i": [(3,), (3,)], ",i->i": [(), (3,)], "iij->j": [(2, 2, 3)],
    "ab,bc,cd->ad": [(2, 3), (3, 2), (2, 4)], "a,b,ab->": [(2,), (3,), (2, 3)],
    "bqhd,bkhd->bhqk": [(2, 3, 2, 4), (2, 2, 2, 4)], "ij,ij,ij->i": [(2, 3)] * 3,
    "ij,k->j": [(2, 3), (4,)],
}
for text, operands in specifications.items():
    add(f"einsum {text}", lambda *xs: torch.einsum(text, *xs), *[normal(*s) for s in operands])
for axis in [0, 1, -1]:
    add(f"cumulative sum {axis}", lambda x: x.cumsum(axis), normal(3, 4, 2))
    add(f"sorted {axis}", lambda x: x.sort(axis)[0] * torch.arange(1.0, 25).reshape(3, 4, 2),
        normal(3, 4, 2))
    add(f"sorted descending {axis}", lambda x: x.sort(axis, descending=True)[0] ** 2, normal(3, 4, 2))
    add(f"top 2 {axis}", lambda x: x.topk(2, axis)[0] ** 3, normal(3, 4, 2))
add("part 0..<2, 1...", lambda x: x[0:2, 1:] ** 2, normal(3, 4))
add("part 1, ...2", lambda x: x[1, :3] ** 2, normal(3, 4, 2))
add("part 1...2, 0, ..<2", lambda x: x[1:3, 0, :2] ** 2, normal(3, 4, 3))
add("part 1...", lambda x: x[1:] ** 2, normal(3, 4))


def assigned(x, y, *index):
    z = x ** 2
    z[index] = y ** 3
    return z * z


add("assigned 0..<2, 1...", lambda x, y: assigned(x, y, slice(0, 2), slice(1, None)), normal(3, 4),
    normal(2, 3))
add("assigned 1", lambda x, y: assigned(x, y, 1), normal(3, 4), normal(4))
add("assigned 2, 1", lambda x, y: assigned(x, y, 2, 1), normal(3, 4), normal())
add("assigned broadcast", lambda x, y: assigned(x, y, slice(1, 3)), normal(3, 4), normal(4))

write("tensor-products.json", cases)
