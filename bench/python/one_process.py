"""The analysis as it is usually written: one_process.py DATA FOLDER."""

import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot  # noqa: E402, F401
import pandas  # noqa: E402, F401
import sklearn.linear_model  # noqa: E402, F401
import sklearn.metrics  # noqa: E402, F401
import sklearn.model_selection  # noqa: E402, F401
import sklearn.preprocessing  # noqa: E402, F401

import analysis  # noqa: E402

data, folder = sys.argv[1:]
x_train, x_test, y_train, y_test = analysis.load_and_split(data)
scaled_train, scaled_test = analysis.scale(x_train, x_test)
model = analysis.train(scaled_train, y_train)
y_pred, y_score = analysis.predict(model, scaled_test)
analysis.evaluate(y_test, y_pred, y_score, Path(folder) / "roc.png")
