import type { ArrowBatchLayout, ArrowLayout } from "./arrow-layout.js";
import type { ArrowSource } from "./arrow-source.js";
import type { NumberArray } from "./column-values.js";
import { damaged } from "./flat-reader.js";

/**
 * Reads the columns of plain numbers without missing values, each into one array, directly from the file.
 * @returns undefined for each other column
 * @throws {ContractError} if a column has less values than rows
 */
export function readNumberColumns(source: ArrowSource, layout: ArrowLayout): (NumberArray | undefined)[] {
  const rows = layout.batches.reduce((sum, batch) => sum + batch.rows, 0);
  return layout.columns.map(({ array }, i) => {
    if (array === undefined || !isPlain(layout, i)) return undefined;
    const width = array.BYTES_PER_ELEMENT;
    // Checked before an array of that length is allocated.
    if (rows * width > source.length) throw damaged(`${rows} rows in ${source.length} bytes`);
    const values = new array(rows);
    const bytes = new Uint8Array(values.buffer);
    let from = 0;
    for (const batch of layout.batches) {
      const [at, length] = valuesAt(layout, batch, i);
      // Some writers pad the buffer, so that it has more values than rows.
      const used = batch.rows * width;
      if (length < used) throw damaged(`${Math.floor(length / width)} values in ${batch.rows} rows`);
      source.read(bytes.subarray(from, from + used), at);
      from += used;
    }
    return values;
  });
}

/**
 * Position in the file and length of the values of a column of numbers, in bytes.
 * @param column its index
 */
export function valuesAt(
  { columns }: ArrowLayout,
  { buffers }: ArrowBatchLayout,
  column: number,
): readonly [at: number, length: number] {
  const before = columns.slice(0, column).reduce((sum, { bufferCount = 0 }) => sum + bufferCount, 0);
  // The first buffer of a column says which values are missing.
  const values = buffers[before + 1];
  if (values === undefined) throw damaged(`${buffers.length} buffers in ${columns.length} columns`);
  return values;
}

function isPlain({ columns, batches }: ArrowLayout, column: number): boolean {
  return (
    columns.slice(0, column).every(({ bufferCount }) => bufferCount !== undefined) &&
    batches.every(({ isCompressed, nulls }) => !isCompressed && nulls[column] === 0)
  );
}
