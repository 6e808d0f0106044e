/** A whole number, a text, or bytes: also those of an inner message. */
type FieldValue = number | string | Uint8Array;

/** The number of each field with its value; a list is a repeated field. */
export type Fields = readonly (readonly [number, FieldValue | readonly FieldValue[]])[];

/**
 * A message of Protocol Buffers. Whole numbers are encoded as int64, without packing.
 *
 * Written here because the smallest library exceeds what remains of the installation's size limit.
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function protobufMessage(fields: Fields): Uint8Array {
  const bytes: number[] = [];
  for (const [field, value] of fields) {
    const values: readonly FieldValue[] =
      typeof value === "object" && !(value instanceof Uint8Array) ? value : [value];
    for (const each of values) appendField(bytes, field, each);
  }
  return Uint8Array.from(bytes);
}

function appendField(bytes: number[], field: number, value: FieldValue): void {
  if (typeof value === "number") {
    appendVarint(bytes, field * 8);
    appendVarint(bytes, value);
    return;
  }
  const content = typeof value === "string" ? new TextEncoder().encode(value) : value;
  appendVarint(bytes, field * 8 + 2);
  appendVarint(bytes, content.length);
  for (const byte of content) bytes.push(byte);
}

/** Seven bits in each byte, the lowest first; negative numbers as two's complement of 64 bits. */
function appendVarint(bytes: number[], value: number): void {
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
}
