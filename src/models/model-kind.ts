import type { Classifier, Column, Evaluation, OnnxModel, Table } from "@tiphys/ml";
import type * as z from "zod";
import type { Preprocessing } from "../preprocessing.js";

/** What a training can set. A model takes what it knows, and says so in its description. */
export interface TrainingOptions {
  /** Inverse strength of a penalty on coefficients. */
  readonly C: number;
  /** "balanced": both classes weigh the same, however many rows they have. */
  readonly classWeight: "none" | "balanced";
  readonly randomState: number;
  readonly log: (line: string) => void;
}

/** A fitted model with what it was trained on. */
export interface FittedModel<Stored> {
  readonly classifier: Stored;
  readonly preprocessing: Preprocessing;
  readonly classWeight: TrainingOptions["classWeight"];
  /** Raw training rows. */
  readonly xTrain: Table;
  /** 1 for positive rows, else 0. */
  readonly yTrain: Column;
}

/** What the page shows about a model beyond its predictions. */
export interface ModelDescription {
  /** Undefined for a model without coefficients. */
  readonly coefficients?: Evaluation["coefficients"];
  /** The model's parameters. */
  readonly parameters: Evaluation["parameters"];
  /** What readers should know before they trust the model. */
  readonly warnings: readonly string[];
  /** How the odds ratios were computed; undefined for a model without any. */
  readonly oddsRatioNote?: string;
}

/** What training, predictions, page, picture and export need to know of a kind of model. */
export interface Model<Stored> {
  /** On the page and in the picture's legend, such as "Logistic regression". */
  readonly title: string;
  /**
   * "scaled": numbers without gaps, of variance 1, and columns of 0 and 1 for the categories. "raw": the columns as they are,
   * with NaN for missing numbers, texts for categories, and "" for missing ones.
   */
  readonly preprocessing: "scaled" | "raw";
  /** @param y 1 for positive rows, else 0 */
  fit(x: Table, y: Column, options: TrainingOptions): TrainedModel<Stored>;
  fromJSON(stored: Stored): Pick<Classifier, "predictProba">;
  describe(fitted: FittedModel<Stored>): ModelDescription;
  /** The model with its preprocessing as ONNX; undefined if it cannot be written so. */
  toOnnx?(classifier: Stored, preprocessing: Preprocessing, options: OnnxOptions): OnnxModel;
}

/** A classifier that can be stored. */
export interface TrainedModel<Stored> extends Pick<Classifier, "predictProba"> {
  toJSON(): Stored;
}

/** What the exported model predicts. */
export interface OnnxOptions {
  /** The negative class, then the positive one. */
  readonly classes: readonly [number | string, number | string];
  readonly threshold: number;
  readonly description: string;
}

/** A model with the value of the parameter `model` that chooses it, and the schema of its stored form in `model.json`. */
export interface ModelKind<Name extends string, Schema extends z.ZodType> extends Model<z.output<Schema>> {
  readonly name: Name;
  readonly schema: Schema;
}

/** A kind of model, with the types of its name and its stored form. */
export function defineModel<const Name extends string, Schema extends z.ZodType>(
  kind: ModelKind<Name, Schema>,
): ModelKind<Name, Schema> {
  return kind;
}
