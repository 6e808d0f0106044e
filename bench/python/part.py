"""One part of the work, measured inside the process, without imports: part.py PART FILE prints {"cpu": …, "wall": …}."""

import json
import sys
import time


def measured(work):
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    print(json.dumps({"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}))


def read_pandas(path):
    import pandas as pd

    measured(lambda: pd.read_csv(path))


def read_polars(path):
    import polars as pl

    measured(lambda: pl.read_csv(path))


def fit_table(path):
    import polars as pl
    from sklearn.linear_model import LogisticRegression

    table = pl.read_csv(path)
    y = table["Outcome"].to_numpy()
    x = table.drop("Outcome").cast(pl.Float64).to_numpy()
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    measured(lambda: LogisticRegression(solver="newton-cholesky", tol=1e-12).fit(x, y))


def fit_wide(path):
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    x = np.fromfile(path).reshape(100, -1).T
    y = np.fromfile(f"{path}.labels")
    x = np.ascontiguousarray(x)
    measured(lambda: LogisticRegression(solver="lbfgs").fit(x, y))


def boost(path):
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier

    x = np.ascontiguousarray(np.fromfile(path).reshape(100, -1)[:20].T)
    y = np.fromfile(f"{path}.labels")
    measured(lambda: HistGradientBoostingClassifier(early_stopping=False).fit(x, y))


part, path = sys.argv[1:]
{
    "read-pandas": read_pandas,
    "read-polars": read_polars,
    "fit": fit_table,
    "fit-wide": fit_wide,
    "boost": boost,
}[part](path)
