"""Writes csv.json and idx.json into Fixtures: texts as Python's csv module reads them, and arrays
as NumPy writes them in the IDX format.

Run with `python3 tables.py` where numpy is installed (2.4.6 was).
"""
import csv
import io
import json
import os

import numpy as np

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Fixtures")

texts = [
    "a,b\n1,2\n",
    "a,b\r\n1,2\r\n3,4",
    "a,b\r1,2\r3,4\r",
    "a\n\n1\n\n\n2\n",
    'a,b\n"1,5","x ""y"" z"\n',
    'a,b\n"two\nlines","and\r\nthree"\n',
    'a,b\n"",\n,""\n',
    "a,b,c\n,,\n",
    ' a , b \n 1 , "2" \n'.replace(' "2" ', "2"),
    "größe,🙂\n1,é\n",
    'a\n""""\n',
    'a,b\n1,"2"',
    "a\n#\n",
    "a,b\n1,2\n\r\n3,4\n",
]
cases = []
for text in texts:
    rows = [r for r in csv.reader(io.StringIO(text, newline=""), strict=True) if r]
    cases.append({"text": text, "rows": rows})
for text, delimiter in [("a;b\n1,5;\"2;3\"\n", ";"), ("a\tb\n1\t2 3\n", "\t")]:
    rows = [r for r in csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
            if r]
    cases.append({"text": text, "rows": rows, "separator": delimiter})
with open(os.path.join(folder, "csv.json"), "w") as file:
    json.dump(cases, file, indent=0)
    file.write("\n")

arrays = []
for code, kind, values in [
    (0x08, ">u1", [[0, 1, 255], [7, 8, 9]]), (0x09, ">i1", [-128, 0, 127]),
    (0x0B, ">i2", [[-32768, 258]]), (0x0C, ">i4", [-(1 << 31), 66051]),
    (0x0D, ">f4", [0.1, -3e38]), (0x0E, ">f8", [[[0.1], [-1e300]]]), (0x08, ">u1", [[], []]),
    (0x0E, ">f8", 2.5),
]:
    a = np.array(values, dtype=kind)
    header = bytes([0, 0, code, a.ndim]) + np.array(a.shape, dtype=">u4").tobytes()
    arrays.append({"hex": (header + a.tobytes()).hex(), "shape": list(a.shape),
                   "values": a.astype(np.float64).ravel().tolist()})
with open(os.path.join(folder, "idx.json"), "w") as file:
    json.dump(arrays, file, indent=0)
    file.write("\n")
