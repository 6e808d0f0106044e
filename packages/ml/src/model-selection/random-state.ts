import { mersenne } from "pure-rand/generator/mersenne";
import { InvalidParameterError } from "../errors.js";

/**
 * Draws the same numbers as numpy's `RandomState(seed)`: MT19937 seeded by `init_genrand`. Without a seed each instance
 * draws different ones.
 * @see numpy, random/mtrand.pyx and random/src/distributions/distributions.c (`random_interval`),
 * random/src/mt19937/mt19937.h (`mt19937_next_double`)
 */
export class RandomState {
  readonly #generator: { next(): number };

  /**
   * @param seed a whole number from 0 to 2³² − 1. Default: random
   * @throws {InvalidParameterError} for any other seed
   */
  constructor(seed: number = Math.floor(Math.random() * 2 ** 32)) {
    if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
      throw new InvalidParameterError("randomState", seed, "a whole number from 0 to 4294967295");
    }
    this.#generator = mersenne(seed);
  }

  /** A number from 0 to 1, 1 excluded, with 53 random bits. */
  random(): number {
    const high = this.#generator.next() >>> 5;
    const low = this.#generator.next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  /** A whole number from 0 to `max` inclusive, each equally likely. `max` is at most 2³² − 1. */
  interval(max: number): number {
    if (max === 0) return 0;
    // Masked to the next power of two and drawn again when too large: no bias, and the same as numpy.
    const mask = 0xffffffff >>> Math.clz32(max);
    let value: number;
    do value = (this.#generator.next() & mask) >>> 0;
    while (value > max);
    return value;
  }

  /** Shuffles the values in place: Fisher–Yates from the end. */
  shuffle(values: Uint32Array): void {
    for (let i = values.length - 1; i > 0; i--) {
      const j = this.interval(i);
      const value = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = value;
    }
  }

  /** The numbers 0 to n − 1 in random order. */
  permutation(n: number): Uint32Array {
    const values = new Uint32Array(n);
    for (let i = 0; i < n; i++) values[i] = i;
    this.shuffle(values);
    return values;
  }

  /**
   * Draws values without replacement.
   * @param size at most the number of values
   */
  choiceWithoutReplacement(values: ArrayLike<number>, size: number): number[] {
    return Array.from(this.permutation(values.length).subarray(0, size), (i) => values[i] ?? 0);
  }
}
