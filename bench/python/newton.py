"""Newton's method for logistic regression in numpy, with the penalty of scikit-learn."""

import numpy as np


def fit(x, y, C, tol):
    """The coefficients, then the intercept, of n rows x of p columns and n labels y of 0 and 1."""
    n, p = x.shape
    design = np.c_[x, np.ones(n)]
    penalty = np.r_[np.full(p, 1 / (C * n)), 0]
    parameters = np.zeros(p + 1)
    for _ in range(100):
        probability = 1 / (1 + np.exp(-(design @ parameters)))
        gradient = design.T @ (probability - y) / n + penalty * parameters
        curvature = probability * (1 - probability)
        hessian = (design * curvature[:, None]).T @ design / n + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        parameters -= step
        # As for the solver that it is compared with: the gradient, and half the squared Newton decrement.
        if np.max(np.abs(gradient)) <= tol or step @ gradient / 2 <= tol:
            break
    return parameters
