import { type Column, materialize, type Table } from "../columns.js";
import { ShapeError } from "../errors.js";
import type { Estimator } from "../estimator.js";
import { isClassifier } from "../is-classifier.js";
import { collectSearchResults, type SearchResults, type SearchScore } from "./collect-search-results.js";
import type { CrossValidationOptions } from "./cross-validate.js";
import { fitAndScore } from "./fit-and-score.js";
import { resolveFolds } from "./resolve-folds.js";
import type { Scoring } from "./scorers.js";

/** What to search, and on which rows. */
export interface GridSearchOptions<Parameters, Model extends Estimator> extends CrossValidationOptions {
  /** The parameters to try, such as those of `parameterGrid` or `parameterSample`. */
  readonly candidates: readonly Parameters[];
  /** Makes an estimator of these parameters that is not fitted. */
  readonly make: (parameters: Parameters) => Model;
  /** n training rows. The folds divide them; keep the test rows out. */
  readonly x: Table;
  /** n labels or numbers. */
  readonly y: Column;
  /** The score to choose by: a name, or a function. */
  readonly scoring: Scoring;
  /** Whether to measure the training rows of each fold too. Default: `false`. */
  readonly returnTrainScore?: boolean;
}

/** What a search found out, and the model of the best parameters. */
export interface GridSearchResults<Parameters, Model> extends SearchResults<Parameters> {
  /** Fitted with the best parameters on all n rows. */
  readonly bestEstimator: Model;
}

/**
 * Tries parameters by cross-validation, and fits a model of the best ones on all rows.
 *
 * Training, validation and test rows stay apart: each fold's test rows validate models of its training rows, and test rows that
 * are not passed in have neither trained nor chosen the model.
 *
 * @example
 * const { bestEstimator, results } = gridSearch({
 *   candidates: parameterGrid({ C: [0.1, 1, 10] }),
 *   make: ({ C }) => new LogisticRegression({ C }),
 *   x: xTrain, y: yTrain, cv: 5, scoring: "rocAuc",
 * });
 *
 * @throws {ShapeError} when there is no candidate
 * @throws as `crossValidate` does
 * @see scikit-learn, model_selection.GridSearchCV and RandomizedSearchCV
 */
export function gridSearch<Parameters, Model extends Estimator>({
  candidates,
  make,
  x,
  y,
  cv,
  groups,
  sampleWeight,
  onWarning,
  scoring,
  returnTrainScore,
}: GridSearchOptions<Parameters, Model>): GridSearchResults<Parameters, Model> {
  const table = materialize(x);
  const [first] = candidates;
  if (first === undefined) throw new ShapeError("gridSearch: found no candidates, expected at least one.");
  const folds = resolveFolds("gridSearch", cv, { x: table, y, groups, onWarning }, isClassifier(make(first)));
  const rows = { x: table, y, sampleWeight };
  const scores = candidates.flatMap((parameters, candidate) =>
    folds.map((fold, index): SearchScore => {
      const { test, train } = fitAndScore({
        make: () => make(parameters),
        ...rows,
        fold,
        scoring: { score: scoring },
        returnTrainScore,
      });
      const scored = { candidate, fold: index, score: test.score };
      return train === undefined ? scored : { ...scored, trainScore: train.score };
    }),
  );
  const found = collectSearchResults(candidates, scores);
  const bestEstimator = make(found.bestParameters).fit(table, y, sampleWeight && { sampleWeight });
  return { ...found, bestEstimator };
}
