import type { Column, Table } from "../columns.js";
import { NotFittedError, OneClassError } from "../errors.js";
import type { Classifier, FitOptions } from "../estimator.js";
import { type Classes, copyOfLabels, decodeLabels, encodeLabels, uniqueLabels } from "../labels.js";
import { type ClassWeight, classWeights } from "../linear-model/class-weights.js";
import { sigmoid } from "../linear-model/logistic.js";
import { likeliestClasses, probabilitiesInPlace } from "../linear-model/predict-classes.js";
import { requireSampleWeight } from "../sample-weight.js";
import { parseStored } from "../stored-model.js";
import { BoostedTrees } from "./boosted-trees.js";
import {
  type BoostingOptions,
  type CompleteBoostingOptions,
  completeBoostingOptions,
} from "./boosting-options.js";
import {
  histGradientBoostingClassifierSchema,
  type StoredHistGradientBoostingClassifier,
} from "./hist-gradient-boosting-classifier-schema.js";
import { fitStoredTrees, learnTable } from "./learn-table.js";
import { binaryLogLoss, multinomialLogLoss } from "./log-loss.js";

/** Options of `HistGradientBoostingClassifier`. */
export interface HistGradientBoostingClassifierOptions extends BoostingOptions {
  /** Weights of the classes. Default: 1 each. */
  readonly classWeight?: ClassWeight;
}

const NAME = "HistGradientBoostingClassifier";

/**
 * Gradient boosting of classification trees on binned columns, for two or more classes. Missing values and categories need
 * no preparation.
 *
 * @example
 * const model = new HistGradientBoostingClassifier({ randomState: 42 }).fit(xTrain, yTrain);
 * const yPred = model.predict(xTest);
 *
 * @see scikit-learn, ensemble.HistGradientBoostingClassifier
 */
export class HistGradientBoostingClassifier implements Classifier {
  readonly #options: CompleteBoostingOptions;
  readonly #classWeight: ClassWeight | undefined;
  #fitted: BoostedTrees<StoredHistGradientBoostingClassifier> | undefined;

  /** @throws {InvalidParameterError} when an option is out of range */
  constructor({ classWeight, ...options }: HistGradientBoostingClassifierOptions = {}) {
    this.#classWeight = classWeight;
    this.#options = completeBoostingOptions(options);
  }

  /**
   * A model from its stored form. Another fit of it has the same options, but neither `classWeight` nor `randomState`.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): HistGradientBoostingClassifier {
    const fitted = new BoostedTrees(parseStored(NAME, histGradientBoostingClassifierSchema, json));
    const model = new HistGradientBoostingClassifier(fitted.options);
    model.#fitted = fitted;
    return model;
  }

  /**
   * Grows the trees.
   * @param x n ≥ 2 rows of numbers, NaN where missing, and texts, "" where missing; infinite numbers are allowed
   * @param y n labels of two or more classes, numbers or texts
   * @throws {ShapeError} when x, y and the weights have different lengths, or there is no row or column
   * @throws {OneClassError} when y holds one class only
   * @throws {InvalidParameterError} for a negative weight, an unknown class, or more categories than `maxBins`
   */
  fit(x: Table, y: Column, { sampleWeight }: FitOptions = {}): this {
    const data = learnTable(NAME, x, y, this.#options);
    const classes = uniqueLabels(y);
    const [first] = classes;
    if (classes.length < 2 && first !== undefined) throw new OneClassError(`${NAME}.fit`, first);
    const codes = Float64Array.from(encodeLabels(y, classes));
    const weights = this.#weights(classes, codes, requireSampleWeight(sampleWeight, y.length));
    const loss = classes.length === 2 ? binaryLogLoss : multinomialLogLoss(classes.length);
    const trees = fitStoredTrees(data, { y: codes, weights }, loss, codes, this.#options);
    this.#fitted = new BoostedTrees({
      formatVersion: 1,
      estimator: NAME,
      classes: copyOfLabels(classes),
      ...trees,
    });
    return this;
  }

  /**
   * Raw predictions: for two classes the log-odds of the second, one array of n numbers; for more, one array for each.
   * @param x with the columns of `fit` in the same order; unknown categories count as missing
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   * @throws {NotNumericError | NotTextError} naming column and row of a cell of another kind than in `fit`
   */
  decisionFunction(x: Table): Float64Array[] {
    return this.#learned().predict(NAME, x);
  }

  /**
   * Probabilities from 0 to 1: one array of n numbers for each of `classes`.
   * @throws as `decisionFunction` does
   */
  predictProba(x: Table): Float64Array[] {
    const raw = this.decisionFunction(x);
    const [logOdds = new Float64Array(0)] = raw;
    if (raw.length > 1) {
      probabilitiesInPlace(raw);
      return raw;
    }
    const positive = logOdds.map(sigmoid);
    return [positive.map((probability) => 1 - probability), positive];
  }

  /**
   * The most likely class of each row, of equal ones the first: numbers or texts as in the `y` of `fit`.
   * @throws as `decisionFunction` does
   */
  predict(x: Table): Column {
    const raw = this.decisionFunction(x);
    const [logOdds = new Float64Array(0)] = raw;
    const codes = raw.length === 1 ? logOdds.map((value) => (value > 0 ? 1 : 0)) : likeliestClasses(raw);
    return decodeLabels(codes, this.classes);
  }

  /** The classes, ascending. */
  get classes(): Classes {
    return this.#learned().stored.classes;
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.#learned().stored.featureNames;
  }

  /** Number of iterations: as many as `maxIter`, unless early stopping ended the fit. */
  get nIter(): number {
    return this.#learned().stored.nIter;
  }

  /** The stored form, for `fromJSON`; its schema is `histGradientBoostingClassifierSchema`. */
  toJSON(): StoredHistGradientBoostingClassifier {
    return this.#learned().stored;
  }

  #weights(
    classes: Classes,
    codes: Float64Array,
    weights: Float64Array | undefined,
  ): Float64Array | undefined {
    if (this.#classWeight === undefined) return weights;
    const counts = classes.map(() => 0);
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    const ofClass = classWeights(this.#classWeight, classes, counts);
    return codes.map((code, row) => (weights?.[row] ?? 1) * (ofClass[code] ?? 1));
  }

  #learned(): BoostedTrees<StoredHistGradientBoostingClassifier> {
    if (this.#fitted === undefined) throw new NotFittedError(NAME);
    return this.#fitted;
  }
}
