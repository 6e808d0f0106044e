import { appendFileSync, createReadStream, createWriteStream, existsSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { cutOffText, logText, maxLogBytes } from "../../../local/log-text.js";

/** Characters that are collected before they are written. */
const maxPending = 1 << 20;

/**
 * Collects the lines of several logs, which come mixed, in temporary files: one for each part, since the lines of one attempt
 * may arrive before those of an earlier one. No file stays open, because a workflow may have thousands of pods.
 */
export class LogParts {
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #pending = new Map<string, string>();
  readonly #bytes = new Map<number, number>();
  readonly #lastTime = new Map<string, string>();
  #pendingLength = 0;

  /** @param folder for the temporary files */
  constructor(folder: string, maxBytes = maxLogBytes) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  /**
   * Adds text to a part of a log.
   * @param time in ISO 8601. A line is never before the one above it; the default is the time of that line
   */
  add(log: number, part: number, time: string | undefined, text: string): void {
    const bytes = this.#bytes.get(log) ?? 0;
    if (bytes > this.#maxBytes) return;
    const key = this.#path(log, part);
    const last = this.#lastTime.get(key) ?? "";
    const shown = time !== undefined && time > last ? time : last;
    this.#lastTime.set(key, shown);
    const lines = logText(shown, text);
    const sum = bytes + Buffer.byteLength(lines);
    this.#bytes.set(log, sum);
    const added = sum > this.#maxBytes ? cutOffText(shown, this.#maxBytes) : lines;
    this.#pending.set(key, (this.#pending.get(key) ?? "") + added);
    this.#pendingLength += added.length;
    if (this.#pendingLength > maxPending) this.#flush();
  }

  /** Whether a part of a log has a line. */
  has(log: number, part: number): boolean {
    return this.#lastTime.has(this.#path(log, part));
  }

  /** Writes a log, its parts in order. */
  async write(log: number, parts: number, path: string): Promise<void> {
    this.#flush();
    for (let part = 0; part < parts; part++) {
      const from = this.#path(log, part);
      if (existsSync(from)) await pipeline(createReadStream(from), createWriteStream(path, { flags: "a" }));
    }
  }

  #path(log: number, part: number): string {
    return join(this.#folder, `${log}-${part}`);
  }

  #flush(): void {
    for (const [path, text] of this.#pending) appendFileSync(path, text);
    this.#pending.clear();
    this.#pendingLength = 0;
  }
}
