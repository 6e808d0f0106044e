const time = String.raw`([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?`;
const date = new RegExp(
  String.raw`^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}\/\d{1,2}\/\d{1,2})${time}$`,
);

/** Whether a text is a date, by itself or with a time. */
export function isDate(text: string): boolean {
  return date.test(text);
}

const compact = /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\.0+)?$/;

/** Whether all of these numbers are dates such as 20240131, or 20240131.0 as tables with gaps write them. */
export function areCompactDates(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "" || compact.test(cell.trim()));
}

const monthFirst = /^(0?[1-9]|1[0-2])\.(19|20)\d{2}$/;
const yearFirst = /^(19|20)\d{2}\.(0?[1-9]|1[0-2])$/;

/**
 * Whether all of these numbers are months, such as 01.2024, or 2024.10 where one of them has a month of two digits:
 * numbers near 2000 with one decimal are none.
 */
export function areMonths(cells: readonly string[]): boolean {
  const present = cells.flatMap((cell) => (cell === "" ? [] : [cell.trim()]));
  if (present.every((cell) => monthFirst.test(cell))) return true;
  return present.every((cell) => yearFirst.test(cell)) && present.some((cell) => /\.\d\d$/.test(cell));
}
