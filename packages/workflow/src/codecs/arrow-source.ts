import { fstatSync, readSync } from "node:fs";
import { ContractError } from "../definition/errors.js";
import { damaged, FlatReader } from "./flat-reader.js";

/** In bytes. A single read of 2 GiB or more fails on Node 20. */
const maxChunkBytes = 1 << 30;

/** In bytes. A smaller file is read at once. */
const smallFile = 1 << 20;

const magic = "ARROW1";

/** An open Arrow IPC file, of which parts are read where they are needed. */
export class ArrowSource {
  /** In bytes. */
  readonly length: number;
  readonly #file: number;
  readonly #bytes: Uint8Array | undefined;
  readonly #budget: { entries: number };

  /**
   * @param file descriptor
   * @throws {ContractError} if the file does not begin and end with Arrow's magic word
   */
  constructor(file: number) {
    this.#file = file;
    this.length = fstatSync(file).size;
    this.#budget = { entries: this.length };
    if (this.length <= smallFile) {
      const bytes = new Uint8Array(this.length);
      this.#readFile(bytes, 0);
      this.#bytes = bytes;
    }
    if (
      this.length <= 2 * magic.length ||
      !this.#hasMagic(0) ||
      !this.#hasMagic(this.length - magic.length)
    ) {
      throw new ContractError("found bytes that are not an Arrow IPC file.");
    }
  }

  /** Fills the target with the bytes from this position on. */
  read(target: Uint8Array, at: number): void {
    if (this.#bytes === undefined) this.#readFile(target, at);
    else target.set(this.#bytes.subarray(at, at + target.length));
  }

  /**
   * A reader for a part of the metadata.
   * @throws {ContractError} if the part extends beyond the end of the file
   */
  part(begin: number, length: number): FlatReader {
    this.check(begin, length);
    const bytes = new Uint8Array(length);
    this.read(bytes, begin);
    return new FlatReader(bytes, this.#budget);
  }

  /** @throws {ContractError} if the part extends beyond the end of the file */
  check(begin: number, length: number): void {
    if (begin < 0 || length < 0 || begin + length > this.length) {
      throw damaged(`${length} bytes at byte ${begin}, where there are ${this.length}`);
    }
  }

  #hasMagic(at: number): boolean {
    const bytes = new Uint8Array(magic.length);
    this.read(bytes, at);
    return Buffer.from(bytes).toString("latin1") === magic;
  }

  #readFile(target: Uint8Array, at: number): void {
    for (let from = 0; from < target.length; ) {
      const read = readSync(
        this.#file,
        target,
        from,
        Math.min(maxChunkBytes, target.length - from),
        at + from,
      );
      if (read === 0) throw new ContractError("the file became shorter while it was being read.");
      from += read;
    }
  }
}
