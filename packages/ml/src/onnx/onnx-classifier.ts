import type { Label } from "../labels.js";
import type {
  StoredBinaryLogisticRegression,
  StoredLogisticRegression,
} from "../linear-model/logistic-regression-schema.js";
import { requireBinaryModel } from "../linear-model/require-binary-model.js";
import type { StoredTransformer } from "../stored/schema.js";
import { type Block, type Blocks, joinColumns } from "./onnx-columns.js";
import { type OnnxColumn, OnnxGraph } from "./onnx-graph.js";
import { addTransformer, rawColumns } from "./onnx-transformers.js";

/** What to write as ONNX. */
export interface OnnxClassifierOptions {
  /** The preprocessing of raw rows, in order. */
  readonly steps: readonly StoredTransformer[];
  readonly classifier: StoredLogisticRegression;
  /** Names of the classes instead of the classifier's: the negative one, then the positive one. */
  readonly classes?: readonly [Label, Label];
  /** From this probability of the positive class on it is the predicted one. Default: the more likely class. */
  readonly threshold?: number;
  /** Says in the file what the model predicts. */
  readonly description?: string;
}

/** A model in the ONNX format. Each input and output is a tensor of n rows and one column. */
export interface OnnxModel {
  /** The content of the file. */
  readonly bytes: Uint8Array;
  /** The raw columns: numbers as doubles (NaN: missing), texts ("": missing). */
  readonly inputs: readonly OnnxColumn[];
  /** The positive class's probability, and the predicted class. */
  readonly outputs: readonly [probability: OnnxColumn, label: OnnxColumn];
}

/**
 * A classifier with its preprocessing in the ONNX format: raw columns in; probability of the positive class and class out.
 * The metadata `tiphys.categories` has, as JSON, the texts of each column of categories that the model knows.
 * It calculates in 64-bit floating point. Where the estimators throw, on a missing number that no step fills in or on an
 * unknown category with handleUnknown: "error", the probability is NaN, or the category is encoded as zeros.
 * @throws {InvalidParameterError} naming a column of texts that no step encodes, or one that is already joined with others
 *   where a ColumnTransformer takes it alone, or for more than two classes
 * @see https://onnx.ai/onnx/repo-docs/IR.html
 */
export function onnxClassifier(options: OnnxClassifierOptions): OnnxModel {
  const classifier = requireBinaryModel(options.classifier);
  const { steps, classes = classifier.classes, description = "", threshold } = options;
  const inputs = rawColumns(steps, classifier.featureNames);
  const graph = new OnnxGraph(inputs);
  let blocks: Blocks = inputs.map(
    ({ name, type }): Block =>
      type === "string"
        ? { kind: "texts", names: [name], value: name, replaced: new Map() }
        : { kind: "numbers", names: [name], value: name },
  );
  for (const step of steps) blocks = addTransformer(graph, step, blocks);
  const logOdds = addLogOdds(graph, classifier, joinColumns(graph, blocks));
  const probability: OnnxColumn = { name: addProbability(graph, logOdds), type: "double" };
  const isPositive =
    threshold === undefined
      ? graph.add("Greater", [logOdds, number(graph, "even odds", 0)], "is positive")
      : graph.add("GreaterOrEqual", [probability.name, number(graph, "threshold", threshold)], "is positive");
  const label = addLabel(graph, isPositive, classes);
  const outputs = [probability, label] as const;
  return { bytes: graph.toBytes("classifier", description, outputs), inputs, outputs };
}

function addLogOdds(
  graph: OnnxGraph,
  { coef, intercept }: StoredBinaryLogisticRegression,
  features: string,
): string {
  const coefficients = graph.constant("coef", [coef.length, 1], { type: "double", values: coef });
  const constant = graph.constant("intercept", [1], { type: "double", values: [intercept] });
  const product = graph.add("MatMul", [features, coefficients], "product");
  return graph.add("Add", [product, constant], "log odds");
}

/** e^min(x, 0) / (1 + e^−|x|): the Sigmoid of onnxruntime 1.32 gives 0 from log-odds of −37 on. */
function addProbability(graph: OnnxGraph, logOdds: string): string {
  const negative = graph.add("Min", [logOdds, number(graph, "0", 0)], "negative log odds");
  const numerator = graph.add("Exp", [negative], "numerator");
  const size = graph.add("Neg", [graph.add("Abs", [logOdds], "size")], "minus size");
  const denominator = graph.add(
    "Add",
    [graph.add("Exp", [size], "exp"), number(graph, "1", 1)],
    "denominator",
  );
  return graph.add("Div", [numerator, denominator], "probability");
}

function number(graph: OnnxGraph, name: string, value: number): string {
  return graph.constant(name, [1], { type: "double", values: [value] });
}

function addLabel(
  graph: OnnxGraph,
  isPositive: string,
  [negative, positive]: readonly [Label, Label],
): OnnxColumn {
  const type = labelType(negative, positive);
  const label = (name: string, value: Label) =>
    graph.constant(
      name,
      [1],
      type === "string" ? { type, values: [String(value)] } : { type, values: [Number(value)] },
    );
  const classes = [label("positive class", positive), label("negative class", negative)];
  return { name: graph.add("Where", [isPositive, ...classes], "class"), type };
}

function labelType(negative: Label, positive: Label): OnnxColumn["type"] {
  if (typeof negative === "string") return "string";
  return Number.isSafeInteger(negative) && Number.isSafeInteger(positive) ? "int64" : "double";
}
