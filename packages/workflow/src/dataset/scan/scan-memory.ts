import type { NumberArray } from "../../codecs/column-values.js";
import type { NumberArrayType } from "../number-values.js";
import type { ScannerModule } from "./scanner-module.js";

const page = 65_536;

/** Gives out parts of a scanner's memory. */
export class ScanMemory {
  readonly #module: ScannerModule;
  #used = 64;

  constructor(module: ScannerModule) {
    this.#module = module;
  }

  /** The address of a new part of so many bytes, all zero. */
  allocate(bytes: number): number {
    const at = this.#used;
    this.#used += Math.ceil(bytes / 64) * 64;
    return at;
  }

  /** Makes the memory as large as all its parts. Views of it can be made only then. */
  grow(): void {
    const missing = this.#used - this.#module.memory.buffer.byteLength;
    if (missing > 0) this.#module.memory.grow(Math.ceil(missing / page));
  }

  /** The part at an address as an array of this type. */
  view(type: NumberArrayType, at: number, length: number): NumberArray {
    return new type(this.#module.memory.buffer, at, length);
  }

  /** The part at an address as 32-bit words. */
  words(at: number, length: number): Uint32Array {
    return new Uint32Array(this.#module.memory.buffer, at, length);
  }

  /** The part at an address as bytes. */
  bytes(at: number, length: number): Buffer {
    return Buffer.from(this.#module.memory.buffer, at, length);
  }

  /** The whole memory as bytes. */
  all(): Buffer {
    return Buffer.from(this.#module.memory.buffer);
  }
}
