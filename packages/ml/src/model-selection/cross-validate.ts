import { type Column, materialize, type Table } from "../columns.js";
import type { Estimator } from "../estimator.js";
import { isClassifier } from "../is-classifier.js";
import type { Labels } from "../labels.js";
import { mapValues } from "../map-values.js";
import { type FoldScores, fitAndScore } from "./fit-and-score.js";
import { type CrossValidation, resolveFolds } from "./resolve-folds.js";
import type { ScorerName, Scoring } from "./scorers.js";

/** How to divide and weigh rows for a cross-validation. */
export interface CrossValidationOptions {
  /** A number of folds, a splitter, or folds. Default: 5. */
  readonly cv?: CrossValidation;
  /** n labels for a splitter that keeps groups together. */
  readonly groups?: Labels;
  /** n weights ≥ 0 for the fits; the scores are not weighted, as in scikit-learn. Default: 1 each. */
  readonly sampleWeight?: ArrayLike<number>;
  /** Receives a warning where a class has fewer rows than the number of folds. Default: none. */
  readonly onWarning?: (warning: string) => void;
}

/** Scores by name: one name, several, or any names for scores and functions. */
export type NamedScoring<Name extends string> =
  | (Name & ScorerName)
  | readonly (Name & ScorerName)[]
  | Readonly<Record<Name, Scoring>>;

/** Options of `crossValidate`. */
export interface CrossValidateOptions<Name extends string> extends CrossValidationOptions {
  readonly scoring: NamedScoring<Name>;
  /** Whether to measure the training rows too. Default: `false`. */
  readonly returnTrainScore?: boolean;
}

/** The scores of each fold, by the name of the score. */
export interface CrossValidationScores<Name extends string> {
  readonly testScores: Readonly<Record<Name, Float64Array>>;
  /** Only with `returnTrainScore`. */
  readonly trainScores?: Readonly<Record<Name, Float64Array>>;
}

/**
 * Scores of a model by cross-validation: for each fold a new model is fitted on the training rows, and measured on the test rows.
 *
 * @example
 * const { testScores } = crossValidate(() => new LogisticRegression({ C: 1 }), x, y, { cv: 5, scoring: ["accuracy", "rocAuc"] });
 *
 * @param make makes an estimator that is not fitted
 * @param x n rows
 * @param y n labels or numbers
 * @throws {ShapeError | InvalidParameterError} for folds that are none, or a score that does not fit the model
 * @throws what the estimator's `fit` throws
 * @see scikit-learn, model_selection.cross_validate with error_score="raise"
 */
export function crossValidate<Name extends string>(
  make: () => Estimator,
  x: Table,
  y: Column,
  { cv, groups, sampleWeight, onWarning, scoring, returnTrainScore }: CrossValidateOptions<Name>,
): CrossValidationScores<Name> {
  const table = materialize(x);
  const named = nameScores(scoring);
  const folds = resolveFolds("crossValidate", cv, { x: table, y, groups, onWarning }, isClassifier(make()));
  const scores = folds.map((fold) =>
    fitAndScore({ make, x: table, y, sampleWeight, fold, scoring: named, returnTrainScore }),
  );
  const ofFolds = (side: (fold: FoldScores<Name>) => Readonly<Record<Name, number>> | undefined) =>
    mapValues(named, (_, name) => Float64Array.from(scores, (fold) => side(fold)?.[name] ?? Number.NaN));
  const testScores = ofFolds(({ test }) => test);
  return returnTrainScore ? { testScores, trainScores: ofFolds(({ train }) => train) } : { testScores };
}

function nameScores<Name extends string>(scoring: NamedScoring<Name>): Readonly<Record<Name, Scoring>> {
  if (typeof scoring === "string") return nameScores([scoring]);
  if (!isList(scoring)) return scoring;
  const entries = scoring.map((name): [string, Scoring] => [name, name]);
  // The names are those of the list, which the type of Object.fromEntries does not keep.
  return Object.fromEntries(entries) as Record<Name, Scoring>;
}

/** Unlike Array.isArray, it takes lists that cannot be changed. */
function isList<Item>(value: readonly Item[] | object): value is readonly Item[] {
  return Array.isArray(value);
}
