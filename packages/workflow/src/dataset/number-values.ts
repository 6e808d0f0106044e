const chunkLength = 65_536;

/**
 * A growing column of numbers. It grows in chunks: doubling an array would need up to three times the column's memory while
 * it is copied.
 */
export class NumberValues {
  #full: Float64Array[] = [];
  #chunk = new Float64Array(chunkLength);
  #used = 0;

  /** Sets the value after the last kept one. */
  set(value: number): void {
    this.#chunk[this.#used] = value;
  }

  /** Keeps the value that was set. */
  keep(): void {
    this.#used += 1;
    if (this.#used < chunkLength) return;
    this.#full.push(this.#chunk);
    this.#chunk = new Float64Array(chunkLength);
    this.#used = 0;
  }

  /** Returns the kept values and releases the chunks: the column is empty afterwards. */
  finish(): Float64Array {
    const values = new Float64Array(this.#full.length * chunkLength + this.#used);
    for (const [index, chunk] of this.#full.entries()) values.set(chunk, index * chunkLength);
    values.set(this.#chunk.subarray(0, this.#used), this.#full.length * chunkLength);
    this.#full = [];
    this.#chunk = new Float64Array(0);
    this.#used = 0;
    return values;
  }
}
