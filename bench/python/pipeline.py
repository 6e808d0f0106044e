"""The five steps of the pipeline with pandas and scikit-learn, as functions and as a command each.

python pipeline.py all                 all steps in this process
python pipeline.py STEP DIRECTORY      one step, reading and writing artifacts in DIRECTORY
"""

import json
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data" / "diabetes.csv"


def load_and_split():
    import pandas as pd
    from sklearn.model_selection import train_test_split

    data = pd.read_csv(DATA)
    x, y = data.drop(columns="Outcome"), data["Outcome"]
    return train_test_split(x, y, test_size=0.2, random_state=42)


def scale(x_train, x_test):
    import pandas as pd
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(x_train)
    as_frame = lambda x: pd.DataFrame(scaler.transform(x), columns=x.columns)
    return as_frame(x_train), as_frame(x_test)


def train(x_train, y_train):
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(solver="newton-cholesky", tol=1e-10).fit(x_train, y_train)


def predict(model, x_test):
    return model.predict(x_test), model.predict_proba(x_test)[:, 1]


def evaluate(y_test, y_pred, y_score, picture):
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from sklearn.metrics import accuracy_score, classification_report, roc_auc_score, roc_curve

    fpr, tpr, _ = roc_curve(y_test, y_score)
    figure, axes = plt.subplots(figsize=(8, 6), dpi=100)
    axes.plot(fpr, tpr, label=f"AUC = {roc_auc_score(y_test, y_score):.3f}")
    axes.plot([0, 1], [0, 1], linestyle="--")
    axes.legend()
    figure.savefig(picture)
    print(f"accuracy {accuracy_score(y_test, y_pred):.4f}")
    print(classification_report(y_test, y_pred))


def run_all(folder):
    x_train, x_test, y_train, y_test = load_and_split()
    scaled_train, scaled_test = scale(x_train, x_test)
    model = train(scaled_train, y_train)
    y_pred, y_score = predict(model, scaled_test)
    evaluate(y_test, y_pred, y_score, folder / "roc.png")


def run_step(step, folder):
    import pandas as pd

    read = lambda name: pd.read_feather(folder / f"{name}.arrow")
    write = lambda name, frame: frame.reset_index(drop=True).to_feather(folder / f"{name}.arrow")
    if step == "load-and-split":
        x_train, x_test, y_train, y_test = load_and_split()
        write("x_train", x_train)
        write("x_test", x_test)
        write("y_train", y_train.to_frame())
        write("y_test", y_test.to_frame())
    elif step == "scale":
        x_train, x_test = scale(read("x_train"), read("x_test"))
        write("scaled_train", x_train)
        write("scaled_test", x_test)
    elif step == "train":
        model = train(read("scaled_train"), read("y_train")["Outcome"])
        (folder / "model.json").write_text(
            json.dumps({"coef": model.coef_.tolist(), "intercept": model.intercept_.tolist()})
        )
    elif step == "predict":
        import numpy as np
        from sklearn.linear_model import LogisticRegression

        stored = json.loads((folder / "model.json").read_text())
        model = LogisticRegression()
        model.coef_, model.intercept_ = np.array(stored["coef"]), np.array(stored["intercept"])
        model.classes_ = np.array([0, 1])
        y_pred, y_score = predict(model, read("scaled_test").to_numpy())
        write("predictions", pd.DataFrame({"y_pred": y_pred, "y_score": y_score}))
    elif step == "evaluate":
        predictions = read("predictions")
        evaluate(read("y_test")["Outcome"], predictions["y_pred"], predictions["y_score"], folder / "roc.png")
    else:
        sys.exit(f"unknown step {step}")


if __name__ == "__main__":
    if sys.argv[1] == "all":
        run_all(Path(sys.argv[2]))
    else:
        run_step(sys.argv[1], Path(sys.argv[2]))
