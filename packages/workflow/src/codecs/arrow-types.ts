import { Type } from "@uwdata/flechette";
import type { NumberArray } from "./column-values.js";
import type { FlatObject } from "./flat-reader.js";

/** Field numbers from Arrow's format/Schema.fbs. */
const fieldFields = { typeId: 2, type: 3, dictionary: 4 } as const;
const intFields = { bitWidth: 0, isSigned: 1 } as const;
const floatFields = { precision: 0 } as const;

const double = 2;

/** Makes an array of as many numbers. */
export interface ArrowArrayType {
  new (length: number): NumberArray;
  readonly BYTES_PER_ELEMENT: number;
}

const integers: readonly (readonly [bitWidth: number, signed: ArrowArrayType, unsigned: ArrowArrayType])[] = [
  [8, Int8Array, Uint8Array],
  [16, Int16Array, Uint16Array],
  [32, Int32Array, Uint32Array],
];

/**
 * The array of numbers that has the bytes of a column's values; undefined for other columns.
 * @param field of the schema
 */
export function numberArrayOf(field: FlatObject): ArrowArrayType | undefined {
  const type = field.object(fieldFields.type);
  if (type === undefined || field.object(fieldFields.dictionary) !== undefined) return undefined;
  switch (field.uint8(fieldFields.typeId)) {
    case Type.Float:
      return type.uint16(floatFields.precision) === double ? Float64Array : undefined;
    case Type.Int: {
      const [, signed, unsigned] =
        integers.find(([bitWidth]) => bitWidth === type.int32(intFields.bitWidth)) ?? [];
      return type.uint8(intFields.isSigned) === 1 ? signed : unsigned;
    }
    default:
      return undefined;
  }
}

/**
 * The number of buffers that a column has in a record batch; undefined if each batch has its own number.
 * @param field of the schema
 */
export function bufferCountOf(field: FlatObject): number | undefined {
  if (field.object(fieldFields.dictionary) !== undefined) return 2;
  switch (field.uint8(fieldFields.typeId)) {
    case Type.Null:
      return 0;
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Binary:
    case Type.LargeBinary:
      return 3;
    case Type.Utf8View:
    case Type.BinaryView:
      return undefined;
    default:
      return 2;
  }
}
