"""The five steps with pandas and scikit-learn. Each function imports what it needs."""


def load_and_split(data):
    import pandas as pd
    from sklearn.model_selection import train_test_split

    table = pd.read_csv(data)
    x, y = table.drop(columns="Outcome"), table["Outcome"]
    return train_test_split(x, y, test_size=0.2, random_state=42)


def scale(x_train, x_test):
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(x_train)
    return scaler.transform(x_train), scaler.transform(x_test)


def train(x_train, y_train):
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression().fit(x_train, y_train)


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
