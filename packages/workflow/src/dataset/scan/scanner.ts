import type { Delimiter } from "../dataset.js";
import { addGap, type RowColumn, type RowLayout } from "../row-reader.js";
import type { RangeResult } from "../threads/range-worker.js";
import { powersOfFive, powersOfTen } from "./powers.js";
import { ScanMemory } from "./scan-memory.js";
import { entryBytes, rowsHeld, type ScanKind, scanKind, valueBytes, writeEntry } from "./scan-plan.js";
import type { ScannedColumn } from "./scanned-column.js";
import { ScannedNumbers } from "./scanned-numbers.js";
import { ScannedPlaces } from "./scanned-places.js";
import { ScannedTexts } from "./scanned-texts.js";
import { compiledScanner, type ScannerModule } from "./scanner-module.js";

const smallestWindow = 1024;
const largestWindow = 32_768;

/** A column of the scanner. */
interface Scanned {
  readonly column: RowColumn;
  readonly kind: ScanKind;
  /** Addresses in the scanner's memory. */
  readonly values: number;
  readonly table: number;
  content: ScannedColumn;
}

/** All that another thread needs to scan as this one does. Places are addresses in the scanner's memory. */
export interface ScannerCopy {
  /** The compiled WebAssembly. */
  readonly module: object;
  readonly memoryBytes: number;
  /** The beginning of the memory: the plan and the powers. */
  readonly head: Uint8Array;
  /** The arguments of `setup`. */
  readonly setup: ScannerSetup;
  readonly inputAt: number;
  readonly capacity: number;
  /** How many rows the memory holds. */
  readonly held: number;
  readonly columns: readonly { readonly values: number; readonly bytes: number }[];
}

type ScannerSetup = Parameters<ScannerModule["setup"]>;

/** Reads plain rows from bytes to columns: without a string for a cell, the contract's bounds checked on the way. */
export class Scanner {
  readonly #module: ScannerModule;
  readonly #memory: ScanMemory;
  readonly #width: number;
  readonly #held: number;
  readonly #plan: DataView;
  readonly #planAt: number;
  readonly #inputAt: number;
  readonly #columns: Scanned[];
  readonly #setup: ScannerSetup;
  readonly #marksAt: number;
  readonly #totalBytes: number | undefined;
  /** Rows in the scanner's memory. */
  #rows = 0;
  #window = largestWindow;
  #allRows = 0;
  #allBytes = 0;
  #hasReserved = false;
  /** Where bytes must be to be scanned. */
  readonly input: Buffer;

  /**
   * @param capacity the most bytes that are scanned at once
   * @param totalBytes of the file, if known
   */
  constructor(
    module: ScannerModule,
    layout: RowLayout,
    delimiter: Delimiter,
    { capacity, totalBytes }: { readonly capacity: number; readonly totalBytes: number | undefined },
  ) {
    const memory = new ScanMemory(module);
    const { width } = layout;
    const tens = powersOfTen();
    const fives = powersOfFive();
    this.#module = module;
    this.#memory = memory;
    this.#width = width;
    this.#totalBytes = totalBytes;
    this.#held = rowsHeld(layout);
    this.#planAt = memory.allocate(width * entryBytes);
    const tensAt = memory.allocate(tens.byteLength);
    const fivesAt = memory.allocate(fives.byteLength);
    const marksAt = memory.allocate(4 * (largestWindow + 64));
    const parts = layout.columns.map((column) => ({
      column,
      kind: scanKind(column.reader),
      values: memory.allocate(this.#held * valueBytes(column.reader)),
      table: scanKind(column.reader) === "text" ? memory.allocate(module.textTableSize()) : 0,
    }));
    this.#inputAt = memory.allocate(capacity + 64);
    memory.grow();
    const plan = memory.bytes(this.#planAt, width * entryBytes);
    this.#plan = new DataView(plan.buffer, plan.byteOffset, plan.length);
    this.input = memory.bytes(this.#inputAt, capacity);
    memory.bytes(tensAt, tens.byteLength).set(new Uint8Array(tens.buffer));
    memory.bytes(fivesAt, fives.byteLength).set(new Uint8Array(fives.buffer));
    this.#setup = [this.#planAt, width, tensAt, fivesAt, marksAt, delimiter.charCodeAt(0)];
    this.#marksAt = marksAt;
    module.setup(...this.#setup);
    this.#columns = parts.map((part) => ({ ...part, content: this.#begin(part) }));
  }

  /**
   * Reads the rows of `input` until the first one that is not plain.
   * @param at where a row begins
   * @param limit where the last whole row ends
   * @param line of the first row
   * @returns how many rows were read, and where the next row begins: `limit`, or that of a row that is not plain
   */
  scan(at: number, limit: number, line: number): { readonly rows: number; readonly at: number } {
    let rows = 0;
    let next = at;
    let isPlain = true;
    while (isPlain && next < limit) {
      if (this.#rows === this.#held) this.flush();
      const from = this.#rows;
      const to = this.#scanRows(next, limit, this.#held);
      const good = Math.min(to.row, ...this.#columns.map(({ content }) => content.check(from, to.row)));
      const hasBadCell = good < to.row;
      const end = hasBadCell ? this.#scanRows(next, limit, good) : to;
      this.#countGaps(from, good, line + rows - from);
      this.#rows = good;
      rows += good - from;
      this.#allBytes += end.at - next;
      this.#allRows += good - from;
      isPlain =
        !hasBadCell &&
        (end.isUnusual ? this.#addText() : end.at > next || this.#window < largestWindow || end.at >= limit);
      // Looking for marks far behind a row that is not plain would be lost time.
      if (!isPlain) this.#window = smallestWindow;
      else if (!end.isUnusual) this.#window = Math.min(2 * this.#window, largestWindow);
      next = end.at;
    }
    return { rows, at: next };
  }

  /** For another thread; undefined if a column needs more than the scanner itself: texts, empty cells, a list of numbers. */
  copy(): ScannerCopy | undefined {
    const isSimple = ({ column: { reader } }: Scanned): boolean =>
      scanKind(reader) === "number" && !reader.mayBeEmpty && reader.kind === "number" && !reader.rule?.list;
    const module = compiledScanner();
    if (module === undefined || !this.#columns.every(isSimple)) return undefined;
    return {
      module,
      memoryBytes: this.#memory.all().length,
      head: Uint8Array.from(this.#memory.bytes(0, this.#marksAt)),
      setup: this.#setup,
      inputAt: this.#inputAt,
      capacity: this.input.length,
      held: this.#held,
      columns: this.#columns.map(({ column, values }) => ({ values, bytes: valueBytes(column.reader) })),
    };
  }

  /** Adds rows that another thread has scanned to the table. */
  adopt({ columns }: RangeResult): void {
    this.flush();
    for (const [j, { column }] of this.#columns.entries()) {
      if (column.reader.kind !== "number") continue;
      const { values } = column.reader;
      for (const piece of columns[j] ?? []) values.appendAll(new values.type(piece));
    }
  }

  /** Moves the rows that were read to the table. Call it before other rows are read. */
  flush(): void {
    if (this.#rows === 0) return;
    this.#reserve();
    for (const { content } of this.#columns) content.move(this.#rows);
    this.#rows = 0;
  }

  #scanRows(
    at: number,
    limit: number,
    toRow: number,
  ): { readonly row: number; readonly at: number; readonly isUnusual: boolean } {
    const input = this.#inputAt;
    const stop = this.#module.scan(input + at, input + limit, this.#window, this.#rows, toRow);
    return { row: this.#module.row.value, at: stop - input, isUnusual: this.#module.isUnusual.value !== 0 };
  }

  /** Adds a text, at which the scanner has stopped, to the column's table. Returns whether scanning can go on. */
  #addText(): boolean {
    const entry = this.#module.newText.value;
    if (entry === 0) return false;
    const position = (entry - this.#planAt) / entryBytes;
    const scanned = this.#columns.find(({ column }) => column.position === position);
    if (!(scanned?.content instanceof ScannedTexts)) return false;
    const [from, to] = [this.#module.newTextFrom.value, this.#module.newTextTo.value];
    const cell = this.#memory.all().toString("utf8", from, to);
    const text = scanned.column.reader.readCell(cell);
    // A line that is blank is no row.
    if (typeof text !== "string" || (this.#width === 1 && cell.trim() === "")) return false;
    if (this.#module.addText(scanned.table, from, to) >= 0) scanned.content.add(text);
    else {
      this.flush();
      scanned.content = this.#begin({ ...scanned, kind: "place" });
    }
    return true;
  }

  /** Begins to read a column in this way. */
  #begin({ column, kind, values, table }: Omit<Scanned, "content">): ScannedColumn {
    const { reader, position } = column;
    writeEntry(this.#plan, reader, position, { kind, values, table });
    if (kind === "number" && reader.kind === "number")
      return new ScannedNumbers(reader, this.#memory.view(reader.values.type, values, this.#held));
    const places = this.#memory.words(values, 2 * this.#held);
    if (kind === "text" && reader.kind === "text") return new ScannedTexts(reader, places);
    const memory = this.#memory.all();
    const isWholeRow = this.#width === 1;
    return reader.kind === "text"
      ? new ScannedPlaces(reader, places, memory, isWholeRow)
      : new ScannedPlaces(reader, places, memory, isWholeRow);
  }

  #countGaps(from: number, to: number, lineOfRowZero: number): void {
    for (const { column, content } of this.#columns) {
      for (const row of content.emptyCells(from, to)) addGap(column.gaps, () => lineOfRowZero + row);
    }
  }

  /** Makes room for all rows of the file, by the length of the first ones. */
  #reserve(): void {
    if (this.#hasReserved || this.#totalBytes === undefined || this.#allBytes < smallestWindow) return;
    this.#hasReserved = true;
    const rows = Math.ceil((1.03 * this.#allRows * this.#totalBytes) / this.#allBytes);
    for (const { column } of this.#columns) {
      if (column.reader.kind === "number") column.reader.values.reserve(rows);
    }
  }
}
