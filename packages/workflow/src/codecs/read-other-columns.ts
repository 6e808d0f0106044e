import { type Column as ArrowColumn, Type, tableFromIPC } from "@uwdata/flechette";
import { ContractError } from "../definition/errors.js";
import type { ArrowLayout } from "./arrow-layout.js";
import type { ArrowSource } from "./arrow-source.js";
import { type ColumnValues, isNumberArray, type NumberArray } from "./column-values.js";
import { valuesAt } from "./read-number-columns.js";

/**
 * Decodes the columns of an Arrow IPC file that are not plain numbers.
 * @param known the columns that have been read: their values are not read again
 * @returns the values of each column that is not known, at its index
 * @throws {ContractError} if the file cannot be read, or a column contains neither numbers nor strings
 */
export function readOtherColumns(
  source: ArrowSource,
  layout: ArrowLayout,
  known: readonly (NumberArray | undefined)[],
): (ColumnValues | undefined)[] {
  try {
    const table = tableFromIPC(readAround(source, layout, known));
    return layout.columns.map(({ name }, i) =>
      known[i] === undefined ? fromArrow(name, table.getChildAt(i), source.length) : undefined,
    );
  } catch (error) {
    if (error instanceof ContractError) throw error;
    throw new ContractError(
      `found an Arrow file that cannot be read (${error instanceof Error ? error.message : error}).`,
    );
  }
}

/** The bytes of the file, zeros in place of the known values: pages that are not written to take no memory. */
function readAround(
  source: ArrowSource,
  layout: ArrowLayout,
  known: readonly (NumberArray | undefined)[],
): Uint8Array {
  const bytes = new Uint8Array(source.length);
  const left = layout.batches
    .flatMap((batch) =>
      known.flatMap((values, i) => (values === undefined ? [] : [valuesAt(layout, batch, i)])),
    )
    .sort(([a], [b]) => a - b);
  let from = 0;
  for (const [at, length] of left) {
    if (at > from) source.read(bytes.subarray(from, at), from);
    from = Math.max(from, at + length);
  }
  source.read(bytes.subarray(from), from);
  return bytes;
}

function fromArrow(name: string, column: ArrowColumn<unknown>, fileBytes: number): ColumnValues {
  const { length, nullCount, type } = column;
  // A value takes at least one bit. Checked before an array of that length is allocated.
  if (length > fileBytes * 8)
    throw new ContractError(`found a damaged Arrow file (${length} rows in ${fileBytes} bytes).`);
  if (type.typeId === Type.Null) return new Float64Array(length).fill(Number.NaN);
  const array: unknown = nullCount === 0 ? column.toArray() : Array.from(column);
  if (ArrayBuffer.isView(array)) {
    const isKept = isNumberArray(array) && (type.typeId === Type.Int || type.typeId === Type.Float);
    const numbers = isKept ? array : Float64Array.from(array as unknown as ArrayLike<number>);
    if (numbers.length < length) {
      throw new ContractError(`found a damaged Arrow file (${numbers.length} values in ${length} rows).`);
    }
    // Some writers pad the buffer, so that it has more values than rows.
    return numbers.subarray(0, length);
  }
  const values = array as readonly unknown[];
  if (length === 0) return type.typeId === Type.Float || type.typeId === Type.Int ? new Float64Array(0) : [];
  if (values.every((value) => typeof value === "string")) return values;
  if (values.every(isNumberLike))
    return Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value)));
  const [kind] = Object.entries(Type).find(([, id]) => id === type.typeId) ?? [type.typeId];
  const gap = values.indexOf(null);
  throw new ContractError(
    `found column "${name}" of Arrow type ${kind}${gap < 0 ? "" : `, row ${gap + 1} missing`}, expected numbers, or strings without missing values.`,
  );
}

function isNumberLike(value: unknown): value is number | boolean | null {
  return typeof value === "number" || typeof value === "boolean" || value === null;
}
