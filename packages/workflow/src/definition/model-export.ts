import type { StepOutput } from "./comparison.js";
import type { AnyValue } from "./port.js";

/** An input or output of a model in the ONNX format: a tensor of n rows and one column. */
export interface OnnxPort {
  readonly name: string;
  readonly type: "double" | "int64" | "string";
}

/** A model in the ONNX format. */
export interface OnnxFile {
  /** The content of the file. */
  readonly bytes: Uint8Array;
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
}

/** How a project writes its model for other tools; pass it to `main`. */
export interface ModelExport<Model extends AnyValue = AnyValue> {
  /** The artifact that is the model. */
  readonly model: StepOutput<Model>;
  toOnnx(model: Model): OnnxFile;
}

/** Defines how the model is written for other tools. */
export function defineModelExport<Model extends AnyValue>(
  modelExport: ModelExport<Model>,
): ModelExport<Model> {
  return modelExport;
}
