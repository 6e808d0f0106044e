import type { Expression } from "./ast.js";
import type { TokenReader } from "./token-reader.js";

/** What the parts of the parser need from each other. */
export interface Grammar {
  readonly tokens: TokenReader;
  /** How many closures enclose the current place: `#` and `.name` are valid only inside one. */
  readonly closures: number;
  /** Expressions separated by `;`. */
  sequence(): Expression;
  /**
   * An expression whose operators bind at least as tightly as this.
   *
   * @param precedence 0 for any, including `a ? b : c`, `let` and `if`
   */
  expression(precedence?: number): Expression;
  /** The content of a closure: a sequence in braces, or a single expression. */
  closureBody(): Expression;
}
