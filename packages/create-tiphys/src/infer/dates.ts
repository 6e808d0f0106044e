import {
  alternatives,
  clockPattern,
  ordinalPattern,
  separatorPattern,
  timePattern,
  weekdayPattern,
} from "./date-patterns.js";
import { monthNumbers } from "./month-names.js";

const month = String.raw`${alternatives(monthNumbers.keys())}\.?`;
const day = String.raw`(0?[1-9]|[12]\d|3[01])${ordinalPattern}`;
const year = String.raw`((19|20)\d{2}|'?\d{2})`;

/** Dates with or without the day of the week and a time of day; also weeks, months and quarters of a year. */
const date = new RegExp(
  `^${weekdayPattern}(?:${[
    String.raw`\d{4}-\d{1,2}-\d{1,2}`,
    String.raw`\d{1,2}[./-]\d{1,2}[./-]\d{2,4}`,
    String.raw`\d{4}[/.]\d{1,2}[/.]\d{1,2}`,
    `${month}${separatorPattern}${day}${separatorPattern}${year}`,
    `${day}${separatorPattern}${month}${separatorPattern}${year}`,
    `${month}${separatorPattern}(19|20)\\d{2}`,
    `(19|20)\\d{2}${separatorPattern}${month}(${separatorPattern}${day})?`,
    String.raw`(19|20)\d{2}[/-](0?[1-9]|1[0-2])`,
    String.raw`(0?[1-9]|1[0-2])[/-](19|20)\d{2}`,
    String.raw`(19|20)\d{2}[\s-]?[WQ]\d{1,2}(-\d)?`,
    String.raw`Q[1-4][\s/-]?(19|20)\d{2}`,
  ].join("|")})${timePattern}$`,
  "iu",
);

/** Whether a text is a date, with or without a time. */
export function isDate(text: string): boolean {
  return date.test(text);
}

const timeOfDay = new RegExp(`^${clockPattern}$`, "i");

/** Whether a text is a time of day, such as 10:30 or 10:30 PM. */
export function isTimeOfDay(text: string): boolean {
  return timeOfDay.test(text);
}

const compact = /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\.0+)?$/;

/** Whether all numbers are dates such as 20240131, or 20240131.0, as in tables with missing values. */
export function areCompactDates(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "" || compact.test(cell.trim()));
}

const monthFirst = /^(0?[1-9]|1[0-2])\.(19|20)\d{2}$/;
const yearFirst = /^(19|20)\d{2}\.(0?[1-9]|1[0-2])$/;

/**
 * Whether all numbers are months, such as 01.2024, or 2024.1 if at least one of them has a month of two digits: numbers near
 * 2000 with one decimal are not months.
 */
export function areMonths(cells: readonly string[]): boolean {
  const all = (form: RegExp): boolean => cells.every((cell) => cell === "" || form.test(cell.trim()));
  return all(monthFirst) || (all(yearFirst) && cells.some((cell) => /\.\d\d$/.test(cell.trim())));
}
