"""Writes learning_rate.json: the learning-rate range test on parabolas by NumPy.

Gradient descent on ½ a (x − t)², with one example. Run with `python3 learning_rate.py` where numpy is
installed (2.4.6 was).
"""
import json
import os

import numpy as np

result = []
for a, t, steps, smoothing, low, high in [
    (1.0, 3.0, 60, 0.9, 1e-4, 10.0), (20.0, -1.0, 100, 0.5, 1e-5, 1.0), (5.0, 2.0, 30, 0.0, 1e-3, 0.3),
]:
    rates, losses, smoothed = [], [], []
    x, average, smallest = 0.0, 0.0, np.inf
    for k in range(steps):
        rate = low * (high / low) ** (k / (steps - 1))
        loss = 0.5 * a * (x - t) ** 2
        average = smoothing * average + (1 - smoothing) * loss
        level = average / (1 - smoothing ** (k + 1))
        if not np.isfinite(level) or level > 4 * smallest:
            break
        smallest = min(smallest, level)
        rates.append(rate)
        losses.append(loss)
        smoothed.append(level)
        x -= rate * a * (x - t)
    slopes = np.gradient(smoothed)[max(1, len(rates) // 10):-1]
    result.append({
        "curvature": a, "target": t, "steps": steps, "smoothing": smoothing, "low": low, "high": high,
        "rates": rates, "losses": losses, "smoothed": smoothed,
        "suggestion": rates[int(np.argmin(slopes)) + max(1, len(rates) // 10)],
        "smallest": rates[int(np.argmin(smoothed))]})
    print(len(rates), result[-1]["suggestion"], result[-1]["smallest"])
folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "learning_rate.json"), "w") as file:
    json.dump(result, file, separators=(",", ":"))
    file.write("\n")
