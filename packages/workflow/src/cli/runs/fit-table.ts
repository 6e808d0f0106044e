import { cutToWidth, displayWidth } from "@tiphys/argo-lint/text";

/** A column of a table whose cells are printable texts of one line. */
export interface TableColumn {
  readonly heading: string;
  readonly cells: readonly string[];
  /** Numbers are aligned on the right. */
  readonly isNumber?: boolean;
  /** To how many characters it may be cut. Default: it is shown whole. */
  readonly minWidth?: number;
  /** Columns with a higher number are left out first if there is no room. Default: it is never left out. */
  readonly leaveOut?: number;
}

const gap = 2;

/**
 * The lines of a table, without columns that are empty in all rows.
 * @param width of the terminal: texts are cut, then columns left out, until the table fits
 */
export function fitTable(columns: readonly TableColumn[], width = Number.POSITIVE_INFINITY): string[] {
  let shown = columns.filter(({ cells, leaveOut }) => leaveOut === undefined || cells.some(isNotEmpty));
  while (leastWidth(shown) > width) {
    const last = Math.max(...shown.map(({ leaveOut = 0 }) => leaveOut));
    if (last === 0) break;
    shown = shown.filter(({ leaveOut = 0 }) => leaveOut !== last);
  }
  const widths = fittedWidths(shown, width);
  const rows = shown[0]?.cells.length ?? 0;
  const line = (textOf: (column: TableColumn) => string): string =>
    shown
      .map((column, i) => pad(cutToWidth(textOf(column), widths[i] ?? 0), widths[i] ?? 0, column.isNumber))
      .join(" ".repeat(gap))
      .trimEnd();
  return [
    line(({ heading }) => heading),
    ...Array.from({ length: rows }, (_, row) => line(({ cells }) => cells[row] ?? "")),
  ];
}

function isNotEmpty(text: string): boolean {
  return text !== "";
}

function naturalWidth({ heading, cells }: TableColumn): number {
  // Not Math.max(...): a list may be longer than a call can have arguments.
  return cells.reduce((most, cell) => Math.max(most, displayWidth(cell)), displayWidth(heading));
}

function leastWidth(columns: readonly TableColumn[]): number {
  const widths = columns.map((column) =>
    Math.min(naturalWidth(column), column.minWidth ?? Number.POSITIVE_INFINITY),
  );
  return widths.reduce((sum, width) => sum + width + gap, -gap);
}

/** Cuts the columns that may be cut, the widest first, until the table fits. */
function fittedWidths(columns: readonly TableColumn[], width: number): number[] {
  const widths = columns.map(naturalWidth);
  let excess = widths.reduce((sum, each) => sum + each + gap, -gap) - width;
  while (excess > 0) {
    const spare = columns.map(({ minWidth }, i) =>
      minWidth !== undefined && (widths[i] ?? 0) > minWidth ? (widths[i] ?? 0) : 0,
    );
    const widest = spare.indexOf(Math.max(...spare));
    if ((spare[widest] ?? 0) === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess--;
  }
  return widths;
}

function pad(text: string, width: number, isNumber = false): string {
  const spaces = " ".repeat(Math.max(0, width - displayWidth(text)));
  return isNumber ? spaces + text : text + spaces;
}
