/** A timer that aborts a request where nothing moves. Not AbortSignal.timeout: its timer would not keep a process alive. */
export class IdleTimeout {
  readonly #controller = new AbortController();
  readonly #milliseconds: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
    this.restart();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something has moved: the time begins again. */
  restart(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.#controller.abort(new Error(`no answer for ${this.#milliseconds / 1000} s`)),
      this.#milliseconds,
    );
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}
