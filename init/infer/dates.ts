const time = String.raw`([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?`;
const date = new RegExp(
  String.raw`^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}\/\d{1,2}\/\d{1,2})${time}$`,
);

/** Whether a text is a date, by itself or with a time. */
export function isDate(text: string): boolean {
  return date.test(text);
}

const compact = /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/** Whether all of these whole numbers are dates such as 20240131. */
export function areCompactDates(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "" || compact.test(cell.trim()));
}
