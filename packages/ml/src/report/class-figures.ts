import { type AverageScores, averageScores } from "../metrics/class-scores.js";
import { f1Interval } from "../metrics/f1-interval.js";
import { wilsonInterval } from "../metrics/wilson-interval.js";
import type { Estimate } from "./estimate.js";

/** The figures of one class. Precision, recall and F1 that are undefined are NaN. */
export interface ClassFigures {
  readonly label: string;
  /** Rows of the class. */
  readonly support: number;
  readonly predicted: number;
  readonly right: number;
  readonly precision: Estimate;
  readonly recall: Estimate;
  readonly f1: Estimate;
}

/** What a confusion matrix says about all classes together. */
export interface MatrixFigures {
  readonly rows: number;
  readonly right: number;
  readonly accuracy: Estimate;
  /** Mean recall of the classes that have rows. */
  readonly balancedAccuracy: number;
  readonly macro: AverageScores;
  readonly weighted: AverageScores;
  readonly classes: readonly ClassFigures[];
}

/**
 * The figures of a confusion matrix: shares with Wilson's intervals, F1 with those of `f1Interval`. As in scikit-learn, undefined
 * scores count as 0 in the averages.
 */
export function matrixFigures(
  matrix: readonly (readonly number[])[],
  labels: readonly string[],
): MatrixFigures {
  const counts = labels.map((_, i) => ({
    right: matrix[i]?.[i] ?? 0,
    support: sum(matrix[i] ?? []),
    predicted: sum(matrix.map((row) => row[i] ?? 0)),
  }));
  const rows = sum(counts.map(({ support }) => support));
  const right = sum(counts.map((count) => count.right));
  const recalls = counts.filter(({ support }) => support > 0).map((count) => count.right / count.support);
  return {
    rows,
    right,
    accuracy: share(right, rows),
    balancedAccuracy: sum(recalls) / recalls.length,
    macro: averageScores({ labels, counts }, 1, "macro"),
    weighted: averageScores({ labels, counts }, 1, "weighted"),
    classes: counts.map((count, i) => ({
      ...count,
      label: labels[i] ?? "",
      precision: share(count.right, count.predicted),
      recall: share(count.right, count.support),
      f1: f1Of(count),
    })),
  };
}

function share(part: number, whole: number): Estimate {
  return whole === 0 ? { value: Number.NaN } : { value: part / whole, interval: wilsonInterval(part, whole) };
}

function f1Of({
  right,
  support,
  predicted,
}: {
  right: number;
  support: number;
  predicted: number;
}): Estimate {
  if (support + predicted === 0) return { value: Number.NaN };
  const counts = {
    truePositives: right,
    falsePositives: predicted - right,
    falseNegatives: support - right,
  };
  return { value: (2 * right) / (support + predicted), interval: f1Interval(counts) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
