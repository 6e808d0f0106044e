import type { Classes } from "../labels.js";
import type { ClassCount, ClassCounts } from "./class-counts.js";

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

/**
 * The scores of each class; undefined ones are 0.
 * @param beta weight of recall in the F-score, > 0
 */
export function classScores({ labels, counts }: ClassCounts, beta: number): ClassScores {
  const ofClasses = counts.map((count) => scores(count, beta));
  return {
    labels,
    precision: ofClasses.map(({ precision }) => precision),
    recall: ofClasses.map(({ recall }) => recall),
    fscore: ofClasses.map(({ fscore }) => fscore),
    support: counts.map((count) => count.support),
  };
}

/**
 * The scores averaged over all classes; undefined ones are 0.
 * @param beta weight of recall in the F-score, > 0
 */
export function averageScores(counted: ClassCounts, beta: number, average: Average): AverageScores {
  if (average === "micro") {
    const all = counted.counts.reduce((sum, count) => ({
      right: sum.right + count.right,
      predicted: sum.predicted + count.predicted,
      support: sum.support + count.support,
    }));
    return { ...scores(all, beta), support: all.support };
  }
  const { precision, recall, fscore, support } = classScores(counted, beta);
  const weights = average === "weighted" ? support : support.map(() => 1);
  return {
    precision: weightedMean(precision, weights),
    recall: weightedMean(recall, weights),
    fscore: weightedMean(fscore, weights),
    support: sum(support),
  };
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
