const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** A date of the Gregorian calendar: months and days from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
}

/** Days from 1970-01-01 to a date; NaN if the calendar does not have it. @param year from 1 to 9999 */
export function daysOfDate(year: number, month: number, day: number): number {
  const before = daysBefore[month - 1];
  if (before === undefined || !(year >= 1 && day >= 1 && day <= daysInMonth(year, month))) return Number.NaN;
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return daysBeforeYear(year) + before + leapDay + day - 1;
}

/**
 * The year and the month of a day.
 * @param days since 1970-01-01, whole
 * @see Richards, Calendars, in: Explanatory Supplement to the Astronomical Almanac (2013): years that begin in March
 */
export function dateOfDays(days: number): CalendarDate {
  const sinceMarch0000 = days + 719_468;
  const era = Math.floor(sinceMarch0000 / 146_097);
  const dayOfEra = sinceMarch0000 - 146_097 * era;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: 400 * era + yearOfEra + (month <= 2 ? 1 : 0), month };
}

function daysBeforeYear(year: number): number {
  const before = year - 1;
  return (
    365 * before + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719_162
  );
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
