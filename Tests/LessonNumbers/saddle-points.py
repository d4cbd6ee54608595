"""Reference values for lessons/saddle-points.md, computed without the library (NumPy, mpmath)."""

import mpmath as mp
import numpy as np

mp.mp.dps = 40


def positive_definite_share(n):
    """The chance that all eigenvalues of A + A^T are positive, A being n by n and normal.

    The density of the eigenvalues is that of the Gaussian orthogonal ensemble; both integrals are
    Pfaffians (N. G. de Bruijn, "On some multiple integrals involving determinants", 1955).
    """

    def moment(a):  # the integral of r^a exp(-r²/2) over r > 0
        return mp.mpf(2) ** ((a - 1) / mp.mpf(2)) * mp.gamma((a + 1) / mp.mpf(2))

    def pair(j, k, ends):  # of (x^j y^k - x^k y^j) exp(-(x² + y²)/2) over x < y, in polar form
        angle = lambda j, k: mp.quad(lambda t: mp.cos(t) ** j * mp.sin(t) ** k, ends)
        return (angle(j, k) - angle(k, j)) * moment(j + k + 1)

    def single(k, positive):
        return moment(k) if positive else (2 * moment(k) if k % 2 == 0 else mp.mpf(0))

    def pfaffian(m):
        if not m:
            return mp.mpf(1)
        total = mp.mpf(0)
        for j in range(1, len(m)):
            rest = [i for i in range(1, len(m)) if i != j]
            total += (-1) ** (j - 1) * m[0][j] * pfaffian([[m[a][b] for b in rest] for a in rest])
        return total

    def integral(positive):
        ends = [mp.pi / 4, mp.pi / 2] if positive else [mp.pi / 4, mp.pi / 2, mp.pi, 5 * mp.pi / 4]
        m = [[pair(j, k, ends) if j != k else mp.mpf(0) for k in range(n)] for j in range(n)]
        if n % 2:
            border = [single(j, positive) for j in range(n)]
            m = [row + [border[j]] for j, row in enumerate(m)] + [[-b for b in border] + [mp.mpf(0)]]
        return abs(pfaffian(m))

    return integral(True) / integral(False)


for n in range(1, 7):
    print("n =", n, mp.nstr(positive_definite_share(n), 10))
print("closed forms:", mp.nstr((2 - mp.sqrt(2)) / 4, 10), mp.nstr((mp.pi - 2 * mp.sqrt(2)) / (4 * mp.pi), 10))

growth = lambda h, b: (1 + b + h + np.sqrt((1 + b + h) ** 2 - 4 * b)) / 2
print("growth:", growth(0.1, 0), growth(0.1, 0.9), growth(0.1 * 0.0224, 0.9))
offsets = 10.0 ** -np.arange(2, 17, 2)
fast = growth(0.1, 0.9)
share = (1.1 - 0.9 / fast) / (fast - 0.9 / fast)
print("plain:", np.log(1 / offsets) / np.log(1.1))
print("momentum:", np.log(1 / (share * offsets)) / np.log(fast))

# The best single tanh unit for the data of two, split into twins, and its Hessian.
xs = np.arange(-2, 2.1, 0.5)
ys = 2 * np.tanh(0.5 * xs) + np.tanh(3 * xs)


def loss(p):
    w, v = np.array(p[:2]), np.array(p[2:])
    return np.mean((np.tanh(np.outer(xs, w)) @ v - ys) ** 2)


def best_output(w):
    t = np.tanh(w * xs)
    return t @ ys / (t @ t)


from scipy.optimize import minimize_scalar  # noqa: E402

w = minimize_scalar(lambda w: loss([w, 0, best_output(w), 0]), (0.5, 1, 2), tol=1e-14).x
v = best_output(w)
print("one unit:", w, v, loss([w, 0, v, 0]))


def hessian(p):
    """Exact second derivatives of the mean squared error, written out."""
    w, v = np.array(p[:2]), np.array(p[2:])
    t = np.tanh(np.outer(xs, w))
    s = 1 - t**2
    residual = t @ v - ys
    jacobian = np.hstack([v * s * xs[:, None], t])
    h = jacobian.T @ jacobian
    for i in range(2):
        h[i, i] += residual @ (-2 * v[i] * t[:, i] * s[:, i] * xs**2)
        h[i, 2 + i] += residual @ (s[:, i] * xs)
        h[2 + i, i] = h[i, 2 + i]
    return 2 * h / len(xs)


for split in (0.5, 0.9, 1.5, 2.0):
    print("split", split, np.linalg.eigvalsh(hessian([w, w, split * v, (1 - split) * v])))
print("zeros:", np.linalg.eigvalsh(hessian([0, 0, 0, 0])), loss([0, 0, 0, 0]))

sigma = lambda z: 1 / (1 + np.exp(-z))
unit = lambda w: 0.5 * ((sigma(w) - 0.95) ** 2 + (sigma(10 * w) - 0.2) ** 2)
for bracket in ((-1, -0.1, 0.3), (1.5, 3, 6)):
    best = minimize_scalar(unit, bracket, tol=1e-14)
    print("unit:", best.x, best.fun)
cross = lambda w: np.log1p(np.exp(w)) - 0.95 * w + np.log1p(np.exp(10 * w)) - 2 * w
print("cross-entropy:", minimize_scalar(cross, (-1, 0, 1), tol=1e-14).x)
