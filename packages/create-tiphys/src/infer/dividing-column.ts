import { UsageError } from "@tiphys/workflow";
import { asTexts, distinctOf } from "../csv/cells.js";
import { type DecimalMark, type Numbers, parseNumbers } from "../csv/parse-numbers.js";
import { convertDates } from "./date-feature.js";
import { areCompactDates, areMonths } from "./dates.js";
import { type Doubt, doubtOf } from "./doubt.js";

/** The column by which rows are divided into training and test rows. */
export interface DividingColumn {
  /** `group`: rows of one value stay together. `time`: the newest rows are for testing. */
  readonly by: "group" | "time";
  readonly name: string;
  readonly kind: "integer" | "number" | "text" | "date";
  /** The cells for the dataset's file. */
  readonly cells: readonly string[];
  /** What comes first in dates such as 31/12/2024; undefined if nothing had to be inferred. */
  readonly first?: "day" | "month" | undefined;
  readonly doubt?: Doubt | undefined;
}

/**
 * The column of the groups: whole numbers, or texts.
 * @throws {UsageError} if a row has none, or all rows have the same
 */
export function inferGroup(name: string, cells: readonly string[]): DividingColumn {
  const texts = asTexts(cells);
  requireAll("--group", name, texts);
  const groups = distinctOf(texts);
  if (groups.length < 2) {
    throw new UsageError(
      `--group: every row of "${name}" is ${JSON.stringify(groups[0])}. Expected at least two groups.`,
    );
  }
  const isInteger = groups.every((text) => /^(0|-?[1-9]\d{0,14})$/.test(text));
  return { by: "group", name, kind: isInteger ? "integer" : "text", cells: texts };
}

/**
 * The column of the time: numbers, or dates, also such as 20240131.
 * @param mark the decimal mark of the file's other columns
 * @throws {UsageError} if a row has none, all rows have the same, or a cell is neither or a month such as 01.2024
 */
export function inferTime(name: string, cells: readonly string[], mark?: DecimalMark): DividingColumn {
  const numbers = numbersOfTime(name, cells, mark);
  const dates = numbers === undefined ? convertDates("--time", name, cells) : undefined;
  const cleaned = numbers?.cells ?? dates?.iso ?? [];
  requireAll("--time", name, cleaned);
  if (distinctOf(cleaned).length < 2) {
    throw new UsageError(`--time: every row of "${name}" is ${cleaned[0]}. Expected times that differ.`);
  }
  return {
    by: "time",
    name,
    kind: dates === undefined ? "number" : "date",
    cells: cleaned,
    first: dates?.first,
    doubt: numbers === undefined ? undefined : doubtOf(cells, numbers, mark),
  };
}

/** The cells as numbers; undefined if they are not, or are dates such as 20240131. */
function numbersOfTime(name: string, cells: readonly string[], mark?: DecimalMark): Numbers | undefined {
  const numbers = parseNumbers(cells, mark);
  if (numbers === undefined || !numbers.cells.some((cell) => cell !== "")) return numbers;
  if (areMonths(numbers.cells)) {
    const month = cells[numbers.cells.findIndex((cell) => cell !== "")];
    throw new UsageError(
      `--time: the column "${name}" holds months, which are not in the order of their numbers: "${month}". Write them as 2024-01-31 first.`,
    );
  }
  return areCompactDates(numbers.cells) ? undefined : numbers;
}

function requireAll(option: string, name: string, cells: readonly string[]): void {
  const missing = cells.filter((cell) => cell === "").length;
  if (missing === 0) return;
  throw new UsageError(
    `${option}: ${missing} of ${cells.length} rows have no "${name}". Each row needs one: fill them in, or leave such rows out.`,
  );
}
