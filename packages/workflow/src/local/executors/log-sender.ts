import { maxLogBytes } from "../log-text.js";

/** So many lines of a step are sent one by one. */
const maxSingle = 100;

/** Later lines are sent together if they follow each other faster than this, in milliseconds. */
const burst = 20;

/** Characters after which collected lines are sent: so many are lost if the process is killed. */
const maxCollected = 1 << 12;

/**
 * Sends what a step logs to the process that keeps it. A step that logs a lot sends several lines at once, because on one thread
 * messages wait in memory; what is too long to be kept is not sent.
 */
export class LogSender {
  readonly #send: (lines: readonly string[]) => void;
  readonly #maxLength: number;
  #collected: string[] = [];
  #collectedLength = 0;
  #count = 0;
  #length = 0;
  #sentAt = 0;

  /** @param maxLength how many characters are sent; the process that keeps the log then says that there are more */
  constructor(send: (lines: readonly string[]) => void, maxLength = maxLogBytes) {
    this.#send = send;
    this.#maxLength = maxLength;
  }

  log(line: string): void {
    if (this.#length > this.#maxLength) return;
    this.#count += 1;
    this.#length += line.length + 1;
    this.#collected.push(line);
    this.#collectedLength += line.length;
    const isBurst = this.#count > maxSingle && performance.now() - this.#sentAt < burst;
    if (!isBurst || this.#collectedLength > maxCollected || this.#length > this.#maxLength) this.flush();
    else if (this.#collected.length === 1) setImmediate(() => this.flush());
  }

  /** Sends what is collected. */
  flush(): void {
    if (this.#collected.length === 0) return;
    const lines = this.#collected;
    this.#collected = [];
    this.#collectedLength = 0;
    this.#sentAt = performance.now();
    this.#send(lines);
  }
}
