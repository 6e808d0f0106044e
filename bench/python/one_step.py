"""One step as a process of its own: one_step.py STEP FORMAT DATA FOLDER. FORMAT of the artifacts: json or npy."""

import json
import sys
from pathlib import Path

import analysis


def read(name):
    import numpy as np

    if file_format == "npy":
        return np.load(folder / f"{name}.npy")
    return np.array(json.loads((folder / f"{name}.json").read_text()))


def write(name, values):
    import numpy as np

    if file_format == "npy":
        np.save(folder / f"{name}.npy", np.asarray(values))
    else:
        (folder / f"{name}.json").write_text(json.dumps(np.asarray(values).tolist()))


def load_and_split():
    for name, part in zip(("x_train", "x_test", "y_train", "y_test"), analysis.load_and_split(data)):
        write(name, part)


def scale():
    for name, part in zip(("scaled_train", "scaled_test"), analysis.scale(read("x_train"), read("x_test"))):
        write(name, part)


def train():
    model = analysis.train(read("scaled_train"), read("y_train"))
    stored = {"coef": model.coef_.tolist(), "intercept": model.intercept_.tolist()}
    (folder / "model.json").write_text(json.dumps(stored))


def predict():
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    stored = json.loads((folder / "model.json").read_text())
    model = LogisticRegression()
    model.coef_, model.intercept_ = np.array(stored["coef"]), np.array(stored["intercept"])
    model.classes_ = np.array([0, 1])
    y_pred, y_score = analysis.predict(model, read("scaled_test"))
    write("y_pred", y_pred)
    write("y_score", y_score)


def evaluate():
    analysis.evaluate(read("y_test"), read("y_pred"), read("y_score"), folder / "roc.png")


steps = {"load-and-split": load_and_split, "scale": scale, "train": train, "predict": predict, "evaluate": evaluate}
step, file_format, data = sys.argv[1:4]
folder = Path(sys.argv[4])
steps[step]()
