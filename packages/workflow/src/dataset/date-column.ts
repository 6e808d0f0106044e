import type { NumberArray } from "../codecs/column-values.js";
import { showValue } from "../definition/show-value.js";
import { dateOfDays } from "./calendar.js";
import { BadCell, type CellReader } from "./cell.js";
import type { NumberArrayType } from "./number-values.js";
import { parseDate } from "./parse-date.js";

const partTypes = {
  year: Int16Array,
  month: Uint8Array,
  weekday: Uint8Array,
  daysSince: Float64Array,
} as const;

/**
 * A number that is made of a date: `year`, `month` (from 1), `weekday` (1 for Monday to 7 for Sunday, as ISO 8601 counts), or
 * `daysSince` 1970-01-01, with the time of day as the fraction. All are those of the date in UTC.
 */
export type DatePart = keyof typeof partTypes;

/** The names of all parts. */
export const dateParts: readonly DatePart[] = ["year", "month", "weekday", "daysSince"];

/** A column of dates in a dataset's contract. The table has a column of numbers for each of its parts: `signup_year`, … */
export class DateColumn<Part extends DatePart = DatePart> {
  readonly parts: readonly Part[];
  /** Whether cells may be empty. */
  readonly mayBeEmpty: boolean;

  constructor(parts: readonly Part[], mayBeEmpty: boolean) {
    this.parts = parts;
    this.mayBeEmpty = mayBeEmpty;
  }

  /** The same column, of which cells may be empty: each of its parts is a missing number then. */
  nullable(): DateColumn<Part> {
    return new DateColumn(this.parts, true);
  }
}

/**
 * A column of dates, of which the table has numbers. A cell is a date of ISO 8601, with or without a time of day and its
 * offset: 2024-01-31, 2024-01-31T09:30:00Z. A time without an offset counts as UTC.
 *
 *     columns: { signup: dateColumn("year", "month", "weekday", "daysSince"), … }
 *
 * @param parts the numbers; the column of each is called as in `signup_year`. None for a column that is `time` only
 */
export function dateColumn<const Part extends DatePart = never>(...parts: readonly Part[]): DateColumn<Part> {
  return new DateColumn(parts, false);
}

/** Reads the cells of a column of dates as days since 1970-01-01. An empty cell is NaN if it is allowed. */
export function dateCellReader({ mayBeEmpty }: DateColumn): CellReader<number> {
  const date = "a date such as 2024-01-31 or 2024-01-31T09:30:00Z";
  const expected = mayBeEmpty ? `${date}, or an empty cell` : date;
  const empty = new BadCell(
    "the cell is empty",
    `${date}; .nullable() in the dataset's contract would allow empty cells`,
  );
  return (cell) => {
    const days = parseDate(cell);
    if (!Number.isNaN(days)) return days;
    if (cell.trim() === "") return mayBeEmpty ? Number.NaN : empty;
    return new BadCell(`${showValue(cell)} is not a date`, expected);
  };
}

/** The name of the table's column for a part of a date. */
export function datePartName(name: string, part: DatePart): string {
  return `${name}_${part}`;
}

/**
 * The numbers of a part.
 * @param days since 1970-01-01, NaN for missing
 * @param mayBeEmpty whether there may be missing ones; otherwise the array is of the narrowest type
 */
export function datePartValues(part: DatePart, days: NumberArray, mayBeEmpty: boolean): NumberArray {
  const Numbers: NumberArrayType = mayBeEmpty ? Float64Array : partTypes[part];
  const values = new Numbers(days.length);
  const partOf = partOfDays[part];
  let last = Number.NaN;
  let lastValue = Number.NaN;
  for (let row = 0; row < days.length; row++) {
    const day = days[row] ?? Number.NaN;
    if (day !== last) {
      last = day;
      lastValue = Number.isNaN(day) ? day : partOf(day);
    }
    values[row] = lastValue;
  }
  return values;
}

const partOfDays: Readonly<Record<DatePart, (days: number) => number>> = {
  year: (days) => dateOfDays(Math.floor(days)).year,
  month: (days) => dateOfDays(Math.floor(days)).month,
  // 1970-01-01 was a Thursday.
  weekday: (days) => ((((Math.floor(days) + 3) % 7) + 7) % 7) + 1,
  daysSince: (days) => days,
};
