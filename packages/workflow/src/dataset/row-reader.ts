import { pluralize } from "@tiphys/argo-lint/text";
import { omitUndefined } from "../definition/omit-undefined.js";
import { BadRows, type RowFault } from "./bad-rows.js";
import { BadCell } from "./cell.js";
import { type ColumnReader, columnReader } from "./column-reader.js";
import type { AnyDataset, ColumnDefinition } from "./dataset.js";
import { matchHeader } from "./header.js";
import { tableNames } from "./table-names.js";

/** How to read one column of a file. */
export interface RowColumn {
  readonly name: string;
  readonly definition: ColumnDefinition;
  /** Whether rows are older or newer by this column. */
  readonly isTime: boolean;
  /** Index of the column's cell in a row. */
  readonly position: number;
  readonly reader: ColumnReader;
  /** What a cell must be where the schema allows an empty one and the reader of the file does not; else undefined. */
  readonly needed?: string;
  /** The empty cells of kept rows. */
  readonly gaps: { cells: number; firstLine: number };
}

/** How to read the rows of a file. */
export interface RowLayout {
  /** The dataset's columns, in its order. */
  readonly columns: readonly RowColumn[];
  /** How many cells a row has. */
  readonly width: number;
}

/** Columns of the table whose cells must not be empty, although the dataset allows it. */
export interface NeededCells {
  readonly columns: readonly string[];
  /** What their cells must be: `a number, because …`. */
  readonly expected: string;
}

/** Reads the rows of a file, of which the first one is the header, cell by cell. */
export class RowReader {
  readonly #dataset: AnyDataset;
  readonly #source: string;
  readonly #needed: NeededCells | undefined;
  /** What the number of a row counts. */
  readonly unit: "line" | "row";
  readonly badRows: BadRows;
  /** Undefined before the header. */
  layout: RowLayout | undefined;
  /** How many rows were kept. */
  rows = 0;

  /**
   * @param source names the file in messages
   * @param unit what the number of a row counts
   */
  constructor(
    dataset: AnyDataset,
    source: string,
    unit: "line" | "row" = "line",
    needed: NeededCells | undefined = undefined,
  ) {
    this.#dataset = dataset;
    this.#source = source;
    this.#needed = needed;
    this.unit = unit;
    this.badRows = new BadRows(source, unit);
  }

  /**
   * Begins with the names of the file's columns.
   * @param where names the file, and the line of the header, in messages
   * @throws {ContractError} if they are not those of the dataset
   */
  begin(header: readonly string[], where: string): RowLayout {
    const positions = matchHeader(header, this.#dataset, where);
    const layout = layoutOf(this.#dataset, header.length, positions, this.#needed);
    this.layout = layout;
    return layout;
  }

  /** Returns the columns of the rows that were kept since the last call, and begins with empty ones. */
  take(): RowLayout["columns"] {
    if (this.layout === undefined) return [];
    const { columns, width } = this.layout;
    const positions = columns.map(({ position }) => position);
    this.layout = layoutOf(this.#dataset, width, positions, this.#needed);
    return columns;
  }

  /**
   * Reads the cells of a row.
   * @param lineOfRow returns the number of the line on which the row begins
   * @returns the problems of a row that is not kept; undefined for any other row, a blank line and the header
   * @throws {ContractError} if the row is the header and its columns are not those of the dataset
   */
  read(cells: readonly string[], lineOfRow: () => number): readonly RowFault[] | undefined {
    if (isBlank(cells)) return undefined;
    if (this.layout === undefined) {
      this.begin(cells, `${this.#source} line ${lineOfRow()}`);
      return undefined;
    }
    const faults = readRow(cells, this.layout);
    if (faults === undefined) {
      this.rows += 1;
      noteGaps(cells, this.layout, lineOfRow);
    } else this.badRows.add(lineOfRow, faults);
    return faults;
  }
}

function layoutOf(
  dataset: AnyDataset,
  width: number,
  positions: readonly number[],
  needed: NeededCells | undefined,
): RowLayout {
  const columns = dataset.names.flatMap((name, index) => {
    const definition = dataset.columns[name];
    if (definition === undefined) return [];
    const gaps = { cells: 0, firstLine: 0 };
    const reader = columnReader(definition);
    const expected = reader.mayBeEmpty && isNeeded(name, definition, needed) ? needed?.expected : undefined;
    return [
      {
        name,
        definition,
        isTime: name === dataset.time,
        position: positions[index] ?? 0,
        reader,
        gaps,
        ...omitUndefined({ needed: expected }),
      },
    ];
  });
  return { columns, width };
}

function isNeeded(name: string, definition: ColumnDefinition, needed: NeededCells | undefined): boolean {
  return tableNames(name, definition).some((made) => needed?.columns.includes(made));
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === "";
}

/** Keeps a row, or returns its problems. */
function readRow(cells: readonly string[], { columns, width }: RowLayout): RowFault[] | undefined {
  if (cells.length !== width) {
    return [
      {
        found: `the row has ${pluralize(cells.length, "cell")}`,
        expected: `${pluralize(width, "cell")} as in the header`,
      },
    ];
  }
  let faults: RowFault[] | undefined;
  for (const { name, position, reader, needed } of columns) {
    const cell = cells[position] ?? "";
    const bad =
      needed !== undefined && cell.trim() === ""
        ? new BadCell("the cell is empty", needed)
        : reader.read(cell);
    if (bad === undefined) continue;
    faults ??= [];
    faults.push({ column: name, found: bad.found, expected: bad.expected });
  }
  if (faults === undefined) for (const { reader } of columns) reader.keep();
  return faults;
}

/** Counts the empty cells of a kept row. */
function noteGaps(cells: readonly string[], { columns }: RowLayout, lineOfRow: () => number): void {
  for (const { position, reader, gaps } of columns) {
    if (reader.mayBeEmpty && (cells[position] ?? "").trim() === "") addGap(gaps, lineOfRow);
  }
}

/** Counts an empty cell. */
export function addGap(gaps: RowColumn["gaps"], lineOfRow: () => number): void {
  if (gaps.cells === 0) gaps.firstLine = lineOfRow();
  gaps.cells += 1;
}
