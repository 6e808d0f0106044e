"""Prints what MLflow has and gives: read-mlflow.py SERVER ROWS.csv MODEL_DIRECTORY SCRIPT.py

All runs by their names, with the predictions of their models for the rows of a CSV file, as pandas reads it; and the predictions
of a model in a directory for categories with empty cells; and what a script prints.
"""

import contextlib
import io
import json
import runpy
import sys

import mlflow
import pandas

server, rows, directory, script = sys.argv[1:]
mlflow.set_tracking_uri(server)
client = mlflow.MlflowClient()
frame = pandas.read_csv(rows)


def files(run_id, path=None):
    for entry in client.list_artifacts(run_id, path):
        if entry.is_dir:
            yield from files(run_id, entry.path)
        else:
            yield entry.path


def describe(run):
    run_id = run.info.run_id
    paths = sorted(files(run_id))
    found = {
        "id": run_id,
        "name": run.info.run_name,
        "experiment": client.get_experiment(run.info.experiment_id).name,
        "status": run.info.status,
        "params": run.data.params,
        "metrics": run.data.metrics,
        "points": {name: len(client.get_metric_history(run_id, name)) for name in run.data.metrics},
        "tags": run.data.tags,
        "files": paths,
    }
    if "model/MLmodel" in paths:
        model = mlflow.pyfunc.load_model(f"runs:/{run_id}/model")
        found["onnx"] = [port.name for port in mlflow.onnx.load_model(f"runs:/{run_id}/model").graph.output]
        found["inputs"] = model.metadata.signature.inputs.to_dict()
        found["prediction"] = model.predict(frame).to_dict("list")
    return found


experiments = [experiment.experiment_id for experiment in client.search_experiments()]
runs = [describe(run) for run in client.search_runs(experiments, order_by=["attributes.start_time"])]

# pandas reads the categories 1 and 2 as floats beside an empty cell.
categories = pandas.DataFrame(
    {"size": [1, 2, 3, 4], "color": ["red", None, "blue", "red"], "code": [1.0, 2.0, float("nan"), 2.0]}, index=[7, 8, 9, 9]
)
local = mlflow.pyfunc.load_model(directory).predict(categories)
with_model = next(run for run in runs if "prediction" in run)
registered = mlflow.register_model(f"runs:/{with_model['id']}/model", "diabetes")
with contextlib.redirect_stdout(io.StringIO()) as printed:
    runpy.run_path(script)
json.dump(
    {
        "types": sorted({str(dtype) for dtype in frame.dtypes}),
        "runs": runs,
        "local": {"index": local.index.tolist(), **local.to_dict("list")},
        "printed": printed.getvalue(),
        "version": int(registered.version),
    },
    sys.stdout,
)
