import { UsageError } from "@tiphys/workflow";
import { dateParts, datePartValues } from "../../../workflow/src/dataset/date-column.js";
import { parseDate } from "../../../workflow/src/dataset/parse-date.js";
import { asTexts, distinctOf } from "../csv/cells.js";
import type { Inferred } from "./contract.js";
import { type Feature, holdsDates } from "./feature.js";
import { type IsoDates, toIsoDates } from "./iso-dates.js";

type DateFeature = Extract<Feature, { kind: "date" }>;

/**
 * A column of dates to learn from, of all parts that differ between rows.
 * @throws {UsageError} naming the first cell that is not a date, or in doubt
 */
export function inferDates(name: string, cells: readonly string[]): DateFeature {
  const { iso, first } = convertDates("--dates", name, cells);
  const days = Float64Array.from(distinctOf(iso), parseDate);
  const parts = dateParts.filter((part) => new Set(datePartValues(part, days, true)).size > 1);
  if (parts.length === 0) {
    const found = days.length === 0 ? "is empty" : `has one date only, ${distinctOf(iso)[0]}`;
    throw new UsageError(`--dates: the column "${name}" ${found}. There is nothing to learn from it.`);
  }
  const missing = iso.filter((cell) => cell === "").length;
  return { name, kind: "date", cells: iso, missing, parts, first };
}

/**
 * The dates of a column in the form that a dataset reads, "" for a missing one.
 * @param option names the option in messages: `--dates`
 * @throws {UsageError} naming the first cell that is not a date, or in doubt
 */
export function convertDates(
  option: string,
  name: string,
  cells: readonly string[],
): { readonly iso: readonly string[]; readonly first: IsoDates["first"] } {
  const texts = asTexts(cells);
  const dates = toIsoDates(distinctOf(texts));
  if (typeof dates === "string")
    throw new UsageError(`${option}: the column "${name}" cannot be read as dates. ${dates}`);
  return { iso: texts.map((text) => dates.byText.get(text) ?? ""), first: dates.first };
}

/** The columns that are left out as they hold dates, and could be learned from. */
export function possibleDates({ file, leftOut }: Pick<Inferred, "file" | "leftOut">): string[] {
  return leftOut.flatMap(({ name, because }) => {
    const cells = file.columns[file.names.indexOf(name)] ?? [];
    return because === holdsDates && typeof toIsoDates(distinctOf(asTexts(cells))) !== "string" ? [name] : [];
  });
}
