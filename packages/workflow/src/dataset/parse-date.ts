import { daysOfDate } from "./calendar.js";

const msPerDay = 86_400_000;
const msPerMinute = 60_000;
const timePattern = /^[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/;
const hyphen = 45;

/**
 * Parses the date in a cell: a date of ISO 8601 from 0001-01-01 to 9999-12-31, such as 2024-01-31, with or without a time of
 * day (2024-01-31T09:30, 2024-01-31 09:30:00.5) and its offset (Z, +01:00, +0100, +01); whitespace around it is allowed.
 * @returns days since 1970-01-01T00:00Z, the time of day as their fraction, to the millisecond; a time without an offset
 *   counts as UTC. NaN for anything else, also for a date that the calendar does not have
 */
export function parseDate(text: string): number {
  const cell = text.trim();
  if (cell.length < 10 || cell.charCodeAt(4) !== hyphen || cell.charCodeAt(7) !== hyphen) return Number.NaN;
  const days = daysOfDate(digits(cell, 0, 4), digits(cell, 5, 7), digits(cell, 8, 10));
  return cell.length === 10 ? days : (days * msPerDay + timeOf(cell.slice(10))) / msPerDay;
}

/** The number that the characters from `start` to `end` are; NaN if one of them is not a digit. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = 10 * number + digit;
  }
  return number;
}

/** Milliseconds since midnight, UTC; NaN if the text is not a time of day. */
function timeOf(text: string): number {
  const match = timePattern.exec(text);
  if (match === null) return Number.NaN;
  const [, hours = "", minutes = "", seconds = "0", fraction = "", offset = "Z"] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return Number.NaN;
  const ms = Number(fraction.slice(0, 3).padEnd(3, "0"));
  return (
    (60 * Number(hours) + Number(minutes) - offsetOf(offset)) * msPerMinute + 1000 * Number(seconds) + ms
  );
}

/** Minutes that local time is ahead of UTC; NaN if there is no such offset. */
function offsetOf(offset: string): number {
  if (offset === "Z") return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(":", ""));
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (offset.startsWith("-") ? -1 : 1) * (60 * hours + minutes);
}
