/** How far back lines are recognized by their text, in milliseconds. Lines of a pod may be reordered by less than that. */
const textWindow = 10_000;

/** A line with the timestamp that Kubernetes puts before it. */
const stamped = /^(\d{4}-\d\d-\d\dT\S+)(?: (.*))?$/s;

/** A line, split into its time and its text. */
export interface StampedLine {
  /** In milliseconds; undefined for the rest of a line of more than 1 MiB. */
  readonly time: number | undefined;
  readonly text: string;
}

/** Splits a line into its time and its text. */
export function stampedLine(content: string): StampedLine {
  const [, stamp = "", text = ""] = stamped.exec(content) ?? [];
  const time = Date.parse(stamp);
  return Number.isNaN(time) ? { time: undefined, text: content } : { time, text };
}

/**
 * Remembers the lines of a pod that were reported, so that each line is reported once when a stream is opened again. Older lines
 * are recognized by their time; those of the last ten seconds by their whole text, because several may have the same time and
 * their order may change.
 */
export class LogDeduplicator {
  #latest = Number.NEGATIVE_INFINITY;
  /** How often each line was reported and how often it has occurred in this stream, in the order of arrival. */
  readonly #recent = new Map<string, { readonly time: number; reported: number; seen: number }>();
  #resumed = false;
  #caughtUp = true;

  /** Call it when a new stream begins: it repeats lines that were reported before. */
  resume(): void {
    this.#resumed = true;
    this.#caughtUp = this.#latest === Number.NEGATIVE_INFINITY;
    for (const line of this.#recent.values()) line.seen = 0;
  }

  /** Whether a line must be reported. */
  isNew(content: string, time: number | undefined): boolean {
    // The rest of a long line has no time: it is new if the lines before it were new.
    if (time === undefined) return this.#caughtUp;
    if (this.#resumed && time < this.#latest - textWindow) return false;
    const line = this.#recent.get(content) ?? { time, reported: 0, seen: 0 };
    line.seen += 1;
    if (line.seen <= line.reported) return false;
    line.reported = line.seen;
    this.#recent.set(content, line);
    this.#caughtUp = true;
    if (time > this.#latest) this.#forgetBefore(time);
    return true;
  }

  #forgetBefore(latest: number): void {
    this.#latest = latest;
    for (const [content, { time }] of this.#recent) {
      if (time >= latest - textWindow) return;
      this.#recent.delete(content);
    }
  }
}
