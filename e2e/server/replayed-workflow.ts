import { EventEmitter } from "node:events";
import type { Moment, RecordedWorkflow } from "./recording.js";

/** Milliseconds after which a workflow proceeds to its next state. */
const pace = 30;

/** A workflow that goes through its recorded states, under a new name. */
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

  /** Its current state. */
  get state(): unknown {
    return this.#moments[this.#at]?.workflow;
  }

  /** Whether it has reached its last state. */
  get isOver(): boolean {
    return this.#at === this.#moments.length - 1;
  }

  /** Proceeds to the state after such a request. @returns whether there is one */
  act(asked: string): boolean {
    const to = this.#moments.findIndex(({ after }, i) => i > this.#at && after === asked);
    if (to >= 0) this.#goTo(to);
    return to >= 0;
  }

  /** Calls the listener with the current state and with each change, until it is removed. */
  watch(listener: (state: unknown) => void): () => void {
    const notify = (): void => listener(this.state);
    notify();
    this.#changes.on("change", notify);
    return () => this.#changes.off("change", notify);
  }

  /** Stops its changes. */
  stop(): void {
    clearInterval(this.#clock);
  }

  #goTo(moment: number): void {
    this.#at = moment;
    this.#changes.emit("change");
  }
}
