import { InvalidParameterError } from "../errors.js";
import { type Classes, encodeLabels, type Labels, uniqueLabels } from "../labels.js";
import { requirePairs } from "./check-pairs.js";

/** How class scores are averaged: "macro" weighs all classes alike, "weighted" by their rows, "micro" counts all rows together. */
export type Average = "macro" | "weighted" | "micro";

/** Scores of each class, in the order of `labels`. */
export interface ClassScores {
  readonly labels: Classes;
  /** Share of the rows predicted as the class that belong to it; 0 when none was predicted. */
  readonly precision: readonly number[];
  /** Share of the rows of the class that were predicted as it; 0 when it has no rows. */
  readonly recall: readonly number[];
  /** Weighted harmonic mean of precision and recall; 0 when the class has no rows and no predictions. */
  readonly fscore: readonly number[];
  /** Rows of the class. */
  readonly support: readonly number[];
}

/** Scores averaged over all classes. */
export interface AverageScores {
  readonly precision: number;
  readonly recall: number;
  readonly fscore: number;
  /** Number of rows. */
  readonly support: number;
}

interface ScoreOptions {
  /** Weight of recall in the F-score, > 0. Default: 1. */
  readonly beta?: number;
}

/**
 * Precision, recall, F-score and number of rows: of each class, or averaged. Undefined scores are 0.
 * @param yTrue n ≥ 1 labels of the rows
 * @param yPred n predicted labels of the same rows
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError | InvalidParameterError} for a label that is not finite, or numbers and texts together
 * @throws {InvalidParameterError} when beta is not a number above 0
 * @see scikit-learn, metrics.precision_recall_fscore_support with zero_division=0
 */
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  options?: ScoreOptions & { readonly average?: undefined },
): ClassScores;
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  options: ScoreOptions & { readonly average: Average },
): AverageScores;
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  { beta = 1, average }: ScoreOptions & { readonly average?: Average | undefined } = {},
): ClassScores | AverageScores {
  requirePairs("precisionRecallFscoreSupport", yTrue, yPred);
  if (!(beta > 0 && Number.isFinite(beta))) {
    throw new InvalidParameterError("beta", beta, "a finite number above 0");
  }
  const labels = uniqueLabels(yTrue, yPred);
  const counts = countByClass(yTrue, yPred, labels);
  if (average === "micro") {
    const all = counts.reduce((sum, count) => ({
      right: sum.right + count.right,
      predicted: sum.predicted + count.predicted,
      support: sum.support + count.support,
    }));
    return { ...scores(all, beta), support: all.support };
  }
  const ofClasses = counts.map((count) => scores(count, beta));
  const support = counts.map((count) => count.support);
  if (average === undefined) {
    return {
      labels,
      precision: ofClasses.map(({ precision }) => precision),
      recall: ofClasses.map(({ recall }) => recall),
      fscore: ofClasses.map(({ fscore }) => fscore),
      support,
    };
  }
  const weights = average === "weighted" ? support : support.map(() => 1);
  return {
    precision: weightedMean(
      ofClasses.map(({ precision }) => precision),
      weights,
    ),
    recall: weightedMean(
      ofClasses.map(({ recall }) => recall),
      weights,
    ),
    fscore: weightedMean(
      ofClasses.map(({ fscore }) => fscore),
      weights,
    ),
    support: sum(support),
  };
}

interface ClassCount {
  right: number;
  predicted: number;
  support: number;
}

function countByClass(yTrue: Labels, yPred: Labels, labels: Classes): ClassCount[] {
  const counts = labels.map((): ClassCount => ({ right: 0, predicted: 0, support: 0 }));
  const predictedCodes = encodeLabels(yPred, labels);
  encodeLabels(yTrue, labels).forEach((trueCode, row) => {
    const predictedCode = predictedCodes[row] ?? -1;
    const ofTrue = counts[trueCode];
    const ofPredicted = counts[predictedCode];
    if (ofTrue) ofTrue.support++;
    if (ofPredicted) ofPredicted.predicted++;
    if (ofTrue && trueCode === predictedCode) ofTrue.right++;
  });
  return counts;
}

function scores({ right, predicted, support }: ClassCount, beta: number): Omit<AverageScores, "support"> {
  const beta2 = beta * beta;
  return {
    precision: divide(right, predicted),
    recall: divide(right, support),
    // From the counts, not from precision and recall: one rounding less, as in scikit-learn 1.9.
    fscore: divide((1 + beta2) * right, beta2 * support + predicted),
  };
}

function divide(numerator: number, denominator: number): number {
  return denominator === 0 ? 0 : numerator / denominator;
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  return sum(values.map((value, i) => value * (weights[i] ?? 0))) / sum(weights);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
