import type { StoredColumnTransformer, StoredTransformer } from "../stored/schema.js";
import { type Blocks, selectColumns } from "./onnx-columns.js";
import type { OnnxColumn, OnnxGraph } from "./onnx-graph.js";
import { encodeTexts, imputeNumbers, imputeTexts, scaleNumbers } from "./onnx-preprocessing.js";

/** What a fitted transformer makes of the columns. */
export function addTransformer(graph: OnnxGraph, step: StoredTransformer, blocks: Blocks): Blocks {
  switch (step.estimator) {
    case "SimpleImputer":
      return imputeNumbers(graph, step, blocks);
    case "CategoryImputer":
      return imputeTexts(step, blocks);
    case "OneHotEncoder":
      return encodeTexts(graph, step, blocks);
    case "StandardScaler":
      return scaleNumbers(graph, step, blocks);
    case "Pipeline":
      return step.steps.reduce((before, [, next]) => addTransformer(graph, next, before), blocks);
    case "ColumnTransformer":
      return [...step.transformers, remainderOf(step)].flatMap(([, transformer, columns]) => {
        if (transformer === "drop") return [];
        const own = selectColumns(columns, blocks);
        return transformer === "passthrough" ? own : addTransformer(graph, transformer, own);
      });
  }
}

/** The raw columns that steps need; where there are no steps, the columns of the classifier. */
export function rawColumns(steps: readonly StoredTransformer[], features: readonly string[]): OnnxColumn[] {
  const texts = new Set(steps.flatMap(textsOf));
  const [first] = steps;
  const names = first === undefined ? features : neededBy(first);
  return names.map((name) => ({ name, type: texts.has(name) ? "string" : "double" }));
}

/** The columns that a transformer reads as texts. */
function textsOf(step: StoredTransformer): readonly string[] {
  switch (step.estimator) {
    case "CategoryImputer":
    case "OneHotEncoder":
      return step.columns;
    case "Pipeline":
      return step.steps.flatMap(([, inner]) => textsOf(inner));
    case "ColumnTransformer":
      return step.transformers.flatMap(([, inner]) => (typeof inner === "string" ? [] : textsOf(inner)));
    default:
      return [];
  }
}

/** The columns that a transformer does not drop, in the table's order. */
function neededBy(step: StoredTransformer): readonly string[] {
  if (step.estimator === "Pipeline") return step.steps.slice(0, 1).flatMap(([, first]) => neededBy(first));
  if (step.estimator !== "ColumnTransformer") return step.featureNames;
  const needed = [...step.transformers, remainderOf(step)].flatMap(([, transformer, columns]) =>
    transformer === "drop" ? [] : columns,
  );
  return step.featureNames.filter((name) => needed.includes(name));
}

/** The columns that no transformer has, as one more transformer. */
function remainderOf(step: StoredColumnTransformer): StoredColumnTransformer["transformers"][number] {
  const taken = step.transformers.flatMap(([, , columns]) => columns);
  return ["remainder", step.remainder, step.featureNames.filter((name) => !taken.includes(name))];
}
