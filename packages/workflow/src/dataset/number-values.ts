const chunkLength = 65_536;

/**
 * A growing column of numbers. It grows by chunks instead of doubling an array, which would need up to three times
 * the column's memory while it moves.
 */
export class NumberValues {
  #full: Float64Array[] = [];
  #chunk = new Float64Array(chunkLength);
  #used = 0;

  /** Sets the value behind the last kept one. */
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

  /** The kept values. The chunks are let go: the column is empty afterwards. */
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
