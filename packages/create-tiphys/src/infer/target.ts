import { pluralize } from "@tiphys/argo-lint/text";
import { UsageError } from "@tiphys/workflow";
import { parseNumber } from "../../../workflow/src/dataset/parse-number.js";
import { asTexts, describeMarks, distinctOf } from "../csv/cells.js";
import { type DecimalMark, parseNumbers } from "../csv/parse-numbers.js";

/** A class of the target: its value in the contract, and its number of rows. */
export interface TargetClass {
  readonly value: number | string;
  readonly rows: number;
}

/** A column of two classes. */
export interface InferredTarget {
  readonly name: string;
  /** The cells of the rows with a class, for the dataset's file. */
  readonly cells: readonly string[];
  /** Ascending. */
  readonly classes: readonly [TargetClass, TargetClass];
  /** Number of rows without a class. */
  readonly missing: number;
  /** The markers that were read as missing, with counts; undefined if all missing cells are empty. */
  readonly marks: string | undefined;
}

/** Minimum number of rows of each class, to learn from and to measure. */
const minRows = 10;

const supported =
  "This pipeline is for binary classification: a target of two classes, such as 0 and 1, or yes and no.";

/**
 * Infers the target's two classes, and the rows that have one.
 * @param mark the decimal mark of the file's other columns
 * @throws {UsageError} unless there are two classes with enough rows of each
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

/** Maximum number of classes named in a message. */
const maxShown = 10;

function notTwo(name: string, classes: readonly TargetClass[]): string {
  const values = classes.map(({ value }) => value);
  const isNumeric = values.every((value) => typeof value === "number");
  if (isNumeric && (values.length > 10 || !values.every(Number.isInteger))) {
    return `The target "${name}" has ${values.length} different numbers: that is a regression. ${supported} Make two classes of it first, such as whether it is above a threshold.`;
  }
  const frequent = [...classes].sort((a, b) => b.rows - a.rows);
  const listed = frequent
    .slice(0, maxShown)
    .map(({ value, rows }) => `${JSON.stringify(value)} (${pluralize(rows, "row")})`);
  return `The target "${name}" has ${values.length} classes: ${listed.join(", ")}${values.length > maxShown ? ", …" : ""}. ${supported} ${adviceFor(frequent)}`;
}

/** How to fix more than two classes. @param frequent the classes by descending frequency */
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

/** Proposes the positive class: the affirmative one, else the larger number, else the rarer text. */
export function proposePositive({ classes: [first, second] }: InferredTarget): number | string {
  const affirming = [first, second].filter(
    ({ value }) => typeof value === "string" && affirmative.test(value),
  );
  const [only] = affirming;
  if (only !== undefined && affirming.length === 1) return only.value;
  if (typeof second.value === "number") return second.value;
  return second.rows <= first.rows ? second.value : first.value;
}

const targetNames = [
  /^(target|label|class|outcome|y)$/i,
  /^(is[ _]?)?(churn(ed)?|survived|default(ed)?|fraud|diagnosis|response|converted|clicked)$/i,
];

/** Columns that may be the target. */
export interface TargetCandidates {
  /** The column with the name of a target, or the only one of two values; undefined if ambiguous. */
  readonly proposal: string | undefined;
  /** The columns of two values. */
  readonly ofTwoValues: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** Finds the columns that may be the target. */
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
    for (const pattern of targetNames) {
      const [first, second] = some.filter((name) => pattern.test(name));
      if (first !== undefined) return { proposal: second === undefined ? first : undefined, ofTwoValues };
    }
  }
  return { proposal: possible.length === 1 ? possible[0] : undefined, ofTwoValues };
}
