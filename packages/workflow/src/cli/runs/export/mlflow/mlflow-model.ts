import { createHash } from "node:crypto";
import { stringify } from "yaml";
import type { OnnxFile, OnnxPort } from "../../../../definition/model-export.js";
import { modelLoader } from "./model-loader.js";

/** The name of the Python module that loads the model. */
const loaderModule = "tiphys_onnx";

/** The folder of the model among the files of a run. */
export const modelFolder = "model";

/** Where MLflow makes an environment for the model. Any other works as well. */
const pythonVersion = "3.11";

/** MLflow's names of the types of columns. */
const columnTypes = { double: "double", int64: "long", string: "string" } as const;

/** A model as MLflow stores and shows it. */
export interface MlflowModel {
  /** Its files, by their paths in the model's folder. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The entry of the run's tag mlflow.log-model.history, by which MLflow's pages know that the run has a model. */
  readonly entry: object;
}

/**
 * A model in MLflow's format: `mlflow.pyfunc.load_model` takes raw columns as pandas reads them from a CSV file,
 * `mlflow.onnx.load_model` gives the ONNX model.
 * @param created ISO 8601
 * @see https://mlflow.org/docs/latest/ml/model/#storage-format
 */
export function mlflowModel({ bytes, inputs, outputs }: OnnxFile, run: string, created: string): MlflowModel {
  const text = (content: string) => new TextEncoder().encode(content);
  const entry = {
    artifact_path: modelFolder,
    flavors: {
      onnx: {
        data: "model.onnx",
        providers: ["CPUExecutionProvider"],
        code: null,
        onnx_session_options: null,
      },
      python_function: {
        loader_module: loaderModule,
        code: "code",
        data: "model.onnx",
        python_version: pythonVersion,
        env: { virtualenv: "python_env.yaml" },
      },
    },
    model_uuid: createHash("sha256").update(bytes).digest("hex").slice(0, 32),
    run_id: run,
    utc_time_created: created.replace("T", " ").replace("Z", ""),
  };
  const signature = {
    inputs: schemaOf(inputs.map(inputColumn)),
    outputs: schemaOf(outputs.map(outputColumn)),
  };
  const files = {
    MLmodel: text(stringify({ ...entry, signature })),
    "model.onnx": bytes,
    [`code/${loaderModule}.py`]: text(modelLoader),
    "requirements.txt": text("mlflow>=2.19\nnumpy\nonnxruntime\npandas\n"),
    "python_env.yaml": text(stringify({ python: pythonVersion, dependencies: ["-r requirements.txt"] })),
  };
  return { files, entry };
}

/**
 * Any type is accepted, and the loader converts it: of the columns that pandas reads from a CSV file MLflow would refuse whole
 * numbers where the model has doubles, and numbers where it has texts.
 */
function inputColumn({ name }: OnnxPort): object {
  return { type: "any", name, required: true };
}

function outputColumn({ name, type }: OnnxPort): object {
  return { type: columnTypes[type], name, required: true };
}

function schemaOf(columns: readonly object[]): string {
  return JSON.stringify(columns);
}
