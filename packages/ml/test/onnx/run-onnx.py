"""Checks an ONNX file and calculates it with onnxruntime: run-onnx.py MODEL < columns.json > outputs.json

Columns and outputs are objects of lists, by name; null is NaN.
"""

import json
import math
import sys

import numpy
import onnx
import onnxruntime

path = sys.argv[1]
onnx.checker.check_model(onnx.load(path), full_check=True)
session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
columns = json.load(sys.stdin)


def tensor(value):
    cells = columns[value.name]
    if value.type == "tensor(string)":
        return numpy.array(cells, dtype=object).reshape(-1, 1)
    numbers = [math.nan if cell is None else cell for cell in cells]
    return numpy.array(numbers, dtype=numpy.float64).reshape(-1, 1)


outputs = session.run(None, {value.name: tensor(value) for value in session.get_inputs()})
names = [value.name for value in session.get_outputs()]
json.dump(
    {
        "metadata": session.get_modelmeta().custom_metadata_map,
        "types": {value.name: value.type for value in [*session.get_inputs(), *session.get_outputs()]},
        "outputs": {
            name: [None if cell != cell else cell for cell in output.reshape(-1).tolist()]
            for name, output in zip(names, outputs)
        },
    },
    sys.stdout,
)
