import type { CsvParser, ParsedRows } from "../csv-parser.js";
import { checkRowLength } from "../csv-rows.js";
import { withLineFeeds } from "../read-text.js";
import type { RowLayout, RowReader } from "../row-reader.js";
import type { RangeResult } from "../threads/range-worker.js";
import type { Scanner } from "./scanner.js";
import { Utf8Check, wholeCharacters } from "./utf8-check.js";

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const byteOrderMark = Buffer.from("\uFEFF");

export interface BlockReaderOptions {
  readonly parse: CsvParser;
  /** Called once, when the header has been read. */
  readonly scannerFor: (layout: RowLayout) => Scanner;
  readonly delimiter: string;
  /** Names the file in messages. */
  readonly source: string;
}

/**
 * Reads the rows of a CSV file from chunks of its bytes. The scanner reads plain rows; all others are read as texts: by lines
 * if they have no quotes, otherwise by papaparse.
 */
export class BlockReader {
  readonly #rows: RowReader;
  readonly #options: BlockReaderOptions;
  readonly #utf8 = new Utf8Check();
  #scanner: Scanner | undefined;
  /** The beginning of the next row, and the number of its line. */
  #rest: Buffer = Buffer.alloc(0);
  #line = 1;
  #hasBegun = false;

  constructor(rows: RowReader, options: BlockReaderOptions) {
    this.#rows = rows;
    this.#options = options;
  }

  /** Reads the next chunk of the file. @throws {ContractError} as `csvRows` does; {TypeError} if it is not UTF-8 */
  add(chunk: Uint8Array): void {
    this.#utf8.add(chunk);
    this.#read(this.#joined(chunk), false);
    if (this.#rest.length > 1_000_000) checkRowLength(textOf(this.#rest), this.#line, this.#options.source);
  }

  /** Whether the bytes so far end where a row does. */
  get isBetweenRows(): boolean {
    return this.#rest.length === 0 && this.#hasBegun;
  }

  /** Adds the rows that another thread has read behind those so far. */
  adopt(result: RangeResult): void {
    this.#scanner?.adopt(result);
    this.#rows.rows += result.rows;
    this.#line += result.rows;
  }

  /** Reads the last row if no line end follows it. */
  end(): void {
    this.#utf8.end();
    this.#read(this.#rest, true);
    this.#scanner?.flush();
  }

  /** The rest and the chunk behind it: where the scanner reads, if there is room. */
  #joined(chunk: Uint8Array): Buffer {
    const length = this.#rest.length + chunk.length;
    const input = this.#scanner?.input;
    if (input === undefined || length > input.length) return Buffer.concat([this.#rest, chunk]);
    input.set(this.#rest);
    input.set(chunk, this.#rest.length);
    return input.subarray(0, length);
  }

  #read(block: Buffer, isLast: boolean): void {
    let bytes = block;
    if (!this.#hasBegun) {
      const isMark = byteOrderMark.subarray(0, bytes.length).equals(bytes.subarray(0, byteOrderMark.length));
      if (isMark && bytes.length < byteOrderMark.length && !isLast) {
        this.#rest = Buffer.from(bytes);
        return;
      }
      this.#hasBegun = true;
      if (isMark) bytes = bytes.subarray(byteOrderMark.length);
    }
    let at = 0;
    for (;;) {
      at = this.#scan(bytes, at);
      const line = lineAt(bytes, at, isLast);
      if (line === undefined) break;
      this.#scanner?.flush();
      if (line.hasQuote) {
        const parsed = this.#parseLine(bytes, at, line.next, isLast);
        if (parsed === undefined) {
          this.#parseAll(bytes.subarray(at), isLast);
          return;
        }
      } else {
        const cells = bytes.toString("utf8", at, line.end).split(this.#options.delimiter);
        this.#rows.read(cells, () => this.#line);
        this.#line += 1;
      }
      at = line.next;
      if (this.#scanner === undefined && this.#rows.layout !== undefined) {
        this.#scanner = this.#options.scannerFor(this.#rows.layout);
        const rest = bytes.subarray(at);
        if (rest.length > this.#scanner.input.length) continue;
        this.#scanner.input.set(rest);
        bytes = this.#scanner.input.subarray(0, rest.length);
        at = 0;
      }
    }
    this.#rest = Buffer.from(bytes.subarray(at));
  }

  /** Scans from where a row begins, if the bytes are where the scanner reads. Returns where the next row begins. */
  #scan(bytes: Buffer, at: number): number {
    const scanner = this.#scanner;
    if (scanner === undefined || bytes.byteOffset !== scanner.input.byteOffset) return at;
    if (bytes.buffer !== scanner.input.buffer) return at;
    // A line feed may follow a CR that is the last byte.
    const limit =
      Math.max(bytes.lastIndexOf(lineFeed), bytes.subarray(0, -1).lastIndexOf(carriageReturn)) + 1;
    if (limit <= at) return at;
    const scanned = scanner.scan(at, limit, this.#line);
    this.#line += scanned.rows;
    this.#rows.rows += scanned.rows;
    return scanned.at;
  }

  /** Reads a line with quotes that is one whole row; returns undefined if it is not. */
  #parseLine(bytes: Buffer, at: number, next: number, isLast: boolean): ParsedRows | undefined {
    if (isLast && next >= bytes.length) return undefined;
    const parsed = this.#options.parse(textOf(bytes.subarray(at, next)), this.#line, false);
    if (parsed.error !== undefined || parsed.rest !== "") return undefined;
    this.#readAll(parsed);
    return parsed;
  }

  /** Reads all whole rows. */
  #parseAll(bytes: Buffer, isLast: boolean): void {
    const whole = isLast ? bytes : wholeCharacters(bytes);
    const hasCr = whole[whole.length - 1] === carriageReturn && !isLast;
    const text = withLineFeeds(whole.toString("utf8", 0, whole.length - (hasCr ? 1 : 0)));
    const parsed = this.#options.parse(text, this.#line, isLast);
    this.#readAll(parsed);
    if (parsed.error !== undefined) throw parsed.error;
    const heldBack = bytes.subarray(whole.length - (hasCr ? 1 : 0));
    this.#rest = Buffer.concat([Buffer.from(parsed.rest), heldBack]);
  }

  #readAll(parsed: ParsedRows): void {
    for (const [index, cells] of parsed.rows.entries()) this.#rows.read(cells, () => parsed.lineOf(index));
    this.#line = parsed.nextLine;
  }
}

/** The line that begins at an index: where it ends, and where the next one begins. Undefined if it has no end yet. */
function lineAt(
  bytes: Buffer,
  at: number,
  isLast: boolean,
): { readonly end: number; readonly next: number; readonly hasQuote: boolean } | undefined {
  let hasQuote = false;
  for (let end = at; end < bytes.length; end += 1) {
    const byte = bytes[end];
    if (byte === quote) hasQuote = true;
    if (byte === lineFeed) return { end, next: end + 1, hasQuote };
    if (byte !== carriageReturn) continue;
    if (end + 1 === bytes.length && !isLast) return undefined;
    return { end, next: end + (bytes[end + 1] === lineFeed ? 2 : 1), hasQuote };
  }
  return isLast && at < bytes.length ? { end: bytes.length, next: bytes.length, hasQuote } : undefined;
}

function textOf(bytes: Buffer): string {
  const whole = wholeCharacters(bytes);
  return withLineFeeds(whole.toString("utf8"));
}
