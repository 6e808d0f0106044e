const maxShared = 10_000;

/** A growing column of strings. Up to 10,000 different texts are stored once each, as in a column of categories. */
export class TextValues {
  #texts: string[] = [];
  #shared = new Map<string, string>();
  #next = "";

  /** Sets the text after the last kept one. */
  set(text: string): void {
    this.#next = text;
  }

  /** Keeps the text that was set. */
  keep(): void {
    this.#texts.push(this.#shared.get(this.#next) ?? this.#copy(this.#next));
  }

  /** Returns the kept texts. The column is empty afterwards. */
  finish(): string[] {
    const texts = this.#texts;
    this.#texts = [];
    this.#shared = new Map();
    return texts;
  }

  #copy(text: string): string {
    // A cell is a slice of its chunk and would keep the whole chunk in memory.
    const copy = Buffer.from(text).toString();
    if (this.#shared.size < maxShared) this.#shared.set(copy, copy);
    return copy;
  }
}
