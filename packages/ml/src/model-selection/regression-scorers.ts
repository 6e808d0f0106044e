import { type Column, isNumericColumn } from "../columns.js";
import { InvalidParameterError } from "../errors.js";
import { maxError } from "../metrics/max-error.js";
import { meanAbsoluteError } from "../metrics/mean-absolute-error.js";
import { meanAbsolutePercentageError } from "../metrics/mean-absolute-percentage-error.js";
import { meanSquaredError, rootMeanSquaredError } from "../metrics/mean-squared-error.js";
import { medianAbsoluteError } from "../metrics/median-absolute-error.js";
import { explainedVarianceScore, r2Score } from "../metrics/r2-score.js";
import type { ResponseScorer } from "./responses.js";

/** The scores of regressors by name. Errors are negative, so that greater is better for all. */
export const regressionScorers = {
  r2: ({ numbers }, y) => r2Score(actual(y), numbers),
  explainedVariance: ({ numbers }, y) => explainedVarianceScore(actual(y), numbers),
  negMeanSquaredError: ({ numbers }, y) => -meanSquaredError(actual(y), numbers),
  negRootMeanSquaredError: ({ numbers }, y) => -rootMeanSquaredError(actual(y), numbers),
  negMeanAbsoluteError: ({ numbers }, y) => -meanAbsoluteError(actual(y), numbers),
  negMeanAbsolutePercentageError: ({ numbers }, y) => -meanAbsolutePercentageError(actual(y), numbers),
  negMedianAbsoluteError: ({ numbers }, y) => -medianAbsoluteError(actual(y), numbers),
  negMaxError: ({ numbers }, y) => -maxError(actual(y), numbers),
} as const satisfies Record<string, ResponseScorer>;

function actual(y: Column): ArrayLike<number> {
  if (isNumericColumn(y)) return y;
  throw new InvalidParameterError(
    "scoring",
    "a target of texts",
    "numbers; for classes use a score of classifiers",
  );
}
