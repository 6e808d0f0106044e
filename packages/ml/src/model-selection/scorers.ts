import type { Column, Table } from "../columns.js";
import { InvalidParameterError } from "../errors.js";
import type { Estimator } from "../estimator.js";
import { mapValues } from "../map-values.js";
import { classificationScorers } from "./classification-scorers.js";
import { regressionScorers } from "./regression-scorers.js";
import { type ResponseScorer, Responses } from "./responses.js";

/** The name of a score: scikit-learn's, in camelCase. */
export type ScorerName = keyof typeof classificationScorers | keyof typeof regressionScorers;

/** A score of a fitted model on rows: the greater, the better. */
export type Scorer = (estimator: Estimator, x: Table, y: Column) => number;

/** A score by its name, or a function. */
export type Scoring = ScorerName | Scorer;

/** The scores by their names. */
const scorers: Readonly<Record<ScorerName, ResponseScorer>> = {
  ...classificationScorers,
  ...regressionScorers,
};

/** Whether a text is the name of a score. */
export function isScorerName(name: string): name is ScorerName {
  return Object.hasOwn(scorers, name);
}

/** The names of all scores: those of classifiers, then those of regressors. */
export function scorerNames(): ScorerName[] {
  return Object.keys(scorers).filter(isScorerName);
}

/**
 * The score of this name as a function. A score of one class, such as "f1" and "rocAuc", needs two classes, and is that of the
 * greater one.
 * @throws {InvalidParameterError} naming the scores there are, when this is none
 * @see scikit-learn, metrics.get_scorer
 */
export function getScorer(name: ScorerName): Scorer {
  const scorer = scorerOf(name);
  return (estimator, x, y) => scorer(new Responses(estimator, x), y);
}

/**
 * Several scores of the same rows; the model predicts these once.
 * @throws {InvalidParameterError} when a score does not fit the model, such as "rocAuc" of a regressor, or is unknown
 */
export function scoreRows<Name extends string>(
  scorings: Readonly<Record<Name, Scoring>>,
  estimator: Estimator,
  x: Table,
  y: Column,
): Record<Name, number> {
  const responses = new Responses(estimator, x);
  return mapValues(scorings, (scoring) =>
    typeof scoring === "function" ? scoring(estimator, x, y) : scorerOf(scoring)(responses, y),
  );
}

function scorerOf(name: ScorerName): ResponseScorer {
  // A name may come from a parameter of a workflow, or from a program without types.
  if (isScorerName(name)) return scorers[name];
  throw new InvalidParameterError("scoring", JSON.stringify(name), `one of: ${scorerNames().join(", ")}`);
}
