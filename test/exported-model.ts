import { join } from "node:path";
import { column, table } from "@tiphys/workflow";
import { runOnnxFile } from "../packages/ml/test/onnx/onnx-runtime.js";

/** The model of a run as `runs export` wrote it, applied to the test rows. */
export interface ExportedModel {
  /** The largest difference between the probabilities of onnxruntime and those of the run. */
  readonly largestDifference: number;
  readonly rows: number;
  /** The predicted classes that occur. */
  readonly classes: readonly unknown[];
}

/** Calculates `model.onnx` of a run with onnxruntime. @param run the run's directory */
export async function applyExportedModel(run: string): Promise<ExportedModel> {
  const x = await table.decode(join(run, "load-and-split-dataset/xTest.arrow"));
  const scores = await column.decode(join(run, "make-predictions/yScore.arrow"));
  const { outputs } = runOnnxFile(join(run, "model-training/model.onnx"), x);
  const [probabilities = [], classes = []] = Object.values(outputs);
  const differences = probabilities.map((value, row) => Math.abs(Number(value) - Number(scores[row])));
  return {
    largestDifference: Math.max(...differences),
    rows: scores.length,
    classes: [...new Set(classes)].sort(),
  };
}
