"""Quantiles, deviations and kernel densities of a small sample, for SampleTests and KernelDensityTests.

    pip install numpy scipy
    python3 Tests/FiguresTests/Oracles/sample_statistics.py
"""

import numpy as np
from scipy.stats import norm

sample = np.array([0.3, 1.7, 2.2, 2.9, 3.1, 3.3, 4.8, 7.4, 9.9, 12.5, -1.4])
print("quantiles", [float(np.quantile(sample, q)) for q in (0, 0.1, 0.25, 0.5, 0.75, 0.9, 1)])
print("mean", repr(float(sample.mean())))
print("deviation", repr(float(sample.std(ddof=1))))
spread = (np.quantile(sample, 0.75) - np.quantile(sample, 0.25)) / 1.34
bandwidth = 0.9 * min(sample.std(ddof=1), spread) * len(sample) ** -0.2
print("bandwidth", repr(float(bandwidth)))
for x in (-2.0, 0.0, 2.5, 3.0, 6.0, 11.0):
    print("density", x, repr(float(norm.pdf((x - sample) / 1.3).sum() / (1.3 * len(sample)))))
