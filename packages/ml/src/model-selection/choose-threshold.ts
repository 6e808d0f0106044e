import { InvalidParameterError } from "../errors.js";
import type { Label, Labels } from "../labels.js";
import { sortedScores } from "../metrics/sorted-scores.js";
import { thresholdCandidates } from "./threshold-candidates.js";
import { type ThresholdRule, thresholdMetric, thresholdRuleSchema } from "./threshold-rule.js";

/** Options of `chooseThreshold`. */
export interface ChooseThresholdOptions {
  /** The positive class. Default: the greater of the two labels. */
  readonly posLabel?: Label;
  /**
   * The thresholds to choose from: numbers, or how many evenly spaced ones from the lowest to the highest score (scikit-learn: 100).
   * Default: every distinct score, and one above all of them.
   */
  readonly thresholds?: number | ArrayLike<number> | undefined;
}

/** A decision threshold, and what it was chosen by. */
export interface ThresholdChoice {
  /** Rows with a score of at least this are positive. */
  readonly threshold: number;
  /** The rule's metric at the threshold: a total cost, a precision, an F1 score or a balanced accuracy. */
  readonly value: number;
  /** The metric of each threshold, ascending; NaN where the recall is below the rule's. */
  readonly curve: { readonly thresholds: Float64Array; readonly values: Float64Array };
}

/**
 * The decision threshold that is best by a rule. Pass validation rows: on training rows the scores are too good, and on test rows
 * the choice would make the test too good.
 *
 * Of thresholds that are equally good the lowest one is taken, as in scikit-learn: it finds the most positive rows. Where all scores
 * are equal there are two choices, all rows or none (scikit-learn refuses such scores).
 * @param yTrue n ≥ 2 labels of two classes
 * @param yScore n finite numbers, larger for a more likely positive class
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {OneClassError} when yTrue holds one class only: there is nothing to choose by
 * @throws {NotFiniteError} naming the row of the first score that is NaN or infinite
 * @throws {InvalidParameterError} when the rule or an option is out of range, or no threshold has the recall of the rule
 * @see scikit-learn, model_selection.TunedThresholdClassifierCV with cv="prefit"
 */
export function chooseThreshold(
  yTrue: Labels,
  yScore: ArrayLike<number>,
  rule: ThresholdRule,
  { posLabel, thresholds: given }: ChooseThresholdOptions = {},
): ThresholdChoice {
  requireRule(rule);
  const { positive, negative } = sortedScores("chooseThreshold", yTrue, yScore, posLabel);
  const thresholds = thresholdCandidates({ positive, negative }, given);
  const values = new Float64Array(thresholds.length);
  const sign = rule.by === "cost" ? -1 : 1;
  let best = -1;
  let [p, n] = [0, 0];
  for (let i = 0; i < thresholds.length; i++) {
    const threshold = thresholds[i] ?? 0;
    while ((positive[p] ?? threshold) < threshold) p++;
    while ((negative[n] ?? threshold) < threshold) n++;
    const value = thresholdMetric(
      rule,
      positive.length - p,
      negative.length - n,
      positive.length,
      negative.length,
    );
    values[i] = value;
    if (!Number.isNaN(value) && (best < 0 || sign * value > sign * (values[best] ?? 0))) best = i;
  }
  const [threshold, value] = [thresholds[best], values[best]];
  if (threshold === undefined || value === undefined) {
    throw new InvalidParameterError(
      "thresholds",
      "none with the recall of the rule",
      "a lower one among them",
    );
  }
  return { threshold, value, curve: { thresholds, values } };
}

/**
 * Checks a rule that may come from a parameter of a workflow.
 * @throws {InvalidParameterError} saying what is wrong
 */
export function requireRule(rule: ThresholdRule): void {
  const { error } = thresholdRuleSchema.safeParse(rule);
  if (error === undefined) return;
  const faults = error.issues.map(({ path, message }) => [...path, message].join(": "));
  throw new InvalidParameterError(
    "rule",
    JSON.stringify(rule),
    `a rule for a threshold (${faults.join("; ")})`,
  );
}
