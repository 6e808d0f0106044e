import { type Token, tokenize } from "./expression/tokens.js";

type Value = string | number | boolean;

/**
 * Whether a task's `when` holds, after its tags were replaced. Its language differs from that of expression tags: names
 * are strings.
 */
export function whenHolds(when: string | undefined): boolean {
  if (when === undefined || when === "") return true;
  const reader = new WhenReader(tokenize(when), when);
  const result = reader.either();
  reader.end();
  if (typeof result !== "boolean")
    throw new Error(`Expected boolean evaluation for '${when}'. Got ${result}`);
  return result;
}

class WhenReader {
  #at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly text: string,
  ) {}

  either(): Value {
    let value = this.#both();
    while (this.#take("||")) {
      const other = this.#both();
      value = this.#boolean(value) || this.#boolean(other);
    }
    return value;
  }

  end(): void {
    if (this.#at < this.tokens.length) throw this.#invalid();
  }

  #both(): Value {
    let value = this.#comparison();
    while (this.#take("&&")) {
      const other = this.#comparison();
      value = this.#boolean(value) && this.#boolean(other);
    }
    return value;
  }

  #comparison(): Value {
    const left = this.#single();
    if (this.#take("==")) return left === this.#single();
    if (this.#take("!=")) return left !== this.#single();
    if (this.#take("<=")) return left <= this.#single();
    if (this.#take(">=")) return left >= this.#single();
    if (this.#take("<")) return left < this.#single();
    if (this.#take(">")) return left > this.#single();
    return left;
  }

  #single(): Value {
    if (this.#take("!")) return !this.#boolean(this.#single());
    if (this.#take("(")) {
      const inner = this.either();
      if (!this.#take(")")) throw this.#invalid();
      return inner;
    }
    const sign = this.#take("-") ? -1 : 1;
    const token = this.tokens[this.#at++];
    if (token?.kind === "number") return sign * token.value;
    if (token?.kind === "string") return token.text;
    if (token?.kind !== "name") throw this.#invalid();
    return token.text === "true" || token.text === "false" ? token.text === "true" : token.text;
  }

  #take(text: string): boolean {
    const token = this.tokens[this.#at];
    if (token?.kind !== "operator" || token.text !== text) return false;
    this.#at++;
    return true;
  }

  #boolean(value: Value): boolean {
    if (typeof value !== "boolean") throw this.#invalid();
    return value;
  }

  #invalid(): Error {
    return new Error(`Invalid 'when' expression '${this.text}'`);
  }
}
