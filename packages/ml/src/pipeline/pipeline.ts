import { type Column, materialize, type Table } from "../columns.js";
import { InvalidParameterError, NotFittedError } from "../errors.js";
import type { Classifier, Estimator, FitOptions, Transformer } from "../estimator.js";
import type { Classes } from "../labels.js";
import { requireColumns } from "../require-columns.js";
import { pipelineSchema, type StoredPipeline } from "../stored/schema.js";
import { parseStored } from "../stored-model.js";
import { requireDistinctSteps } from "./step-names.js";

/** The steps of a pipeline: transformers, and last a transformer or an estimator, each with a name of its own. */
export type PipelineSteps<Last> = readonly [
  ...(readonly [name: string, transformer: Transformer])[],
  readonly [name: string, last: Last],
];

/**
 * Transformers one after another, and last an estimator or one more transformer: fitted and applied as one.
 * `estimatorFromJSON`, `classifierFromJSON`, `regressorFromJSON` and `transformerFromJSON` are the ways back from `toJSON`.
 *
 * @example
 * const model = new Pipeline([["scale", new StandardScaler()], ["model", new LogisticRegression()]]);
 * const yPred = model.fit(xTrain, yTrain).predict(xTest);
 *
 * @see scikit-learn, pipeline.Pipeline
 */
export class Pipeline<Last extends Estimator | Transformer = Estimator | Transformer> {
  readonly #transformers: readonly (readonly [name: string, transformer: Transformer])[];
  readonly #last: readonly [name: string, step: Last];
  #featureNames: readonly string[] | undefined;

  /** @throws {InvalidParameterError} for an empty name, one that holds "__" or stands twice, or a step that stands twice */
  constructor(steps: PipelineSteps<Last>) {
    requireDistinctSteps("steps", steps);
    const { transformers, last } = parted(steps);
    this.#transformers = transformers;
    this.#last = last;
  }

  /**
   * A pipeline of fitted steps.
   * @param featureNames the columns that the first step was fitted on
   */
  static ofFitted<Last extends Estimator | Transformer>(
    steps: PipelineSteps<Last>,
    featureNames: readonly string[],
  ): Pipeline<Last> {
    const pipeline = new Pipeline(steps);
    pipeline.#featureNames = featureNames;
    return pipeline;
  }

  /**
   * Fits each step on what the steps before it make of the table. The objects that were passed in learn.
   * @param y n labels or numbers, which the last step learns from; a pipeline of transformers needs none
   * @param options `sampleWeight` is for the last step
   * @throws {InvalidParameterError} when the last step is an estimator and `y` is missing
   * @throws what the steps throw
   */
  fit(x: Table, y?: Column, options?: FitOptions): this {
    const [name, last] = this.#last;
    let table = materialize(x);
    const featureNames = table.columnNames();
    for (const [, transformer] of this.#transformers) table = fitTransform(transformer, table);
    if (!isEstimator(last)) last.fit(table);
    else if (y !== undefined) last.fit(table, y, options);
    else throw new InvalidParameterError("y", "none", `a column for the step "${name}" to learn from`);
    this.#featureNames = featureNames;
    return this;
  }

  /** `fit`, then `transform` of the same table. */
  fitTransform(this: Pipeline<Transformer>, x: Table): Table {
    let table = materialize(x);
    this.#featureNames = table.columnNames();
    for (const [, transformer] of [...this.#transformers, this.#last])
      table = fitTransform(transformer, table);
    return table;
  }

  /**
   * What the steps, which are all transformers, make of a table: the same rows.
   * @param x a table with the columns of `fit` in the same order
   * @throws {NotFittedError} before `fit`
   * @throws {ColumnMismatchError} naming missing and surplus columns
   * @throws what the steps throw
   */
  transform(this: Pipeline<Transformer>, x: Table): Table {
    return this.#step("transform").transform(this.#before(x));
  }

  /**
   * What the last step, an estimator, predicts for each row.
   * @throws as `transform` does
   */
  predict(this: Pipeline<Estimator>, x: Table): Last extends Estimator ? ReturnType<Last["predict"]> : never;
  predict(this: Pipeline<Estimator>, x: Table): Column {
    return this.#step("predict").predict(this.#before(x));
  }

  /**
   * The probabilities of the last step, a classifier: one array of n numbers for each of `classes`.
   * @throws as `transform` does
   */
  predictProba(
    this: Pipeline<Classifier>,
    x: Table,
  ): Last extends Classifier ? ReturnType<Last["predictProba"]> : never;
  predictProba(this: Pipeline<Classifier>, x: Table): readonly Float64Array[] {
    return this.#step("predictProba").predictProba(this.#before(x));
  }

  /** The classes of the last step, ascending; undefined if it is not a classifier. */
  get classes(): Last extends Classifier ? Classes : undefined {
    const [, last] = this.#last;
    const classes = "classes" in last ? last.classes : undefined;
    // A conditional type is not narrowed: `classes` is there exactly if the last step is a classifier.
    return classes as Last extends Classifier ? Classes : undefined;
  }

  /** Names of the columns it was fitted on. */
  get featureNames(): readonly string[] {
    if (this.#featureNames === undefined) throw new NotFittedError("Pipeline");
    return this.#featureNames;
  }

  /** The last step: the estimator, or the last transformer. */
  get last(): Last {
    return this.#last[1];
  }

  /** The steps by their names, in order. */
  get namedSteps(): ReadonlyMap<string, Transformer | Last> {
    return new Map<string, Transformer | Last>([...this.#transformers, this.#last]);
  }

  /**
   * The stored form, with those of the steps; its schema is `pipelineSchema`.
   * @throws {InvalidModelError} when a step is none of this package's classes
   */
  toJSON(): StoredPipeline {
    if (this.#featureNames === undefined) throw new NotFittedError("Pipeline");
    const steps = Array.from(this.namedSteps, ([name, step]) => [name, step.toJSON()]);
    return parseStored("Pipeline", pipelineSchema, { formatVersion: 1, estimator: "Pipeline", steps });
  }

  /** What the transformers before the last step make of a table. */
  #before(x: Table): Table {
    const table = materialize(x);
    requireColumns("Pipeline", this.featureNames, table);
    return this.#transformers.reduce((before, [, transformer]) => transformer.transform(before), table);
  }

  /** The last step, checked at run time, too: the types do not see a pipeline that is passed as another interface. */
  #step(method: string): Last {
    const [name, last] = this.#last;
    if (method in last) return last;
    const found = `"${name}", a ${last.constructor.name}, which has no ${method}()`;
    throw new InvalidParameterError(`Pipeline.${method}: the last step`, found, `one that has ${method}()`);
  }
}

function parted<Last>(steps: PipelineSteps<Last>): {
  readonly transformers: readonly (readonly [string, Transformer])[];
  readonly last: readonly [string, Last];
} {
  // TypeScript types neither `slice` nor `at` of a tuple that ends with a certain element.
  const transformers = steps.slice(0, -1) as (readonly [string, Transformer])[];
  const last = steps.at(-1) as readonly [string, Last];
  return { transformers, last };
}

function fitTransform(transformer: Transformer, x: Table): Table {
  return transformer.fitTransform?.(x) ?? transformer.fit(x).transform(x);
}

function isEstimator(step: Estimator | Transformer): step is Estimator {
  return "predict" in step && !(step instanceof Pipeline && !isEstimator(step.last));
}
