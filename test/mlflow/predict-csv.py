"""Prints what a model predicts for CSV files as pandas reads them: predict-csv.py MODEL_DIRECTORY ROWS.csv … > predictions.json

An error is given by its message, a warning as well. A file whose name begins with text- is read without any conversion.
"""

import json
import sys
import warnings
from pathlib import Path

import mlflow
import pandas

directory, *files = sys.argv[1:]
model = mlflow.pyfunc.load_model(directory)


def predict(file):
    options = {"dtype": str, "keep_default_na": False} if Path(file).name.startswith("text-") else {}
    frame = pandas.read_csv(file, **options)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            answer = {"probability": model.predict(frame)["probability"].tolist()}
        except ValueError as error:
            answer = {"error": str(error)}
    said = [str(each.message) for each in caught if str(each.message).startswith("Column ")]
    return {"types": [str(dtype) for dtype in frame.dtypes], "warnings": said, **answer}


json.dump([predict(file) for file in files], sys.stdout)
