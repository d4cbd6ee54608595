"""Reference values for lessons/momentum.md, computed without the library (NumPy)."""

import numpy as np

CURVATURES = np.array([1.0, 100.0])


def run(eta, beta, steps=2000, form="classical", forget=None):
    w, v, places = np.array([10.0, 1.0]), np.zeros(2), []
    for step in range(steps):
        places.append(w)
        if forget and step % forget == 0:
            v = np.zeros(2)
        g = CURVATURES * w
        v = beta * v + (1 - beta if form == "averaged" else 1) * g
        w = w - eta * (g + beta * v if form == "nesterov" else v)
    return np.array(places)


def to_a_hundredth(places):
    distance = np.linalg.norm(places, axis=1)
    return int(np.max(np.nonzero(distance > distance[0] / 100))) + 1


def spectral_radius(eta_lambda, beta):
    return max(abs(np.linalg.eigvals([[1 - eta_lambda, -beta], [eta_lambda, beta]])))


best = run(4 / 121, 81 / 121)
print("plain 2/101:", to_a_hundredth(run(2 / 101, 0)), " best momentum:", to_a_hundredth(best))
print("largest |w2| on the best path:", abs(best[:, 1]).max())
for name, form in [("classical", "classical"), ("averaged", "averaged"), ("Nesterov", "nesterov")]:
    print(f"{name} 0.01, 0.9:", to_a_hundredth(run(0.01, 0.9, form=form)))
print("plain 0.01:", to_a_hundredth(run(0.01, 0)))
print("forgetting every 10, 5, 1:", [to_a_hundredth(run(0.01, 0.9, forget=n)) for n in (10, 5, 1)])
print("contraction at β = 0.81:", [spectral_radius(x, 0.81) for x in (0.5, 2.0, 0.005, 3.7)])
print("contraction at 1.98:", spectral_radius(1.98, 0), spectral_radius(1.98, 0.5))


def slope(x):
    """The gradient on which the tuned heavy ball cycles (Lessard, Recht and Packard 2016)."""
    return 25 * x if x < 1 else x + 24 if x < 2 else 25 * x - 24


x, v, cycle = 3.3, 0.0, []
for _ in range(300):
    v = 4 / 9 * v + slope(x)
    x -= v / 9
    cycle.append(x)
print("cycle:", cycle[-3:], "=", [792 / 1225, -2208 / 1225, 2592 / 1225])


def rest(x, eta, beta):
    v = 0.0
    for _ in range(300):
        v = beta * v + x**3 - x + 0.2
        x -= eta * v
    return x


starts = [-2 + n / 10 for n in range(41)]
print("ends from ±2:", [rest(x, 0.05, b) for x in (2, -2) for b in (0, 0.9)])
for eta, beta in [(0.05, 0), (0.05, 0.9), (0.005, 0.9)]:
    print("good ends:", eta, beta, sum(rest(x, eta, beta) < 0 for x in starts))
