"""The toughest one: polars reads, numpy does the rest; no artifacts. polars_newton.py DATA [PICTURE]."""

import sys

import numpy as np
import polars as pl

import newton


def main(data, picture=None):
    table = pl.read_csv(data)
    y = table["Outcome"].to_numpy().astype(np.float64)
    x = table.drop("Outcome").cast(pl.Float64).to_numpy(order="fortran")
    rows = np.random.RandomState(42).permutation(len(y))
    n_test = int(np.ceil(0.2 * len(y)))
    test, train = rows[:n_test], rows[n_test:]
    x_train, x_test, y_train, y_test = x[train], x[test], y[train], y[test]
    mean, deviation = x_train.mean(axis=0), x_train.std(axis=0)
    parameters = newton.fit((x_train - mean) / deviation, y_train, C=1.0, tol=1e-12)
    log_odds = ((x_test - mean) / deviation) @ parameters[:-1] + parameters[-1]
    score = 1 / (1 + np.exp(-log_odds))
    predicted = log_odds > 0
    order = np.argsort(-score, kind="stable")
    last = np.r_[np.nonzero(np.diff(score[order]))[0], len(order) - 1]
    tps = np.cumsum(y_test[order])[last]
    fps = 1 + last - tps
    tpr, fpr = np.r_[0, tps / tps[-1]], np.r_[0, fps / fps[-1]]
    print(f"accuracy {np.mean(predicted == y_test):.4f}, AUC {np.trapezoid(tpr, fpr):.4f}")
    for label in (0, 1):
        hits = np.sum((predicted == label) & (y_test == label))
        print(label, hits / np.sum(predicted == label), hits / np.sum(y_test == label), np.sum(y_test == label))
    if picture is not None:
        draw(fpr, tpr, picture)


def draw(fpr, tpr, picture):
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(8, 6), dpi=100)
    axes.plot(fpr, tpr)
    axes.plot([0, 1], [0, 1], linestyle="--")
    figure.savefig(picture)


main(*sys.argv[1:])
