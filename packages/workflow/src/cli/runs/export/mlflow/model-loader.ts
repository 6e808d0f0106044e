/** The Python module beside an exported model, by which `mlflow.pyfunc` loads and applies it. */
export const modelLoader = `"""Loads model.onnx for mlflow.pyfunc: raw columns in, probability and class out."""

import numpy
import onnxruntime
import pandas


class OnnxModel:
    def __init__(self, path):
        self.session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])

    def predict(self, model_input, params=None):
        """A DataFrame with the columns of the dataset, as pandas.read_csv gives them. An empty cell is NaN or None."""
        frame = pandas.DataFrame(model_input)
        tensors = {port.name: tensor(frame[port.name], port.type) for port in self.session.get_inputs()}
        outputs = self.session.run(None, tensors)
        names = [port.name for port in self.session.get_outputs()]
        return pandas.DataFrame(
            {name: output.reshape(-1) for name, output in zip(names, outputs)}, index=frame.index
        )


def tensor(column, onnx_type):
    if onnx_type == "tensor(string)":
        cells = ["" if pandas.isna(cell) else text(cell) for cell in column]
        return numpy.array(cells, dtype=object).reshape(-1, 1)
    numbers = pandas.to_numeric(column).to_numpy(dtype=numpy.float64, na_value=numpy.nan)
    return numbers.reshape(-1, 1)


def text(cell):
    # pandas reads the categories 1 and 2 as 1.0 and 2.0 if a cell of their column is empty.
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _load_pyfunc(path):
    return OnnxModel(path)
`;
