import { weekdayNames } from "./weekday-names.js";

/** A time of day, with its offset from UTC: 9:30, 10:30 PM, 09:30:00.5Z, 09:30:00+00. */
export const clockPattern = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?\s?(?<half>[ap]\.?m\.?)?\s?(?<offset>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?`;

/** What may follow a date: nothing, or a time of day. */
export const timePattern = String.raw`(?:[ T]\s?${clockPattern})?`;

/** What may stand before a date: nothing, or a day of the week. */
export const weekdayPattern = String.raw`(?:${alternatives(weekdayNames)}\.?,?\s+)?`;

/** What stands between the parts of a date with the name of a month. */
export const separatorPattern = String.raw`[\s./,-]+(?:de\s+)?`;

/** What may follow the number of a day. */
export const ordinalPattern = String.raw`(?:st|nd|rd|th|\.)?`;

/** One of these names. */
export function alternatives(names: Iterable<string>): string {
  // Longer ones first, as one may begin another.
  return `(?:${[...names].sort((a, b) => b.length - a.length).join("|")})`;
}
