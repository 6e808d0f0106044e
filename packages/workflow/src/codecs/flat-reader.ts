import { ContractError } from "../definition/errors.js";

/** How many list entries may still be read from the whole file: a damaged file may refer to the same list many times. */
interface Budget {
  entries: number;
}

/** Reads FlatBuffers, the encoding of Arrow's metadata, and checks that every read is within the bytes. */
export class FlatReader {
  readonly #view: DataView;
  readonly #budget: Budget;

  /** @param budget shared by all readers of a file */
  constructor(bytes: Uint8Array, budget: Budget) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#budget = budget;
  }

  get length(): number {
    return this.#view.byteLength;
  }

  uint8(at: number): number {
    this.#check(at, 1);
    return this.#view.getUint8(at);
  }

  uint16(at: number): number {
    this.#check(at, 2);
    return this.#view.getUint16(at, true);
  }

  int32(at: number): number {
    this.#check(at, 4);
    return this.#view.getInt32(at, true);
  }

  /** @throws {ContractError} for a number beyond the safe integers, which no length or position can be */
  int64(at: number): number {
    this.#check(at, 8);
    const value = Number(this.#view.getBigInt64(at, true));
    if (!Number.isSafeInteger(value)) throw damaged(`the number ${value} at byte ${at}`);
    return value;
  }

  text(at: number): string {
    const begin = at + this.int32(at);
    const length = this.int32(begin);
    this.#check(begin + 4, length);
    return Buffer.from(this.#view.buffer, this.#view.byteOffset + begin + 4, length).toString("utf8");
  }

  /**
   * The positions of a list's entries.
   * @param size of an entry, in bytes
   */
  list(at: number, size: number): number[] {
    const begin = at + this.int32(at);
    const count = this.int32(begin);
    this.#check(begin + 4, count * size);
    this.#budget.entries -= count;
    if (this.#budget.entries < 0) throw damaged(`a list of ${count} entries at byte ${begin}`);
    return Array.from({ length: count }, (_, i) => begin + 4 + i * size);
  }

  #check(at: number, size: number): void {
    if (at < 0 || size < 0 || at + size > this.length) {
      throw damaged(`${size} bytes at byte ${at}, where there are ${this.length}`);
    }
  }
}

/** A table of FlatBuffers: fields by their number in the schema, each of which may be absent. */
export class FlatObject {
  readonly #position: number;
  readonly #vtable: number;

  /** @param at the position of the table's offset */
  constructor(
    readonly reader: FlatReader,
    at: number,
  ) {
    this.#position = at + reader.int32(at);
    this.#vtable = this.#position - reader.int32(this.#position);
  }

  uint8(field: number): number {
    const at = this.#positionOf(field);
    return at === undefined ? 0 : this.reader.uint8(at);
  }

  uint16(field: number): number {
    const at = this.#positionOf(field);
    return at === undefined ? 0 : this.reader.uint16(at);
  }

  int32(field: number): number {
    const at = this.#positionOf(field);
    return at === undefined ? 0 : this.reader.int32(at);
  }

  int64(field: number): number {
    const at = this.#positionOf(field);
    return at === undefined ? 0 : this.reader.int64(at);
  }

  text(field: number): string {
    const at = this.#positionOf(field);
    return at === undefined ? "" : this.reader.text(at);
  }

  object(field: number): FlatObject | undefined {
    const at = this.#positionOf(field);
    return at === undefined ? undefined : new FlatObject(this.reader, at);
  }

  objects(field: number): FlatObject[] {
    return this.structs(field, 4).map((at) => new FlatObject(this.reader, at));
  }

  /**
   * The positions of the entries of a list of numbers or structs.
   * @param size of an entry, in bytes
   */
  structs(field: number, size: number): number[] {
    const at = this.#positionOf(field);
    return at === undefined ? [] : this.reader.list(at, size);
  }

  #positionOf(field: number): number | undefined {
    const slot = 4 + 2 * field;
    if (slot >= this.reader.uint16(this.#vtable)) return undefined;
    const offset = this.reader.uint16(this.#vtable + slot);
    return offset === 0 ? undefined : this.#position + offset;
  }
}

/** The error for a length or position that does not fit the file. */
export function damaged(found: string): ContractError {
  return new ContractError(`found a damaged Arrow file (${found}).`);
}
