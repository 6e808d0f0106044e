import { UsageError } from "../definition/errors.js";

/** Lets at most `size` holders in at a time, first come, first served. */
export class Semaphore {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(size: number) {
    if (!(Number.isInteger(size) && size >= 1)) {
      throw new UsageError(`parallelism is ${size}. Expected a whole number from 1.`);
    }
    this.#free = size;
  }

  /** Waits for a slot, and holds it while the function runs. */
  async hold<T>(use: () => Promise<T>): Promise<T> {
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
