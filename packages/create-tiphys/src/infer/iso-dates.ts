import { parseDate } from "../../../workflow/src/dataset/parse-date.js";
import { ordinalPattern, separatorPattern, timePattern, weekdayPattern } from "./date-patterns.js";
import { isDate } from "./dates.js";
import { monthNumbers } from "./month-names.js";

/** Dates in the form that a dataset reads: 2024-01-31, 2024-01-31T09:30:00Z. */
export interface IsoDates {
  /** By the text as given. */
  readonly byText: ReadonlyMap<string, string>;
  /** What was inferred of dates such as 31/12/2024; undefined if there are none, or nothing had to be inferred. */
  readonly first: "day" | "month" | undefined;
}

/** The parts of a date as text. */
type Parts = Readonly<Record<string, string | undefined>>;

const day = String.raw`(?<day>\d{1,2})${ordinalPattern}`;
const month = String.raw`(?<name>\p{L}+)\.?`;
const year = String.raw`(?<year>\d{4})`;
const forms = [
  String.raw`${year}[./-](?<month>\d{1,2})[./-](?<day>\d{1,2})`,
  String.raw`${year}(?<month>\d{2})(?<day>\d{2})(?:\.0+)?`,
  String.raw`(?<one>\d{1,2})[./-](?<other>\d{1,2})[./-]${year}`,
  `${month}${separatorPattern}${day}${separatorPattern}${year}`,
  `${day}${separatorPattern}${month}${separatorPattern}${year}`,
  `${year}${separatorPattern}${month}${separatorPattern}${day}`,
].map((form) => new RegExp(`^${weekdayPattern}${form}${timePattern}$`, "iu"));

/**
 * Converts dates to ISO 8601, if there is no doubt about any of them. Whether the day or the month comes first in 31/12/2024
 * is inferred from all of them.
 * @param texts distinct and not empty
 * @returns the problem of the first one in doubt, as sentences, if there is one
 */
export function toIsoDates(texts: readonly string[]): IsoDates | string {
  const read = texts.map((text) => ({
    text,
    parts: Number.isNaN(parseDate(text)) ? partsOf(text) : undefined,
  }));
  const strange = read.find(({ text, parts }) => parts === undefined && Number.isNaN(parseDate(text)));
  if (strange !== undefined) return whyNot(strange.text);
  const order = orderOf(
    read.flatMap(({ text, parts }) => (parts?.one === undefined ? [] : [{ text, parts }])),
  );
  if (typeof order === "string") return order;
  const byText = new Map<string, string>();
  for (const { text, parts } of read) {
    if (parts?.half !== undefined && Number(parts.hour) > 12) {
      return `"${text}" has an hour above 12 with ${parts.half}.`;
    }
    const iso = parts === undefined ? text : isoOf(parts, order.first);
    if (Number.isNaN(parseDate(iso))) return `"${text}" is not a date of the calendar.`;
    byText.set(text, iso);
  }
  const times = [...byText.values()].filter((iso) => iso.length > 10);
  const zoned = times.filter((iso) => /(Z|[+-]\d\d(:?\d\d)?)$/.test(iso));
  if (zoned.length > 0 && zoned.length < times.length) {
    return "Some of its times have an offset from UTC, and others have none. Write one to each, such as Z.";
  }
  return { byText, first: order.isInferred ? order.first : undefined };
}

function partsOf(text: string): Parts | undefined {
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    if (groups.name === undefined || monthOf(groups.name) !== undefined) return groups;
  }
  return undefined;
}

/** The number of a month; undefined if its name is not known, or is one of two months in different languages. */
function monthOf(name: string): number | undefined {
  const found = monthNumbers.get(name.toLowerCase());
  return found?.size === 1 ? [...found][0] : undefined;
}

function whyNot(text: string): string {
  if (!isDate(text)) return `"${text}" is not a date.`;
  return /(^|\D)\d{4}(\D|$)/.test(text)
    ? `"${text}" is a date without a day, or in an unknown form. Write it as 2024-01-31 first.`
    : `"${text}" has no year of four digits. Write it as 2024-01-31 first.`;
}

interface Order {
  readonly first: "day" | "month";
  /** Whether there are dates whose order had to be inferred. */
  readonly isInferred: boolean;
}

/** What comes first in all these dates, or why that cannot be told. */
function orderOf(dates: readonly { readonly text: string; readonly parts: Parts }[]): Order | string {
  const dayFirst = dates.find(({ parts }) => Number(parts.one) > 12);
  const monthFirst = dates.find(({ parts }) => Number(parts.other) > 12);
  if (dayFirst !== undefined && monthFirst !== undefined) {
    return `The day comes first in "${dayFirst.text}", and the month in "${monthFirst.text}". Write all as 2024-01-31 first.`;
  }
  if (dayFirst !== undefined) return { first: "day", isInferred: true };
  if (monthFirst !== undefined) return { first: "month", isInferred: true };
  const doubtful = dates.find(({ parts }) => Number(parts.one) !== Number(parts.other));
  if (doubtful === undefined) return { first: "day", isInferred: false };
  return `Whether the day or the month comes first in "${doubtful.text}" cannot be told: neither is above 12 in any row. Write the dates as 2024-01-31 first.`;
}

function isoOf(parts: Parts, first: "day" | "month"): string {
  const { one, other, name, hour, minute, second, fraction, half = "", offset = "" } = parts;
  const [ofDay, ofMonth] = first === "day" ? [one, other] : [other, one];
  const number = name === undefined ? (parts.month ?? ofMonth) : monthOf(name);
  const date = `${parts.year}-${twoDigits(number)}-${twoDigits(parts.day ?? ofDay)}`;
  if (hour === undefined) return date;
  const isLate = half.toLowerCase().startsWith("p");
  const hours = half === "" ? Number(hour) : (Number(hour) % 12) + (isLate ? 12 : 0);
  const seconds =
    second === undefined ? "" : `:${second}${fraction === undefined ? "" : `.${fraction.slice(0, 9)}`}`;
  return `${date}T${twoDigits(hours)}:${minute}${seconds}${/^(z|utc|gmt)$/i.test(offset) ? "Z" : offset}`;
}

function twoDigits(number: string | number | undefined): string {
  return String(number).padStart(2, "0");
}
