import { csvParser } from "./csv-parser.js";
import { csvRows } from "./csv-rows.js";
import type { Delimiter } from "./dataset.js";
import { type ReadBytesOptions, readBytes } from "./read-bytes.js";
import { readError } from "./read-error.js";
import { readText } from "./read-text.js";
import { refuseBinary } from "./refuse-binary.js";
import type { RowReader } from "./row-reader.js";
import { BlockReader } from "./scan/block-reader.js";
import { Scanner } from "./scan/scanner.js";
import { type ScannerModule, scannerModule } from "./scan/scanner-module.js";
import { readSecondHalf, type SecondHalf } from "./threads/second-half.js";

/** Smaller files are read by `readCsvExactly`: loading the scanner would take longer. */
const scannedFrom = 131_072;

export interface CsvSource {
  readonly path: string;
  /** Names the file in messages. */
  readonly source: string;
  readonly delimiter: Delimiter;
  /** The file's size. */
  readonly bytes: number;
  /** Whether it is compressed by gzip. */
  readonly isCompressed: boolean;
}

/** Reads the rows of a CSV file: plain rows of a large one by a scanner, all others cell by cell. */
export async function readCsvRows(
  file: CsvSource,
  rows: RowReader,
  options: ReadBytesOptions,
): Promise<void> {
  const module = file.bytes * (file.isCompressed ? 8 : 1) < scannedFrom ? undefined : scannerModule();
  await (module === undefined
    ? readCsvExactly(file, rows, options)
    : readCsvByScanner(file, rows, { ...options, module }));
}

/** Reads the rows of a CSV file cell by cell. */
export async function readCsvExactly(
  { path, source, delimiter }: CsvSource,
  rows: RowReader,
  options: ReadBytesOptions,
): Promise<void> {
  const text = readText(path, () => readBytes(path, options));
  for await (const batch of csvRows(text, delimiter, source)) {
    for (const [index, cells] of batch.rows.entries()) rows.read(cells, () => batch.lineOf(index));
  }
}

/** How a CSV file is scanned. */
export interface ScanOptions extends ReadBytesOptions {
  readonly module: ScannerModule;
  /** Files of so many bytes are read by two threads, if they can be. Default: 32 MiB. */
  readonly threadsFrom?: number;
}

/** Reads the rows of a CSV file by a scanner, to the same values and errors. */
export async function readCsvByScanner(
  file: CsvSource,
  rows: RowReader,
  options: ScanOptions,
): Promise<void> {
  const { path, source, delimiter, bytes, isCompressed } = file;
  const { chunkBytes = 262_144, threadsFrom = 33_554_432, module, onRead = () => {} } = options;
  const threads: { half?: SecondHalf | undefined } = {};
  // Two threads read about equally fast.
  const onReadByThreads = (done: number): void =>
    onRead(threads.half === undefined ? done : Math.min(2 * done, bytes));
  const open = (start = 0): AsyncIterable<Uint8Array> =>
    readBytes(path, { chunkBytes, onRead: onReadByThreads, start });
  const parse = await csvParser(delimiter, source);
  const totalBytes = isCompressed ? undefined : bytes;
  const reader = new BlockReader(rows, {
    parse,
    delimiter,
    source,
    scannerFor(layout) {
      const scanner = new Scanner(module, layout, delimiter, { capacity: 2 * chunkBytes, totalBytes });
      if (!isCompressed) threads.half = readSecondHalf(scanner, { path, bytes, chunkBytes, threadsFrom });
      return scanner;
    },
  });
  try {
    const end = await readFrom(open(), 0, { path, reader, threads });
    const { half } = threads;
    // Where a quoted cell goes on behind the middle of the file, its second half is none.
    const result = end === half?.start && reader.isBetweenRows ? await half.result : undefined;
    threads.half = undefined;
    await half?.stop();
    if (result !== undefined) reader.adopt(result);
    if (half !== undefined)
      await readFrom(open(result?.stop ?? end), result?.stop ?? end, { path, reader, threads });
    reader.end();
  } catch (error) {
    throw await readError(path, error, open);
  } finally {
    await threads.half?.stop();
  }
}

/** Reads chunks that begin at a place of the file, up to the half that another thread reads. Returns where it stopped. */
async function readFrom(
  chunks: AsyncIterable<Uint8Array>,
  start: number,
  {
    path,
    reader,
    threads,
  }: {
    readonly path: string;
    readonly reader: BlockReader;
    readonly threads: { half?: SecondHalf | undefined };
  },
): Promise<number> {
  let at = start;
  for await (const chunk of chunks) {
    if (at === 0) refuseBinary(path, chunk);
    const end = threads.half === undefined || threads.half.start <= at ? undefined : threads.half.start - at;
    const part = chunk.subarray(0, end);
    reader.add(part);
    at += part.length;
    if (at === threads.half?.start) break;
  }
  return at;
}
