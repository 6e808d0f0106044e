import { type Column, materialize, type Table } from "../columns.js";
import { InvalidParameterError, NotFittedError } from "../errors.js";
import type { Classifier, FitOptions } from "../estimator.js";
import { type Classes, decodeLabels, encodeLabels, type Label, uniqueLabels } from "../labels.js";
import { RandomState } from "../model-selection/random-state.js";
import { requireColumns } from "../require-columns.js";
import { requireRows } from "../require-rows.js";
import { requireSampleWeight } from "../sample-weight.js";
import { parseStored } from "../stored-model.js";
import { classShares } from "./class-shares.js";
import { drawClasses } from "./draw-classes.js";
import { dummyClassifierSchema, type StoredDummyClassifier } from "./dummy-classifier-schema.js";

/** How a `DummyClassifier` predicts. */
export interface DummyClassifierOptions {
  /**
   * "prior" and "mostFrequent" predict the most frequent class (of several, the first); "prior" gives the shares of the
   * classes as probabilities, "mostFrequent" 1 and 0. "stratified" draws classes by their shares, "uniform" with equal
   * probability. "constant" predicts `constant`. Default: "prior".
   */
  readonly strategy?: StoredDummyClassifier["strategy"];
  /** The class that "constant" predicts. */
  readonly constant?: Label;
  /** Seed of the draws, from 0 to 2³² − 1: the same draws as scikit-learn's. Default: other draws each time. */
  readonly randomState?: number;
}

/**
 * A classifier that ignores the columns: a baseline that any other model must exceed.
 *
 * @example
 * const baseline = new DummyClassifier().fit(xTrain, yTrain);
 * accuracyScore(yTest, baseline.predict(xTest));
 *
 * @see scikit-learn, dummy.DummyClassifier
 */
export class DummyClassifier implements Classifier {
  readonly #options: DummyClassifierOptions;
  #fitted: StoredDummyClassifier | undefined;

  /** @throws {InvalidParameterError} for an unknown strategy, or "constant" without `constant` */
  constructor(options: DummyClassifierOptions = {}) {
    const { strategy = "prior", constant } = options;
    const strategies = dummyClassifierSchema.shape.strategy.options;
    if (!strategies.includes(strategy)) {
      throw new InvalidParameterError(
        "strategy",
        JSON.stringify(strategy),
        `one of ${strategies.join(", ")}`,
      );
    }
    if (strategy === "constant" && constant === undefined) {
      throw new InvalidParameterError("constant", constant, 'a class, with the strategy "constant"');
    }
    this.#options = options;
  }

  /**
   * A model from its stored form.
   * @throws {InvalidModelError} when `json` does not have the form of `toJSON`
   */
  static fromJSON(json: unknown): DummyClassifier {
    const stored = parseStored("DummyClassifier", dummyClassifierSchema, json);
    const { strategy, constant, randomState } = stored;
    const model = new DummyClassifier({
      strategy,
      ...(constant === null ? {} : { constant }),
      ...(randomState === null ? {} : { randomState }),
    });
    model.#fitted = stored;
    return model;
  }

  /**
   * Counts the classes.
   * @param x n ≥ 1 rows; the columns may hold anything
   * @param y n labels, numbers or texts
   * @throws {ShapeError} when x, y and the weights have different lengths
   * @throws {InvalidParameterError} when `constant` is not among the labels, or for a negative weight
   */
  fit(x: Table, y: Column, { sampleWeight }: FitOptions = {}): this {
    const table = materialize(x);
    requireRows("DummyClassifier", table, y);
    const classes = uniqueLabels(y);
    const { strategy = "prior", constant, randomState } = this.#options;
    if (strategy === "constant" && !classes.some((each) => each === constant)) {
      throw new InvalidParameterError("constant", JSON.stringify(constant), `one of ${classes.join(", ")}`);
    }
    this.#fitted = {
      formatVersion: 1,
      estimator: "DummyClassifier",
      strategy,
      randomState: randomState ?? null,
      constant: strategy === "constant" ? (constant ?? null) : null,
      featureNames: table.columnNames(),
      classes,
      classPrior: classShares(
        encodeLabels(y, classes),
        classes.length,
        requireSampleWeight(sampleWeight, y.length),
      ),
    };
    return this;
  }

  /**
   * The predicted class of each row.
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   */
  predict(x: Table): Column {
    const { strategy, classes } = this.#learned();
    const n = this.#rowsOf(x);
    if (strategy === "stratified") return decodeLabels(this.#draw(n), classes);
    if (strategy !== "uniform") return decodeLabels(new Int32Array(n).fill(this.#predictedClass()), classes);
    const random = this.#random();
    const codes = new Int32Array(n);
    for (let row = 0; row < n; row++) codes[row] = random.interval(classes.length - 1);
    return decodeLabels(codes, classes);
  }

  /**
   * Probabilities from 0 to 1: one array of n numbers for each of `classes`. "stratified" gives 1 for the drawn class.
   * @throws as `predict` does
   */
  predictProba(x: Table): readonly Float64Array[] {
    const { strategy, classes, classPrior } = this.#learned();
    const n = this.#rowsOf(x);
    if (strategy === "stratified") {
      const drawn = this.#draw(n);
      return classPrior.map((_, k) => Float64Array.from(drawn, (code) => (code === k ? 1 : 0)));
    }
    const predicted = this.#predictedClass();
    return classPrior.map((share, k) => {
      const column = new Float64Array(n);
      if (strategy === "prior") return column.fill(share);
      if (strategy === "uniform") return column.fill(1 / classes.length);
      return column.fill(k === predicted ? 1 : 0);
    });
  }

  /** The classes, ascending. */
  get classes(): Classes {
    return this.#learned().classes;
  }

  /** Share of each class among the rows of the fit, by weight. */
  get classPrior(): readonly number[] {
    return this.#learned().classPrior;
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    return this.#learned().featureNames;
  }

  /** The stored form, for `fromJSON`; its schema is `dummyClassifierSchema`. */
  toJSON(): StoredDummyClassifier {
    return this.#learned();
  }

  #predictedClass(): number {
    const { strategy, classes, classPrior, constant } = this.#learned();
    const labels: readonly (Label | null)[] = classes;
    if (strategy === "constant") return labels.indexOf(constant);
    return classPrior.reduce((best, share, k) => (share > (classPrior[best] ?? 0) ? k : best), 0);
  }

  #draw(n: number): Int32Array {
    return drawClasses(this.#random(), this.#learned().classPrior, n);
  }

  #random(): RandomState {
    const { randomState } = this.#learned();
    return randomState === null ? new RandomState() : new RandomState(randomState);
  }

  #rowsOf(x: Table): number {
    const table = materialize(x);
    requireColumns("DummyClassifier", this.#learned().featureNames, table);
    return table.numRows();
  }

  #learned(): StoredDummyClassifier {
    if (this.#fitted === undefined) throw new NotFittedError("DummyClassifier");
    return this.#fitted;
  }
}
