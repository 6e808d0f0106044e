import { UsageError } from "../definition/errors.js";

/** Runs at most `size` functions at the same time, in the order of their calls. */
export class Semaphore {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @throws {UsageError} unless `size` is a whole number of at least 1 */
  constructor(size: number) {
    if (!(Number.isInteger(size) && size >= 1)) {
      throw new UsageError(`parallelism is ${size}. Expected a whole number of at least 1.`);
    }
    this.#free = size;
  }

  /** Waits for a free slot and runs the function. */
  async run<T>(use: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await use();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
