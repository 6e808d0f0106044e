/** The Python module beside an exported model, by which `mlflow.pyfunc` loads and applies it. */
export const modelLoader = `"""Loads model.onnx for mlflow.pyfunc: raw columns in, probability and class out."""

import decimal
import json
import warnings

import numpy
import onnxruntime
import pandas

# What pandas.read_csv reads as an empty cell.
READ_AS_EMPTY = (
    "#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|-NaN|-nan|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None|n/a|nan|null".split("|")
)


class OnnxModel:
    def __init__(self, path):
        self.session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
        metadata = self.session.get_modelmeta().custom_metadata_map
        self.categories = json.loads(metadata.get("tiphys.categories", "{}"))

    def predict(self, model_input, params=None):
        """A DataFrame with the columns of the dataset, as pandas.read_csv gives them. An empty cell is NaN or None."""
        frame = pandas.DataFrame(model_input)
        tensors = {port.name: self.tensor(frame[port.name], port) for port in self.session.get_inputs()}
        outputs = self.session.run(None, tensors)
        names = [port.name for port in self.session.get_outputs()]
        return pandas.DataFrame(
            {name: output.reshape(-1) for name, output in zip(names, outputs)}, index=frame.index
        )

    def tensor(self, column, port):
        if port.type == "tensor(string)":
            texts = texts_of(column, port.name, self.categories.get(port.name))
            return numpy.array(texts, dtype=object).reshape(-1, 1)
        numbers = pandas.to_numeric(column).to_numpy(dtype=numpy.float64, na_value=numpy.nan)
        return numbers.reshape(-1, 1)


def texts_of(column, name, categories):
    """The categories as they are in the CSV file: pandas may have read 01 as 1, true as True, and None as an empty cell."""
    known = {}
    for category in categories or []:
        known.setdefault(value_of(category), []).append(category)
    lost = [category for category in categories or [] if category in READ_AS_EMPTY]
    read = {}

    def text(cell):
        if pandas.isna(cell):
            if lost:
                raise unclear(name, "an empty cell", lost, ", keep_default_na=False")
            return ""
        key = (type(cell), cell)
        if key not in read:
            read[key] = cell if isinstance(cell, str) else category_of(cell)
        return read[key]

    def category_of(cell):
        found = known.get(value_of(cell), [])
        if len(found) > 1:
            raise unclear(name, str(cell), found, "")
        return found[0] if found else plain(cell)

    texts = [text(cell) for cell in column]
    unknown = sorted(set(read.values()) - {"", *categories}) if categories is not None else []
    if unknown:
        shown = ", ".join(repr(each) for each in unknown[:3])
        warnings.warn(f"Column {name!r}: the model does not know {shown}. It knows the categories of the training rows.")
    return texts


def value_of(cell):
    """What pandas makes of a text: true or false, a number, or the text itself."""
    text = str(cell)
    if text.lower() in ("true", "false"):
        return text.lower()
    try:
        number = decimal.Decimal(text)
    except decimal.InvalidOperation:
        return text
    return number if number.is_finite() else text


def plain(cell):
    # pandas reads the categories 1 and 2 as 1.0 and 2.0 if a cell of their column is empty.
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def unclear(name, found, categories, option):
    listed = " and ".join(repr(each) for each in categories)
    return ValueError(
        f"Column {name!r}: pandas reads {listed} as {found}. "
        f"Read the file with pandas.read_csv(…, dtype={{{name!r}: str}}{option})."
    )


def _load_pyfunc(path):
    return OnnxModel(path)
`;
