import { parseNumber } from "../../packages/workflow/src/dataset/parse-number.js";
import { asNumbers, asTexts, distinctOf, isMissing, isNumber } from "./cells.js";
import { type Range, roomyRange } from "./number-range.js";

/** More texts than these are no categories. */
export const mostCategories = 50;

/** What a column that is kept holds. */
export type Feature = {
  readonly name: string;
  /** The cells as the dataset's file is to hold them. */
  readonly cells: readonly string[];
  readonly missing: number;
} & (
  | { readonly kind: "number"; readonly integer: boolean; readonly range: Range }
  | { readonly kind: "flag" }
  | { readonly kind: "category"; readonly categories: readonly string[] }
);

/** A column that is not kept, and why, as the end of a sentence. */
export interface LeftOut {
  readonly name: string;
  readonly kind: "left out";
  readonly because: string;
}

/** Whether a column can be learned from, and as what. */
export function inferFeature(name: string, cells: readonly string[]): Feature | LeftOut {
  const leftOut = (because: string): LeftOut => ({ name, kind: "left out", because });
  if (name === "") return leftOut("it has no name");
  if (name === "__proto__") return leftOut("no column of a table can have this name");
  const numbers = asNumbers(cells);
  const cleaned = numbers ?? asTexts(cells);
  const distinct = distinctOf(cleaned);
  const missing = cleaned.filter((cell) => cell === "").length;
  const present = cleaned.length - missing;
  if (distinct.length === 0) return leftOut("it is empty");
  if (present < cleaned.length / 20)
    return leftOut(`only ${present} of ${cleaned.length} cells hold a value`);
  if (numbers !== undefined) return inferNumber(name, numbers, missing, leftOut);
  if (distinct.length === 1) return leftOut(`every value is "${distinct[0]}"`);
  return inferText(name, cleaned, distinct, missing, leftOut);
}

function inferNumber(
  name: string,
  cells: readonly string[],
  missing: number,
  leftOut: (because: string) => LeftOut,
): Feature | LeftOut {
  const values = cells.flatMap((cell) => (cell === "" ? [] : [parseNumber(cell)]));
  const distinct = new Set(values);
  if (distinct.size === 1) return leftOut(`every value is ${values[0]}`);
  const integer = values.every(Number.isSafeInteger);
  const range = roomyRange(values);
  if (integer && distinct.size === cells.length) {
    const { least, greatest } = extremes(values);
    if (isNameOfIdentifier(name)) return leftOut("it is an identifier: each row has a number of its own");
    if (cells.length >= 20 && greatest - least === cells.length - 1)
      return leftOut("it only numbers the rows");
  }
  if (integer && distinct.size === 2 && distinct.has(0) && distinct.has(1)) {
    return { name, cells, missing, kind: "flag" };
  }
  return { name, cells, missing, kind: "number", integer, range };
}

function extremes(values: readonly number[]): { least: number; greatest: number } {
  return values.reduce(
    ({ least, greatest }, value) => ({
      least: Math.min(least, value),
      greatest: Math.max(greatest, value),
    }),
    { least: Number.POSITIVE_INFINITY, greatest: Number.NEGATIVE_INFINITY },
  );
}

function inferText(
  name: string,
  cells: readonly string[],
  distinct: readonly string[],
  missing: number,
  leftOut: (because: string) => LeftOut,
): Feature | LeftOut {
  const present = cells.length - missing;
  if (distinct.every(isDate))
    return leftOut("it holds dates. Make numbers of them first, such as days or years");
  const numeric = cells.filter((cell) => cell !== "" && isNumber(cell)).length;
  if (numeric >= present * 0.9) {
    const row = cells.findIndex((cell) => !isMissing(cell) && !isNumber(cell));
    return leftOut(
      `${numeric} of ${present} values are numbers, but row ${row + 1} has "${cells[row]}". Mend such cells first`,
    );
  }
  const isUnique = distinct.length === present;
  if (isUnique && (isNameOfIdentifier(name) || present > 10)) {
    return leftOut("it is an identifier: each row has a text of its own");
  }
  if (distinct.length > mostCategories || distinct.length > Math.max(10, present / 3)) {
    return leftOut(`its ${distinct.length} different texts are no categories`);
  }
  return { name, cells, missing, kind: "category", categories: [...distinct].sort() };
}

/** "id", "Customer ID", "customerId", "row_no", "uuid", "index". */
function isNameOfIdentifier(name: string): boolean {
  return (
    /(^|[\s_.-])(id|uuid|guid|key|index|idx|nr|no|number)$/i.test(name) ||
    /[a-z](ID|Id|Key|Nr|No)$/.test(name)
  );
}

function isDate(text: string): boolean {
  return /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}\/\d{1,2}\/\d{1,2})([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(
    text,
  );
}
