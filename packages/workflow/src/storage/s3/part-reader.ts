/** Cuts pieces of any size into parts. */
export class PartReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  readonly #seen: (piece: Uint8Array) => void;
  #rest: Uint8Array = new Uint8Array(0);

  /** @param seen is handed every piece once, in order */
  constructor(pieces: AsyncIterable<Uint8Array>, seen: (piece: Uint8Array) => void) {
    this.#pieces = pieces[Symbol.asyncIterator]();
    this.#seen = seen;
  }

  /** The next bytes, copied into the buffer: all of it, or as many as there are before the end. */
  async fill(buffer: Buffer): Promise<Buffer> {
    let length = 0;
    while (length < buffer.length) {
      if (this.#rest.length === 0) {
        const next = await this.#pieces.next();
        if (next.done === true) break;
        this.#seen(next.value);
        this.#rest = next.value;
      }
      const taken = this.#rest.subarray(0, buffer.length - length);
      buffer.set(taken, length);
      length += taken.length;
      this.#rest = this.#rest.subarray(taken.length);
    }
    return buffer.subarray(0, length);
  }

  /** Ends the source, also where it was not read to its end. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}
