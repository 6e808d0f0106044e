import { UsageError } from "@pipeline/workflow";
import { parseNumber } from "../../packages/workflow/src/dataset/parse-number.js";
import { counted } from "../counted.js";
import { asNumbers, type DecimalMark } from "./as-numbers.js";
import { asTexts, distinctOf } from "./cells.js";

/** A class of the target: how often, and its value in the contract. */
export interface TargetClass {
  readonly value: number | string;
  readonly rows: number;
}

/** A column of two classes. */
export interface Target {
  readonly name: string;
  /** The cells of rows with a class, as the dataset's file is to hold them. */
  readonly cells: readonly string[];
  /** Ascending. */
  readonly classes: readonly [TargetClass, TargetClass];
  /** How many rows have no class. */
  readonly missing: number;
}

/** Rows of a class below which nothing can be learned and measured. */
export const fewestRows = 10;

const supported =
  "This pipeline is for binary classification: a target of two classes, such as 0 and 1, or yes and no.";

/**
 * The target's two classes, and which rows have one.
 * @param mark what stands before decimals in the file's other columns
 * @throws {UsageError} where there are fewer or more than two, or too few rows of one, with what is supported
 */
export function inferTarget(
  name: string,
  cells: readonly string[],
  mark?: DecimalMark,
): Target & { readonly rows: readonly number[] } {
  const numbers = asNumbers(cells, mark);
  const cleaned = numbers?.cells ?? asTexts(cells);
  const counts = new Map<number | string, number>();
  for (const cell of cleaned) {
    if (cell === "") continue;
    const value = numbers === undefined ? cell : parseNumber(cell);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts.keys()].sort((a, b) => (a < b ? -1 : 1));
  if (values.length > 2) throw notTwo(name, values);
  const [first, second] = values;
  if (first === undefined) throw new UsageError(`The target "${name}" is empty. ${supported}`);
  if (second === undefined) {
    throw new UsageError(`Every value of the target "${name}" is ${JSON.stringify(first)}. ${supported}`);
  }
  const classOf = (value: number | string): TargetClass => ({ value, rows: counts.get(value) ?? 0 });
  const classes = [classOf(first), classOf(second)] as const;
  for (const { value, rows } of classes) {
    if (rows >= fewestRows) continue;
    throw new UsageError(
      `The target "${name}" has ${counted(rows, "row")} of ${JSON.stringify(value)}. Expected at least ${fewestRows} of each class, to learn from and to measure.`,
    );
  }
  const rows = cleaned.flatMap((cell, row) => (cell === "" ? [] : [row]));
  const kept = cleaned.filter((cell) => cell !== "");
  return { name, cells: kept, rows, classes, missing: cleaned.length - kept.length };
}

function notTwo(name: string, values: readonly (number | string)[]): UsageError {
  const isNumeric = values.every((value) => typeof value === "number");
  if (isNumeric && (values.length > 10 || !values.every(Number.isInteger))) {
    return new UsageError(
      `The target "${name}" has ${values.length} different numbers: that is a regression. ${supported} Make two classes of it first, such as whether it is above a threshold.`,
    );
  }
  const alike = new Set(values.map((value) => String(value).toLowerCase()));
  const advice =
    alike.size === 2
      ? "Some differ in upper and lower case only: write them alike."
      : "Make two of them first, such as one class against all others.";
  const shown = values.slice(0, 5).map((value) => JSON.stringify(value));
  return new UsageError(
    `The target "${name}" has ${values.length} classes: ${shown.join(", ")}${values.length > 5 ? ", …" : ""}. ${supported} ${advice}`,
  );
}

const affirmative = /^(yes|y|true|t|positive|pos|ja|j|oui|si|sí|churned|fraud|spam|bad|died|dead|default)$/i;

/** The class that is probably the one to predict: the one that affirms, else the greater number, else the rarer. */
export function proposePositive({ classes: [first, second] }: Target): number | string {
  const affirming = [first, second].filter(
    ({ value }) => typeof value === "string" && affirmative.test(value),
  );
  const [only] = affirming;
  if (only !== undefined && affirming.length === 1) return only.value;
  if (typeof second.value === "number") return second.value;
  return second.rows <= first.rows ? second.value : first.value;
}

const calledSo = [
  /^(target|label|class|outcome|y)$/i,
  /^(is[ _]?)?(churn(ed)?|survived|default(ed)?|fraud|diagnosis|response|converted|clicked)$/i,
];

/** Which column is probably to be predicted: one that is called so, of two values if possible, else the last of these. */
export function proposeTarget(
  names: readonly string[],
  columns: readonly (readonly string[])[],
): string | undefined {
  const possible = names.filter(
    (name, j) => name !== "" && distinctOf(asTexts(columns[j] ?? [])).length === 2,
  );
  const called = [possible, names].flatMap((some) =>
    calledSo.flatMap((pattern) => some.filter((name) => pattern.test(name))),
  );
  return called[0] ?? possible.at(-1);
}
