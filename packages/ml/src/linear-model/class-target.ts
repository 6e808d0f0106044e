import { type Column, isNumericColumn, materialize, type NumericColumn, type Table } from "../columns.js";
import { OneClassError, ShapeError } from "../errors.js";
import { type Classes, encodeLabels, uniqueLabels } from "../labels.js";

/** The negative class, then the positive one. */
export type BinaryClasses = [number, number] | [string, string];

/** A table with a target of two classes, ready to learn from. */
export interface BinaryTarget {
  readonly kind: "binary";
  readonly table: Table;
  readonly classes: BinaryClasses;
  /** 1 for rows of the positive class, 0 for the negative. */
  readonly target: Uint8Array;
  /** Rows of each class. */
  readonly counts: readonly [number, number];
}

/** A table with a target of three classes or more. */
export interface MultinomialTarget {
  readonly kind: "multinomial";
  readonly table: Table;
  readonly classes: Classes;
  /** The index of each row's class. */
  readonly target: Int32Array;
  /** Rows of each class. */
  readonly counts: readonly number[];
}

/**
 * Checks that y has a label for each row and at least two classes in all.
 * @param x n ≥ 1 rows, p ≥ 1 columns
 * @param y n labels
 * @throws {ShapeError} for another number of labels than rows, or a table without columns
 * @throws {OneClassError} when y holds one class only
 */
export function classTarget(x: Table, y: Column): BinaryTarget | MultinomialTarget {
  const table = materialize(x);
  if (table.numCols() === 0) throw new ShapeError("LogisticRegression.fit: x has no columns to learn from.");
  if (table.numRows() !== y.length || y.length === 0) {
    throw new ShapeError(
      `LogisticRegression.fit: x has ${table.numRows()} rows and y has ${y.length} labels. ` +
        "Expected one label for each row, and at least one row.",
    );
  }
  const numbers = isNumericColumn(y) ? numberTarget(y) : undefined;
  if (numbers !== undefined) return { kind: "binary", table, ...numbers };
  const classes = uniqueLabels(y);
  const [negative] = classes;
  if (negative !== undefined && classes.length === 1)
    throw new OneClassError("LogisticRegression.fit", negative);
  const pair = asPair(classes);
  const codes = encodeLabels(y, classes);
  if (pair === undefined) {
    const counts = classes.map(() => 0);
    for (let i = 0; i < codes.length; i++) counts[codes[i] ?? 0] = (counts[codes[i] ?? 0] ?? 0) + 1;
    return { kind: "multinomial", table, classes, target: codes, counts };
  }
  const target = Uint8Array.from(codes);
  const nPositive = target.reduce((sum, code) => sum + code, 0);
  return { kind: "binary", table, classes: pair, target, counts: [y.length - nPositive, nPositive] };
}

/** Classes, codes and counts of a column of two numbers, without a look-up for each row. Undefined for any other column. */
function numberTarget(y: NumericColumn): Omit<BinaryTarget, "kind" | "table"> | undefined {
  const first = y[0] ?? Number.NaN;
  const other = y[y.findIndex((value) => value !== first)] ?? Number.NaN;
  if (!Number.isFinite(first) || !Number.isFinite(other)) return undefined;
  const positive = Math.max(first, other);
  const target = new Uint8Array(y.length);
  let nPositive = 0;
  for (let i = 0; i < y.length; i++) {
    const value = y[i];
    if (value !== first && value !== other) return undefined;
    if (value !== positive) continue;
    target[i] = 1;
    nPositive++;
  }
  return { classes: [Math.min(first, other), positive], target, counts: [y.length - nPositive, nPositive] };
}

function asPair([negative, positive, ...others]: Classes): BinaryClasses | undefined {
  if (others.length > 0) return undefined;
  if (typeof negative === "number" && typeof positive === "number") return [negative, positive];
  if (typeof negative === "string" && typeof positive === "string") return [negative, positive];
  return undefined;
}
