/** How long a server may be away before whoever waits gives up, in milliseconds. */
export const longestAbsence = 5 * 60_000;

/** Counts how long nothing has gone well, however long it went well and quietly before. */
export class RetryDeadline {
  #failingSince: number | undefined;

  constructor(private readonly longest = longestAbsence) {}

  /** Something has come: all is well again. */
  renew(): void {
    this.#failingSince = undefined;
  }

  /** Notes a fault. @returns whether it has been too long since the first one */
  isOver(): boolean {
    this.#failingSince ??= Date.now();
    return Date.now() - this.#failingSince > this.longest;
  }
}
