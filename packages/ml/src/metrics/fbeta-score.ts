import { InvalidParameterError } from "../errors.js";
import type { Classes, Label, Labels } from "../labels.js";
import type { Average } from "./class-scores.js";
import { precisionRecallFscoreSupport } from "./precision-recall-fscore-support.js";
import type { MetricOptions } from "./sample-weights.js";

/** Options of `f1Score` and `fbetaScore`. */
export interface FScoreOptions extends MetricOptions {
  /** "binary" gives the score of the positive class; the others average over all classes. Default: "binary". */
  readonly average?: Average | "binary" | undefined;
  /** The positive class of "binary". Default: the greater of the two labels. */
  readonly posLabel?: Label | undefined;
}

/**
 * Harmonic mean of precision and recall, from 0 to 1; 0 where both are undefined.
 * @param yTrue n ≥ 1 labels of the rows
 * @param yPred n predicted labels of the same rows
 * @throws as `fbetaScore` does
 * @see scikit-learn, metrics.f1_score with zero_division=0
 */
export function f1Score(yTrue: Labels, yPred: Labels, options: FScoreOptions = {}): number {
  return fbetaScore(yTrue, yPred, { ...options, beta: 1 });
}

/**
 * Weighted harmonic mean of precision and recall, from 0 to 1; 0 where both are undefined.
 * @param yTrue n ≥ 1 labels of the rows
 * @param yPred n predicted labels of the same rows
 * @param options `beta` > 0: how many times as much recall counts as precision
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError | InvalidParameterError} for a label or weight that is not finite, or numbers and texts together
 * @throws {InvalidParameterError} when beta is not a number above 0, there are not two classes where `average` is "binary", or
 *   posLabel is none of them
 * @see scikit-learn, metrics.fbeta_score with zero_division=0
 */
export function fbetaScore(
  yTrue: Labels,
  yPred: Labels,
  { beta, average = "binary", posLabel, sampleWeight }: FScoreOptions & { readonly beta: number },
): number {
  if (average !== "binary") {
    return precisionRecallFscoreSupport(yTrue, yPred, { beta, average, sampleWeight }).fscore;
  }
  const { labels, fscore } = precisionRecallFscoreSupport(yTrue, yPred, { beta, sampleWeight });
  return fscore[positionOf(labels, posLabel)] ?? 0;
}

function positionOf(labels: Classes, posLabel: Label | undefined): number {
  if (labels.length > 2) {
    throw new InvalidParameterError(
      "average",
      '"binary"',
      `an average of the ${labels.length} classes, such as "macro"`,
    );
  }
  const known: readonly unknown[] = labels;
  const position = posLabel === undefined ? 1 : known.indexOf(posLabel);
  if (position >= 0 && position < labels.length) return position;
  throw new InvalidParameterError(
    "posLabel",
    JSON.stringify(posLabel),
    `one of the classes ${labels.join(", ")}`,
  );
}
