import { UsageError } from "@pipeline/workflow";
import { parseNumber } from "../../packages/workflow/src/dataset/parse-number.js";
import { pluralize } from "../pluralize.js";
import { asTexts, describeMarks, distinctOf } from "./cells.js";
import { type DecimalMark, parseNumbers } from "./parse-numbers.js";

/** A class of the target: how often, and its value in the contract. */
export interface TargetClass {
  readonly value: number | string;
  readonly rows: number;
}

/** A column of two classes. */
export interface InferredTarget {
  readonly name: string;
  /** The cells of rows with a class, as the dataset's file is to hold them. */
  readonly cells: readonly string[];
  /** Ascending. */
  readonly classes: readonly [TargetClass, TargetClass];
  /** How many rows have no class. */
  readonly missing: number;
  /** What the cells say that were read as missing, and how often; undefined where all of them are empty. */
  readonly marks: string | undefined;
}

/** Rows of a class below which nothing can be learned and measured. */
const minRows = 10;

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
): InferredTarget & { readonly rows: readonly number[] } {
  const numbers = parseNumbers(cells, mark);
  const cleaned = numbers?.cells ?? asTexts(cells);
  const counts = new Map<number | string, number>();
  for (const cell of cleaned) {
    if (cell === "") continue;
    const value = numbers === undefined ? cell : parseNumber(cell);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts.keys()].sort((a, b) => (a < b ? -1 : 1));
  const classOf = (value: number | string): TargetClass => ({ value, rows: counts.get(value) ?? 0 });
  const marks = describeMarks(cells, cleaned);
  const refuse = (sentences: string): UsageError => new UsageError(`${sentences}${aboutMissing(marks)}`);
  if (values.length > 2) throw refuse(notTwo(name, values.map(classOf)));
  const [first, second] = values;
  if (first === undefined) throw refuse(`The target "${name}" is empty. ${supported}`);
  if (second === undefined) {
    throw refuse(`Every value of the target "${name}" is ${JSON.stringify(first)}. ${supported}`);
  }
  const classes = [classOf(first), classOf(second)] as const;
  for (const { value, rows } of classes) {
    if (rows >= minRows) continue;
    throw refuse(
      `The target "${name}" has ${pluralize(rows, "row")} of ${JSON.stringify(value)}. Expected at least ${minRows} of each class, to learn from and to measure.`,
    );
  }
  const rows = cleaned.flatMap((cell, row) => (cell === "" ? [] : [row]));
  const kept = cleaned.filter((cell) => cell !== "");
  return { name, cells: kept, rows, classes, missing: cleaned.length - kept.length, marks };
}

function aboutMissing(marks: string | undefined): string {
  return marks === undefined
    ? ""
    : ` Cells that were read as missing: ${marks}. Where that is a class, write it in other words first.`;
}

/** So many classes are named in a message. */
const mostShown = 10;

function notTwo(name: string, classes: readonly TargetClass[]): string {
  const values = classes.map(({ value }) => value);
  const isNumeric = values.every((value) => typeof value === "number");
  if (isNumeric && (values.length > 10 || !values.every(Number.isInteger))) {
    return `The target "${name}" has ${values.length} different numbers: that is a regression. ${supported} Make two classes of it first, such as whether it is above a threshold.`;
  }
  const frequent = [...classes].sort((a, b) => b.rows - a.rows);
  const shown = frequent
    .slice(0, mostShown)
    .map(({ value, rows }) => `${JSON.stringify(value)} (${pluralize(rows, "row")})`);
  return `The target "${name}" has ${values.length} classes: ${shown.join(", ")}${values.length > mostShown ? ", …" : ""}. ${supported} ${adviceFor(frequent)}`;
}

/** What to do about more than two classes. @param frequent the most frequent one first */
function adviceFor(frequent: readonly TargetClass[]): string {
  const alike = new Set(frequent.map(({ value }) => String(value).toLowerCase()));
  if (alike.size === 2) return "Some differ in upper and lower case only: write them alike.";
  const [first, second, ...others] = frequent;
  const rows = frequent.reduce((sum, each) => sum + each.rows, 0);
  const isRare = others.reduce((sum, each) => sum + each.rows, 0) <= rows / 100;
  if (first !== undefined && second !== undefined && second.rows >= minRows && isRare) {
    return `All but ${JSON.stringify(first.value)} and ${JSON.stringify(second.value)} are rare: where they are mistakes, correct or remove these rows.`;
  }
  return "Make two of them first, such as one class against all others.";
}

const affirmative = /^(yes|y|true|t|positive|pos|ja|j|oui|si|sí|churned|fraud|spam|bad|died|dead|default)$/i;

/** The class that is probably the one to predict: the one that affirms, else the greater number, else the rarer. */
export function proposePositive({ classes: [first, second] }: InferredTarget): number | string {
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

/** Columns that may be the one to predict. */
export interface TargetCandidates {
  /** The one that is called like a target, or the only one of two values; undefined where that is not clear. */
  readonly proposal: string | undefined;
  /** Those of two values. */
  readonly ofTwoValues: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** Which columns may be the one to predict. */
export function targetCandidates(
  names: readonly string[],
  columns: readonly (readonly string[])[],
): TargetCandidates {
  const ofTwoValues = names.flatMap((name, j) => {
    const values = distinctOf(asTexts(columns[j] ?? []));
    return name !== "" && values.length === 2 ? [{ name, values: values.sort() }] : [];
  });
  const possible = ofTwoValues.map(({ name }) => name);
  for (const some of [possible, names]) {
    for (const pattern of calledSo) {
      const [first, second] = some.filter((name) => pattern.test(name));
      if (first !== undefined) return { proposal: second === undefined ? first : undefined, ofTwoValues };
    }
  }
  return { proposal: possible.length === 1 ? possible[0] : undefined, ofTwoValues };
}
