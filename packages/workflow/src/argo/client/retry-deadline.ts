/** How long requests are retried while a server cannot be reached, in milliseconds. */
export const longestAbsence = 5 * 60_000;

/** Measures the time since the first of the current failures; successful and idle time before does not count. */
export class RetryDeadline {
  #failingSince: number | undefined;

  constructor(private readonly longest = longestAbsence) {}

  /** Call it after a success: the deadline starts again at the next failure. */
  renew(): void {
    this.#failingSince = undefined;
  }

  /** Call it after a failure. @returns whether the time since the first failure exceeds the limit */
  isOver(): boolean {
    this.#failingSince ??= Date.now();
    return Date.now() - this.#failingSince > this.longest;
  }
}
