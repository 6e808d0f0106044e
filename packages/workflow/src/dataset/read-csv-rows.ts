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

/** Reads the rows of a CSV file by a scanner, to the same values and errors. */
export async function readCsvByScanner(
  { path, source, delimiter, bytes, isCompressed }: CsvSource,
  rows: RowReader,
  options: ReadBytesOptions & { readonly module: ScannerModule },
): Promise<void> {
  const { chunkBytes = 262_144, module } = options;
  const open = (): AsyncIterable<Uint8Array> => readBytes(path, { ...options, chunkBytes });
  const parse = await csvParser(delimiter, source);
  const totalBytes = isCompressed ? undefined : bytes;
  const reader = new BlockReader(rows, {
    parse,
    delimiter,
    source,
    scannerFor: (layout) => new Scanner(module, layout, delimiter, { capacity: 2 * chunkBytes, totalBytes }),
  });
  let isFirst = true;
  try {
    for await (const chunk of open()) {
      if (isFirst) refuseBinary(path, chunk);
      isFirst = false;
      reader.add(chunk);
    }
    reader.end();
  } catch (error) {
    throw await readError(path, error, open);
  }
}
