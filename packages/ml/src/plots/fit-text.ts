/** Width of a text in pixels. */
export type MeasureText = (text: string) => number;

/**
 * Lays out a label and a detail in one row, "label (detail)", or in two rows when that is too wide. A row that is still
 * too wide is cut, with an ellipsis.
 * @param room available width in pixels
 */
export function fitText(label: string, detail: string, room: number, measure: MeasureText): string[] {
  const oneRow = `${label} (${detail})`;
  if (measure(oneRow) <= room) return [oneRow];
  return [cut(label, room, measure), cut(detail, room, measure)];
}

/** The text, cut with an ellipsis where it is wider than `room` pixels. */
export function cut(text: string, room: number, measure: MeasureText): string {
  if (measure(text) <= room) return text;
  const characters = [...text];
  while (characters.length > 0 && measure(`${characters.join("")}…`) > room) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
