import { ExpressionError } from "./expression-error.js";
import { isSign, type Token, tokenText } from "./token.js";

/** Source: DefaultMaxNodes in conf/config.go of expr-lang v1.17.7 */
const maxNodes = 10_000;

/** Reads tokens one after another, and counts the nodes that are built from them. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #nodes = 0;

  /** @param tokens the last one is the end token */
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get current(): Token {
    return this.#token(this.#at);
  }

  /** The next token; the end is followed by itself. */
  get following(): Token {
    return this.#token(this.#at + 1);
  }

  /** The end offset of the last token taken. */
  get end(): number {
    return this.#at === 0 ? 0 : this.#token(this.#at - 1).end;
  }

  is(sign: string): boolean {
    return isSign(this.current, sign);
  }

  take(): Token {
    const token = this.current;
    if (this.#at < this.#tokens.length - 1) this.#at++;
    return token;
  }

  /** Takes the token if it is this sign. */
  accept(sign: string): boolean {
    const found = this.is(sign);
    if (found) this.take();
    return found;
  }

  /**
   * Takes this sign.
   *
   * @throws {ExpressionError} if it is something else
   */
  expect(sign: string): void {
    if (!this.accept(sign)) this.fail(`${tokenText(this.current)} is found where "${sign}" is expected`);
  }

  /**
   * Takes the comma between two items of a list.
   *
   * @param close the sign that would end the list
   * @throws {ExpressionError} if it is something else
   */
  expectComma(close: string): void {
    if (!this.accept(","))
      this.fail(`${tokenText(this.current)} is found where "," or "${close}" is expected`);
  }

  /**
   * Takes a name.
   *
   * @throws {ExpressionError} if it is something else
   */
  expectName(): Token {
    if (this.current.kind !== "identifier") {
      this.fail(`${tokenText(this.current)} is found where a name is expected`);
    }
    return this.take();
  }

  /** @throws {ExpressionError} if there are more nodes than expr allows */
  count(nodes = 1): void {
    this.#nodes += nodes;
    if (this.#nodes > maxNodes) this.fail(`the expression has more than ${maxNodes} parts`);
  }

  /** @throws {ExpressionError} always */
  fail(message: string, token: Token = this.current): never {
    throw new ExpressionError(message, token.start);
  }

  #token(at: number): Token {
    const last = this.#tokens.length - 1;
    const token = this.#tokens[Math.min(at, last)];
    if (token === undefined) throw new RangeError("an expression has at least the token of its end");
    return token;
  }
}
