/** How long a server may be away before whoever watches gives up, in milliseconds. */
const longest = 5 * 60_000;

/** Counts how long nothing has gone well, however long it went well and quietly before. */
export class Patience {
  #failingSince: number | undefined;

  /** Something has come: all is well again. */
  renew(): void {
    this.#failingSince = undefined;
  }

  /** Notes a fault. @returns whether it has been five minutes since the first one */
  isOver(): boolean {
    this.#failingSince ??= Date.now();
    return Date.now() - this.#failingSince > longest;
  }
}
