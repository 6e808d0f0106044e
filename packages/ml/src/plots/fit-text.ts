/** How wide a text is drawn, in pixels. */
export type MeasureText = (text: string) => number;

/**
 * A label and a detail as one row, "label (detail)", or as two rows when that is too wide. A row that still is too
 * wide is cut, with an ellipsis.
 * @param room in pixels
 */
export function fitText(label: string, detail: string, room: number, measure: MeasureText): string[] {
  const oneRow = `${label} (${detail})`;
  if (measure(oneRow) <= room) return [oneRow];
  return [cut(label, room, measure), cut(detail, room, measure)];
}

/** The text, cut to the room with an ellipsis where it is too wide. */
export function cut(text: string, room: number, measure: MeasureText): string {
  if (measure(text) <= room) return text;
  const characters = [...text];
  while (characters.length > 0 && measure(`${characters.join("")}…`) > room) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
