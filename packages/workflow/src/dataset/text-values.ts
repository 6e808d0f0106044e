const mostShared = 10_000;

/** A growing column of texts. Equal texts share one string while there are few of them, as in a column of categories. */
export class TextValues {
  #texts: string[] = [];
  #shared = new Map<string, string>();
  #next = "";

  /** Sets the text behind the last kept one. */
  set(text: string): void {
    this.#next = text;
  }

  /** Keeps the text that was set. */
  keep(): void {
    this.#texts.push(this.#shared.get(this.#next) ?? this.#copy(this.#next));
  }

  /** The kept texts. The column is empty afterwards. */
  finish(): string[] {
    const texts = this.#texts;
    this.#texts = [];
    this.#shared = new Map();
    return texts;
  }

  #copy(text: string): string {
    // A cell is a slice of the file's text and would keep all of its chunk in memory.
    const copy = Buffer.from(text).toString();
    if (this.#shared.size < mostShared) this.#shared.set(copy, copy);
    return copy;
  }
}
