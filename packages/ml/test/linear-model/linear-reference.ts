import { table } from "arquero";
import type { FitOptions, Table } from "../../src/index.js";
import reference from "../fixtures/sklearn-linear.json" with { type: "json" };

/** An answer of the peers, and the table it is for. */
export interface LinearCase {
  readonly name: string;
  readonly x: Table;
  readonly y: Float64Array;
  readonly fitIntercept: boolean;
  readonly fitOptions: FitOptions;
  /** Largest |value| of each column: a coefficient times it is an effect, in the target's unit. */
  readonly sizes: readonly number[];
  readonly answer: (typeof reference.answers)[number];
}

/** Answers of scikit-learn 1.9.1 and statsmodels 0.15.0 by fixtures/sklearn-linear.py. */
export function linearCases(): LinearCase[] {
  return reference.answers.map((answer) => {
    const { columns, y, weights } = reference.tables[answer.table as keyof typeof reference.tables]; // JSON has texts
    return {
      name: `${answer.table}${answer.isWeighted ? ", weighted" : ""}${answer.fitIntercept ? "" : ", no intercept"}`,
      x: table(columns.map((column, j): [string, Float64Array] => [`x${j}`, Float64Array.from(column)])),
      y: Float64Array.from(y),
      fitIntercept: answer.fitIntercept,
      fitOptions: answer.isWeighted ? { sampleWeight: weights } : {},
      sizes: columns.map((column) => Math.max(...column.map(Math.abs))),
      answer,
    };
  });
}

/** The largest error of a coefficient: relative to itself, or to the largest effect where it has nearly none. */
export function largestCoefError(
  found: readonly number[],
  expected: readonly number[],
  sizes: readonly number[],
): number {
  const effects = expected.map((value, j) => Math.abs(value) * (sizes[j] ?? 0));
  const negligible = 1e-9 * Math.max(...effects);
  const errors = found.map((value, j) => {
    const effect = effects[j] ?? 0;
    const error = Math.abs(value - (expected[j] ?? Number.NaN)) * (sizes[j] ?? 0);
    return error === 0 ? 0 : error / (effect > negligible ? effect : Math.max(...effects));
  });
  return Math.max(...errors);
}
