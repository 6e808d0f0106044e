import { EventEmitter } from "node:events";
import type { Moment, RecordedWorkflow } from "./recording.js";

/** How long a workflow stays as it is before it goes on by itself, in milliseconds. */
const pace = 30;

/** A workflow that goes through what was recorded of it, under a new name. */
export class ReplayedWorkflow {
  readonly #moments: readonly Moment[];
  readonly #changes = new EventEmitter<{ change: [] }>().setMaxListeners(0);
  readonly #clock: NodeJS.Timeout;
  #at = 0;

  constructor({ moments }: RecordedWorkflow) {
    this.#moments = moments;
    this.#clock = setInterval(() => {
      const next = this.#moments[this.#at + 1];
      if (next !== undefined && next.after === undefined) this.#goTo(this.#at + 1);
    }, pace);
  }

  /** How it is now. */
  get state(): unknown {
    return this.#moments[this.#at]?.workflow;
  }

  /** Whether it comes to nothing more. */
  get isOver(): boolean {
    return this.#at === this.#moments.length - 1;
  }

  /** Goes on to where it came by such a request. @returns whether it ever did */
  act(asked: string): boolean {
    const to = this.#moments.findIndex(({ after }, i) => i > this.#at && after === asked);
    if (to >= 0) this.#goTo(to);
    return to >= 0;
  }

  /** Tells of each change until it is told to stop; of how it is now first. */
  watch(told: (state: unknown) => void): () => void {
    const tell = (): void => told(this.state);
    tell();
    this.#changes.on("change", tell);
    return () => this.#changes.off("change", tell);
  }

  /** It changes no more. */
  stop(): void {
    clearInterval(this.#clock);
  }

  #goTo(moment: number): void {
    this.#at = moment;
    this.#changes.emit("change");
  }
}
