"""Ticks by another implementation of the extended Wilkinson algorithm, for LinearTicksTests.

    pip install mizani
    python3 Tests/FiguresTests/Oracles/extended_ticks.py
"""

from mizani.breaks import breaks_extended

domains = [
    (0, 1), (0, 59), (-2, 2), (-1.2, 1.2), (0.013, 0.987), (1.5, 4.5), (-13.7, 88.2),
    (0, 2500), (1e-7, 9e-7), (123456, 123789), (-5.3, -1.1), (8.1, 14.1), (0.2, 0.25),
]
for lower, upper in domains:
    for count in (4, 5, 7):
        ticks = breaks_extended(n=count)((lower, upper))
        text = ", ".join(f"{float(t):.12g}" for t in ticks)
        print(f"    ({lower}, {upper}, {count}, [{text}]),")
