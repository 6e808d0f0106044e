/** How far back a line is looked for by its text, in milliseconds. Lines of one pod may change places by less than that. */
const memory = 10_000;

/** A time as Kubernetes puts it before a line. */
const stamped = /^(\d{4}-\d\d-\d\dT\S+)(?: (.*))?$/s;

/** A line as it comes, with its time taken apart from it. */
export interface StampedLine {
  /** In milliseconds; undefined for what is left of a line of more than a mebibyte. */
  readonly time: number | undefined;
  readonly text: string;
}

/** Takes a line's time apart from it. */
export function stampedLine(content: string): StampedLine {
  const [, stamp = "", text = ""] = stamped.exec(content) ?? [];
  const time = Date.parse(stamp);
  return Number.isNaN(time) ? { time: undefined, text: content } : { time, text };
}

/**
 * Which lines of a pod were told, so that a stream which is begun again tells each line once. Old lines are known by their
 * time; those of the last ten seconds by their whole text, for several have the same time, and their order may change.
 */
export class LogDeduplicator {
  #latest = Number.NEGATIVE_INFINITY;
  /** How often a line was told, and how often it has come by in this stream; in the order of their coming. */
  readonly #recent = new Map<string, { readonly time: number; told: number; seen: number }>();
  #resumed = false;
  #caughtUp = true;

  /** A new stream begins: what was told before comes by again. */
  resume(): void {
    this.#resumed = true;
    this.#caughtUp = this.#latest === Number.NEGATIVE_INFINITY;
    for (const line of this.#recent.values()) line.seen = 0;
  }

  /** Whether a line that comes by is to be told. */
  isNew(content: string, time: number | undefined): boolean {
    // The rest of a long line goes with what stands around it.
    if (time === undefined) return this.#caughtUp;
    if (this.#resumed && time < this.#latest - memory) return false;
    const line = this.#recent.get(content) ?? { time, told: 0, seen: 0 };
    line.seen += 1;
    if (line.seen <= line.told) return false;
    line.told = line.seen;
    this.#recent.set(content, line);
    this.#caughtUp = true;
    if (time > this.#latest) this.#forgetBefore(time);
    return true;
  }

  #forgetBefore(latest: number): void {
    this.#latest = latest;
    for (const [content, { time }] of this.#recent) {
      if (time >= latest - memory) return;
      this.#recent.delete(content);
    }
  }
}
