import type { NumberArray } from "../codecs/column-values.js";
import type { NumberRule } from "./number-rule.js";

/** A type of arrays of numbers. */
export type NumberArrayType =
  | Float64ArrayConstructor
  | Uint8ArrayConstructor
  | Int8ArrayConstructor
  | Uint16ArrayConstructor
  | Int16ArrayConstructor
  | Uint32ArrayConstructor
  | Int32ArrayConstructor;

const wholeTypes = [Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array] as const;

/**
 * The narrowest type for a column's numbers: of 8, 16 or 32-bit integers if the rule has only such numbers and no cell may be
 * empty, otherwise Float64Array.
 */
export function narrowestType(rule: NumberRule | undefined, mayBeEmpty: boolean): NumberArrayType {
  if (rule === undefined || mayBeEmpty || !rule.isWhole) return Float64Array;
  const [low, high] = [Math.ceil(rule.low), Math.floor(rule.high)];
  // Such an array has the remainder of a number that it cannot hold.
  return wholeTypes.find((type) => type.of(low)[0] === low && type.of(high)[0] === high) ?? Float64Array;
}

const firstChunkLength = 1024;
const chunkLength = 65_536;

/**
 * A growing column of numbers. It grows in chunks: doubling an array would need up to three times the column's memory while
 * it is copied.
 */
export class NumberValues {
  readonly type: NumberArrayType;
  #full: NumberArray[] = [];
  #length = 0;
  #chunk: NumberArray;
  #used = 0;

  constructor(type: NumberArrayType = Float64Array) {
    this.type = type;
    this.#chunk = new type(firstChunkLength);
  }

  /** Sets the value after the last kept one. */
  set(value: number): void {
    if (this.#used === this.#chunk.length) this.#begin(chunkLength);
    this.#chunk[this.#used] = value;
  }

  /** Keeps the value that was set. */
  keep(): void {
    this.#used += 1;
  }

  /** Makes room for so many values at once. Memory is taken only for those that come. */
  reserve(values: number): void {
    if (values > this.#chunk.length - this.#used) this.#begin(values);
  }

  /** Keeps a value. */
  append(value: number): void {
    this.set(value);
    this.keep();
  }

  /** Keeps the numbers of an array of this column's type. */
  appendAll(values: NumberArray): void {
    for (let at = 0; at < values.length; ) {
      if (this.#used === this.#chunk.length) this.#begin(chunkLength);
      const part = values.subarray(at, at + this.#chunk.length - this.#used);
      this.#chunk.set(part, this.#used);
      this.#used += part.length;
      at += part.length;
    }
  }

  /** Keeps all numbers of an array of this column's type, which becomes a part of the column. */
  adopt(values: NumberArray): void {
    this.#begin(0);
    this.#full.push(values);
    this.#length += values.length;
  }

  /** Returns the kept values and releases the chunks: the column is empty afterwards. */
  finish(): NumberArray {
    const [only] = this.#full;
    const isWhole = this.#length === 0 && this.#used > this.#chunk.length * 0.9;
    const values = isWhole
      ? this.#chunk.subarray(0, this.#used)
      : only !== undefined && only.length === this.#length + this.#used
        ? only
        : this.#joined();
    this.#full = [];
    this.#chunk = new this.type(0);
    this.#used = 0;
    return values;
  }

  #joined(): NumberArray {
    const values = new this.type(this.#length + this.#used);
    let at = 0;
    for (const chunk of [...this.#full, this.#chunk.subarray(0, this.#used)]) {
      values.set(chunk, at);
      at += chunk.length;
    }
    return values;
  }

  #begin(length: number): void {
    if (this.#used > 0) this.#full.push(this.#chunk.subarray(0, this.#used));
    this.#length += this.#used;
    this.#chunk = new this.type(length);
    this.#used = 0;
  }
}
